/**
 * LZ4 frames, as apt keeps its lists where it is to keep them compressed (Acquire::GzipIndexes).
 *
 * Written as stored blocks, which every reader knows, and read so: nobody else writes into these folders.
 *
 * @see github.com/lz4/lz4, doc/lz4_Frame_format.md and lz4_Block_format.md
 */
import { concat, StrataError } from '../../../base/index.ts';

const MAGIC = 0x184d2204;
/** Version 1, blocks independent of each other; 64 KiB at most. */
const FLAGS = 0x60;
const SIZES = 0x40;
const BLOCK = 64 * 1024;
const STORED = 0x80000000;

const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P5 = 0x165667b1;

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** xxHash32 of fewer than four bytes: a frame's descriptor. */
function headerSum(bytes: readonly number[]): number {
  let hash = (P5 + bytes.length) | 0;
  for (const byte of bytes) hash = Math.imul(rotate((hash + Math.imul(byte, P5)) | 0, 11), P1);
  hash = Math.imul(hash ^ (hash >>> 15), P2);
  hash = Math.imul(hash ^ (hash >>> 13), P3);
  return ((hash ^ (hash >>> 16)) >>> 8) & 0xff;
}

const word = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value >>> 0, true);
  return bytes;
};

export function lz4Frame(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [word(MAGIC), new Uint8Array([FLAGS, SIZES, headerSum([FLAGS, SIZES])])];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    parts.push(word((STORED | block.length) >>> 0), block);
  }
  return concat([...parts, word(0)]);
}

/** @throws StrataError `ELZ4` where it is damaged, or more than `most` bytes come of it */
export function unlz4(frame: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const damaged = () => new StrataError('ELZ4', 'lz4: invalid data');
  if (frame.length < 11 || view.getUint32(0, true) !== MAGIC) throw damaged();
  const flags = frame[4]!;
  let at = 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    if (at + 4 > frame.length) throw damaged();
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) break;
    const size = head & 0x7fffffff;
    if (at + size > frame.length) throw damaged();
    const block = frame.subarray(at, at + size);
    // Blocks of others may look back into those before them.
    if (!(head & STORED))
      throw new StrataError('ELZ4', 'lz4: compressed blocks: not supported by Strata yet');
    parts.push(block);
    total += size;
    if (total > most) throw damaged();
    at += size + (flags & 0x10 ? 4 : 0);
  }
  return concat(parts);
}
