/**
 * Pseudo-terminals: a slave side that programs have as descriptors, a master side that a screen and
 * a keyboard are connected to as a `Duplex`.
 *
 * Adds to the line discipline what waits and what knows processes: job control, window size, vmin
 * and vtime, flow control (output waits until the master's reader takes it), hang-up.
 */
import { concat, type Duplex, StrataError } from '../base/index.ts';
import {
  CREAD,
  CS8,
  CSIZE,
  changedTermios,
  fail,
  IUTF8,
  O_NONBLOCK,
  PARENB,
  POLLERR,
  POLLHUP,
  POLLIN,
  POLLOUT,
  S_IFCHR,
  signals,
  type Termios,
  TOSTOP,
  VMIN,
  VTIME,
} from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import type { Open } from './description.ts';
import { LineDiscipline } from './line-discipline.ts';
import type { Process } from './process.ts';
import type { Pid, WindowSize } from './types.ts';
import { shortWrite, WaitQueue, waitOn } from './wait.ts';

/** Bytes of output that may wait for the screen. */
const WINDOW = 65536;
/** Bytes of a write that go out as one: so much more may wait, and what a signal cannot take back. */
const PIECE = 16384;
/** Bytes of input that may wait for a program before the keyboard is held back. */
const TYPE_AHEAD = 65536;

export interface TtyOptions {
  /** N of /dev/pts/N, and the device number of it. */
  readonly index: number;
  readonly rdev: number;
  readonly size: WindowSize;
  /** Whether erasing takes whole characters of UTF-8, as terminal emulators set it (IUTF8). */
  readonly utf8: boolean;
  stat(): Stat;
  signalGroup(pgid: Pid, signal: number): void;
  /** Whether SIGTTIN and SIGTTOU have somebody who could bring the group to the foreground. */
  isOrphaned(pgid: Pid): boolean;
  /** The terminal is gone, its number free. */
  onHangUp(): void;
}

export class Tty {
  readonly index: number;
  readonly rdev: number;
  /** Wake who reads, and who writes. */
  readonly #arrivals = new WaitQueue();
  readonly #room = new WaitQueue();
  readonly master: Duplex;
  /** The session that it controls, and that session's foreground group. */
  session: Pid | undefined;
  foreground: Pid = 0;
  #size: WindowSize;
  #hungUp = false;
  #masterGone = false;
  #readers = 0;
  readonly #options: TtyOptions;
  readonly #discipline: LineDiscipline;
  #output: Uint8Array[] = [];
  #outputBytes = 0;
  #masterReader: (() => void) | undefined;
  #masterWriters: (() => void)[] = [];

  constructor(options: TtyOptions) {
    this.index = options.index;
    this.rdev = options.rdev;
    this.#options = options;
    this.#size = options.size;
    this.#discipline = new LineDiscipline({
      emit: (bytes) => this.#emit(bytes),
      signal: (signal) => this.foreground && options.signalGroup(this.foreground, signal),
      flow: (stopped) => {
        if (!stopped) this.#outputChanged();
      },
      flushOutput: () => {
        this.#output = [];
        this.#outputBytes = 0;
        this.#outputChanged();
      },
    });
    if (options.utf8) this.#discipline.setTermios(changedTermios(this.termios, { on: { iflag: IUTF8 } }));
    this.master = this.#makeMaster();
  }

  get name(): string {
    return `/dev/pts/${this.index}`;
  }

  get size(): WindowSize {
    return this.#size;
  }

  get termios(): Termios {
    return this.#discipline.termios;
  }

  /** Whether a program waits for keys. */
  get awaited(): boolean {
    return this.#readers > 0;
  }

  resize(size: WindowSize): void {
    const same = size.rows === this.#size.rows && size.columns === this.#size.columns;
    this.#size = { rows: size.rows, columns: size.columns };
    if (!same && this.foreground) this.#options.signalGroup(this.foreground, signals.WINCH);
  }

  /** TCSETS, by a process: in the background it is SIGTTOU. */
  setTermios(process: Process, termios: Termios): void {
    this.checkForeground(process, signals.TTOU);
    // As Linux's pty_set_termios: eight bits without parity, and something that is received.
    const cflag = ((termios.cflag & ~(CSIZE | PARENB)) | CS8 | CREAD) >>> 0;
    this.#discipline.setTermios({ ...termios, cflag, cc: termios.cc.slice() });
    this.#arrivals.wake();
  }

  /**
   * Job control of one call: a process of the terminal's session that is not in its foreground
   * group is signalled. True where the call has to be tried again after the process was stopped.
   * @throws EIO where nobody could continue it
   */
  checkForeground(process: Process, signal: number): boolean {
    if (process.sid !== this.session || !this.foreground || process.pgid === this.foreground) return false;
    if (process.ignores(signal) || process.blocks(signal)) {
      if (signal === signals.TTIN) fail('EIO');
      return false;
    }
    if (this.#options.isOrphaned(process.pgid)) fail('EIO');
    this.#options.signalGroup(process.pgid, signal);
    return true;
  }

  /** The slave as something open. */
  open(): Open {
    return {
      name: this.name,
      seekable: false,
      tty: this,
      arrivals: this.#arrivals,
      room: this.#room,
      stat: () => this.#options.stat(),
      ready: () => this.#ready(),
      read: (process, buffer, _position, flags) => this.#read(process, buffer, flags),
      write: (process, data, _position, flags) => this.#write(process, data, flags),
      reopen: () => this.open(),
      close: () => {},
    };
  }

  /** The line is dropped: the foreground group and the leader hear SIGHUP, reads end, writes fail. */
  hangUp(): void {
    if (this.#hungUp) return;
    this.#hungUp = true;
    this.#options.onHangUp();
    const { session, foreground } = this;
    this.session = undefined;
    this.foreground = 0;
    if (session) {
      this.#options.signalGroup(session, signals.HUP);
      this.#options.signalGroup(session, signals.CONT);
    }
    if (foreground && foreground !== session) {
      this.#options.signalGroup(foreground, signals.HUP);
      this.#options.signalGroup(foreground, signals.CONT);
    }
    this.#arrivals.wake();
    this.#outputChanged();
    for (const wake of this.#masterWriters.splice(0)) wake();
  }

  #ready(): number {
    if (this.#hungUp) return POLLIN | POLLOUT | POLLERR | POLLHUP;
    return (this.#canRead() ? POLLIN : 0) | (this.#canWrite() ? POLLOUT : 0);
  }

  /** Bytes and tenths of a second that a read by bytes waits for. */
  get #waitFor(): { readonly min: number; readonly time: number } {
    const { cc } = this.termios;
    return { min: cc[VMIN]!, time: cc[VTIME]! };
  }

  #canWrite(): boolean {
    return !this.#discipline.stopped && this.#outputBytes < WINDOW;
  }

  #canRead(): boolean {
    const { min, time } = this.#waitFor;
    if (this.#discipline.isCanonical) return this.#discipline.hasLine;
    return this.#discipline.pending >= (time ? 1 : Math.max(min, 1));
  }

  #read(process: Process, buffer: Uint8Array, flags: number): number | Promise<number> {
    const started = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = (): number | undefined => {
      if (this.#hungUp) return 0;
      // Stopped by SIGTTIN: tried again when it continues.
      if (this.checkForeground(process, signals.TTIN)) return undefined;
      const got = this.#discipline.isCanonical ? this.#readLine(buffer) : this.#readRaw(buffer, started);
      if (got !== undefined && got > 0) this.#inputTaken();
      return got;
    };
    const now = attempt();
    if (now !== undefined) return now;
    if (flags & O_NONBLOCK) fail('EAGAIN');
    const { min, time } = this.#waitFor;
    if (!this.#discipline.isCanonical && min === 0 && time > 0)
      timer = setTimeout(() => this.#arrivals.wake(), time * 100 + 1);
    this.#readers++;
    const after = (): void => {
      this.#readers--;
      clearTimeout(timer);
    };
    return waitOn(process, [this.#arrivals], attempt, { after });
  }

  #readLine(buffer: Uint8Array): number | undefined {
    return this.#discipline.hasLine ? this.#discipline.takeLine(buffer) : undefined;
  }

  #readRaw(buffer: Uint8Array, started: number): number | undefined {
    const { min, time } = this.#waitFor;
    const { pending } = this.#discipline;
    // With both set, the time is the pause between bytes; input comes in whole keys here, so what is
    // there when the first byte is there is what a pause would have given.
    const enough = min === 0 || time > 0 ? pending > 0 : pending >= Math.min(min, buffer.length || 1);
    if (enough) return this.#discipline.takeRaw(buffer);
    if (min === 0 && (time === 0 || performance.now() - started >= time * 100)) return 0;
    return undefined;
  }

  #write(process: Process, data: Uint8Array, flags: number): number | Promise<number> {
    let written = 0;
    const attempt = (): number | undefined => {
      if (this.#hungUp) fail('EIO');
      const mayStop = (this.termios.lflag & TOSTOP) !== 0;
      if (mayStop && this.checkForeground(process, signals.TTOU)) return undefined;
      while (this.#canWrite()) {
        const piece = data.subarray(written, written + PIECE);
        written += piece.length;
        this.#emit(this.#discipline.process(piece));
        if (written === data.length) return written;
      }
    };
    const now = attempt();
    if (now !== undefined) return now;
    if (flags & O_NONBLOCK) return written || fail('EAGAIN');
    return waitOn(process, [this.#room], attempt).catch((error: unknown) => shortWrite(written, error));
  }

  #emit(bytes: Uint8Array): void {
    if (this.#masterGone) return;
    this.#output.push(bytes);
    this.#outputBytes += bytes.length;
    this.#wakeMaster();
  }

  #outputChanged(): void {
    this.#room.wake();
    this.#wakeMaster();
  }

  #inputTaken(): void {
    if (this.#discipline.pending < TYPE_AHEAD) for (const wake of this.#masterWriters.splice(0)) wake();
  }

  #wakeMaster(): void {
    const wake = this.#masterReader;
    this.#masterReader = undefined;
    wake?.();
  }

  #makeMaster(): Duplex {
    return {
      source: {
        read: async () => {
          for (;;) {
            if (this.#outputBytes && !this.#discipline.stopped) {
              const all = this.#output.length === 1 ? this.#output[0]! : concat(this.#output);
              this.#output = [];
              this.#outputBytes = 0;
              this.#room.wake();
              return all;
            }
            if (this.#hungUp || this.#masterGone) return undefined;
            await new Promise<void>((resolve) => {
              this.#masterReader = resolve;
            });
          }
        },
        cancel: () => {
          this.#masterGone = true;
          this.#output = [];
          this.#outputBytes = 0;
          this.#outputChanged();
        },
      },
      sink: {
        write: async (chunk) => {
          if (this.#hungUp) throw new StrataError('EPIPE', 'Broken pipe');
          this.#discipline.receive(chunk);
          this.#arrivals.wake();
          while (this.#discipline.pending >= TYPE_AHEAD && !this.#hungUp) {
            await new Promise<void>((resolve) => this.#masterWriters.push(resolve));
          }
        },
        end: () => this.hangUp(),
        fail: () => this.hangUp(),
      },
    };
  }
}

/** What fstat says of a terminal that stands in no file system. */
export function ttyStat(index: number, rdev: number, created: bigint): Stat {
  return {
    dev: 24,
    ino: index + 3,
    mode: S_IFCHR | 0o620,
    nlink: 1,
    uid: 0,
    gid: 5,
    rdev,
    size: 0,
    blocks: 0,
    atime: created,
    mtime: created,
    ctime: created,
  };
}
