/**
 * How the text after an instruction splits into flags and arguments; each instruction has its form.
 *
 * @see Dockerfile reference, the forms at the head of each instruction
 */
import { decode, encode } from '../base/index.ts';
import { isSpace, quote, SPACE, trim, trimStart } from './go-text.ts';
import { fault } from './location.ts';
import type { Argument, InstructionNode } from './tree.ts';

interface Arguments {
  readonly args: readonly Argument[];
  readonly json: boolean;
}
type ParseLine = (line: string) => InstructionNode;
type Form = (rest: string, escapeChar: string, parseLine: ParseLine) => Arguments;

/** White space between words. Unlike elsewhere only ASCII's, without newline. */
const BLANKS = /[\t\v\f\r ]+/;

const plain = (values: readonly string[]): Arguments => ({
  args: values.map((value) => ({ value })),
  json: false,
});
const NOTHING = plain([]);

const FORMS = new Map<string, Form>([
  ['add', jsonOrWords],
  ['arg', (rest, escapeChar) => plain(quotedWords(rest, escapeChar))],
  ['cmd', jsonOrText],
  ['copy', jsonOrWords],
  ['entrypoint', jsonOrText],
  ['env', (rest, escapeChar) => pairs(rest, 'ENV', escapeChar)],
  ['expose', words],
  ['from', words],
  ['healthcheck', healthcheck],
  ['label', (rest, escapeChar) => pairs(rest, 'LABEL', escapeChar)],
  ['maintainer', text],
  ['onbuild', trigger],
  ['run', jsonOrText],
  ['shell', jsonOrText],
  ['stopsignal', text],
  ['user', text],
  ['volume', jsonOrWords],
  ['workdir', text],
]);

/** @throws StrataError `EDOCKERFILE` */
export function parseArguments(
  keyword: string,
  rest: string,
  escapeChar: string,
  parseLine: ParseLine,
): Arguments {
  const form = FORMS.get(keyword.toLowerCase());
  // An unknown instruction keeps its place in the tree; that it is unknown is told later.
  return form ? form(rest, escapeChar, parseLine) : plain(['']);
}

/** Keyword, `--flags`, and the rest. */
export function splitInstruction(
  line: string,
  escapeChar: string,
): { keyword: string; flags: readonly string[]; rest: string } {
  const whole = trim(line);
  const blank = BLANKS.exec(whole);
  if (!blank) return { keyword: whole, flags: [], rest: '' };
  const keyword = whole.slice(0, blank.index);
  const { flags, rest } = takeFlags(whole.slice(blank.index + blank[0].length), escapeChar);
  return { keyword, flags, rest: trim(rest) };
}

/** Takes words that begin with `--` off the front; `--` alone ends them. Quotes and escapes go. */
function takeFlags(text: string, escapeChar: string): { flags: string[]; rest: string } {
  const { flags, rest } = takeByteFlags(bytesOf(text), escapeChar);
  return { flags, rest: textOf(rest) };
}

/** BuildKit takes each byte of what may be flags for a character. */
function bytesOf(text: string): string {
  return Array.from(encode(text), (byte) => String.fromCharCode(byte)).join('');
}

function textOf(bytes: string): string {
  return decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

function takeByteFlags(line: string, escapeChar: string): { flags: string[]; rest: string } {
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (at < line.length && isSpace(line[at]!)) at++;
    if (!line.startsWith('--', at)) return { flags, rest: line.slice(at) };
    const { word, quoted, end } = takeFlag(line, at, escapeChar);
    at = end;
    if (word === '--' && at < line.length) return { flags, rest: line.slice(at) };
    if (word !== '--' && (quoted || word)) flags.push(word);
    if (at >= line.length) return { flags, rest: '' };
  }
}

function takeFlag(
  line: string,
  from: number,
  escapeChar: string,
): { word: string; quoted: boolean; end: number } {
  let word = '';
  let quoteMark = '';
  let quoted = false;
  let at = from;
  for (; at < line.length; at++) {
    const char = line[at]!;
    if (!quoteMark && isSpace(char)) break;
    if (char === quoteMark) quoteMark = '';
    else if (!quoteMark && (char === "'" || char === '"')) {
      quoteMark = char;
      quoted = true;
    } else if (char === escapeChar) word += line[++at] ?? '';
    else word += char;
  }
  return { word, quoted, end: Math.min(at, line.length) };
}

function text(rest: string): Arguments {
  return rest === '' ? NOTHING : plain([rest]);
}

function words(rest: string): Arguments {
  return rest === '' ? NOTHING : plain(rest.split(BLANKS));
}

function jsonOrText(rest: string): Arguments {
  return rest === '' ? NOTHING : (json(rest) ?? text(rest));
}

function jsonOrWords(rest: string): Arguments {
  return json(rest) ?? words(rest);
}

/** A JSON array of strings; undefined where it is no JSON array. */
function json(rest: string): Arguments | undefined {
  const body = trimStart(rest);
  if (!body.startsWith('[')) return undefined;
  let values: unknown;
  try {
    values = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!(values as unknown[]).every((value) => typeof value === 'string')) {
    throw fault('when using JSON array syntax, arrays must be comprised of strings only');
  }
  return { args: (values as string[]).map((value) => ({ value })), json: true };
}

function trigger(rest: string, _escape: string, parseLine: ParseLine): Arguments {
  return rest === '' ? NOTHING : { args: [{ value: '', child: parseLine(rest) }], json: false };
}

function healthcheck(rest: string): Arguments {
  const kind = new RegExp(`^[^${SPACE}]*`).exec(rest)![0];
  if (!kind) return NOTHING;
  const command = jsonOrText(trimStart(rest.slice(kind.length)));
  return { args: [{ value: kind }, ...command.args], json: command.json };
}

/** `KEY=value KEY=value …` as key, value, `=`; the old `KEY value` as key, value, nothing. */
function pairs(rest: string, keyword: string, escapeChar: string): Arguments {
  const found = quotedWords(rest, escapeChar);
  if (found.length === 0) return NOTHING;
  if (!found[0]!.includes('=')) {
    const blank = BLANKS.exec(rest);
    if (!blank) throw fault(`${keyword} must have two arguments`);
    return plain([rest.slice(0, blank.index), rest.slice(blank.index + blank[0].length), '']);
  }
  return plain(
    found.flatMap((word) => {
      const equals = word.indexOf('=');
      if (equals < 0) {
        throw fault(`Syntax error - can't find = in ${quote(word)}. Must be of the form: name=value`);
      }
      return [word.slice(0, equals), word.slice(equals + 1), '='];
    }),
  );
}

/** Words between white space; quotes and escapes keep together and stay in the words. */
function quotedWords(rest: string, escapeChar: string): string[] {
  const found: string[] = [];
  let word = '';
  let quoteMark = '';
  let quoted = false;
  const end = (): void => {
    if (quoted || word) found.push(word);
    word = '';
    quoted = false;
  };
  for (let at = 0; at < rest.length; at++) {
    const char = rest[at]!;
    if (!quoteMark && isSpace(char)) {
      end();
    } else if (char === escapeChar && quoteMark !== "'") {
      if (at + 1 < rest.length) word += char + rest[++at]!;
    } else {
      if (char === quoteMark) quoteMark = '';
      else if (!quoteMark && (char === "'" || char === '"')) {
        quoteMark = char;
        quoted = true;
      }
      word += char;
    }
  }
  end();
  return found;
}
