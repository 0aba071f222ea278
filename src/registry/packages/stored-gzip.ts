/**
 * gzip without compression: stored blocks only.
 *
 * What `apk update` keeps has the size that came over the network. A real index is megabytes of
 * compressed text; ours is short, padded, and must not shrink before it is there.
 *
 * @see RFC 1951, 3.2.4 "Non-compressed blocks"; RFC 1952
 */
import { concat, crc32 } from '../../base/index.ts';

const LONGEST_BLOCK = 0xffff;

export function storedGzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // Method 8, no name, no time, unknown system.
  const parts: Uint8Array[] = [new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])];
  for (let at = 0; at === 0 || at < bytes.length; at += LONGEST_BLOCK) {
    const block = bytes.subarray(at, at + LONGEST_BLOCK);
    const isLast = at + LONGEST_BLOCK >= bytes.length;
    const { length } = block;
    parts.push(
      new Uint8Array([isLast ? 1 : 0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff]),
    );
    parts.push(block);
  }
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc32(bytes), true);
  trailer.setUint32(4, bytes.length, true);
  parts.push(new Uint8Array(trailer.buffer));
  return concat(parts);
}
