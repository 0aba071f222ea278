/**
 * Open file descriptions, and the table of descriptors that refer to them.
 *
 * As POSIX has it: `open` makes a description with an offset and status flags; `dup`, `fork` and
 * `spawn` share it; it is closed with its last descriptor. What is behind it (a file, a pipe, a
 * terminal, a device) is an `Open` object.
 */
import type { Maybe } from '../base/index.ts';
import { fail, O_ACCMODE, O_RDONLY, O_WRONLY } from '../posix/index.ts';
import type { Node, Stat } from '../vfs/index.ts';
import type { Socket } from './network.ts';
import type { Process } from './process.ts';
import type { Tty } from './tty.ts';
import type { Fd } from './types.ts';
import type { WaitQueue } from './wait.ts';

/** What a description refers to. Calls are made only as its access mode allows. */
export interface Open {
  /** As /proc/PID/fd shows it: a path, or `pipe:[7]`. */
  readonly name: string;
  /** Whether there is an offset. */
  readonly seekable: boolean;
  stat(): Maybe<Stat>;
  read?(process: Process, buffer: Uint8Array, position: number, flags: number): Maybe<number>;
  /** `position` is undefined with O_APPEND. Answers bytes written, or with `seekable` the new end. */
  write?(process: Process, data: Uint8Array, position: number | undefined, flags: number): Maybe<number>;
  truncate?(size: number): Maybe<void>;
  sync?(): Maybe<void>;
  /** Events of poll(2) that hold now; absent where nothing ever waits. */
  ready?(): number;
  /** Wakes when there may be more to read, or its end. */
  readonly arrivals?: WaitQueue;
  /** Wakes when there may be more room to write, or nobody who reads. */
  readonly room?: WaitQueue;
  readonly tty?: Tty;
  readonly socket?: Socket;
  /** Of files, directories and named things. */
  readonly node?: Node;
  /** Opens what is behind it once more, for /proc/PID/fd and /dev/stdin. */
  reopen?(flags: number): Open;
  close(): Maybe<void>;
}

export class Description {
  readonly open: Open;
  flags: number;
  position = 0;
  refs = 0;

  constructor(open: Open, flags: number) {
    this.open = open;
    this.flags = flags;
  }

  get readable(): boolean {
    return (this.flags & O_ACCMODE) !== O_WRONLY;
  }

  get writable(): boolean {
    return (this.flags & O_ACCMODE) !== O_RDONLY;
  }

  release(): Maybe<void> {
    if (--this.refs === 0) return this.open.close();
  }
}

interface Slot {
  readonly description: Description;
  cloexec: boolean;
}

export class Descriptors {
  /** RLIMIT_NOFILE: no number reaches it. */
  limit = Number.POSITIVE_INFINITY;
  readonly #slots: (Slot | undefined)[] = [];
  #users = 1;

  /** @throws EBADF */
  get(fd: Fd): Description {
    return (this.#slots[fd] ?? fail('EBADF')).description;
  }

  slot(fd: Fd): Slot {
    return this.#slots[fd] ?? fail('EBADF');
  }

  peek(fd: Fd): Description | undefined {
    return this.#slots[fd]?.description;
  }

  /** Puts a description at the lowest free number from `min` on. @throws EMFILE */
  add(description: Description, cloexec = false, min = 0): Fd {
    let fd = min;
    while (this.#slots[fd]) fd++;
    if (fd >= this.limit) fail('EMFILE');
    this.#put(fd, description, cloexec);
    return fd;
  }

  /** Puts a description at `fd`, closing what was there. */
  set(fd: Fd, description: Description, cloexec = false): Maybe<void> {
    if (!Number.isInteger(fd) || fd < 0 || fd >= this.limit) fail('EBADF');
    const former = this.#slots[fd]?.description;
    this.#put(fd, description, cloexec);
    return former?.release();
  }

  close(fd: Fd): Maybe<void> {
    const { description } = this.slot(fd);
    this.#slots[fd] = undefined;
    return description.release();
  }

  /** Open descriptors, ascending. */
  list(): Fd[] {
    const all: Fd[] = [];
    for (let fd = 0; fd < this.#slots.length; fd++) if (this.#slots[fd]) all.push(fd);
    return all;
  }

  /** A table with the same descriptions, as fork makes it. */
  copy(): Descriptors {
    const copy = new Descriptors();
    for (let fd = 0; fd < this.#slots.length; fd++) {
      const slot = this.#slots[fd];
      if (slot) copy.#put(fd, slot.description, slot.cloexec);
    }
    return copy;
  }

  /** One process more has this table (CLONE_FILES). */
  join(): this {
    this.#users++;
    return this;
  }

  /** One process fewer; with the last all is closed. */
  leave(): void {
    if (--this.#users === 0) this.#closeAll('all');
  }

  /** What exec goes on with: a table of its own, without those that are closed then. */
  afterExec(): Descriptors {
    const own = this.#users > 1 ? this.copy() : this;
    if (own !== this) {
      own.limit = this.limit;
      this.leave();
    }
    own.#closeAll('cloexec');
    return own;
  }

  /** Errors of closing are lost, as they are where a process ends. */
  #closeAll(which: 'all' | 'cloexec'): void {
    for (let fd = 0; fd < this.#slots.length; fd++) {
      const slot = this.#slots[fd];
      if (!slot || (which === 'cloexec' && !slot.cloexec)) continue;
      this.#slots[fd] = undefined;
      try {
        const closing = slot.description.release();
        if (closing instanceof Promise) closing.catch(() => {});
      } catch {}
    }
  }

  #put(fd: Fd, description: Description, cloexec: boolean): void {
    description.refs++;
    this.#slots[fd] = { description, cloexec };
  }
}
