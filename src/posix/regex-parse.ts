/**
 * Parses POSIX basic and extended regular expressions to a tree.
 *
 * Text and patterns are byte strings: one UTF-16 unit, 0 to 255, for each byte, as musl's C locale
 * sees them. Knows the GNU extensions that everyone's scripts use: `\+ \? \|` in basic expressions,
 * `\w \W \s \S \b \B \< \>`, back references in extended ones.
 * @see POSIX.1-2024, Base Definitions, chapter 9
 */

/** A set of bytes: 1 at each member's index. */
export type ByteSet = Uint8Array;

export type AssertKind =
  | 'bol'
  | 'eol'
  | 'word'
  | 'notWord'
  | 'wordStart'
  | 'wordEnd'
  | 'textStart'
  | 'textEnd';

export type RegexNode =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'seq'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'alt'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly item: RegexNode; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly index: number; readonly item: RegexNode }
  | { readonly kind: 'assert'; readonly what: AssertKind }
  | { readonly kind: 'back'; readonly index: number };

export interface RegexOptions {
  /** ERE; BRE where absent. */
  readonly extended?: boolean;
  /** Ignores the case of ASCII letters. */
  readonly ignoreCase?: boolean;
  /** `^` and `$` also match at line breaks within the text. */
  readonly multiline?: boolean;
  /** Backslash escapes count inside brackets too, as awk has it. */
  readonly bracketEscapes?: boolean;
}

/** A pattern that is none; `message` is in musl's words. */
export class RegexError extends Error {}

/** POSIX's RE_DUP_MAX as musl has it. */
const MAX_REPEAT = 255;

const CLASSES: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t\n\v\f\r]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  print: /[ -~]/,
  graph: /[!-~]/,
  cntrl: /[\x00-\x1f\x7f]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** The bytes of a POSIX character class, or undefined where there is none of that name. */
export function byteClass(name: string): ByteSet | undefined {
  const pattern = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (!pattern) return undefined;
  const set = new Uint8Array(256);
  for (let code = 0; code < 128; code++) if (pattern.test(String.fromCharCode(code))) set[code] = 1;
  return set;
}

export const isWordByte = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);

interface Parser {
  readonly text: string;
  at: number;
  groups: number;
  depth: number;
  readonly closed: Set<number>;
  readonly options: RegexOptions;
}

/** @throws {RegexError} */
export function parseRegex(pattern: string, options: RegexOptions): { root: RegexNode; groups: number } {
  const p: Parser = { text: pattern, at: 0, groups: 0, depth: 0, closed: new Set(), options };
  const root = parseAlternatives(p);
  if (p.at < pattern.length) throw new RegexError("Missing ')'");
  return { root, groups: p.groups };
}

/** True where `operator` is written here: bare in extended expressions, after a backslash in basic ones. */
function sees(p: Parser, operator: string): boolean {
  return p.options.extended ? p.text[p.at] === operator : p.text.startsWith(`\\${operator}`, p.at);
}

function take(p: Parser): void {
  p.at += p.options.extended ? 1 : 2;
}

function parseAlternatives(p: Parser): RegexNode {
  const items = [parseSequence(p)];
  while (sees(p, '|')) {
    take(p);
    items.push(parseSequence(p));
  }
  return items.length === 1 ? items[0]! : { kind: 'alt', items };
}

function parseSequence(p: Parser): RegexNode {
  const items: RegexNode[] = [];
  while (p.at < p.text.length && !sees(p, '|')) {
    if (sees(p, ')') && (p.depth > 0 || !p.options.extended)) break;
    const atom = parseAtom(p, items);
    items.push(parseRepeats(p, atom));
  }
  return items.length === 1 ? items[0]! : { kind: 'seq', items };
}

function parseRepeats(p: Parser, atom: RegexNode): RegexNode {
  // A star after an anchor that begins a basic expression is itself.
  if (!p.options.extended && atom.kind === 'assert' && atom.what === 'bol') return atom;
  let node = atom;
  for (;;) {
    const bounds = parseBounds(p);
    if (!bounds) return node;
    node = { kind: 'repeat', item: node, min: bounds[0], max: bounds[1] };
  }
}

/** A repetition operator at this place; maximum -1 means none. */
function parseBounds(p: Parser): [number, number] | undefined {
  if (p.text[p.at] === '*') {
    p.at++;
    return [0, -1];
  }
  if (sees(p, '+')) {
    take(p);
    return [1, -1];
  }
  if (sees(p, '?')) {
    take(p);
    return [0, 1];
  }
  if (!sees(p, '{')) return undefined;
  const rest = p.text.slice(p.at + (p.options.extended ? 1 : 2));
  const found = (p.options.extended ? /^(\d*)(,?)(\d*)\}/ : /^(\d*)(,?)(\d*)\\\}/).exec(rest);
  if (!found || (found[1] === '' && found[2] === '')) {
    if (p.options.extended && !/^\d/.test(rest)) return undefined;
    throw new RegexError(rest.includes('}') ? 'Invalid contents of {}' : "Missing '}'");
  }
  const min = Number(found[1] || 0);
  const max = found[3] ? Number(found[3]) : found[2] ? -1 : min;
  if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && max < min)) {
    throw new RegexError('Invalid contents of {}');
  }
  take(p);
  p.at += found[0].length;
  return [min, max];
}

function parseAtom(p: Parser, before: readonly RegexNode[]): RegexNode {
  const char = p.text[p.at]!;
  if (sees(p, '(')) return parseGroup(p);
  p.at++;
  if (char === '.') return { kind: 'set', set: new Uint8Array(256).fill(1) };
  if (char === '[') return { kind: 'set', set: parseBracket(p) };
  if (char === '\\') return parseEscape(p);
  if (char === '^' && (p.options.extended || before.length === 0)) return { kind: 'assert', what: 'bol' };
  if (char === '$' && (p.options.extended || endsBasic(p))) return { kind: 'assert', what: 'eol' };
  if (p.options.extended && '*+?'.includes(char) && before.length === 0) {
    throw new RegexError('Repetition not preceded by valid expression');
  }
  return literal(char.charCodeAt(0), p.options);
}

function endsBasic(p: Parser): boolean {
  return p.at === p.text.length || sees(p, ')') || sees(p, '|');
}

function parseGroup(p: Parser): RegexNode {
  take(p);
  const index = ++p.groups;
  // The parser, the compiler and the matchers recurse or grow with depth: bound it.
  if (++p.depth > 200) throw new RegexError('Out of memory');
  const item = parseAlternatives(p);
  if (!sees(p, ')')) throw new RegexError("Missing ')'");
  take(p);
  p.depth--;
  p.closed.add(index);
  return { kind: 'group', index, item };
}

const ESCAPED_ASSERTS: Readonly<Record<string, AssertKind>> = {
  b: 'word',
  B: 'notWord',
  '<': 'wordStart',
  '>': 'wordEnd',
  '`': 'textStart',
  "'": 'textEnd',
};

function parseEscape(p: Parser): RegexNode {
  const char = p.text[p.at++];
  if (char === undefined) throw new RegexError('Trailing backslash');
  const what = ESCAPED_ASSERTS[char];
  if (what) return { kind: 'assert', what };
  if (char >= '1' && char <= '9') {
    const index = Number(char);
    if (!p.closed.has(index)) throw new RegexError('Invalid back reference');
    return { kind: 'back', index };
  }
  if (char === 'w' || char === 'W') return { kind: 'set', set: wordSet(char === 'W') };
  if (char === 's') return { kind: 'set', set: byteClass('space')! };
  if (char === 'S') return { kind: 'set', set: byteClass('space')!.map((member) => 1 - member) };
  const control = 'n\nt\tr\rf\fv\va\x07e\x1b'.indexOf(char);
  if (control >= 0 && control % 2 === 0) {
    return { kind: 'char', code: 'n\nt\tr\rf\fv\va\x07e\x1b'.charCodeAt(control + 1) };
  }
  return literal(char.charCodeAt(0), p.options);
}

function wordSet(inverted: boolean): ByteSet {
  const set = new Uint8Array(256);
  for (let code = 0; code < 256; code++) set[code] = isWordByte(code) === inverted ? 0 : 1;
  return set;
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function literal(code: number, options: RegexOptions): RegexNode {
  if (!options.ignoreCase || !isLetter(code)) return { kind: 'char', code: code & 0xff };
  const set = new Uint8Array(256);
  set[code | 32] = 1;
  set[code & ~32] = 1;
  return { kind: 'set', set };
}

/** A bracket expression, from behind its `[`. */
function parseBracket(p: Parser): ByteSet {
  const set = new Uint8Array(256);
  const inverted = p.text[p.at] === '^';
  if (inverted) p.at++;
  for (let first = true; ; first = false) {
    const char = p.text[p.at];
    if (char === undefined) throw new RegexError("Missing ']'");
    if (char === ']' && !first) break;
    if (p.text.startsWith('[:', p.at)) {
      addClass(p, set);
      continue;
    }
    const low = bracketMember(p);
    if (p.text[p.at] === '-' && p.text[p.at + 1] !== undefined && p.text[p.at + 1] !== ']') {
      p.at++;
      const high = bracketMember(p);
      if (high < low) throw new RegexError('Invalid character range');
      set.fill(1, low, high + 1);
    } else {
      set[low] = 1;
    }
  }
  p.at++;
  if (p.options.ignoreCase) foldCase(set);
  return inverted ? set.map((member) => 1 - member) : set;
}

function addClass(p: Parser, set: ByteSet): void {
  const end = p.text.indexOf(':]', p.at + 2);
  const members = end < 0 ? undefined : byteClass(p.text.slice(p.at + 2, end));
  if (!members) throw new RegexError('Unknown character class name');
  for (let code = 0; code < 256; code++) if (members[code]) set[code] = 1;
  p.at = end + 2;
}

function bracketMember(p: Parser): number {
  const opening = p.text.slice(p.at, p.at + 2);
  if (opening === '[.' || opening === '[=') {
    const close = `${opening[1]}]`;
    const end = p.text.indexOf(close, p.at + 2);
    if (end !== p.at + 3) throw new RegexError('Unknown collating element');
    p.at = end + 2;
    return p.text.charCodeAt(end - 1) & 0xff;
  }
  if (p.options.bracketEscapes && p.text[p.at] === '\\' && p.at + 1 < p.text.length) {
    p.at++;
    const at = 'n\nt\tr\rf\fv\va\x07b\b'.indexOf(p.text[p.at]!);
    p.at++;
    return at >= 0 && at % 2 === 0
      ? 'n\nt\tr\rf\fv\va\x07b\b'.charCodeAt(at + 1)
      : p.text.charCodeAt(p.at - 1) & 0xff;
  }
  return p.text.charCodeAt(p.at++) & 0xff;
}

function foldCase(set: ByteSet): void {
  for (let code = 65; code <= 90; code++) {
    if (set[code] || set[code | 32]) set[code] = set[code | 32] = 1;
  }
}
