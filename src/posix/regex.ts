/**
 * POSIX regular expressions: leftmost-longest, in linear time but for back references.
 *
 * Own matchers instead of a translation to RegExp: JavaScript's takes the first alternative instead
 * of the longest, and `(a+)+$` would hang the worker. Text is byte strings (see `regex-parse.ts`).
 */
import { createAutomaton } from './regex-dfa.ts';
import { backtrack } from './regex-groups.ts';
import { parseRegex } from './regex-parse.ts';
import { compileProgram, type Program } from './regex-program.ts';
import type { RegexNode, RegexOptions } from './regex-tree.ts';
import { isContinuation } from './regex-utf8.ts';

export { byteClass } from './regex-bracket.ts';
export { RegexError, type RegexOptions } from './regex-tree.ts';
export { charactersOf } from './regex-utf8.ts';

export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** What group n matched, `groups[0]` the whole; undefined where it took no part. */
  readonly groups: readonly (string | undefined)[];
}

export interface Regex {
  /** Number of groups. */
  readonly groups: number;
  test(text: string): boolean;
  /** The leftmost longest match from `from` on; what stands before still counts for `^` and word bounds. */
  exec(text: string, from?: number): RegexMatch | undefined;
  /** Like `exec` without groups, which is cheaper. */
  find(text: string, from?: number): { start: number; end: number } | undefined;
}

/** @throws {RegexError} */
export function compileRegex(pattern: string, options: RegexOptions = {}): Regex {
  const { root, groups } = parseRegex(pattern, options);
  const literal = literalOf(root);
  if (literal !== undefined) return literalRegex(literal);
  const program = compileProgram(root, groups);
  const matching: Matching = {
    program,
    multiline: options.multiline === true,
    // No match begins within a character.
    cannotStart: options.bytes ? () => false : isContinuation,
  };
  return program.hasBack ? backtrackingRegex(matching) : automatonRegex(matching, firstBytes(program));
}

function literalOf(node: RegexNode): string | undefined {
  if (node.kind === 'char') return String.fromCharCode(node.code);
  if (node.kind !== 'seq') return undefined;
  let text = '';
  for (const item of node.items) {
    const part = literalOf(item);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function literalRegex(literal: string): Regex {
  const find = (text: string, from = 0) => {
    const start = text.indexOf(literal, from);
    return start < 0 || from > text.length ? undefined : { start, end: start + literal.length };
  };
  return {
    groups: 0,
    test: (text) => text.includes(literal),
    find,
    exec(text, from) {
      const found = find(text, from);
      return found && { ...found, groups: [literal] };
    },
  };
}

interface Matching {
  readonly program: Program;
  readonly multiline: boolean;
  readonly cannotStart: (byte: number) => boolean;
}

function automatonRegex({ program, multiline, cannotStart }: Matching, first: Uint8Array | undefined): Regex {
  const automaton = createAutomaton(program, multiline);
  const find = (text: string, from = 0) => {
    if (!automaton.anywhere(text, from)) return undefined;
    for (let start = from; start <= text.length; start++) {
      const byte = text.charCodeAt(start) & 0xff;
      if (first ? !first[byte] : cannotStart(byte)) continue;
      const end = automaton.longest(text, start);
      if (end >= 0) return { start, end };
    }
    return undefined;
  };
  return {
    groups: program.groups,
    test: (text) => automaton.anywhere(text, 0),
    find,
    exec(text, from) {
      const found = find(text, from);
      if (!found) return undefined;
      if (program.groups === 0) return { ...found, groups: [text.slice(found.start, found.end)] };
      const slots = backtrack(program, text, found.start, found.end, multiline);
      return slots && matchOf(program, text, slots);
    },
  };
}

function backtrackingRegex({ program, multiline, cannotStart }: Matching): Regex {
  const exec = (text: string, from = 0) => {
    for (let start = from; start <= text.length; start++) {
      if (cannotStart(text.charCodeAt(start))) continue;
      const slots = backtrack(program, text, start, undefined, multiline);
      if (slots) return matchOf(program, text, slots);
    }
    return undefined;
  };
  return { groups: program.groups, test: (text) => exec(text) !== undefined, exec, find: exec };
}

function matchOf(program: Program, text: string, slots: Int32Array): RegexMatch {
  const groups: (string | undefined)[] = [];
  for (let index = 0; index <= program.groups; index++) {
    const [start, end] = [slots[2 * index]!, slots[2 * index + 1]!];
    groups.push(start < 0 || end < 0 ? undefined : text.slice(start, end));
  }
  return { start: slots[0]!, end: slots[1]!, groups };
}

/** Bytes that a match can begin with; undefined where it may be empty or begins with an assertion. */
function firstBytes(program: Program): Uint8Array | undefined {
  const set = new Uint8Array(256);
  const seen = new Set<number>();
  const stack = [0];
  while (stack.length > 0) {
    const pc = stack.pop()!;
    if (seen.has(pc)) continue;
    seen.add(pc);
    const step = program.code[pc]!;
    if (step.op === 'match' || step.op === 'assert') return undefined;
    if (step.op === 'char') set[step.code] = 1;
    else if (step.op === 'set') for (let code = 0; code < 256; code++) set[code]! |= step.set[code]!;
    else if (step.op === 'jump') stack.push(step.to);
    else if (step.op === 'split') stack.push(step.first, step.second);
    else stack.push(pc + 1);
  }
  return set;
}
