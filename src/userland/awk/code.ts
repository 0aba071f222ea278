/**
 * Compiled pieces of a program: functions that answer at once where they can, steps where something may wait.
 *
 * Most expressions never wait, and records are many: those run without a generator.
 */
import { isPromise, type Maybe } from '../../base/index.ts';

export type Step<T> = Generator<Promise<unknown>, T, unknown>;

export interface Code<T> {
  /** Absent where it may have to wait. */
  readonly now?: () => T;
  readonly later: () => Step<T>;
}

/** Code that never waits. */
export function prompt<T>(now: () => T): Code<T> {
  return {
    now,
    // biome-ignore lint/correctness/useYield: it has nothing to wait for.
    *later() {
      return now();
    },
  };
}

export function waiting<T>(later: () => Step<T>): Code<T> {
  return { later };
}

/** Runs a piece within a step. */
export function* run<T>(code: Code<T>): Step<T> {
  return code.now ? code.now() : yield* code.later();
}

export function* wait<T>(value: Maybe<T>): Step<T> {
  return isPromise(value) ? ((yield value) as T) : value;
}

/** Drives steps to their end. */
export async function drive<T>(step: Step<T>): Promise<T> {
  let next = step.next();
  while (!next.done) {
    let value: unknown;
    try {
      value = await next.value;
    } catch (error) {
      next = step.throw(error);
      continue;
    }
    next = step.next(value);
  }
  return next.value;
}

/** A function of one piece's value. */
export function map<A, T>(code: Code<A>, apply: (value: A) => T): Code<T> {
  const { now, later } = code;
  if (now) return prompt(() => apply(now()));
  return waiting(function* () {
    return apply(yield* later());
  });
}

/** A function of two pieces' values, the left one first. */
export function map2<A, B, T>(left: Code<A>, right: Code<B>, apply: (a: A, b: B) => T): Code<T> {
  const [a, b] = [left.now, right.now];
  if (a && b) return prompt(() => apply(a(), b()));
  return waiting(function* () {
    const value = yield* run(left);
    return apply(value, yield* run(right));
  });
}

/** All values in order. */
export function all<A>(codes: readonly Code<A>[]): Code<A[]> {
  const prompts = codes.map(({ now }) => now);
  if (prompts.every((now) => now !== undefined)) return prompt(() => prompts.map((now) => now!()));
  return waiting(function* () {
    const values: A[] = [];
    for (const code of codes) values.push(yield* run(code));
    return values;
  });
}
