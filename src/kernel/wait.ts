/**
 * Waiting: how a system call that cannot answer yet gets back to it.
 *
 * What processes wait for (a pipe, a terminal, children) owns a `WaitQueue` and wakes it when its
 * state changes; a waiting call tries again then. A wait ends early by a caught signal (EINTR) or by
 * death (`ProcessExit`), and does not go on while its process is stopped.
 */
import { PosixError } from '../posix/index.ts';

export class WaitQueue {
  readonly #waiters = new Set<() => void>();
  /** How often it was woken: who remembers it sees a change also where nobody waited. */
  generation = 0;

  add(waiter: () => void): void {
    this.#waiters.add(waiter);
  }

  delete(waiter: () => void): void {
    this.#waiters.delete(waiter);
  }

  wake(): void {
    this.generation++;
    if (this.#waiters.size === 0) return;
    for (const waiter of [...this.#waiters]) waiter();
  }
}

/** One call that waits. */
export interface Wait {
  /** Tries again, as after a wake-up. */
  retry(): void;
  /** Ends the wait with an error. */
  end(error: unknown): void;
  /** Whether a handler ends it, and one with SA_RESTART lets it go on. */
  readonly interruptible: boolean;
  readonly restartable: boolean;
}

/** Who waits: a process, as far as waiting is concerned. */
export interface Waiter {
  readonly waits: Set<Wait>;
  /** Whether the process may run now: not stopped, not paused from outside. */
  mayRun(): boolean;
  /** Accounts for processor time up to now, as the process gives it up. */
  block(): void;
  /** The wait is over. */
  unblock(): void;
}

export interface WaitFor {
  /** Whether a caught signal ends it; death always does. */
  readonly interruptible?: boolean;
  readonly restartable?: boolean;
  /** Called when the wait is over, however it ended. */
  readonly after?: () => void;
}

/**
 * Waits until `attempt` gives something else than undefined; it is tried whenever a queue wakes.
 * The first attempt is the caller's: this begins with waiting.
 *
 * @throws EINTR, ProcessExit, and what `attempt` throws
 */
export function waitOn<T>(
  waiter: Waiter,
  queues: readonly WaitQueue[],
  attempt: () => T | undefined,
  options: WaitFor = {},
): Promise<T> {
  waiter.block();
  const promise = new Promise<T>((resolve, reject) => {
    const settle = (): void => {
      for (const queue of queues) queue.delete(wait.retry);
      waiter.waits.delete(wait);
      waiter.unblock();
      options.after?.();
    };
    let trying = false;
    let again = false;
    const wait: Wait = {
      interruptible: options.interruptible ?? true,
      restartable: options.restartable ?? true,
      retry: () => {
        // An attempt that changes what it waits for wakes its own queue.
        again = true;
        if (trying || !waiter.mayRun()) return;
        trying = true;
        try {
          while (again) {
            again = false;
            const value = attempt();
            if (value === undefined) continue;
            settle();
            resolve(value);
            return;
          }
        } catch (error) {
          settle();
          reject(error);
        } finally {
          trying = false;
        }
      },
      end: (error) => {
        settle();
        reject(error);
      },
    };
    for (const queue of queues) queue.add(wait.retry);
    waiter.waits.add(wait);
  });
  // A program that dies has often let go of the promise; its end is no unhandled rejection.
  promise.catch(() => {});
  return promise;
}

/** What a write that waited answers when it ends early: a signal after some bytes went out makes it short. */
export function shortWrite(written: number, error: unknown): number {
  const { code } = error as { code?: string };
  if (written > 0 && (code === 'EINTR' || code === 'ERESTART')) return written;
  throw error;
}

/**
 * What a signal handler does to the waits of its process. Where handlers run in place, a wait that is to be
 * restarted just goes on; else it ends, for the call to be made again after the handler.
 */
export function interruptWaits(waiter: Waiter, restart: boolean, inPlace: boolean): void {
  for (const wait of [...waiter.waits]) {
    if (!wait.interruptible) continue;
    const goesOn = restart && wait.restartable;
    if (!goesOn) wait.end(new PosixError('EINTR'));
    else if (!inPlace) wait.end(new PosixError('ERESTART'));
  }
}
