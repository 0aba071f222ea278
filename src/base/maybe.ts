/**
 * Values that are there at once, or later.
 *
 * Local files answer synchronously, pipes and remote file systems do not. Awaiting costs 36 ns and
 * yields to the event loop's microtasks, a type check 2 ns (LIBRARIES.md), so hot paths test first.
 */
export type Maybe<T> = T | Promise<T>;

export function isPromise<T>(value: Maybe<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** Applies `next` to a value now if it is there, and when it comes otherwise. */
export function chain<T, U>(value: Maybe<T>, next: (value: T) => Maybe<U>): Maybe<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Like try/catch around a `Maybe`: `recover` sees what `attempt` throws or rejects with. */
export function recover<T>(attempt: () => Maybe<T>, recover: (error: unknown) => Maybe<T>): Maybe<T> {
  try {
    const value = attempt();
    return value instanceof Promise ? value.catch(recover) : value;
  } catch (error) {
    return recover(error);
  }
}
