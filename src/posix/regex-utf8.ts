/**
 * Characters beyond ASCII in regular expressions: sets of code points to nodes over UTF-8's bytes.
 *
 * The automata stay automata over bytes; a character is a short sequence of byte sets. A byte that belongs
 * to no valid sequence is no character, so neither `.` nor an inverted bracket matches it, as with musl.
 */
import type { RegexNode } from './regex-tree.ts';

/** Code points, both ends included. */
export type CodeRange = readonly [from: number, to: number];

const LAST = 0x10ffff;

/** The character whose first byte stands at `at`; undefined where the bytes there are none. */
export function characterAt(text: string, at: number): { code: number; length: number } | undefined {
  const lead = text.charCodeAt(at);
  if (lead < 0x80) return { code: lead, length: 1 };
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > text.length) return undefined;
  let code = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = text.charCodeAt(at + i);
    if (!isContinuation(next)) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length]!;
  return code < least || code > LAST || (code >= 0xd800 && code < 0xe000) ? undefined : { code, length };
}

/** The characters of a byte string, a byte that belongs to none by itself. */
export function charactersOf(text: string): string[] {
  const out: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = characterAt(text, at)?.length ?? 1;
    out.push(text.slice(at, at + length));
    at += length;
  }
  return out;
}

/** A byte within a character: no match begins there. */
export function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Everything that the ranges leave out. */
export function invertRanges(ranges: readonly CodeRange[]): CodeRange[] {
  const out: CodeRange[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from > next) out.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= LAST) out.push([next, LAST]);
  return out;
}

/** The ranges with the other case of each letter; of long ranges only ASCII's. */
export function foldRanges(ranges: readonly CodeRange[]): CodeRange[] {
  const out = [...ranges];
  for (const [from, to] of ranges) {
    const last = to - from > 0x400 ? Math.min(to, 0x7f) : to;
    for (let code = from; code <= last; code++)
      for (const other of otherCases(code)) out.push([other, other]);
  }
  return out;
}

/** Code points that differ from this one in case only. */
export function otherCases(code: number): number[] {
  const char = String.fromCodePoint(code);
  return [char.toLowerCase(), char.toUpperCase()]
    .filter((other) => other !== char && [...other].length === 1)
    .map((other) => other.codePointAt(0)!);
}

/** A node that matches one character of these. */
export function nodeOfRanges(ranges: readonly CodeRange[]): RegexNode {
  // Sequences with the same tail are one: their first bytes form a set.
  const heads = new Map<string, { set: Uint8Array; tail: readonly CodeRange[] }>();
  for (const [from, to] of ranges) {
    for (const [head, ...tail] of byteSequences(from, to)) {
      const key = tail.join(';');
      const entry = heads.get(key) ?? { set: new Uint8Array(256), tail };
      heads.set(key, entry);
      entry.set.fill(1, head![0], head![1] + 1);
    }
  }
  const items = [...heads.values()].map(({ set, tail }): RegexNode => {
    const first: RegexNode = { kind: 'set', set };
    if (tail.length === 0) return first;
    return { kind: 'seq', items: [first, ...tail.map(([from, to]) => setNode(from, to))] };
  });
  if (items.length === 0) return { kind: 'set', set: new Uint8Array(256) };
  return items.length === 1 ? items[0]! : { kind: 'alt', items };
}

function setNode(from: number, to: number): RegexNode {
  return { kind: 'set', set: new Uint8Array(256).fill(1, from, to + 1) };
}

/** Splits a range of code points where its UTF-8 changes length or the bytes behind the first are not all of 80-BF. */
function* byteSequences(from: number, to: number): Generator<CodeRange[]> {
  for (const [low, high] of [
    [0, 0x7f],
    [0x80, 0x7ff],
    [0x800, 0xd7ff],
    [0xe000, 0xffff],
    [0x10000, LAST],
  ] as const) {
    if (from > high || to < low) continue;
    yield* sameLength(Math.max(from, low), Math.min(to, high));
  }
}

function* sameLength(from: number, to: number): Generator<CodeRange[]> {
  const [first, last] = [bytesOfCode(from), bytesOfCode(to)];
  for (let bits = 6; bits <= 6 * (first.length - 1); bits += 6) {
    const mask = (1 << bits) - 1;
    if (from >> bits === to >> bits) continue;
    if (from & mask) {
      yield* sameLength(from, from | mask);
      yield* sameLength((from | mask) + 1, to);
      return;
    }
    if ((to & mask) !== mask) {
      yield* sameLength(from, (to & ~mask) - 1);
      yield* sameLength(to & ~mask, to);
      return;
    }
  }
  yield first.map((byte, i) => [byte, last[i]!]);
}

function bytesOfCode(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
  return [
    0xf0 | (code >> 18),
    0x80 | ((code >> 12) & 0x3f),
    0x80 | ((code >> 6) & 0x3f),
    0x80 | (code & 0x3f),
  ];
}

/** Letters beyond U+0800, by blocks: exact tables would make automata of thousands of states. */
const LETTER_BLOCKS: readonly CodeRange[] = [
  [0x800, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3040, 0xd7ff],
  [0xf900, 0xfaff],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
  [0xff66, 0xffdc],
  [0x20000, 0x3ffff],
];

const SPACES: readonly CodeRange[] = [
  [0x1680, 0x1680],
  [0x2000, 0x2006],
  [0x2008, 0x200a],
  [0x2028, 0x2029],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

const known = new Map<string, readonly CodeRange[]>();

/** What a character class has beyond ASCII. */
export function classBeyondAscii(name: string): readonly CodeRange[] {
  const found = known.get(name) ?? makeClass(name);
  known.set(name, found);
  return found;
}

function makeClass(name: string): readonly CodeRange[] {
  switch (name) {
    case 'alpha':
      return [...matching(/\p{L}/u), ...LETTER_BLOCKS];
    case 'alnum':
      return [...matching(/[\p{L}\p{N}]/u), ...LETTER_BLOCKS];
    case 'upper':
      return matching(/\p{Lu}/u);
    case 'lower':
      return matching(/\p{Ll}/u);
    case 'space':
      return SPACES;
    case 'punct': {
      const taken = [
        [0, 0x7f],
        ...matching(/[\p{L}\p{N}\p{C}]/u),
        ...LETTER_BLOCKS,
        ...SPACES,
      ] as CodeRange[];
      return invertRanges(taken);
    }
    case 'print':
    case 'graph':
      return [[0xa0, LAST]];
    case 'cntrl':
      return [[0x80, 0x9f]];
    default:
      return [];
  }
}

/** Code points of two bytes that match. */
function matching(pattern: RegExp): CodeRange[] {
  const out: [number, number][] = [];
  for (let code = 0x80; code < 0x800; code++) {
    if (!pattern.test(String.fromCodePoint(code))) continue;
    const last = out.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else out.push([code, code]);
  }
  return out;
}
