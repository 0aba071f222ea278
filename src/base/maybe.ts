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

/** Whether a test holds for all items, one after the other, up to the first for which it does not. */
export function every<T>(items: readonly T[], test: (item: T) => Maybe<boolean>): Maybe<boolean> {
  for (let at = 0; at < items.length; at++) {
    const holds = test(items[at]!);
    if (holds instanceof Promise) return everyLater(items, test, at + 1, holds);
    if (!holds) return false;
  }
  return true;
}

async function everyLater<T>(
  items: readonly T[],
  test: (item: T) => Maybe<boolean>,
  from: number,
  first: Promise<boolean>,
): Promise<boolean> {
  if (!(await first)) return false;
  for (let at = from; at < items.length; at++) {
    const holds = test(items[at]!);
    if (!(holds instanceof Promise ? await holds : holds)) return false;
  }
  return true;
}
