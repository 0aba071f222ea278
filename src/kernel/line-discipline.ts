/**
 * A terminal's line discipline: what happens between keys and `read`, and between `write` and the screen.
 *
 * Pure state, no waiting: bytes typed go in by `receive`, what programs may read comes out by `take`;
 * `emit` is given what the screen gets (echo, processed output), `signal` the signals of ^C, ^\ and ^Z.
 * @see POSIX, "General Terminal Interface"; termios(3); observed: Linux n_tty
 */
import { signals } from '../posix/index.ts';
import type { Termios } from './types.ts';

const NL = 10;
const CR = 13;
const TAB = 9;
const BEL = 7;
const DEL = 127;
/** Longest line in canonical mode, as Linux has it, its end included. */
const MAX_LINE = 4096;

/** As Linux gives a fresh pseudo-terminal, with UTF-8 erase on. */
export const defaultTermios: Termios = {
  icanon: true,
  echo: true,
  echoe: true,
  echok: true,
  echoctl: true,
  isig: true,
  iexten: true,
  icrnl: true,
  inlcr: false,
  igncr: false,
  ixon: true,
  opost: true,
  onlcr: true,
  vmin: 1,
  vtime: 0,
  cc: {
    intr: 3,
    quit: 28,
    erase: DEL,
    kill: 21,
    eof: 4,
    start: 17,
    stop: 19,
    susp: 26,
    werase: 23,
    lnext: 22,
    eol: 0,
    reprint: 18,
  },
};

export interface DisciplineEvents {
  /** Bytes for the screen. */
  emit(bytes: Uint8Array): void;
  signal(signal: number): void;
  /** Output was stopped (^S) or goes on (^Q). */
  flow(stopped: boolean): void;
  /** Throws away output that the screen has not got yet. */
  flushOutput(): void;
}

export class LineDiscipline {
  termios: Termios = defaultTermios;
  readonly #events: DisciplineEvents;
  /** Finished lines, or raw input; an empty one is an end of file. */
  #ready: Uint8Array[] = [];
  #readyBytes = 0;
  /** The line that is being edited. */
  #line: number[] = [];
  #literal = false;
  #stopped = false;
  /** Where the cursor is, and where it was when the line began: for erasing tabs. */
  #column = 0;
  #lineColumn = 0;
  /** Echo of the current `receive`. */
  #echo: number[] = [];

  constructor(events: DisciplineEvents) {
    this.#events = events;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Bytes that wait to be read. */
  get pending(): number {
    return this.#readyBytes;
  }

  /** Whether a canonical read has a line or an end of file. */
  get hasLine(): boolean {
    return this.#ready.length > 0;
  }

  setTermios(termios: Termios): void {
    const wasCanonical = this.termios.icanon;
    this.termios = termios;
    if (wasCanonical && !termios.icanon) this.#commit();
    if (!termios.ixon && this.#stopped) this.#setStopped(false);
  }

  /** TCIFLUSH. */
  flushInput(): void {
    this.#ready = [];
    this.#readyBytes = 0;
    this.#line = [];
    this.#literal = false;
  }

  /** Bytes from the keyboard. */
  receive(bytes: Uint8Array): void {
    for (const byte of bytes) this.#key(byte);
    if (!this.termios.icanon) this.#commit();
    this.#flushEcho();
  }

  /** What one canonical read gets: up to a line; 0 for an end of file. */
  takeLine(buffer: Uint8Array): number {
    const line = this.#ready[0]!;
    const part = line.subarray(0, buffer.length);
    buffer.set(part);
    if (part.length === line.length) this.#ready.shift();
    else this.#ready[0] = line.subarray(part.length);
    this.#readyBytes -= part.length;
    return part.length;
  }

  /** What a raw read gets: as much as there is. */
  takeRaw(buffer: Uint8Array): number {
    let filled = 0;
    while (filled < buffer.length && this.#ready.length) filled += this.takeLine(buffer.subarray(filled));
    return filled;
  }

  /** Output processing: what the screen gets for what a program writes. */
  process(data: Uint8Array): Uint8Array {
    const { opost, onlcr } = this.termios;
    let newlines = 0;
    for (const byte of data) {
      if (byte === NL) newlines++;
      if (byte === CR || (byte === NL && opost && onlcr)) this.#column = 0;
      else if (byte === TAB) this.#column = (this.#column | 7) + 1;
      else if (byte === 8) this.#column = Math.max(0, this.#column - 1);
      else if (byte >= 32 && (byte & 0xc0) !== 0x80) this.#column++;
    }
    if (!opost || !onlcr || newlines === 0) return data.slice();
    const out = new Uint8Array(data.length + newlines);
    let at = 0;
    for (const byte of data) {
      if (byte === NL) out[at++] = CR;
      out[at++] = byte;
    }
    return out;
  }

  #key(raw: number): void {
    const { cc, ixon, isig, icrnl, inlcr, igncr, icanon } = this.termios;
    if (this.#literal) {
      this.#literal = false;
      this.#insert(raw);
      return;
    }
    if (ixon && raw !== 0 && (raw === cc.stop || raw === cc.start)) {
      this.#setStopped(raw === cc.stop);
      return;
    }
    const signal = isig && raw !== 0 ? signalOf(raw, cc) : undefined;
    if (signal !== undefined) {
      this.#interrupt(raw, signal);
      return;
    }
    let byte = raw;
    if (byte === CR) {
      if (igncr) return;
      if (icrnl) byte = NL;
    } else if (byte === NL && inlcr) byte = CR;
    if (icanon) this.#edit(byte);
    else this.#insert(byte);
  }

  #edit(byte: number): void {
    const { cc, echo, iexten } = this.termios;
    if (byte === NL || (byte !== 0 && byte === cc.eol)) {
      this.#line.push(byte);
      if (echo) this.#echoBytes(byte);
      this.#commit();
    } else if (byte === 0) this.#insert(byte);
    else if (byte === cc.erase) this.#eraseOne();
    else if (byte === cc.kill) this.#killLine(byte);
    else if (byte === cc.eof) this.#commit(true);
    else if (iexten && byte === cc.werase) this.#eraseWord();
    else if (iexten && byte === cc.reprint) this.#reprint(byte);
    else if (iexten && byte === cc.lnext) {
      this.#literal = true;
      if (echo) this.#echoBytes(0x5e, 8);
    } else this.#insert(byte);
  }

  #killLine(byte: number): void {
    const { echok, echoe } = this.termios;
    if (echok && echoe) {
      this.#eraseWhile(() => true);
      return;
    }
    this.#line = [];
    this.#echoByte(byte);
    if (echok) this.#echoBytes(NL);
  }

  #insert(byte: number): void {
    if (this.termios.icanon && this.#line.length >= MAX_LINE - 1) {
      this.#echoBytes(BEL);
      return;
    }
    if (this.#line.length === 0) this.#lineColumn = this.#column;
    this.#line.push(byte);
    this.#echoByte(byte);
  }

  /** Makes the edited line readable. */
  #commit(endOfFile = false): void {
    if (this.#line.length === 0 && !endOfFile) return;
    this.#ready.push(Uint8Array.from(this.#line));
    this.#readyBytes += this.#line.length;
    this.#line = [];
  }

  #interrupt(byte: number, signal: number): void {
    this.flushInput();
    this.#echo = [];
    this.#events.flushOutput();
    this.#setStopped(false);
    this.#echoByte(byte);
    this.#flushEcho();
    this.#events.signal(signal);
  }

  #setStopped(stopped: boolean): void {
    if (this.#stopped === stopped) return;
    this.#stopped = stopped;
    this.#events.flow(stopped);
  }

  #eraseOne(): void {
    if (this.#line.length === 0) return;
    // A whole character: continuation bytes and the byte that they continue (IUTF8).
    let byte: number;
    do {
      byte = this.#line.pop()!;
    } while ((byte & 0xc0) === 0x80 && this.#line.length);
    if (!this.termios.echo) return;
    if (this.termios.echoe) this.#rubOut(byte);
    else this.#echoByte(this.termios.cc['erase'] ?? DEL);
  }

  /** Removes a character from the screen that is no longer in the line. */
  #rubOut(byte: number): void {
    if (byte === TAB) {
      let column = this.#lineColumn;
      for (const before of this.#line) column = this.#advance(column, before);
      while (this.#column > column) this.#echoBytes(8);
    } else if (byte < 32 || byte === DEL) {
      if (this.termios.echoctl) this.#echoBytes(8, 32, 8, 8, 32, 8);
    } else this.#echoBytes(8, 32, 8);
  }

  #advance(column: number, byte: number): number {
    if (byte === TAB) return (column | 7) + 1;
    if (byte < 32 || byte === DEL) return this.termios.echoctl ? column + 2 : column;
    return (byte & 0xc0) === 0x80 ? column : column + 1;
  }

  #eraseWhile(keepOn: (last: number) => boolean): void {
    while (this.#line.length && keepOn(this.#line[this.#line.length - 1]!)) this.#eraseOne();
  }

  #eraseWord(): void {
    const isWord = (byte: number): boolean =>
      byte >= 128 ||
      byte === 95 ||
      (byte >= 48 && byte <= 57) ||
      (byte >= 65 && byte <= 90) ||
      (byte >= 97 && byte <= 122);
    this.#eraseWhile((last) => !isWord(last));
    this.#eraseWhile(isWord);
  }

  #reprint(byte: number): void {
    if (!this.termios.echo) return;
    this.#echoByte(byte);
    this.#echoBytes(NL);
    for (const each of this.#line) this.#echoByte(each);
  }

  /** Echoes a character as it was typed: control characters as ^X where ECHOCTL says so. */
  #echoByte(byte: number): void {
    if (!this.termios.echo) return;
    const control = byte < 32 || byte === DEL;
    if (control && byte !== TAB && byte !== NL && this.termios.echoctl) this.#echoBytes(0x5e, byte ^ 64);
    else this.#echoBytes(byte);
  }

  #echoBytes(...bytes: number[]): void {
    for (const byte of bytes) {
      this.#echo.push(...this.process(Uint8Array.of(byte)));
    }
  }

  #flushEcho(): void {
    if (this.#echo.length === 0) return;
    this.#events.emit(Uint8Array.from(this.#echo));
    this.#echo = [];
  }
}

function signalOf(byte: number, cc: Termios['cc']): number | undefined {
  if (byte === cc['intr']) return signals.INT;
  if (byte === cc['quit']) return signals.QUIT;
  return byte === cc['susp'] ? signals.TSTP : undefined;
}
