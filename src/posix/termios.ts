/**
 * A terminal's settings as Linux keeps them: words of flags, and control characters by index.
 *
 * @see termios(3); Linux include/uapi/asm-generic/termbits.h
 */

export interface Termios {
  readonly iflag: number;
  readonly oflag: number;
  readonly cflag: number;
  readonly lflag: number;
  /** The line discipline's number. */
  readonly line: number;
  /** NCCS bytes, by V* index; 0 is no character. */
  readonly cc: Uint8Array;
}

// ---- iflag
export const IGNBRK = 0x1;
export const BRKINT = 0x2;
export const IGNPAR = 0x4;
export const PARMRK = 0x8;
export const INPCK = 0x10;
export const ISTRIP = 0x20;
export const INLCR = 0x40;
export const IGNCR = 0x80;
export const ICRNL = 0x100;
export const IUCLC = 0x200;
export const IXON = 0x400;
export const IXANY = 0x800;
export const IXOFF = 0x1000;
export const IMAXBEL = 0x2000;
export const IUTF8 = 0x4000;

// ---- oflag
export const OPOST = 0x1;
export const OLCUC = 0x2;
export const ONLCR = 0x4;
export const OCRNL = 0x8;
export const ONOCR = 0x10;
export const ONLRET = 0x20;
export const OFILL = 0x40;
export const OFDEL = 0x80;
export const TABDLY = 0x1800;
/** Tabs become blanks. */
export const TAB3 = 0x1800;

// ---- cflag
/** The speed, which a pseudo-terminal has none of but keeps. */
export const CBAUD = 0x100f;
const B38400 = 0xf;
export const CSIZE = 0x30;
export const CS8 = 0x30;
export const CSTOPB = 0x40;
export const CREAD = 0x80;
export const PARENB = 0x100;
export const PARODD = 0x200;
export const HUPCL = 0x400;
export const CLOCAL = 0x800;
export const CMSPAR = 0x4000_0000;
export const CRTSCTS = 0x8000_0000;

// ---- lflag
export const ISIG = 0x1;
export const ICANON = 0x2;
export const XCASE = 0x4;
export const ECHO = 0x8;
export const ECHOE = 0x10;
export const ECHOK = 0x20;
export const ECHONL = 0x40;
export const NOFLSH = 0x80;
export const TOSTOP = 0x100;
export const ECHOCTL = 0x200;
export const ECHOPRT = 0x400;
export const ECHOKE = 0x800;
export const FLUSHO = 0x1000;
export const IEXTEN = 0x8000;
export const EXTPROC = 0x1_0000;

// ---- cc
export const VINTR = 0;
export const VQUIT = 1;
export const VERASE = 2;
export const VKILL = 3;
export const VEOF = 4;
export const VTIME = 5;
export const VMIN = 6;
export const VSWTC = 7;
export const VSTART = 8;
export const VSTOP = 9;
export const VSUSP = 10;
export const VEOL = 11;
export const VREPRINT = 12;
export const VDISCARD = 13;
export const VWERASE = 14;
export const VLNEXT = 15;
export const VEOL2 = 16;
const NCCS = 19;

/** As Linux gives a fresh pseudo-terminal. */
export const defaultTermios: Termios = {
  iflag: ICRNL | IXON,
  oflag: OPOST | ONLCR,
  cflag: B38400 | CS8 | CREAD,
  lflag: ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE | IEXTEN,
  line: 0,
  cc: Uint8Array.of(3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0),
};

export interface TermiosChange {
  /** Flags to clear and to set, in that order. */
  readonly off?: Partial<Record<FlagWord, number>>;
  readonly on?: Partial<Record<FlagWord, number>>;
  /** Bytes and tenths of a second that a read without ICANON waits for. */
  readonly min?: number;
  readonly time?: number;
}

export type FlagWord = 'iflag' | 'oflag' | 'cflag' | 'lflag';

export function changedTermios(termios: Termios, { off = {}, on = {}, min, time }: TermiosChange): Termios {
  const word = (name: FlagWord): number => ((termios[name] & ~(off[name] ?? 0)) | (on[name] ?? 0)) >>> 0;
  const cc = termios.cc.slice();
  if (min !== undefined) cc[VMIN] = min;
  if (time !== undefined) cc[VTIME] = time;
  return {
    ...{ iflag: word('iflag'), oflag: word('oflag'), cflag: word('cflag'), lflag: word('lflag') },
    ...{ line: termios.line, cc },
  };
}

/** For programs that draw their screen: each key at once and as it comes, no echo, no signals. */
export function keyByKey(termios: Termios): Termios {
  const off = { lflag: ICANON | ECHO | ISIG | IEXTEN, iflag: IXON };
  return changedTermios(termios, { off, min: 1, time: 0 });
}

/** For passwords. */
export function withoutEcho(termios: Termios): Termios {
  return changedTermios(termios, { off: { lflag: ECHO } });
}

/** As cfmakeraw(3), and a read that waits for a byte. */
export function rawTermios(termios: Termios): Termios {
  const off = {
    iflag: IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON,
    oflag: OPOST,
    cflag: CSIZE | PARENB,
    lflag: ECHO | ECHONL | ICANON | ISIG | IEXTEN,
  };
  return changedTermios(termios, { off, on: { cflag: CS8 }, min: 1, time: 0 });
}

/** `struct termios` of the kernel's, as TCGETS and TCSETS have it: 36 bytes, little-endian. */
export function termiosBytes({ iflag, oflag, cflag, lflag, line, cc }: Termios): Uint8Array {
  const bytes = new Uint8Array(17 + NCCS);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of [iflag, oflag, cflag, lflag].entries()) view.setUint32(index * 4, word, true);
  bytes[16] = line;
  bytes.set(cc.subarray(0, NCCS), 17);
  return bytes;
}

export function termiosOf(bytes: Uint8Array): Termios {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 17 + NCCS);
  const word = (index: number): number => view.getUint32(index * 4, true);
  return {
    ...{ iflag: word(0), oflag: word(1), cflag: word(2), lflag: word(3) },
    ...{ line: bytes[16]!, cc: bytes.slice(17, 17 + NCCS) },
  };
}
