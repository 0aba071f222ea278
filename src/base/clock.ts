/** Time and randomness as things that are passed in, so that tests are stable to the byte. */
import { toHex } from './bytes.ts';

export interface Clock {
  /** Milliseconds since the epoch, with fractions where the platform has them. */
  now(): number;
  /** Milliseconds on a clock that never goes back. */
  monotonic(): number;
  /** Resolves after so many milliseconds, and not before; rejects with the signal's reason if that aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** setTimeout fires at once for delays over 2^31-1 ms. */
const LONGEST = 0x7fffffff;

export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const until = performance.now() + ms;
      let timer = setTimeout(look, Math.min(Math.max(ms, 0), LONGEST));
      signal?.addEventListener('abort', aborted, { once: true });
      // Node counts from when the turn of its loop began, and so fires early by what that took.
      function look(): void {
        const left = until - performance.now();
        if (left > 0) {
          timer = setTimeout(look, Math.min(left, LONGEST));
          return;
        }
        signal?.removeEventListener('abort', aborted);
        resolve();
      }
      function aborted(): void {
        clearTimeout(timer);
        reject(signal!.reason);
      }
    }),
};

export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** An id as Docker makes them: 64 hex digits, never all decimal in the first twelve. */
export function newId(random: Random): string {
  for (;;) {
    const id = toHex(random.bytes(32));
    // Docker skips ids whose short form would parse as a number (moby, pkg/stringid).
    if (!/^\d{12}/.test(id)) return id;
  }
}
