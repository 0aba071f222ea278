/**
 * Parses POSIX basic and extended regular expressions to a tree.
 *
 * Text and patterns are byte strings: one UTF-16 unit, 0 to 255, for each byte. Characters are UTF-8's
 * (`regex-utf8.ts`), bytes where `bytes` says so. Brackets are `regex-bracket.ts`. Knows the GNU extensions that everyone's scripts use: `\+ \? \|` in basic expressions,
 * `\w \W \s \S \b \B \< \>`, back references in extended ones.
 * @see POSIX.1-2024, Base Definitions, chapter 9
 */

import { anyCharacter, classNode, parseBracket } from './regex-bracket.ts';
import {
  type AssertKind,
  RegexError,
  type RegexNode,
  type RegexOptions,
  type RegexParser,
} from './regex-tree.ts';
import { characterAt, nodeOfRanges, otherCases } from './regex-utf8.ts';

/** POSIX's RE_DUP_MAX as musl has it. */
const MAX_REPEAT = 255;

/** @throws {RegexError} */
export function parseRegex(pattern: string, options: RegexOptions): { root: RegexNode; groups: number } {
  const p: RegexParser = { text: pattern, at: 0, groups: 0, depth: 0, closed: new Set(), options };
  const root = parseAlternatives(p);
  if (p.at < pattern.length) throw new RegexError("Missing ')'");
  return { root, groups: p.groups };
}

/** True where `operator` is written here: bare in extended expressions, after a backslash in basic ones. */
function sees(p: RegexParser, operator: string): boolean {
  return p.options.extended ? p.text[p.at] === operator : p.text.startsWith(`\\${operator}`, p.at);
}

function take(p: RegexParser): void {
  p.at += p.options.extended ? 1 : 2;
}

function parseAlternatives(p: RegexParser): RegexNode {
  const items = [parseSequence(p)];
  while (sees(p, '|')) {
    take(p);
    items.push(parseSequence(p));
  }
  return items.length === 1 ? items[0]! : { kind: 'alt', items };
}

function parseSequence(p: RegexParser): RegexNode {
  const items: RegexNode[] = [];
  while (p.at < p.text.length && !sees(p, '|')) {
    if (sees(p, ')') && (p.depth > 0 || !p.options.extended)) break;
    const atom = parseAtom(p, items);
    items.push(parseRepeats(p, atom));
  }
  return items.length === 1 ? items[0]! : { kind: 'seq', items };
}

function parseRepeats(p: RegexParser, atom: RegexNode): RegexNode {
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
function parseBounds(p: RegexParser): [number, number] | undefined {
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
    throw new RegexError('Invalid contents of {}');
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

function parseAtom(p: RegexParser, before: readonly RegexNode[]): RegexNode {
  const char = p.text[p.at]!;
  if (sees(p, '(')) return parseGroup(p);
  p.at++;
  if (char === '.') return anyCharacter(p.options);
  if (char === '[') return parseBracket(p);
  if (char === '\\') return parseEscape(p);
  if (char === '^' && (p.options.extended || before.length === 0)) return { kind: 'assert', what: 'bol' };
  if (char === '$' && (p.options.extended || endsBasic(p))) return { kind: 'assert', what: 'eol' };
  if (p.options.extended && '*+?'.includes(char) && before.length === 0) {
    throw new RegexError('Repetition not preceded by valid expression');
  }
  p.at--;
  return literal(p);
}

/** The character at this place as itself. */
function literal(p: RegexParser): RegexNode {
  const character = p.options.bytes ? undefined : characterAt(p.text, p.at);
  const code = character?.code ?? p.text.charCodeAt(p.at) & 0xff;
  p.at += character?.length ?? 1;
  const others = p.options.ignoreCase && (character || code < 0x80) ? otherCases(code) : [];
  if (others.length > 0) return nodeOfRanges([code, ...others].map((each) => [each, each]));
  const length = character?.length ?? 1;
  if (length === 1) return { kind: 'char', code };
  const bytes = [...p.text.slice(p.at - length, p.at)];
  return { kind: 'seq', items: bytes.map((byte) => ({ kind: 'char', code: byte.charCodeAt(0) })) };
}

function endsBasic(p: RegexParser): boolean {
  return p.at === p.text.length || sees(p, ')') || sees(p, '|');
}

function parseGroup(p: RegexParser): RegexNode {
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

function parseEscape(p: RegexParser): RegexNode {
  const char = p.text[p.at++];
  if (char === undefined) throw new RegexError('Trailing backslash');
  const what = ESCAPED_ASSERTS[char];
  if (what) return { kind: 'assert', what };
  if (char >= '1' && char <= '9') {
    const index = Number(char);
    if (!p.closed.has(index)) throw new RegexError('Invalid back reference');
    return { kind: 'back', index };
  }
  if (char === 'w' || char === 'W') return classNode(['alnum', '_'], char === 'W', p.options);
  if (char === 's' || char === 'S') return classNode(['space'], char === 'S', p.options);
  const byte = char === 'x' ? /^[0-9a-f]{2}/i.exec(p.text.slice(p.at))?.[0] : undefined;
  if (byte !== undefined) {
    p.at += 2;
    return { kind: 'char', code: Number.parseInt(byte, 16) };
  }
  const control = 'n\nt\tr\rf\fv\va\x07e\x1b'.indexOf(char);
  if (control >= 0 && control % 2 === 0) {
    return { kind: 'char', code: 'n\nt\tr\rf\fv\va\x07e\x1b'.charCodeAt(control + 1) };
  }
  p.at--;
  return literal(p);
}
