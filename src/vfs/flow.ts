/**
 * Sequential code over `Maybe` values: written once, synchronous while everything is there.
 *
 * A flow is a generator that yields only promises: `const x = v instanceof Promise ? yield v : v`,
 * in short `yield* now(v)`. `run` drives it to its end, at once if no promise came.
 */
import type { Maybe } from '../base/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a promise resolves to comes back through `next`
export type Flow<T> = Generator<Promise<unknown>, T, any>;

export function run<T>(flow: Flow<T>): Maybe<T> {
  const step = flow.next();
  return step.done ? step.value : later(flow, step.value);
}

async function later<T>(flow: Flow<T>, first: Promise<unknown>): Promise<T> {
  let waiting = first;
  for (;;) {
    let step: IteratorResult<Promise<unknown>, T>;
    let value: unknown;
    try {
      value = await waiting;
    } catch (error) {
      step = flow.throw(error);
      if (step.done) return step.value;
      waiting = step.value;
      continue;
    }
    step = flow.next(value);
    if (step.done) return step.value;
    waiting = step.value;
  }
}

/** The value, now or after the flow has waited for it. */
export function* now<T>(value: Maybe<T>): Flow<T> {
  return value instanceof Promise ? yield value : value;
}
