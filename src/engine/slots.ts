/** Lets only so many tasks run at a time, in the order in which they came. */

/** `onWait` is told where a task has to wait for its turn. */
export type Slots = <T>(task: () => Promise<T>, onWait?: () => void) => Promise<T>;

export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (task, onWait) => {
    if (free > 0) free--;
    else {
      onWait?.();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
