/**
 * Standard I/O for programs: buffered output, line input, messages, the frame around a program's main.
 *
 * Text that flows through is binary strings, one character a byte (posix/text.ts), so that any file
 * survives; names and arguments are ordinary text. Output is queued in order over stdout and stderr and
 * written by `flush`, which runs when the buffer is full, before every read that may wait, and at the
 * end; so endless inputs stream and nothing is ever held whole.
 */
import { isPromise, type Maybe } from '../base/index.ts';
import { type Fd, type Main, type Sys, writeAll } from '../kernel/index.ts';
import { binaryOf, bytesOfBinary, errnoOf, O_RDONLY, PosixError, strerror } from '../posix/index.ts';
import { createGauge } from './gauge.ts';

const STDOUT = 1;
const STDERR = 2;
const FULL = 16_384;
const CHUNK = 65_536;

/** Ends a program early with a status; thrown by `die` and `usage`. */
export class Quit {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

export interface Io {
  readonly sys: Sys;
  /** What messages begin with: the last part of argv[0]. */
  readonly name: string;
  readonly args: readonly string[];
  /** Queues text for stdout. */
  print(text: string): void;
  /** Queues a binary string for stdout. */
  put(binary: string): void;
  /** Queues text for stderr as it is. */
  printError(text: string): void;
  /** Queues `name: message` for stderr. */
  warn(message: string): void;
  /** `warn` with the error's text behind; rethrows what is no errno. */
  warnErrno(message: string, error: unknown): void;
  /** `warn`, then ends the program. */
  die(message: string, status?: number): never;
  dieErrno(message: string, error: unknown, status?: number): never;
  /** Ends the program without a word. */
  quit(status: number): never;
  /** Prints the usage to stderr and ends the program. */
  usage(): never;
  /** Writes what is queued. */
  flush(): Maybe<void>;
  /** For loops: writes if there is much, and lets others run. */
  pump(): Maybe<void>;
  /** Writes bytes to stdout, behind what is queued. */
  write(bytes: Uint8Array): Maybe<void>;
  /** A reader of a descriptor. */
  reader(fd: Fd): Reader;
  /** Opens a file to read; `-` is stdin. Throws errnos. */
  openInput(path: string): Promise<Reader>;
}

/** Reads lines or chunks of one descriptor. */
export interface Reader {
  readonly fd: Fd;
  /** Next line without its delimiter; undefined at the end. `terminated` tells whether that had one. */
  line(delimiter?: string): Maybe<string | undefined>;
  readonly terminated: boolean;
  /** Next bytes, at most as many, valid until the next call; undefined at the end. */
  chunk(most?: number): Maybe<Uint8Array | undefined>;
  /** All the rest as a binary string: for what has to be whole (sort, tac, sed -i). */
  rest(): Promise<string>;
  /** Closes the file; of stdin gives back what was read and not used. */
  close(): Promise<void>;
}

export interface AppletSpec {
  /** Operands as the usage line shows them; several lines where it has alternatives. */
  readonly usage: string;
  /** One line of what it does, for `--help`. */
  readonly about?: string;
  /** The program answers `--help` itself. */
  readonly ownHelp?: true;
  /** Status of a usage error, by default 1. */
  readonly usageStatus?: number;
  readonly run: (io: Io) => Maybe<number>;
}

/** Makes a program of a function over `Io`. */
export function applet(spec: AppletSpec): Main {
  return async (sys) => {
    const io = createIo(sys, spec);
    let status: number;
    try {
      const asksHelp = io.args[0] === '--help' && io.args.length === 1 && !spec.ownHelp;
      status = asksHelp ? help(io, spec) : await spec.run(io);
    } catch (error) {
      if (error instanceof Quit) status = error.status;
      else if (errnoOf(error)) {
        const input = inputOf(error);
        io.warn(`${input === undefined ? '' : `${input}: `}${strerror(errnoOf(error)!)}`);
        status = 1;
      } else throw error;
    }
    try {
      await io.flush();
    } catch (error) {
      if (!errnoOf(error)) throw error;
      await writeBinary(sys, STDERR, binaryOf(`${io.name}: write error: ${strerror(errnoOf(error)!)}\n`));
      return status || 1;
    }
    return status;
  };
}

/** The same streams under another program's name, for what is done as that program does it. */
export function withName(io: Io, name: string): Io {
  const renamed: Io = {
    ...io,
    name,
    warn: (message) => io.printError(`${name}: ${message}\n`),
    warnErrno(message, error) {
      const code = errnoOf(error);
      if (!code) throw error;
      renamed.warn(`${message}: ${strerror(code)}`);
    },
    die(message, status = 1) {
      renamed.warn(message);
      throw new Quit(status);
    },
    dieErrno(message, error, status = 1) {
      renamed.warnErrno(message, error);
      throw new Quit(status);
    },
  };
  return renamed;
}

function usageText(name: string, spec: AppletSpec): string {
  const forms = spec.usage
    .split('\n')
    .map((form, index) => `${index ? 'or: ' : 'Usage: '}${name} ${form}`.trimEnd());
  return `BusyBox v1.37.0 (Strata) multi-call binary.\n\n${forms.join('\n')}\n${spec.about ? `\n${spec.about}\n` : ''}`;
}

function help(io: Io, spec: AppletSpec): number {
  io.printError(usageText(io.name, spec));
  return 0;
}

function createIo(sys: Sys, spec: AppletSpec): Io {
  const name = (sys.argv[0] ?? '').replace(/^.*\//, '') || 'busybox';
  const queue: { fd: Fd; text: string }[] = [];
  let size = 0;

  function enqueue(fd: Fd, binary: string): void {
    const last = queue[queue.length - 1];
    if (last?.fd === fd) last.text += binary;
    else queue.push({ fd, text: binary });
    size += binary.length;
  }

  function flush(): Maybe<void> {
    while (queue.length > 0) {
      const { fd, text } = queue.shift()!;
      size -= text.length;
      const written = writeBinary(sys, fd, text);
      if (isPromise(written)) return written.then(flush);
    }
  }

  const io: Io = {
    sys,
    name,
    args: sys.argv.slice(1),
    put: (binary) => enqueue(STDOUT, binary),
    print: (text) => enqueue(STDOUT, binaryOf(text)),
    printError: (text) => enqueue(STDERR, binaryOf(text)),
    warn: (message) => enqueue(STDERR, binaryOf(`${name}: ${message}\n`)),
    warnErrno(message, error) {
      const code = errnoOf(error);
      if (!code) throw error;
      io.warn(`${message}: ${strerror(code)}`);
    },
    die(message, status = 1) {
      io.warn(message);
      throw new Quit(status);
    },
    dieErrno(message, error, status = 1) {
      io.warnErrno(message, error);
      throw new Quit(status);
    },
    quit(status) {
      throw new Quit(status);
    },
    usage() {
      io.printError(usageText(name, spec));
      throw new Quit(spec.usageStatus ?? 1);
    },
    flush,
    pump: () => (size > FULL ? flush() : sys.breathe()),
    write(bytes) {
      const flushed = flush();
      return isPromise(flushed)
        ? flushed.then(() => writeAll(sys, STDOUT, bytes))
        : writeAll(sys, STDOUT, bytes);
    },
    reader: (fd) => createReader(sys, fd, flush),
    openInput: async (path) =>
      path === '-' ? io.reader(0) : createReader(sys, await sys.open(path, O_RDONLY), flush, path),
  };
  return io;
}

function writeBinary(sys: Sys, fd: Fd, binary: string): Maybe<void> {
  return writeAll(sys, fd, bytesOfBinary(binary));
}

/** Bytes as a binary string. */
export function binaryOfBytes(bytes: Uint8Array): string {
  if (bytes.length <= 8192) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]);
  }
  return text;
}

/** Which file could not be read, where that is known. */
function inputOf(error: unknown): string | undefined {
  const input = error instanceof PosixError ? error.data?.['input'] : undefined;
  return typeof input === 'string' ? input : undefined;
}

/** A failure to read says of what, for programs that have no words of their own for it. */
function failedRead(error: unknown, input: string | undefined): never {
  const code = errnoOf(error);
  if (!code || input === undefined) throw error;
  throw new PosixError(code, { input });
}

function createReader(sys: Sys, fd: Fd, flush: () => Maybe<void>, path?: string): Reader {
  const buffer = new Uint8Array(CHUNK);
  let pending = '';
  let at = 0;
  let ended = false;
  let terminated = true;
  const gauge = createGauge(sys);

  function fill(): Maybe<number> {
    const flushed = flush();
    return isPromise(flushed) ? flushed.then(read) : read();
  }

  function read(): Maybe<number> {
    try {
      const count = sys.read(fd, buffer);
      return isPromise(count) ? count.catch((error: unknown) => failedRead(error, path)) : count;
    } catch (error) {
      return failedRead(error, path);
    }
  }

  function accept(count: number): void {
    if (count === 0) ended = true;
    else {
      pending = pending.slice(at) + binaryOfBytes(buffer.subarray(0, count));
      at = 0;
      gauge(pending.length);
    }
  }

  function line(delimiter = '\n'): Maybe<string | undefined> {
    for (let from = at; ; ) {
      const end = pending.indexOf(delimiter, from);
      if (end >= 0) {
        const text = pending.slice(at, end);
        at = end + 1;
        terminated = true;
        return text;
      }
      if (ended) {
        const text = pending.slice(at);
        pending = '';
        at = 0;
        terminated = false;
        return text === '' ? undefined : text;
      }
      const searched = pending.length - at;
      const count = fill();
      if (isPromise(count))
        return count.then((n) => {
          accept(n);
          return line(delimiter);
        });
      accept(count);
      from = at + searched;
    }
  }

  /** The next program that reads this stdin begins where this one has ended, if it can be sought. */
  async function giveBack(): Promise<void> {
    try {
      await sys.lseek(fd, at - pending.length, 'cur');
    } catch (error) {
      if (!errnoOf(error)) throw error;
    }
    pending = '';
    at = 0;
  }

  return {
    fd,
    line,
    get terminated() {
      return terminated;
    },
    chunk(most = CHUNK) {
      if (at < pending.length) {
        const text = pending.slice(at, at + most);
        at += text.length;
        return bytesOfBinary(text);
      }
      const count = fill();
      const take = (n: number) => {
        if (n === 0) return undefined;
        if (n <= most) return buffer.subarray(0, n);
        accept(n);
        at = most;
        return buffer.subarray(0, most);
      };
      return isPromise(count) ? count.then(take) : take(count);
    },
    async rest() {
      const parts = [pending.slice(at)];
      let length = parts[0]!.length;
      pending = '';
      at = 0;
      for (;;) {
        const count = await fill();
        if (count === 0) return parts.join('');
        parts.push(binaryOfBytes(buffer.subarray(0, count)));
        length += count;
        gauge(length);
        await sys.breathe();
      }
    },
    async close() {
      if (fd !== 0) await sys.close(fd);
      else if (at < pending.length) await giveBack();
    },
  };
}
