/**
 * A terminal's line discipline: what happens between keys and `read`, and between `write` and the screen.
 *
 * Pure state, no waiting: bytes typed go in by `receive`, what programs may read comes out by `take`;
 * `emit` is given what the screen gets (echo, processed output), `signal` the signals of ^C, ^\ and ^Z.
 * @see POSIX, "General Terminal Interface"; termios(3); observed: Linux n_tty
 */
import {
  defaultTermios,
  ECHO,
  ECHOCTL,
  ECHOE,
  ECHOK,
  ECHOKE,
  ECHONL,
  ECHOPRT,
  EXTPROC,
  ICANON,
  ICRNL,
  IEXTEN,
  IGNCR,
  INLCR,
  ISIG,
  ISTRIP,
  IUCLC,
  IUTF8,
  IXANY,
  IXON,
  NOFLSH,
  signals,
  type Termios,
  VEOF,
  VEOL,
  VEOL2,
  VERASE,
  VINTR,
  VKILL,
  VLNEXT,
  VQUIT,
  VREPRINT,
  VSTART,
  VSTOP,
  VSUSP,
  VWERASE,
} from '../posix/index.ts';
import { isControl, OutputProcessor } from './output-processing.ts';

const NL = 10;
const CR = 13;
const TAB = 9;
const BS = 8;
const SPACE = 32;
const SLASH = 47;
const BACKSLASH = 92;
const CARET = 94;
const DEL = 127;
/** Longest line in canonical mode, as Linux has it, its end included. */
const MAX_LINE = 4096;

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
  readonly #screen = new OutputProcessor();
  /** Where the cursor was when the line began: for erasing tabs. */
  #lineColumn = 0;
  /** Echo of the current `receive`. */
  #echo: number[] = [];
  /** With ECHOPRT, whether what was erased is being printed, between `\\` and `/`. */
  #printsErased = false;

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

  /** Whether input is read by lines. */
  get isCanonical(): boolean {
    return this.#local(ICANON) && !this.#local(EXTPROC);
  }

  setTermios(termios: Termios): void {
    const wasCanonical = this.isCanonical;
    this.termios = termios;
    if (wasCanonical && !this.isCanonical) this.#commit();
    if (!this.#input(IXON) && this.#stopped) this.#setStopped(false);
  }

  #input(flag: number): boolean {
    return (this.termios.iflag & flag) !== 0;
  }

  #local(flag: number): boolean {
    return (this.termios.lflag & flag) !== 0;
  }

  /** Whether a byte is this control character; 0 is none. */
  #is(byte: number, index: number): boolean {
    return byte !== 0 && byte === this.termios.cc[index];
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
    if (!this.isCanonical) this.#commit();
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

  /** What the screen gets for what a program writes. */
  process(data: Uint8Array): Uint8Array {
    return this.#screen.process(data, this.termios);
  }

  /** @see Linux n_tty.c, n_tty_receive_char_special */
  #key(raw: number): void {
    if (this.#local(EXTPROC)) {
      this.#line.push(raw);
      return;
    }
    let byte = this.#input(ISTRIP) ? raw & 0x7f : raw;
    if (this.#input(IUCLC) && this.#local(IEXTEN)) byte = lower(byte);
    if (this.#literal) {
      this.#literal = false;
      this.#insert(byte);
      return;
    }
    if (this.#input(IXON) && (this.#is(byte, VSTOP) || this.#is(byte, VSTART))) {
      this.#setStopped(this.#is(byte, VSTOP));
      return;
    }
    const signal = this.#local(ISIG) ? this.#signalOf(byte) : undefined;
    if (signal !== undefined) {
      this.#interrupt(byte, signal);
      return;
    }
    if (this.#input(IXON) && this.#input(IXANY)) this.#setStopped(false);
    if (byte === CR) {
      if (this.#input(IGNCR)) return;
      if (this.#input(ICRNL)) byte = NL;
    } else if (byte === NL && this.#input(INLCR)) byte = CR;
    if (this.isCanonical) this.#edit(byte);
    else this.#insert(byte);
  }

  #signalOf(byte: number): number | undefined {
    if (this.#is(byte, VINTR)) return signals.INT;
    if (this.#is(byte, VQUIT)) return signals.QUIT;
    return this.#is(byte, VSUSP) ? signals.TSTP : undefined;
  }

  #edit(byte: number): void {
    const extended = this.#local(IEXTEN);
    if (byte === NL) {
      this.#line.push(byte);
      if (this.#local(ECHO | ECHONL)) this.#echoBytes(byte);
      this.#commit();
    } else if (this.#is(byte, VEOL) || (extended && this.#is(byte, VEOL2))) {
      this.#line.push(byte);
      this.#echoByte(byte);
      this.#commit();
    } else if (this.#is(byte, VERASE)) this.#eraseOne(true);
    else if (this.#is(byte, VKILL)) this.#killLine(byte);
    else if (this.#is(byte, VEOF)) this.#commit(true);
    else if (extended && this.#is(byte, VWERASE)) this.#eraseWord();
    else if (extended && this.#is(byte, VREPRINT) && this.#local(ECHO)) this.#reprint(byte);
    else if (extended && this.#is(byte, VLNEXT)) {
      this.#literal = true;
      if (this.#local(ECHO)) this.#finishErasing();
      if (this.#local(ECHO) && this.#local(ECHOCTL)) this.#echoBytes(CARET, BS);
    } else this.#insert(byte);
  }

  #killLine(byte: number): void {
    if (this.#line.length === 0) return;
    const rubsOut = this.#local(ECHOK) && this.#local(ECHOKE) && this.#local(ECHOE);
    if (rubsOut || !this.#local(ECHO)) {
      this.#eraseWhile(() => true);
      return;
    }
    this.#line = [];
    this.#echoByte(byte);
    if (this.#local(ECHOK)) this.#echoBytes(NL);
  }

  #insert(byte: number): void {
    if (this.#line.length === 0) this.#lineColumn = this.#screen.column;
    // What does not fit is shown and lost.
    if (!this.isCanonical || this.#line.length < MAX_LINE - 1) this.#line.push(byte);
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
    if (!this.#local(NOFLSH)) {
      this.flushInput();
      this.#echo = [];
      this.#events.flushOutput();
    }
    if (this.#input(IXON)) this.#setStopped(false);
    this.#echoByte(byte);
    this.#flushEcho();
    this.#events.signal(signal);
  }

  #setStopped(stopped: boolean): void {
    if (this.#stopped === stopped) return;
    this.#stopped = stopped;
    this.#events.flow(stopped);
  }

  /** @see Linux n_tty.c, eraser */
  #eraseOne(byItself: boolean): void {
    if (this.#line.length === 0) return;
    const gone: number[] = [];
    // A whole character: continuation bytes and the byte that they continue.
    do gone.unshift(this.#line.pop()!);
    while (this.#continues(gone[0]!) && this.#line.length);
    if (!this.#local(ECHO)) return;
    if (this.#local(ECHOPRT)) {
      if (!this.#printsErased) this.#echoBytes(BACKSLASH);
      this.#printsErased = true;
      for (const byte of gone) this.#echoCharacter(byte);
    } else if (byItself && !this.#local(ECHOE)) this.#echoCharacter(this.termios.cc[VERASE] ?? DEL);
    else this.#rubOut(gone[0]!);
    if (this.#line.length === 0) this.#finishErasing();
  }

  #finishErasing(): void {
    if (!this.#printsErased) return;
    this.#printsErased = false;
    this.#echoBytes(SLASH);
  }

  #continues(byte: number): boolean {
    return this.#input(IUTF8) && (byte & 0xc0) === 0x80;
  }

  /** Removes a character from the screen that is no longer in the line. */
  #rubOut(byte: number): void {
    if (byte === TAB) {
      const column = this.#endColumn();
      for (let at = (column | 7) + 1; at > column; at--) this.#echoBytes(BS);
    } else if (isControl(byte)) {
      if (this.#local(ECHOCTL)) this.#echoBytes(BS, SPACE, BS, BS, SPACE, BS);
    } else this.#echoBytes(BS, SPACE, BS);
  }

  /** Where the line ends on the screen. */
  #endColumn(): number {
    return this.#line.reduce((column, byte) => {
      if (byte === TAB) return (column | 7) + 1;
      if (isControl(byte)) return this.#local(ECHOCTL) ? column + 2 : column;
      return this.#continues(byte) ? column : column + 1;
    }, this.#lineColumn);
  }

  #eraseWhile(keepOn: (last: number) => boolean): void {
    while (this.#line.length && keepOn(this.#line[this.#line.length - 1]!)) this.#eraseOne(false);
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
    this.#finishErasing();
    this.#echoCharacter(byte);
    this.#echoBytes(NL);
    for (const each of this.#line) this.#echoCharacter(each);
  }

  /** Echoes a character that was typed, where that is wanted. */
  #echoByte(byte: number): void {
    if (!this.#local(ECHO)) return;
    this.#finishErasing();
    this.#echoCharacter(byte);
  }

  /** Control characters are ^X where ECHOCTL says so. */
  #echoCharacter(byte: number): void {
    const shown = isControl(byte) && byte !== TAB && byte !== NL && this.#local(ECHOCTL);
    if (shown) this.#echoBytes(CARET, byte ^ 64);
    else this.#echoBytes(byte);
  }

  #echoBytes(...bytes: number[]): void {
    for (const byte of bytes) this.#echo.push(...this.process(Uint8Array.of(byte)));
  }

  #flushEcho(): void {
    if (this.#echo.length === 0) return;
    this.#events.emit(Uint8Array.from(this.#echo));
    this.#echo = [];
  }
}

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
