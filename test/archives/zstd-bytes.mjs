/** zstd by hand, since Node has none: frames of raw blocks. @see RFC 8878, 3.1.1 */

const LARGEST_BLOCK = 128 * 1024;

/** Bytes as one frame, no smaller than they are. */
export function zstdRaw(bytes) {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x80, 0x38, 0, 0, 0, 0]);
  head.writeUInt32LE(bytes.length, 6);
  const parts = [head];
  for (let at = 0; at === 0 || at < bytes.length; at += LARGEST_BLOCK) {
    const piece = bytes.subarray(at, at + LARGEST_BLOCK);
    const last = at + LARGEST_BLOCK >= bytes.length ? 1 : 0;
    const header = Buffer.alloc(3);
    header.writeUIntLE(piece.length * 8 + last, 0, 3);
    parts.push(header, piece);
  }
  return Buffer.concat(parts);
}
