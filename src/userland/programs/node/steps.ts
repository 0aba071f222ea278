/**
 * Work of several calls that may or may not have to wait: at once where none does, which is what a guest
 * needs whose stack cannot be put aside, and a promise from the first call on that does.
 */
import type { Maybe } from '../../../base/index.ts';

export type Steps<T> = Generator<Promise<unknown>, T, unknown>;

/** The value of a call: `yield* get(sys.stat(path))`. */
export function* get<T>(value: Maybe<T>): Steps<T> {
  return value instanceof Promise ? ((yield value) as T) : value;
}

/** Takes all steps. */
export function walk<T>(steps: Steps<T>): Maybe<T> {
  const first = steps.next();
  return first.done ? first.value : walkOn(steps, first.value);
}

async function walkOn<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
  for (let promise = first; ; ) {
    let next: IteratorResult<Promise<unknown>, T>;
    try {
      next = steps.next(await promise);
    } catch (error) {
      next = steps.throw(error);
    }
    if (next.done) return next.value;
    promise = next.value;
  }
}
