/**
 * JSON as Go's encoding/json reads it: the same texts, and of others its words of what is wrong.
 *
 * @see Go encoding/json: Unmarshal takes a whole text, Decoder.Decode the first value of a stream
 */
import { StrataError } from './errors.ts';
import { escapeHtml } from './go-json.ts';

const DEEPEST = 10_000;

/** The value that a whole text is. @throws StrataError `EJSON` */
export function readJson(text: string): unknown {
  const end = endOfValue(text, 'unexpected end of JSON input');
  const rest = skipBlanks(text, end);
  if (rest < text.length) throw unexpected(text, rest, 'after top-level value');
  return JSON.parse(text);
}

/** The value that a text begins with, whatever follows it. @throws StrataError `EJSON` */
export function readFirstJson(text: string): unknown {
  if (skipBlanks(text, 0) === text.length) throw wrong('EOF');
  return JSON.parse(text.slice(0, endOfValue(text, 'unexpected EOF')));
}

/**
 * The members of an object, each as it is written but for blanks, which is what Go's RawMessage keeps:
 * numbers have their digits, members of members their order.
 *
 * @throws StrataError `EJSON`
 */
export function rawMembers(text: string): Map<string, string> {
  const members = new Map<string, string>();
  if (jsonKind(readJson(text)) !== 'object') return members;
  for (let at = skipBlanks(text, skipBlanks(text, 0) + 1); text[at] !== '}'; ) {
    const value = endOfKey(text, at, '');
    const end = endOfValue(text, '', value);
    members.set(
      JSON.parse(text.slice(at, endOfString(text, at, ''))) as string,
      withoutBlanks(text.slice(value, end)),
    );
    const next = skipBlanks(text, end);
    at = text[next] === ',' ? skipBlanks(text, next + 1) : next;
  }
  return members;
}

/** Go's json.Compact as json.Marshal calls it. */
function withoutBlanks(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (part) => (part[0] === '"' ? escapeHtml(part) : ''));
}

/** What Go calls a value's kind where it is not the one that was expected. */
export function jsonKind(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : value === null ? 'null' : typeof value;
}

/** Where the first value ends. Not recursive: how deep it is says a stranger. */
function endOfValue(text: string, early: string, from = 0): number {
  const open: string[] = [];
  let at = skipBlanks(text, from);
  for (;;) {
    const begun = text[at];
    if (begun === undefined) throw wrong(early);
    if (begun === '{' || begun === '[') {
      if (open.push(begun) > DEEPEST) throw wrong('exceeded max depth');
      at = skipBlanks(text, at + 1);
      if (text[at] !== closerOf(begun)) {
        if (begun === '{') at = endOfKey(text, at, early);
        continue;
      }
      open.pop();
      at++;
    } else at = endOfScalar(text, at, early);
    // What follows a value: the ends of all that it is the last of, or a comma.
    for (;;) {
      const outer = open.at(-1);
      if (outer === undefined) return at;
      at = skipBlanks(text, at);
      const next = text[at];
      if (next === undefined) throw wrong(early);
      at++;
      if (next === closerOf(outer)) {
        open.pop();
        continue;
      }
      if (next !== ',') {
        throw unexpected(text, at - 1, outer === '{' ? 'after object key:value pair' : 'after array element');
      }
      at = skipBlanks(text, at);
      if (outer === '{') at = endOfKey(text, at, early);
      break;
    }
  }
}

const closerOf = (opener: string): string => (opener === '{' ? '}' : ']');

/** Past an object's key and its colon. */
function endOfKey(text: string, at: number, early: string): number {
  if (at >= text.length) throw wrong(early);
  if (text[at] !== '"') throw unexpected(text, at, 'looking for beginning of object key string');
  const colon = skipBlanks(text, endOfString(text, at, early));
  if (colon >= text.length) throw wrong(early);
  if (text[colon] !== ':') throw unexpected(text, colon, 'after object key');
  return skipBlanks(text, colon + 1);
}

const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null' };

function endOfScalar(text: string, at: number, early: string): number {
  const first = text[at]!;
  if (first === '"') return endOfString(text, at, early);
  if (/[-0-9]/.test(first)) return endOfNumber(text, at, early);
  const literal = LITERALS[first];
  if (!literal) throw unexpected(text, at, 'looking for beginning of value');
  for (let i = 1; i < literal.length; i++) {
    if (at + i >= text.length) throw wrong(early);
    if (text[at + i] !== literal[i]) {
      throw unexpected(text, at + i, `in literal ${literal} (expecting '${literal[i]}')`);
    }
  }
  return at + literal.length;
}

function endOfNumber(text: string, from: number, early: string): number {
  let at = text[from] === '-' ? from + 1 : from;
  const digits = (): void => {
    if (at >= text.length) throw wrong(early);
    if (!isDigit(text[at])) throw unexpected(text, at, 'in numeric literal');
    while (isDigit(text[at])) at++;
  };
  // A number that begins with zero is over behind it.
  if (text[at] === '0') at++;
  else digits();
  if (text[at] === '.') {
    at++;
    digits();
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at++;
    if (text[at] === '+' || text[at] === '-') at++;
    digits();
  }
  return at;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function endOfString(text: string, from: number, early: string): number {
  for (let at = from + 1; ; at++) {
    const char = text[at];
    if (char === undefined) throw wrong(early);
    if (char === '"') return at + 1;
    if (char < ' ') throw unexpected(text, at, 'in string');
    if (char !== '\\') continue;
    const letter = text[at + 1];
    if (letter === undefined) throw wrong(early);
    const length = letter === 'u' ? 6 : 2;
    const sequence = text.slice(at, at + length);
    const valid = letter === 'u' ? /^\\u[0-9a-fA-F]*$/.test(sequence) : /["\\/bfnrt]/.test(letter);
    if (!valid) throw wrong(`invalid escape sequence \`${sequence}\` in string`);
    if (sequence.length < length) throw wrong(early);
    at += length - 1;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at++;
  return at;
}

function unexpected(text: string, at: number, where: string): StrataError {
  return wrong(`invalid character ${quoted(text.codePointAt(at)!)} ${where}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** Go's strconv.QuoteRune. */
function quoted(code: number): string {
  const char = String.fromCodePoint(code);
  const letter = ESCAPES[char];
  if (letter) return `'${letter}'`;
  if (code < 0x80 && /[\x00-\x1f\x7f]/.test(char)) return `'\\x${code.toString(16).padStart(2, '0')}'`;
  // As Go's unicode.IsPrint has it: letters, marks, numbers, punctuation, symbols.
  if (code === 0x20 || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(char)) return `'${char}'`;
  return code > 0xffff
    ? `'\\U${code.toString(16).padStart(8, '0')}'`
    : `'\\u${code.toString(16).padStart(4, '0')}'`;
}

function wrong(message: string): StrataError {
  return new StrataError('EJSON', message);
}
