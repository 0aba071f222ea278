/**
 * Runs a program without back references as a deterministic automaton that is made as it goes.
 *
 * Time is linear in the text whatever the pattern, which is why hostile patterns cannot hang a
 * worker, and the longest match is found, which is what POSIX asks for. A state is the set of
 * instructions waiting before the next byte and what kind of byte came before (for anchors and word
 * bounds); whether it accepts depends on that next byte, so acceptance is a bit of the transition.
 */

import type { Program } from './regex-program.ts';
import { type AssertKind, isWordByte } from './regex-tree.ts';

/** The "byte" after the last one. */
const END = 256;
const UNKNOWN = -1;
const DEAD = 0;
/** Past this the states are forgotten and made again. */
const MAX_STATES = 1000;

/** What stands before a position. */
const START = 0;
const NEWLINE = 1;
const WORD = 2;
const OTHER = 3;

interface State {
  readonly waiting: readonly number[];
  readonly previous: number;
  /** For each byte and END: target state × 2 + accepts; UNKNOWN where not computed yet. */
  readonly next: Int32Array;
}

export interface Automaton {
  /** End of the longest match that begins at `start`, or -1. */
  longest(text: string, start: number): number;
  /** Whether a match begins anywhere from `start` on. */
  anywhere(text: string, start: number): boolean;
}

export function createAutomaton(program: Program, multiline: boolean): Automaton {
  const anchored = createRunner(program, multiline, false);
  let floating: Runner | undefined;
  return {
    longest: (text, start) => anchored(text, start, false),
    anywhere(text, start) {
      floating ??= createRunner(program, multiline, true);
      return floating(text, start, true) >= 0;
    },
  };
}

type Runner = (text: string, start: number, first: boolean) => number;

function createRunner(program: Program, multiline: boolean, floating: boolean): Runner {
  const { code } = program;
  const marks = new Int32Array(code.length);
  let generation = 0;
  let states: State[] = [];
  let byKey = new Map<string, number>();
  forget();

  function forget(): void {
    states = [];
    byKey = new Map();
    intern([], OTHER);
  }

  function intern(waiting: number[], previous: number): number {
    const kind = waiting.length > 0 && program.hasAssert ? previous : OTHER;
    const key = `${kind}:${waiting.join()}`;
    let index = byKey.get(key);
    if (index === undefined) {
      index = states.push({ waiting, previous: kind, next: new Int32Array(END + 1).fill(UNKNOWN) }) - 1;
      byKey.set(key, index);
    }
    return index;
  }

  /** Follows what consumes nothing; fills `consuming`, answers whether a match is reached. */
  function close(state: State, byte: number, consuming: number[]): boolean {
    generation++;
    let accepts = false;
    const stack = [...state.waiting].reverse();
    while (stack.length > 0) {
      const pc = stack.pop()!;
      if (marks[pc] === generation) continue;
      marks[pc] = generation;
      const step = code[pc]!;
      if (step.op === 'match') accepts = true;
      else if (step.op === 'char' || step.op === 'set') consuming.push(pc);
      else if (step.op === 'jump') stack.push(step.to);
      else if (step.op === 'split') stack.push(step.second, step.first);
      else if (step.op !== 'assert' || holds(step.what, state.previous, byte, multiline)) stack.push(pc + 1);
    }
    return accepts;
  }

  function compute(index: number, byte: number): number {
    const state = states[index]!;
    const consuming: number[] = [];
    const accepts = close(state, byte, consuming) ? 1 : 0;
    let target = DEAD;
    if (byte !== END) {
      const waiting: number[] = [];
      for (const pc of consuming) {
        const step = code[pc]!;
        if (step.op === 'char' ? step.code === byte : step.op === 'set' && step.set[byte])
          waiting.push(pc + 1);
      }
      if (floating && !waiting.includes(0)) waiting.push(0);
      target = intern(waiting, kindOf(byte));
    }
    const packed = target * 2 + accepts;
    state.next[byte] = packed;
    return packed;
  }

  return (text, start, first) => {
    if (states.length > MAX_STATES) forget();
    let index = intern([0], start === 0 ? START : kindOf(text.charCodeAt(start - 1)));
    let end = -1;
    for (let at = start; index !== DEAD; at++) {
      const byte = at < text.length ? text.charCodeAt(at) & 0xff : END;
      let packed = states[index]!.next[byte]!;
      if (packed === UNKNOWN) {
        packed = compute(index, byte);
        if (states.length > MAX_STATES) {
          const { waiting, previous } = states[packed >> 1]!;
          forget();
          packed = intern([...waiting], previous) * 2 + (packed & 1);
        }
      }
      if (packed & 1) {
        end = at;
        if (first) return end;
      }
      index = packed >> 1;
    }
    return end;
  };
}

function kindOf(byte: number): number {
  return byte === 10 ? NEWLINE : isWordByte(byte) ? WORD : OTHER;
}

function holds(what: AssertKind, previous: number, byte: number, multiline: boolean): boolean {
  const after = byte !== END && isWordByte(byte);
  const before = previous === WORD;
  switch (what) {
    case 'bol':
      return previous === START || (multiline && previous === NEWLINE);
    case 'eol':
      return byte === END || (multiline && byte === 10);
    case 'textStart':
      return previous === START;
    case 'textEnd':
      return byte === END;
    case 'word':
      return before !== after;
    case 'notWord':
      return before === after;
    case 'wordStart':
      return !before && after;
    case 'wordEnd':
      return before && !after;
  }
}

/** The same question for a matcher that has the text at hand. */
export function holdsAt(what: AssertKind, text: string, at: number, multiline: boolean): boolean {
  const previous = at === 0 ? START : kindOf(text.charCodeAt(at - 1));
  return holds(what, previous, at < text.length ? text.charCodeAt(at) & 0xff : END, multiline);
}
