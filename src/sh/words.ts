/**
 * Words: quoting, `$name`, `${…}`, `$(…)`, `$((…))`, backquotes, tilde.
 *
 * Takes characters from a reader, gives parts; expands nothing.
 * @see POSIX.1-2024, XCU 2.2 "Quoting", 2.6 "Word Expansions"
 */

import { unescapeAnsiC } from './ansi-c.ts';
import type { Word } from './ast.ts';
import { braces, parameter } from './braced-parameter.ts';
import { PartList } from './part-list.ts';
import { endsEarly, type Reader, SyntaxProblem } from './reader.ts';

const UNTERMINATED = 'syntax error: unterminated quoted string';
const META = '|&;<>() \t\n';
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
export const PARAMETER = /[A-Za-z_][A-Za-z0-9_]*|\d+|[@*#?$!-]/y;
const PLAIN = /[^\\'"$`|&;<>() \t\n*?[\]{}/:~=!]+/y;

/** How a run of parts ends, and what quotes mean in it. */
export interface Mode {
  /** Whether this character, unquoted, ends the run; it is not taken. */
  readonly ends: (char: string, reader: Reader) => boolean;
  /** Inside double quotes: only $, ` and \ are special, text is quoted. */
  readonly double: boolean;
  /** Of double: what a double quote does; `end` is never reached, `toggle` is for "${x-"a"}". */
  readonly quote: 'literal' | 'toggle';
  /** Of double: what a backslash takes the meaning from, beside newline. */
  readonly escapes: string;
}

export const WORD: Mode = {
  ends: (char, reader) => META.includes(char) && !beginsProcess(reader),
  double: false,
  quote: 'toggle',
  escapes: '',
};
const REGEX: Mode = { ...WORD, ends: (char) => ' \t\n'.includes(char) };
export const DOUBLE: Mode = { ends: (char) => char === '"', double: true, quote: 'toggle', escapes: '$`"\\' };
const PROMPT: Mode = { ends: () => false, double: true, quote: 'literal', escapes: '' };
const HERE: Mode = { ends: () => false, double: true, quote: 'literal', escapes: '$`\\' };

/** The word at the reader's position, up to a blank or an operator. */
export function parseWord(reader: Reader): Word {
  const list = new PartList();
  parseTilde(reader, list);
  parseParts(reader, reader.regex ? REGEX : WORD, list);
  return list.word();
}

/** An unquoted here-document's body. */
export function parseHereDocument(body: string, outer: Reader, line: number): Word {
  return parseBody(body, outer, line, HERE);
}

/** A prompt, whose backslashes are for later. */
export function parsePrompt(text: string, outer: Reader): Word {
  return parseBody(text, outer, outer.line, PROMPT);
}

function parseBody(body: string, outer: Reader, line: number, mode: Mode): Word {
  const reader: Reader = { ...outer, text: body, at: 0, line, final: true, token: undefined, pending: [] };
  const list = new PartList();
  parseParts(reader, mode, list);
  return list.word();
}

/** `~user` where a word begins, if the whole name is unquoted. */
function parseTilde(reader: Reader, list: PartList): void {
  const match = /^~([A-Za-z0-9._+-]*)(?=[/|&;<>() \t\n]|$)/.exec(
    reader.text.slice(reader.at, reader.at + 128),
  );
  if (!match) return;
  list.push({ kind: 'tilde', user: match[1]! });
  reader.at += match[0].length;
}

/** Splits tildes off an assignment's value: after the `=` and after each unquoted colon. */
export function withTildes(value: Word): Word {
  if (!value.parts.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('~')))
    return value;
  const list = new PartList();
  for (const [index, part] of value.parts.entries()) {
    if (part.kind !== 'text') {
      list.push(part);
      continue;
    }
    if (part.quoted) {
      list.add(part.text, true);
      continue;
    }
    const last = index === value.parts.length - 1;
    const pieces = part.text.split(/(?<=:)/);
    for (const [at, piece] of pieces.entries()) {
      const match = /^~([A-Za-z0-9._+-]*)(?=[/:]|$)/.exec(piece);
      const whole = match && (match[0].length < piece.length || (last && at === pieces.length - 1));
      if (!whole || (at === 0 && index > 0)) {
        list.add(piece, false);
        continue;
      }
      list.push({ kind: 'tilde', user: match[1]! });
      if (match[0].length < piece.length) list.add(piece.slice(match[0].length), false);
    }
  }
  return list.word();
}

export function parseParts(reader: Reader, mode: Mode, list: PartList): void {
  while (reader.at < reader.text.length) {
    // Joining lines shortens the text.
    const { text } = reader;
    const char = text[reader.at]!;
    if (mode.ends(char, reader)) return;
    if (char === '\\') backslash(reader, mode, list);
    else if (char === '$') dollar(reader, mode.double, list);
    else if (char === '`') backquotes(reader, mode.double, list);
    else if (char === '"' && (!mode.double || mode.quote === 'toggle')) doubleQuotes(reader, mode, list);
    else if (char === "'" && !mode.double) singleQuotes(reader, list);
    else if (mode === WORD && beginsProcess(reader)) process(reader, list);
    else if (reader.extglob && !mode.double && text[reader.at + 1] === '(' && '?*+@!'.includes(char))
      reader.bash!.parseExtglob(reader, list);
    else plainText(reader, mode, list);
  }
}

/** A run of characters that mean nothing anywhere, or one character. */
function plainText(reader: Reader, mode: Mode, list: PartList): void {
  const { text, at } = reader;
  PLAIN.lastIndex = at;
  let run = PLAIN.exec(text)?.[0] ?? text[at]!;
  // What opens a group of bash's begins a run of its own.
  if (reader.extglob && run.length > 1 && text[at + run.length] === '(' && /[@+]$/.test(run))
    run = run.slice(0, -1);
  if (run === '\n') reader.line++;
  list.add(run, mode.double);
  reader.at += run.length;
}

function backslash(reader: Reader, mode: Mode, list: PartList): void {
  const next = reader.text[reader.at + 1];
  if (next === '\n') {
    reader.line++;
    reader.at += 2;
    return;
  }
  if (next === undefined) {
    // More input would have continued the line.
    if (!reader.final) endsEarly(reader, 'unexpected end of file');
    list.add('\\', mode.double);
    reader.at++;
    return;
  }
  if (mode.double && !mode.escapes.includes(next)) list.add('\\', true);
  const character = String.fromCodePoint(reader.text.codePointAt(reader.at + 1)!);
  if (!mode.double || mode.escapes.includes(next)) {
    list.add(character, true);
    reader.at += 1 + character.length;
  } else reader.at++;
}

function singleQuotes(reader: Reader, list: PartList): void {
  const end = reader.text.indexOf("'", reader.at + 1);
  if (end < 0) unterminated(reader);
  const text = reader.text.slice(reader.at + 1, end);
  countLines(reader, text);
  list.add(text, true);
  reader.at = end + 1;
}

/** Told with the line at which the source ended. */
function unterminated(reader: Reader): never {
  // bash names the line at which the quote began.
  if (reader.dialect.name === 'ash') countLines(reader, reader.text.slice(reader.at));
  endsEarly(reader, UNTERMINATED, "'");
}

function countLines(reader: Reader, text: string): void {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) reader.line++;
}

function doubleQuotes(reader: Reader, mode: Mode, list: PartList): void {
  const { line } = reader;
  reader.at++;
  // In "${x-"a b"}" the inner quotes end nothing and keep nothing: the text is quoted anyway.
  if (mode.double) return;
  const begun = list.mark();
  parseParts(reader, DOUBLE, list);
  // "" is an empty field, but "$@" without parameters is none.
  if (list.mark() === begun) list.add('', true);
  if (reader.text[reader.at] !== '"') {
    if (reader.bash) reader.line = line;
    endsEarly(reader, UNTERMINATED, '"');
  }
  reader.at++;
}

/** Whether `<(` or `>(` is next. */
function beginsProcess({ text, at }: Reader): boolean {
  return text[at + 1] === '(' && (text[at] === '<' || text[at] === '>');
}

function process(reader: Reader, list: PartList): void {
  const direction = reader.text[reader.at] as '<' | '>';
  reader.at += 2;
  list.push({ kind: 'process', direction, body: reader.parseSubstitution(reader) });
}

function backquotes(reader: Reader, double: boolean, list: PartList): void {
  const { line } = reader;
  let inner = '';
  let at = reader.at + 1;
  for (; ; at++) {
    const char = reader.text[at];
    if (char === undefined) endsEarly(reader, 'syntax error: EOF in backquote substitution', '`');
    if (char === '`') break;
    if (char === '\n') reader.line++;
    const next = reader.text[at + 1];
    if (
      char === '\\' &&
      next !== undefined &&
      (next === '$' || next === '`' || next === '\\' || (double && next === '"'))
    ) {
      inner += next;
      at++;
    } else inner += char;
  }
  reader.at = at + 1;
  list.push({ kind: 'command', body: reader.parseText(inner, reader, line), quoted: double });
}

function dollar(reader: Reader, double: boolean, list: PartList): void {
  joinLines(reader, reader.at + 1);
  if (reader.text[reader.at + 1] === '(') joinLines(reader, reader.at + 2);
  const { text } = reader;
  const next = text[reader.at + 1];
  if (next === '(') {
    if (text[reader.at + 2] === '(') {
      arithmetic(reader, double, list);
      return;
    }
    const start = reader.at;
    reader.at += 2;
    const body = reader.parseSubstitution(reader);
    const source = reader.bash ? { source: reader.text.slice(start, reader.at) } : {};
    list.push({ kind: 'command', body, quoted: double, ...source });
    return;
  }
  if (next === '{') {
    (reader.bash?.braces ?? braces)(reader, double, list);
    return;
  }
  if (next === "'" && !double) {
    const quoted = unescapeAnsiC(text, reader.at + 2, reader.dialect.name !== 'ash');
    if (!quoted) unterminated(reader);
    countLines(reader, text.slice(reader.at, quoted.end));
    list.add(quoted.text, true);
    reader.at = quoted.end;
    return;
  }
  if (reader.bash?.parseDollar(reader, double, list)) return;
  const match = parameterAt(reader, reader.at + 1);
  if (!match) {
    list.add('$', double);
    reader.at++;
    return;
  }
  // Without braces only one digit belongs to the name.
  const name = /^\d/.test(match[0]) ? match[0][0]! : match[0];
  reader.at += 1 + name.length;
  list.push(parameter(name, '', double));
}

/** Takes out the line ends that a backslash hides at a place. */
export function joinLines(reader: Reader, at: number): void {
  while (reader.text.startsWith('\\\n', at)) {
    reader.text = reader.text.slice(0, at) + reader.text.slice(at + 2);
    reader.line++;
  }
}

/** A parameter's name, which may go on over hidden line ends. */
export function parameterAt(reader: Reader, at: number): RegExpExecArray | null {
  for (;;) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(reader.text);
    const end = at + (match?.[0].length ?? 0);
    if (!match || !reader.text.startsWith('\\\n', end)) return match;
    joinLines(reader, end);
  }
}

/** `$((…))`. */
function arithmetic(reader: Reader, double: boolean, list: PartList): void {
  reader.at += 3;
  const expression = parseArithmeticText(reader);
  list.push({ kind: 'arithmetic', expression, compiled: undefined, quoted: double });
}

/** An arithmetic expression up to its two closing parentheses, which are taken. */
export function parseArithmeticText(reader: Reader): Word {
  const list = new PartList();
  let depth = 0;
  const ends = (char: string): boolean => {
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) return true;
    return false;
  };
  // Quotes are no part of ash's expressions.
  const quote = reader.dialect.name === 'ash' ? 'literal' : 'toggle';
  parseParts(reader, { ...DOUBLE, ends, quote }, list);
  if (reader.at >= reader.text.length) endsEarly(reader, "syntax error: missing '))'", ')');
  joinLines(reader, reader.at + 1);
  if (reader.text[reader.at + 1] !== ')') throw new SyntaxProblem("syntax error: missing '))'", reader.line);
  reader.at += 2;
  return list.word();
}

/** A name at the beginning of a text, as in an assignment. */
export function leadingName(text: string): string | undefined {
  NAME.lastIndex = 0;
  return NAME.exec(text)?.[0];
}
