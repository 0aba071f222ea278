/**
 * Tar archives: reading entries with the offsets of their contents, and writing them reproducibly.
 *
 * Reads ustar, pax (1003.1-2001) and GNU's long names, base-256 numbers and sparse files, from a
 * random-access source without copying contents; as Go's archive/tar, global pax headers are of no
 * account. Writes plain ustar headers where the fields fit and a pax header
 * before them where not, as Go's archive/tar does, which is what Docker's layers are made with.
 * Knows nothing of file systems, whiteouts or compression.
 *
 * @see POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"
 */
import { decode } from './bytes.ts';
import { malformed, numberAt, tarError, textAt } from './tar-field.ts';
import { type PaxRecords, parsePax } from './tar-pax.ts';
import {
  newSparse,
  oldSparse,
  paxSparse,
  type SparsePiece,
  type SparseReader,
  verifySparse,
} from './tar-sparse.ts';
import { textOf } from './text.ts';

export const TAR_BLOCK = 512;

/** Names and pax headers longer than this are an attack or damage, not a file. */
const LONGEST_META = 1024 * 1024;

export type TarType =
  | 'file'
  | 'link'
  | 'symlink'
  | 'char'
  | 'block'
  | 'directory'
  | 'fifo'
  /** Anything else; has contents to skip and nothing more. */
  | 'other';

export interface TarEntry {
  /** As written, without the trailing slash of directories. */
  readonly name: string;
  readonly type: TarType;
  /** The type as the header has it. */
  readonly flag: string;
  /** Permission bits, with set-id and sticky; no file type. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of the file. */
  readonly size: number;
  /** Bytes of contents in the archive: `size`, but for sparse files. */
  readonly stored: number;
  /** What of the file the contents are; absent where they are all of it. */
  readonly sparse?: readonly SparsePiece[];
  /** Nanoseconds since the epoch. */
  readonly mtime: bigint;
  readonly linkname: string;
  readonly major: number;
  readonly minor: number;
  readonly xattrs: ReadonlyMap<string, Uint8Array>;
  /** Where the contents begin in the archive. */
  readonly offset: number;
}

/** Bytes that can be read anywhere at once; a `BlobHandle` is one. */
export interface TarSource {
  readonly size: number;
  readSync(offset: number, length: number): Uint8Array;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): TarSource {
  return {
    size: bytes.length,
    readSync: (offset, length) => bytes.subarray(offset, Math.min(offset + length, bytes.length)),
  };
}

/** Headers are read this many bytes at a time: small files' headers come many in one read. */
const READ_AHEAD = 64 * 1024;

/**
 * Yields the entries of an archive in order. Contents are not read.
 *
 * @throws StrataError `ETAR` where the archive is malformed or ends early.
 */
export function* readTar(source: TarSource): Generator<TarEntry, void, void> {
  const parser = createTarParser();
  let window: Uint8Array = source.readSync(0, Math.min(READ_AHEAD, source.size));
  let start = 0;
  const read = (at: number, length: number): Uint8Array => {
    if (at + length > source.size) throw tarError('unexpected EOF');
    if (at < start || at + length > start + window.length) {
      start = at;
      window = source.readSync(at, Math.max(length, Math.min(READ_AHEAD, source.size - at)));
    }
    return window.subarray(at - start, at - start + length);
  };
  let at = 0;
  while (at < source.size) {
    const step = parser.header(read(at, TAR_BLOCK), at + TAR_BLOCK);
    at += TAR_BLOCK;
    if (step.kind === 'end') return;
    if (step.kind === 'meta') parser.meta(read(at, step.size));
    else if (step.kind === 'entry') {
      // A header that promises more than there is must not be believed by who reads the contents.
      if (at + step.size > source.size) throw tarError('unexpected EOF');
      yield step.entry;
    }
    at += padded(step.size);
  }
  parser.close();
}

/** What one header block turned out to be; `size` bytes of contents follow, padded to whole blocks. */
export type TarStep =
  | { readonly kind: 'end'; readonly size: 0 }
  /** A zero block that may be the first of the two that end an archive. */
  | { readonly kind: 'blank'; readonly size: 0 }
  /** A part of a sparse file's map; blocks that follow are given to `header` too. */
  | { readonly kind: 'map'; readonly size: 0 }
  /** A pax or long-name header, whose contents `meta` wants. */
  | { readonly kind: 'meta'; readonly size: number }
  | { readonly kind: 'entry'; readonly size: number; readonly entry: TarEntry };

export interface TarParser {
  /** Takes a block of 512 bytes; `offset` is where its contents begin. */
  header(block: Uint8Array, offset: number): TarStep;
  /** Takes the contents of a `meta` step. */
  meta(contents: Uint8Array): void;
  /** Says that the archive ended. */
  close(): void;
}

export interface TarParserOptions {
  /** Whether a header may follow a single zero block: busybox reads on, Go's archive/tar does not. */
  readonly skipsZeros?: boolean;
}

/** The format's state machine, for readers that bring the blocks themselves. */
export function createTarParser({ skipsZeros = false }: TarParserOptions = {}): TarParser {
  let pax: PaxRecords = new Map();
  let expecting: 'x' | 'g' | 'L' | 'K' | undefined;
  let map: { readonly reader: SparseReader; readonly entry: TarEntry } | undefined;
  let blanks = 0;

  const sparse = (pieces: readonly SparsePiece[], entry: TarEntry, offset: number): TarStep => {
    map = undefined;
    verifySparse(pieces, entry.size, entry.stored);
    return { kind: 'entry', size: entry.stored, entry: { ...entry, offset, sparse: pieces } };
  };
  return {
    header(block, offset) {
      if (map) {
        const { reader, entry } = map;
        const inContents = entry.flag === 'S' ? 0 : TAR_BLOCK;
        const left = { ...entry, stored: entry.stored - inContents };
        if (left.stored < 0) throw tarError('unexpected EOF');
        map = { reader, entry: left };
        const pieces = reader.block(block);
        return pieces ? sparse(pieces, left, offset) : { kind: 'map', size: 0 };
      }
      if (isZero(block)) {
        blanks++;
        return blanks === 2 ? { kind: 'end', size: 0 } : { kind: 'blank', size: 0 };
      }
      if (blanks && !skipsZeros) throw malformed();
      blanks = 0;
      verifyChecksum(block);
      const flag = String.fromCharCode(block[156]!);
      if (flag === 'x' || flag === 'g' || flag === 'L' || flag === 'K') {
        expecting = flag;
        const size = numberAt(block, 124, 12);
        if (size > LONGEST_META) throw tarError('header field too long');
        return { kind: 'meta', size };
      }
      const entry = entryOf(block, flag, offset, pax);
      const records = pax;
      pax = new Map();
      if (flag === 'S') {
        const reader = oldSparse(block);
        if (reader.first) return sparse(reader.first, entry, offset);
        map = { reader, entry };
        return { kind: 'map', size: 0 };
      }
      const pieces = entry.type === 'file' ? paxSparse(records) : undefined;
      if (pieces === '1.0') {
        map = { reader: newSparse(), entry };
        return { kind: 'map', size: 0 };
      }
      return pieces ? sparse(pieces, entry, offset) : { kind: 'entry', size: entry.stored, entry };
    },
    meta(contents) {
      const text = (): Uint8Array => {
        const end = contents.indexOf(0);
        return (end < 0 ? contents : contents.subarray(0, end)).slice();
      };
      if (expecting === 'x') pax = new Map([...pax, ...parsePax(contents)]);
      else if (expecting === 'L') pax.set('path', text());
      else if (expecting === 'K') pax.set('linkpath', text());
      expecting = undefined;
    },
    close() {
      // What a header of its own said of an entry that does not come is of no account.
      if (map) throw tarError('unexpected EOF');
    },
  };
}

/** Contents' size rounded up to whole blocks. */
export function padded(size: number): number {
  return Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
}

const TYPES: Readonly<Record<string, TarType>> = {
  '0': 'file',
  '\0': 'file',
  S: 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'char',
  '4': 'block',
  '5': 'directory',
  '6': 'fifo',
};

function entryOf(block: Uint8Array, flag: string, offset: number, pax: PaxRecords): TarEntry {
  const decimal = (key: string): number | undefined => {
    const record = pax.get(key);
    if (!record?.length) return undefined;
    const value = Number(decode(record));
    if (!(value >= 0 && value < 2 ** 63)) throw malformed();
    return value;
  };
  const text = (key: string): string | undefined => {
    const record = pax.get(key);
    return record?.length ? textOf(record) : undefined;
  };
  let name = text('GNU.sparse.name') ?? text('path') ?? ustarName(block);
  let type = TYPES[flag] ?? 'other';
  // Before ustar, directories were files whose names end in a slash.
  if (type === 'file' && name.endsWith('/')) type = 'directory';
  name = name.replace(/\/+$/, '') || (name ? '/' : '');
  const hasContents = type === 'file' || type === 'other';
  const stored = hasContents ? (decimal('size') ?? numberAt(block, 124, 12)) : 0;
  const isDevice = type === 'char' || type === 'block';
  return {
    name,
    type,
    flag,
    mode: numberAt(block, 100, 8) & 0o7777,
    uid: decimal('uid') ?? numberAt(block, 108, 8),
    gid: decimal('gid') ?? numberAt(block, 116, 8),
    size: type === 'file' ? sizeOf(block, flag, decimal, stored) : stored,
    stored,
    mtime: timeOf(pax.get('mtime'), block),
    linkname: text('linkpath') ?? textAt(block, 157, 100),
    major: isDevice ? numberAt(block, 329, 8) : 0,
    minor: isDevice ? numberAt(block, 337, 8) : 0,
    xattrs: xattrsOf(pax),
    offset,
  };
}

/** A sparse file's own size, which is more than what the archive holds of it. */
function sizeOf(
  block: Uint8Array,
  flag: string,
  decimal: (key: string) => number | undefined,
  stored: number,
): number {
  if (flag === 'S') return numberAt(block, 483, 12);
  return decimal('GNU.sparse.size') ?? decimal('GNU.sparse.realsize') ?? stored;
}

function ustarName(block: Uint8Array): string {
  const name = textAt(block, 0, 100);
  // GNU's old format ("ustar  ") keeps times where ustar keeps the prefix.
  const isUstar = textAt(block, 257, 8).slice(0, 6) === 'ustar' && block[263] === 0x30;
  const prefix = isUstar ? textAt(block, 345, 155) : '';
  return prefix ? `${prefix}/${name}` : name;
}

function timeOf(record: Uint8Array | undefined, block: Uint8Array): bigint {
  if (!record?.length) return BigInt(numberAt(block, 136, 12, true)) * 1_000_000_000n;
  const match = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(decode(record));
  if (!match) throw malformed();
  const nanos = BigInt(match[2]!) * 1_000_000_000n + BigInt((match[3] ?? '').slice(0, 9).padEnd(9, '0'));
  return match[1] ? -nanos : nanos;
}

const NO_XATTRS: ReadonlyMap<string, Uint8Array> = new Map();
export const PAX_XATTR = 'SCHILY.xattr.';

function xattrsOf(pax: PaxRecords): ReadonlyMap<string, Uint8Array> {
  let found: Map<string, Uint8Array> | undefined;
  for (const [key, value] of pax) {
    if (!key.startsWith(PAX_XATTR)) continue;
    found ??= new Map();
    found.set(key.slice(PAX_XATTR.length), value.slice());
  }
  return found ?? NO_XATTRS;
}

function verifyChecksum(block: Uint8Array): void {
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < TAR_BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : block[i]!;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const stated = numberAt(block, 148, 8);
  if (stated !== unsigned && stated !== signed) throw malformed();
}

function isZero(block: Uint8Array): boolean {
  for (const byte of block) if (byte !== 0) return false;
  return true;
}
