/**
 * Output processing: what the screen gets for what a program writes, and where the cursor is then.
 *
 * @see POSIX, "General Terminal Interface", Output Modes; Linux n_tty.c, do_output_char
 */
import {
  IUTF8,
  OCRNL,
  OLCUC,
  ONLCR,
  ONLRET,
  ONOCR,
  OPOST,
  TAB3,
  TABDLY,
  type Termios,
} from '../posix/index.ts';

const BS = 8;
const TAB = 9;
const NL = 10;
const CR = 13;
const SPACE = 32;
const DEL = 127;
/** Bytes that one byte becomes at most: a tab as blanks. */
const LONGEST = 8;

export class OutputProcessor {
  column = 0;

  process(data: Uint8Array, { iflag, oflag }: Termios): Uint8Array {
    if (!(oflag & OPOST)) return data.slice();
    const expandsTabs = (oflag & TABDLY) === TAB3;
    let out = new Uint8Array(data.length * 2);
    let at = 0;
    for (const byte of data) {
      if (at + LONGEST > out.length) out = grown(out);
      if (byte === NL) {
        if (oflag & ONLCR) out[at++] = CR;
        if (oflag & (ONLCR | ONLRET)) this.column = 0;
        out[at++] = NL;
      } else if (byte === CR) {
        if (oflag & ONOCR && this.column === 0) continue;
        const isNewline = (oflag & OCRNL) !== 0;
        out[at++] = isNewline ? NL : CR;
        if (!isNewline || oflag & ONLRET) this.column = 0;
      } else if (byte === TAB) {
        const next = (this.column | 7) + 1;
        if (expandsTabs) while (this.column++ < next) out[at++] = SPACE;
        else out[at++] = TAB;
        this.column = next;
      } else {
        if (byte === BS) this.column = Math.max(0, this.column - 1);
        else if (!isControl(byte) && !(iflag & IUTF8 && isContinuation(byte))) this.column++;
        out[at++] = oflag & OLCUC ? upper(byte) : byte;
      }
    }
    return out.slice(0, at);
  }
}

export const isControl = (byte: number): boolean => byte < 32 || byte === DEL;
const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
const upper = (byte: number): number => (byte >= 97 && byte <= 122 ? byte - 32 : byte);

function grown(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2 + LONGEST);
  larger.set(bytes);
  return larger;
}
