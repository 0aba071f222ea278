/**
 * Turns: how programs that compute or call without waiting let the event loop in.
 *
 * Everything in a kernel shares one thread. A program that never waits would keep out signals, other
 * processes and messages from outside, so every few calls the time is looked at, and after 5 ms the
 * call's answer is a promise that resolves in a new turn of the event loop. Time is real here even
 * where the kernel's clock is a test's: it is the thread's, not the system's.
 */

/** Milliseconds of processor time after which a call yields. */
const SLICE = 5;
/** Calls between two looks at the time. */
const STRIDE = 32;

export interface Turns {
  /** Counts a system call; true when it should yield. */
  due(): boolean;
  /** Looks at the time now; true when a slice has passed. */
  late(): boolean;
  /** Resolves in a new turn. */
  yield(): Promise<void>;
  /** Milliseconds since the last call of `lap`, a yield or a wake-up: what a process has used. */
  lap(): number;
  /** To be called when a process begins to wait, after its `lap`. */
  blocked(): void;
  /** To be called when a wait is over: time in which nothing ran is nobody's. */
  woke(): void;
}

/** Node's setImmediate lets timers and messages in; its message ports hand over long queues in one go. */
const immediate = (globalThis as { setImmediate?: (callback: () => void) => unknown }).setImmediate;

export function createTurns(): Turns {
  let began = performance.now();
  let stamp = began;
  let calls = 0;
  let pending: Promise<void> | undefined;
  let watching = false;
  let slept = false;
  const post = immediate ?? viaMessageChannel();
  return {
    due() {
      if (++calls < STRIDE) return false;
      calls = 0;
      return performance.now() - began > SLICE;
    },
    late: () => performance.now() - began > SLICE,
    yield() {
      // All that are due in one turn share the next.
      pending ??= new Promise((resolve) =>
        post(() => {
          pending = undefined;
          slept = false;
          began = stamp = performance.now();
          resolve();
        }),
      );
      return pending;
    },
    lap() {
      const now = performance.now();
      const used = now - stamp;
      stamp = now;
      return used;
    },
    blocked() {
      // If the turn ends before anything is woken, nothing was left to run in it.
      if (watching) return;
      watching = true;
      post(() => {
        watching = false;
        slept = true;
      });
    },
    woke() {
      if (!slept) return;
      slept = false;
      began = stamp = performance.now();
    },
  };
}

/** setTimeout would cost 4 ms a turn in browsers. */
function viaMessageChannel(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const callbacks: (() => void)[] = [];
  port1.onmessage = () => callbacks.shift()?.();
  return (callback) => {
    callbacks.push(callback);
    port2.postMessage(undefined);
  };
}
