/**
 * Compiles a regular expression's tree to the instructions of a nondeterministic automaton.
 *
 * One array entry an instruction; the matchers (`regex-dfa.ts`, `regex-groups.ts`) walk them.
 */
import { type AssertKind, type ByteSet, RegexError, type RegexNode } from './regex-tree.ts';

export type Instruction =
  | { readonly op: 'char'; readonly code: number }
  | { readonly op: 'set'; readonly set: ByteSet }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: AssertKind }
  | { readonly op: 'back'; readonly index: number }
  /** Remembers the position where an iteration began, and refuses one that consumed nothing. */
  | { readonly op: 'mark'; readonly slot: number }
  | { readonly op: 'check'; readonly slot: number }
  | { readonly op: 'match' };

export interface Program {
  readonly code: readonly Instruction[];
  readonly groups: number;
  /** Slots of captures (two a group, the whole included), then of marks. */
  readonly slots: number;
  readonly hasBack: boolean;
  readonly hasAssert: boolean;
}

/** Bounded repetitions are unrolled: `((a{99}){99}){99}` must not fill the memory. */
const MAX_INSTRUCTIONS = 20_000;

/** @throws {RegexError} if the expression is too large. */
export function compileProgram(root: RegexNode, groups: number): Program {
  const code: Instruction[] = [];
  const state = { slots: 2 * (groups + 1), hasBack: false, hasAssert: false };
  emit(root);
  push({ op: 'match' });
  return { code, groups, ...state };

  function push(instruction: Instruction): number {
    if (code.length >= MAX_INSTRUCTIONS) throw new RegexError('Out of memory');
    return code.push(instruction) - 1;
  }

  function emit(node: RegexNode): void {
    switch (node.kind) {
      case 'char':
        push({ op: 'char', code: node.code });
        return;
      case 'set':
        push({ op: 'set', set: node.set });
        return;
      case 'seq':
        for (const item of node.items) emit(item);
        return;
      case 'alt':
        emitAlternatives(node.items);
        return;
      case 'group':
        push({ op: 'save', slot: 2 * node.index });
        emit(node.item);
        push({ op: 'save', slot: 2 * node.index + 1 });
        return;
      case 'assert':
        state.hasAssert = true;
        push({ op: 'assert', what: node.what });
        return;
      case 'back':
        state.hasBack = true;
        push({ op: 'back', index: node.index });
        return;
      case 'repeat':
        emitRepeat(node.item, node.min, node.max);
    }
  }

  function emitAlternatives(items: readonly RegexNode[]): void {
    const jumps: { op: 'jump'; to: number }[] = [];
    for (const [index, item] of items.entries()) {
      if (index === items.length - 1) {
        emit(item);
        break;
      }
      const split = { op: 'split' as const, first: code.length + 1, second: 0 };
      push(split);
      emit(item);
      const jump = { op: 'jump' as const, to: 0 };
      push(jump);
      jumps.push(jump);
      split.second = code.length;
    }
    for (const jump of jumps) jump.to = code.length;
  }

  function emitRepeat(item: RegexNode, min: number, max: number): void {
    for (let i = 0; i < min; i++) emit(item);
    if (max < 0) {
      emitStar(item);
      return;
    }
    const splits: { second: number }[] = [];
    for (let i = min; i < max; i++) {
      const split = { op: 'split' as const, first: code.length + 1, second: 0 };
      push(split);
      splits.push(split);
      emit(item);
    }
    for (const split of splits) split.second = code.length;
  }

  function emitStar(item: RegexNode): void {
    const split = { op: 'split' as const, first: code.length + 1, second: 0 };
    const top = push(split);
    if (canBeEmpty(item)) {
      const slot = state.slots++;
      push({ op: 'mark', slot });
      emit(item);
      push({ op: 'check', slot });
    } else {
      emit(item);
    }
    push({ op: 'jump', to: top });
    split.second = code.length;
  }
}

function canBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'char':
    case 'set':
      return false;
    case 'seq':
      return node.items.every(canBeEmpty);
    case 'alt':
      return node.items.some(canBeEmpty);
    case 'group':
      return canBeEmpty(node.item);
    case 'repeat':
      return node.min === 0 || canBeEmpty(node.item);
    default:
      return true;
  }
}
