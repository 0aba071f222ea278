/**
 * Turns: how programs that compute or call without waiting let the event loop in.
 *
 * Everything in a kernel shares one thread. A program that never waits would keep out signals, other
 * processes and messages from outside, so every few calls the time is looked at, and after 5 ms the
 * call's answer is a promise that resolves in a new turn of the event loop. Time is real here even
 * where the kernel's clock is a test's: it is the thread's, not the system's.
 */

/** Milliseconds of processor time after which a call yields, at most. */
const SLICE = 5;
/** The same while an answer from another thread is on its way, which would else wait that long each time. */
const SHORT_SLICE = 1;
/** Milliseconds in which all that compute should have had their turn: slices are shorter where they are many. */
const ROUND = 20;
/** Milliseconds that somebody can be behind at most: a long job done is no reason to stand still after it. */
const MOST_BEHIND = 100;
/** Calls between two looks at the time. */
const STRIDE = 32;

/** What one program has had of the thread. */
export interface Share {
  /** Milliseconds; brought near to what the others have had when it begins to compete with them. */
  used: number;
}

export interface Turns {
  /** Counts a system call; true when it should yield. */
  due(): boolean;
  /** Looks at the time now; true when a slice has passed. */
  late(): boolean;
  /** Resolves in a turn of its own. */
  yield(share: Share): Promise<void>;
  /** An answer from another thread is awaited, or has come. */
  asked(): void;
  answered(): void;
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
  let awaited = 0;
  /** What he who went on last had had: nobody gets time for the past. */
  let floor = 0;
  const waiting: { readonly share: Share; readonly resume: () => void }[] = [];
  let watching = false;
  let slept = false;
  const post = immediate ?? viaMessageChannel();
  const slice = (): number =>
    awaited ? SHORT_SLICE : Math.max(SHORT_SLICE, Math.min(SLICE, ROUND / (waiting.length + 1)));
  const late = (): boolean => performance.now() - began > slice();
  const next = (): void => {
    let least = 0;
    for (let i = 1; i < waiting.length; i++)
      if (waiting[i]!.share.used < waiting[least]!.share.used) least = i;
    const { share, resume } = waiting.splice(least, 1)[0]!;
    if (waiting.length) post(next);
    floor = Math.max(floor, share.used);
    slept = false;
    began = stamp = performance.now();
    resume();
  };
  return {
    due() {
      if (++calls < STRIDE) return false;
      calls = 0;
      return late();
    },
    late,
    yield(share) {
      share.used = Math.min(Math.max(share.used, floor), floor + MOST_BEHIND);
      return new Promise((resume) => {
        waiting.push({ share, resume });
        if (waiting.length === 1) post(next);
      });
    },
    asked: () => void awaited++,
    answered: () => void awaited--,
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
