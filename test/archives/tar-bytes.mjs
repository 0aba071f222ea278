/** Tar archives byte by byte, so that they can be wrong in any way. */

const BLOCK = 512;

/**
 * One entry: header, contents, padding.
 *
 * @param {{name?: string | Uint8Array, type?: string, mode?: number, uid?: number, gid?: number,
 *   size?: number, mtime?: number, link?: string | Uint8Array, content?: string | Uint8Array,
 *   prefix?: string, magic?: string, major?: number, minor?: number, checksum?: string,
 *   fields?: [number, string | Uint8Array][], padding?: boolean}} entry `fields` are put at offsets
 *   before the checksum is made
 */
export function entry(entry) {
  const content = bytes(entry.content ?? '');
  const block = Buffer.alloc(BLOCK);
  const put = (at, value) => block.set(bytes(value), at);
  const octal = (at, width, value) => put(at, value.toString(8).padStart(width - 1, '0'));
  put(0, entry.name ?? '');
  octal(100, 8, entry.mode ?? (entry.type === '5' ? 0o755 : 0o644));
  octal(108, 8, entry.uid ?? 0);
  octal(116, 8, entry.gid ?? 0);
  octal(124, 12, entry.size ?? content.length);
  octal(136, 12, entry.mtime ?? 1_000_000_000);
  put(156, entry.type ?? '0');
  put(157, entry.link ?? '');
  put(257, entry.magic ?? 'ustar\x0000');
  octal(329, 8, entry.major ?? 0);
  octal(337, 8, entry.minor ?? 0);
  put(345, entry.prefix ?? '');
  for (const [at, value] of entry.fields ?? []) put(at, value);
  block.fill(0x20, 148, 156);
  let sum = 0;
  for (const byte of block) sum += byte;
  put(148, entry.checksum ?? `${sum.toString(8).padStart(6, '0')}\0 `);
  const padding = entry.padding === false ? 0 : (BLOCK - (content.length % BLOCK)) % BLOCK;
  return Buffer.concat([block, content, Buffer.alloc(padding)]);
}

/** A pax header with records in the order given. */
export function pax(records, type = 'x') {
  const parts = records.map(([key, value]) => {
    const body = Buffer.concat([Buffer.from(` ${key}=`), bytes(value), Buffer.from('\n')]);
    let length = body.length + String(body.length).length;
    length = body.length + String(length).length;
    return Buffer.concat([Buffer.from(String(length)), body]);
  });
  return entry({ name: 'PaxHeaders.0/x', type, content: Buffer.concat(parts) });
}

/** GNU's base-256 number of a field's width. */
export function base256(value, width) {
  const field = Buffer.alloc(width);
  let rest = BigInt(value);
  for (let i = width - 1; i >= 0; i--) {
    field[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  field[0] |= value < 0 ? 0xff : 0x80;
  return field;
}

export const END = Buffer.alloc(2 * BLOCK);

export function bytes(value) {
  return typeof value === 'string' ? Buffer.from(value) : Buffer.from(value);
}
