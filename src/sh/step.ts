/**
 * Steps: how the interpreter waits.
 *
 * A step is a generator that yields promises and is driven synchronously between them, so that a
 * loop of built-ins never touches the microtask queue.
 */
import type { Maybe } from '../base/index.ts';

export type Step<T> = Generator<Promise<unknown> | Nested, T, unknown>;

/** A step that is driven on a stack of its own, so that shell functions recurse deeper than JavaScript does. */
class Nested {
  readonly step: Step<unknown>;
  constructor(step: Step<unknown>) {
    this.step = step;
  }
}

/** Calls within calls; each costs some kilobytes. bash and ash die of some 8,000, with 8 MiB of stack. */
const DEEPEST = 20_000;

/** Runs a step to its end; a promise only if it had to wait. */
export function drive<T>(step: Step<T>): Maybe<T> {
  const stack: Step<unknown>[] = [step];
  const state = advance(stack, undefined, false);
  return state instanceof Promise ? (finish(stack, state) as Promise<T>) : (state.value as T);
}

async function finish(stack: Step<unknown>[], first: Promise<unknown>): Promise<unknown> {
  let promise = first;
  for (;;) {
    let value: unknown;
    let failed = false;
    try {
      value = await promise;
    } catch (error) {
      value = error;
      failed = true;
    }
    const state = advance(stack, value, failed);
    if (!(state instanceof Promise)) return state.value;
    promise = state;
  }
}

/** Goes on with the innermost of `stack`, giving it a value or an error, up to the next wait or the end. */
function advance(
  stack: Step<unknown>[],
  given: unknown,
  givenFailed: boolean,
): Promise<unknown> | { readonly value: unknown } {
  let value = given;
  let failed = givenFailed;
  for (;;) {
    const step = stack.at(-1)!;
    let next: IteratorResult<Promise<unknown> | Nested, unknown>;
    try {
      next = failed ? step.throw(value) : step.next(value);
    } catch (error) {
      stack.pop();
      if (stack.length === 0) throw error;
      value = error;
      failed = true;
      continue;
    }
    failed = false;
    value = undefined;
    if (next.done) {
      stack.pop();
      if (stack.length === 0) return { value: next.value };
      value = next.value;
    } else if (!(next.value instanceof Nested)) return next.value;
    else if (stack.length < DEEPEST) stack.push(next.value.step);
    else {
      value = new RangeError('too deep');
      failed = true;
    }
  }
}

/**
 * What JavaScript ran out of, in the shell's words: its stack, which holds the shell's as well, or room
 * for a text. Firefox has an error of its own for both.
 */
export function shortage(error: unknown): string | undefined {
  if (!(error instanceof RangeError || (error instanceof Error && error.name === 'InternalError'))) return;
  return /stack|recursion|deep/.test(error.message)
    ? 'maximum function recursion depth exceeded'
    : 'out of memory';
}

/** The result of a step that runs on a stack of its own. */
export function* nest<T>(step: Step<T>): Step<T> {
  return (yield new Nested(step)) as T;
}

/** The value, waited for where it is a promise. */
export function* wait<T>(value: Maybe<T>): Step<T> {
  return value instanceof Promise ? ((yield value) as T) : value;
}
