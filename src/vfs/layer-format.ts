/**
 * The packed index of a layer: columns of numbers and one string table, ready to be shared.
 *
 * Two tables. Names (dentries), each directory's side by side and sorted by bytes; and inodes,
 * numbered as the names first reach them, so that hard links are two names of one inode. Readers
 * take typed arrays over the bytes and decode nothing beforehand.
 */
import { concat, decode, encode, type SparsePiece, StrataError } from '../base/index.ts';

const MAGIC = 0x31494c53;
const VERSION = 1;

/** Numbers per column, in the order they are laid out; 64-bit ones first, for alignment. */
const WIDE = ['mtime', 'offset', 'size'] as const;
const INODE_COLUMNS = [
  'mtimeNanos',
  'mode',
  'uid',
  'gid',
  'rdev',
  'nlink',
  /**
   * Of directories: the first name and how many. Of symbolic links: the target's place in the strings
   * and its length. Of sparse files: the pieces' place in the strings and how many; count 0 of others.
   */
  'first',
  'count',
  /** Place of the packed extended attributes in the strings. */
  'xattrs',
  'xattrsLength',
] as const;
const NAME_COLUMNS = ['nameOffset', 'nameLength', 'inode'] as const;

type Wide = (typeof WIDE)[number];
type Narrow = (typeof INODE_COLUMNS)[number] | (typeof NAME_COLUMNS)[number];

export type LayerIndex = { readonly [K in Wide]: Float64Array } & { readonly [K in Narrow]: Uint32Array } & {
  readonly strings: Uint8Array;
  /** Sum of the sizes of the regular files. */
  readonly total: number;
  readonly inodes: number;
};

/** magic, version, inodes, names, strings' length, unused; then the total as a wide number. */
const HEADER = 24 + 8;

/** What `packIndex` takes: plain arrays by column, in the same terms. */
export type Columns = { readonly [K in Wide | Narrow]: number[] } & { readonly strings: StringTable };

export interface StringTable {
  /** Answers where the bytes are. */
  add(bytes: Uint8Array): number;
  bytes(): Uint8Array;
}

export function createColumns(): Columns {
  const columns: Partial<Record<Wide | Narrow, number[]>> = {};
  for (const name of [...WIDE, ...INODE_COLUMNS, ...NAME_COLUMNS]) columns[name] = [];
  const parts: Uint8Array[] = [];
  let length = 0;
  const strings: StringTable = {
    add(bytes) {
      parts.push(bytes);
      length += bytes.length;
      return length - bytes.length;
    },
    bytes: () => concat(parts),
  };
  return { ...(columns as Record<Wide | Narrow, number[]>), strings };
}

export function packIndex(columns: Columns, total: number): Uint8Array<ArrayBuffer> {
  const strings = columns.strings.bytes();
  const inodes = columns.mode.length;
  const names = columns.inode.length;
  const { length } = layout(inodes, names, strings.length);
  const bytes = new Uint8Array(length);
  new Uint32Array(bytes.buffer, 0, 5).set([MAGIC, VERSION, inodes, names, strings.length]);
  new Float64Array(bytes.buffer, 24, 1)[0] = total;
  const index = openIndex(bytes);
  for (const name of WIDE) index[name].set(columns[name]);
  for (const name of [...INODE_COLUMNS, ...NAME_COLUMNS]) index[name].set(columns[name]);
  index.strings.set(strings);
  return bytes;
}

/** Views over a packed index, copying nothing. @throws StrataError `EINDEX` where it is none of ours */
export function openIndex(packed: Uint8Array): LayerIndex {
  // Stored bytes may come as a view that is not aligned.
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  if (bytes.length < HEADER) throw new StrataError('EINDEX', 'layer index is damaged');
  const [magic, version, inodes = 0, names = 0, stringBytes = 0] = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset,
    5,
  );
  const { length, at } = layout(inodes, names, stringBytes);
  if (magic !== MAGIC || version !== VERSION || bytes.length !== length) {
    throw new StrataError('EINDEX', 'layer index is damaged');
  }
  const columns: Partial<Record<Wide | Narrow, Float64Array | Uint32Array>> = {};
  for (const name of WIDE) {
    columns[name] = new Float64Array(bytes.buffer, bytes.byteOffset + at.get(name)!, inodes);
  }
  for (const name of INODE_COLUMNS) {
    columns[name] = new Uint32Array(bytes.buffer, bytes.byteOffset + at.get(name)!, inodes);
  }
  for (const name of NAME_COLUMNS) {
    columns[name] = new Uint32Array(bytes.buffer, bytes.byteOffset + at.get(name)!, names);
  }
  const strings = bytes.subarray(length - stringBytes);
  const total = new Float64Array(bytes.buffer, bytes.byteOffset + 24, 1)[0]!;
  return { ...(columns as unknown as LayerIndex), strings, total, inodes };
}

function layout(inodes: number, names: number, strings: number): { length: number; at: Map<string, number> } {
  const at = new Map<string, number>();
  let next = HEADER;
  for (const name of WIDE) {
    at.set(name, next);
    next += 8 * inodes;
  }
  for (const name of INODE_COLUMNS) {
    at.set(name, next);
    next += 4 * inodes;
  }
  for (const name of NAME_COLUMNS) {
    at.set(name, next);
    next += 4 * names;
  }
  return { length: next + strings, at };
}

/** Order of names: by bytes, as `memcmp`. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference) return difference;
  }
  return a.length - b.length;
}

/** Extended attributes as `length name length value`, repeated. */
export function packXattrs(xattrs: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [name, value] of [...xattrs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = encode(name);
    parts.push(lengthOf(key), key, lengthOf(value), value);
  }
  return concat(parts);
}

export function unpackXattrs(bytes: Uint8Array): Map<string, Uint8Array> {
  const xattrs = new Map<string, Uint8Array>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const next = (): Uint8Array => {
    const length = view.getUint32(at, true);
    at += 4 + length;
    return bytes.slice(at - length, at);
  };
  while (at < bytes.length) {
    const name = decode(next());
    xattrs.set(name, next());
  }
  return xattrs;
}

/** Pieces as two 64-bit numbers each. There is one at least: a file of nothing but a hole has an empty one. */
export function packPieces(pieces: readonly SparsePiece[]): { bytes: Uint8Array; count: number } {
  const all = pieces.length ? pieces : [{ offset: 0, length: 0 }];
  const numbers = Float64Array.from(all.flatMap(({ offset, length }) => [offset, length]));
  return { bytes: new Uint8Array(numbers.buffer), count: all.length };
}

export function unpackPieces(bytes: Uint8Array): SparsePiece[] {
  const numbers = new Float64Array(bytes.slice().buffer);
  const pieces: SparsePiece[] = [];
  for (let i = 0; i < numbers.length; i += 2) pieces.push({ offset: numbers[i]!, length: numbers[i + 1]! });
  return pieces;
}

/** Bytes that a piece takes. */
export const PIECE = 16;

function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  return length;
}
