/**
 * Pipes and FIFOs: 64 KB between writers and readers.
 *
 * A read waits while there are writers, a write while there are readers; without readers a write is
 * SIGPIPE and EPIPE. Writes of up to PIPE_BUF bytes are atomic.
 * @see POSIX, "pipe", "read", "write"; pipe(7)
 */
import { concat } from '../base/index.ts';
import {
  fail,
  O_ACCMODE,
  O_NONBLOCK,
  O_RDONLY,
  O_WRONLY,
  POLLERR,
  POLLHUP,
  POLLIN,
  POLLOUT,
  S_IFIFO,
  signals,
} from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import type { Open } from './description.ts';
import type { Process } from './process.ts';
import { shortWrite, WaitQueue, waitOn } from './wait.ts';

const CAPACITY = 65536;
const PIPE_BUF = 4096;

export class Pipe {
  readonly ino: number;
  readonly created: bigint;
  readers = 0;
  writers = 0;
  /** How many times each end was opened, for FIFOs, whose opening waits for the other end. */
  readerCount = 0;
  writerCount = 0;
  /** Wakes readers. */
  readonly arrivals = new WaitQueue();
  /** Wakes writers. */
  readonly room = new WaitQueue();
  readonly #chunks: Uint8Array[] = [];
  #bytes = 0;

  constructor(ino: number, created: bigint) {
    this.ino = ino;
    this.created = created;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Moves what is there into the buffer; undefined where a reader would have to wait. */
  take(buffer: Uint8Array): number | undefined {
    if (this.#bytes === 0) return this.writers === 0 || buffer.length === 0 ? 0 : undefined;
    let filled = 0;
    while (filled < buffer.length && this.#chunks.length) {
      const chunk = this.#chunks[0]!;
      const part = chunk.subarray(0, buffer.length - filled);
      buffer.set(part, filled);
      filled += part.length;
      if (part.length === chunk.length) this.#chunks.shift();
      else this.#chunks[0] = chunk.subarray(part.length);
    }
    this.#bytes -= filled;
    if (filled) this.room.wake();
    return filled;
  }

  /** Everything that is there, without copying where it is one piece. */
  takeAll(): Uint8Array {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : concat(this.#chunks);
    this.#chunks.length = 0;
    this.#bytes = 0;
    this.room.wake();
    return all;
  }

  /** Takes in what there is room for; answers its length, 0 where there is none. */
  put(data: Uint8Array): number {
    const room = CAPACITY - this.#bytes;
    if (data.length <= PIPE_BUF ? room < data.length : room === 0) return 0;
    const part = data.slice(0, room);
    this.#chunks.push(part);
    this.#bytes += part.length;
    this.arrivals.wake();
    return part.length;
  }
}

/** One end of a pipe, or both with O_RDWR, as something that is open. */
export function openPipe(pipe: Pipe, flags: number, name = `pipe:[${pipe.ino}]`, stat?: () => Stat): Open {
  const access = flags & O_ACCMODE;
  const reads = access !== O_WRONLY;
  const writes = access !== O_RDONLY;
  if (reads) {
    pipe.readers++;
    pipe.readerCount++;
  }
  // Who opened a FIFO without waiting for a writer is not told that there is none before there was one.
  const unmet = reads && pipe.writers === 0 && flags & O_NONBLOCK ? pipe.writerCount : -1;
  if (writes) {
    pipe.writers++;
    pipe.writerCount++;
  }
  // Opening waits for the other end.
  if (reads) pipe.room.wake();
  if (writes) pipe.arrivals.wake();
  return {
    name,
    seekable: false,
    stat: stat ?? (() => pipeStat(pipe)),
    arrivals: pipe.arrivals,
    room: pipe.room,
    ready() {
      let events = 0;
      if (reads && pipe.bytes > 0) events |= POLLIN;
      if (reads && pipe.writers === 0 && pipe.writerCount !== unmet) events |= POLLHUP;
      if (writes && CAPACITY - pipe.bytes >= PIPE_BUF) events |= POLLOUT;
      if (writes && pipe.readers === 0) events |= POLLERR;
      return events;
    },
    read: (process, buffer, _position, now) => {
      const got = pipe.take(buffer);
      if (got !== undefined) return got;
      if (now & O_NONBLOCK) fail('EAGAIN');
      return waitOn(process, [pipe.arrivals], () => pipe.take(buffer));
    },
    write: (process, data, _position, now) => writePipe(pipe, process, data, now),
    reopen: (again) => openPipe(pipe, again, name, stat),
    close: () => {
      if (reads) {
        pipe.readers--;
        pipe.room.wake();
      }
      if (writes) {
        pipe.writers--;
        pipe.arrivals.wake();
      }
    },
  };
}

function writePipe(pipe: Pipe, process: Process, data: Uint8Array, flags: number): number | Promise<number> {
  if (data.length === 0) return 0;
  let written = 0;
  const attempt = (): number | undefined => {
    if (pipe.readers === 0) {
      process.signal(signals.PIPE);
      fail('EPIPE');
    }
    // Each piece that goes in wakes readers, who may make room for the next at once.
    for (;;) {
      const count = pipe.put(data.subarray(written));
      written += count;
      if (written === data.length) return written;
      if (count === 0) return undefined;
    }
  };
  const done = attempt();
  if (done !== undefined) return done;
  if (flags & O_NONBLOCK) return written > 0 ? written : fail('EAGAIN');
  return waitOn(process, [pipe.room], attempt).catch((error: unknown) => shortWrite(written, error));
}

function pipeStat(pipe: Pipe): Stat {
  const time = pipe.created;
  return {
    dev: 14,
    ino: pipe.ino,
    mode: S_IFIFO | 0o600,
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: 0,
    size: 0,
    blocks: 0,
    atime: time,
    mtime: time,
    ctime: time,
  };
}
