/** A guest's output in order. Who cannot wait is ahead of what reads, up to a bound; who can waits for it. */
import type { Maybe } from '../../../base/index.ts';
import type { Fd, Sys } from '../../../kernel/index.ts';
import { canWait } from './integration.ts';

/** Bytes, and what each write costs beside its own. */
const MOST_AHEAD = 32 * 1024 * 1024;
const ENTRY = 128;

export class Output {
  readonly #sys: Sys;
  readonly #refuse: () => never;
  #queue: { readonly fd: Fd; readonly data: Uint8Array }[] = [];
  #writing: Promise<void> | undefined;
  #ahead = 0;

  /** `refuse` throws what a write beyond the bound is answered with. */
  constructor(sys: Sys, refuse: () => never) {
    this.#sys = sys;
    this.#refuse = refuse;
  }

  /** The data are kept until they are written. */
  write(fd: Fd, data: Uint8Array): Maybe<number> {
    if (this.#writing) {
      this.#ahead += data.length + ENTRY;
      if (this.#ahead > MOST_AHEAD) this.#refuse();
      this.#queue.push({ fd, data });
      return data.length;
    }
    const written = this.#sys.write(fd, data);
    if (!(written instanceof Promise) || canWait) return written;
    this.#writing = this.#goOn(fd, data, written);
    // Its end is waited for by `flush`; until then nobody does.
    this.#writing.catch(() => {});
    return data.length;
  }

  /** Resolves when all is written. */
  flush(): Maybe<void> {
    return this.#writing;
  }

  async #goOn(fd: Fd, data: Uint8Array, first: Promise<number>): Promise<void> {
    await this.#writeAll(fd, data.subarray(await first));
    while (this.#queue.length > 0) {
      const queue = this.#queue;
      this.#queue = [];
      for (const next of queue) await this.#writeAll(next.fd, next.data);
    }
    this.#writing = undefined;
    this.#ahead = 0;
  }

  async #writeAll(fd: Fd, data: Uint8Array): Promise<void> {
    for (let at = 0; at < data.length; ) at += await this.#sys.write(fd, data.subarray(at));
  }
}
