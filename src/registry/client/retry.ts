/**
 * Another attempt at a transfer, after 5, 10, 15 and 20 seconds, as dockerd makes them.
 *
 * @see moby distribution/xfer: download.go, upload.go
 */
import type { Clock } from '../../base/index.ts';
import { isTransient } from './failure.ts';

const ATTEMPTS = 5;
const STEP = 5;

export interface RetryOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told each second how many are left. */
  readonly onWait: (seconds: number) => void;
}

/** What `task` gives, at the latest at its fifth attempt. Only what may go better is tried again. */
export async function withRetries<T>(task: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      options.signal.throwIfAborted();
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
    }
    for (let left = attempt * STEP; left > 0; left--) {
      options.onWait(left);
      await options.clock.sleep(1000, options.signal);
    }
  }
}
