/**
 * Finds what each group matched, by backtracking over a program.
 *
 * Without back references a pair (instruction, position) that failed once fails always, so each is
 * tried once and time stays bounded by program × text. With them that is not so: a budget of steps
 * ends the search with an error instead of hanging.
 */
import { holdsAt } from './regex-dfa.ts';
import type { Program } from './regex-program.ts';
import { RegexError } from './regex-tree.ts';

const MAX_STEPS = 20_000_000;
/** Bits of "tried" that may be kept: 32 MB. */
const MAX_TRIED = 1 << 28;

/**
 * Slots of a match from `start` (that ends at `end` where given), first alternatives first; undefined
 * where there is none.
 *
 * @throws {RegexError} if the search is too long.
 */
export function backtrack(
  program: Program,
  text: string,
  start: number,
  end: number | undefined,
  multiline: boolean,
): Int32Array | undefined {
  const { code } = program;
  const slots = new Int32Array(program.slots).fill(-1);
  slots[0] = start;
  const width = (end ?? text.length) - start + 1;
  const tried = program.hasBack ? undefined : newTried(code.length * width);
  // Alternatives still to try: pairs (pc, position), or (-1 - slot, value) to restore a slot on the way back.
  const stack: number[] = [];
  let pc = 0;
  let at = start;
  for (let steps = 0; ; steps++) {
    if (steps > MAX_STEPS) throw new RegexError('Out of memory');
    if (!advance()) {
      let restored = false;
      while (stack.length > 0) {
        at = stack.pop()!;
        pc = stack.pop()!;
        if (pc >= 0) {
          restored = true;
          break;
        }
        slots[-1 - pc] = at;
      }
      if (!restored) return undefined;
    } else if (pc < 0) {
      slots[1] = at;
      return slots;
    }
  }

  /** One instruction; false where this path fails, pc -1 where it matched. */
  function advance(): boolean {
    if (tried) {
      const bit = pc * width + at - start;
      if (tried[bit >> 3]! & (1 << (bit & 7))) return false;
      tried[bit >> 3]! |= 1 << (bit & 7);
    }
    const step = code[pc]!;
    const byte = end !== undefined && at >= end ? -1 : at < text.length ? text.charCodeAt(at) & 0xff : -1;
    switch (step.op) {
      case 'char':
      case 'set':
        if (byte < 0 || !(step.op === 'char' ? step.code === byte : step.set[byte])) return false;
        at++;
        break;
      case 'jump':
        pc = step.to;
        return true;
      case 'split':
        stack.push(step.second, at);
        pc = step.first;
        return true;
      case 'save':
      case 'mark':
        stack.push(-1 - step.slot, slots[step.slot]!);
        slots[step.slot] = at;
        break;
      case 'check':
        if (slots[step.slot] === at) return false;
        break;
      case 'assert':
        if (!holdsAt(step.what, text, at, multiline)) return false;
        break;
      case 'back': {
        const from = slots[2 * step.index]!;
        const to = slots[2 * step.index + 1]!;
        if (from < 0 || to < 0 || !text.startsWith(text.slice(from, to), at)) return false;
        at += to - from;
        if (end !== undefined && at > end) return false;
        break;
      }
      case 'match':
        if (end !== undefined && at !== end) return false;
        pc = -1;
        return true;
    }
    pc++;
    return true;
  }
}

function newTried(bits: number): Uint8Array {
  if (bits > MAX_TRIED) throw new RegexError('Out of memory');
  return new Uint8Array((bits >> 3) + 1);
}
