/** What a guest is to the kernel: memory that it holds, and how it ends. */
import type { Sys } from '../../../kernel/index.ts';
import { signals } from '../../../posix/index.ts';

/** Thrown through a guest that ends itself. */
export class GuestExit extends Error {
  readonly code: number;
  /** `status` is a number of any size, of which the last eight bits are told. */
  constructor(status: number) {
    super(`exit ${status & 0xff}`);
    this.code = status & 0xff;
  }
}

/** Tells the kernel how much memory a guest has by now. */
export class HeldMemory {
  readonly #sys: Sys;
  #held = 0;

  constructor(sys: Sys) {
    this.#sys = sys;
  }

  /** Bytes. */
  measure(size: number): void {
    if (size === this.#held) return;
    this.#sys.hold(size - this.#held);
    this.#held = size;
  }
}

/** Whether an error is the guest's own: it trapped, or its stack or memory ended. */
export const isTrap = (error: unknown): error is Error =>
  error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

/** Ends as abort(3) does. Answers the status of process 1, which no signal ends. */
export function abort(sys: Sys): number {
  sys.sigaction(signals.ABRT, 'default');
  sys.kill(sys.pid, signals.ABRT);
  return 128 + signals.ABRT;
}
