/**
 * Steps: how the interpreter waits.
 *
 * A step is a generator that yields promises and is driven synchronously between them, so that a
 * loop of built-ins never touches the microtask queue.
 */
import type { Maybe } from '../base/index.ts';

export type Step<T> = Generator<Promise<unknown>, T, unknown>;

/** Runs a step to its end; a promise only if it had to wait. */
export function drive<T>(step: Step<T>): Maybe<T> {
  const first = step.next();
  return first.done ? first.value : finish(step, first.value);
}

async function finish<T>(step: Step<T>, waiting: Promise<unknown>): Promise<T> {
  let next: IteratorResult<Promise<unknown>, T>;
  let promise = waiting;
  for (;;) {
    let value: unknown;
    let failed = false;
    try {
      value = await promise;
    } catch (error) {
      failed = true;
      value = error;
    }
    next = failed ? step.throw(value) : step.next(value);
    if (next.done) return next.value;
    promise = next.value;
  }
}

/** The value, waited for where it is a promise. */
export function* wait<T>(value: Maybe<T>): Step<T> {
  return value instanceof Promise ? ((yield value) as T) : value;
}
