/**
 * Text to parse tree: logical lines, comments, directives, heredocs.
 *
 * Takes the Dockerfile's text; what an instruction's arguments look like is in `arguments.ts`, what
 * they mean in `instructions/`.
 *
 * @see Dockerfile reference, "Format", "Parser directives", "Here-Documents"
 */
import { parseArguments, splitInstruction } from './arguments.ts';
import { createDirectiveReader, type Directive } from './directives.ts';
import { trimStart } from './go-text.ts';
import { heredocMarks } from './heredoc.ts';
import { fault, type Lines, locate } from './location.ts';
import type { DockerfileTree, Heredoc, InstructionNode } from './tree.ts';

/** A physical line may have so many bytes; BuildKit's scanner has this limit. */
const LONGEST_LINE = 65535;

const HEREDOC_KEYWORDS: ReadonlySet<string> = new Set(['add', 'copy', 'run']);

/** @throws StrataError `EDOCKERFILE` with `data.lines` */
export function parseDockerfile(text: string): DockerfileTree {
  const reader = new Reader(text);
  const instructions: InstructionNode[] = [];
  for (;;) {
    const instruction = reader.instruction();
    if (!instruction) break;
    instructions.push(instruction);
  }
  if (instructions.length === 0) throw fault('file with no instructions', at(reader.line));
  return {
    instructions,
    escape: reader.escape,
    directives: reader.directives,
    emptyContinuations: reader.emptyContinuations,
  };
}

class Reader {
  escape = '\\';
  line = 0;
  readonly directives: Directive[] = [];
  readonly emptyContinuations: number[] = [];
  private readonly lines: readonly string[];
  private readonly directive = createDirectiveReader();
  private continuation = continuationPattern('\\');

  constructor(text: string) {
    const lines = text.split(/(?<=\n)/);
    if (lines.length > 0) lines[0] = lines[0]!.replace(/^\ufeff/, '');
    this.lines = lines[0] === '' ? [] : lines;
  }

  instruction(): InstructionNode | undefined {
    for (let raw = this.next(); raw !== undefined; raw = this.next()) {
      const first = trimStart(trimNewline(raw));
      this.readDirective(first);
      const { text, ends } = this.cut(isComment(first) ? '' : first);
      if (ends && text === '') continue;
      const start = this.line;
      const whole = ends ? text : text + this.continued();
      return this.node(whole, start);
    }
    return undefined;
  }

  private next(): string | undefined {
    const raw = this.lines[this.line];
    if (raw === undefined) return undefined;
    if (raw.length > LONGEST_LINE) {
      throw fault(`dockerfile line greater than max allowed size of ${LONGEST_LINE}`, at(this.line));
    }
    this.line++;
    return raw;
  }

  private readDirective(line: string): void {
    try {
      const directive = this.directive(line);
      if (!directive) return;
      this.directives.push(directive);
      if (directive.name === 'escape') this.setEscape(directive.value);
    } catch (error) {
      throw locate(error, at(this.line - 1));
    }
  }

  private setEscape(value: string): void {
    if (value !== '\\' && value !== '`') {
      throw fault(`invalid escape token '${value}' does not match \` or \\`);
    }
    this.escape = value;
    this.continuation = continuationPattern(value);
  }

  /** A line without the escape character that continues it, and whether it ends the instruction. */
  private cut(line: string): { text: string; ends: boolean } {
    const match = this.continuation.exec(line);
    return match ? { text: line.slice(0, match.index), ends: false } : { text: line, ends: true };
  }

  private continued(): string {
    let text = '';
    let empty = false;
    for (let raw = this.next(); raw !== undefined; raw = this.next()) {
      const line = trimNewline(raw);
      this.readDirective(line);
      if (isComment(line)) continue;
      if (trimStart(line) === '') {
        empty = true;
        continue;
      }
      const part = this.cut(line);
      text += part.text;
      if (part.ends) break;
    }
    if (empty) this.emptyContinuations.push(this.line);
    return text;
  }

  private node(text: string, start: number): InstructionNode {
    try {
      const node = parseLine(text, this.escape);
      const heredocs = takesHeredocs(node) && text.includes('<<') ? this.heredocs(text) : [];
      return { ...node, heredocs, lines: { start, end: this.line } };
    } catch (error) {
      throw locate(error, { start, end: this.line });
    }
  }

  private heredocs(text: string): Heredoc[] {
    return heredocMarks(text).map((mark) => {
      let content = '';
      for (let raw = this.next(); raw !== undefined; raw = this.next()) {
        const line = trimNewline(raw);
        if ((mark.chomp ? line.replace(/^\t+/, '') : line) === mark.name) return { ...mark, content };
        content += raw;
      }
      throw fault('unterminated heredoc');
    });
  }
}

/** Parses one logical line, also that of an ONBUILD trigger. */
function parseLine(text: string, escapeChar: string): InstructionNode {
  const { keyword, flags, rest } = splitInstruction(text, escapeChar);
  const { args, json } = parseArguments(keyword, rest, escapeChar, (line) => parseLine(line, escapeChar));
  return { keyword, flags, args, json, original: text, heredocs: [], lines: { start: 0, end: 0 } };
}

function takesHeredocs(node: InstructionNode): boolean {
  const actual = node.keyword.toLowerCase() === 'onbuild' ? (node.args[0]?.child ?? node) : node;
  return HEREDOC_KEYWORDS.has(actual.keyword.toLowerCase()) && !actual.json;
}

/** An escape character that ends a line, unless it is escaped itself, with blanks after it. */
function continuationPattern(escapeChar: string): RegExp {
  const char = escapeChar === '\\' ? '\\\\' : '`';
  return new RegExp(`(?<!${char})${char}[ \\t]*$`);
}

function isComment(line: string): boolean {
  return trimStart(line).startsWith('#');
}

function trimNewline(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}

function at(line: number): Lines {
  return { start: line, end: line };
}
