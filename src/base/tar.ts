/**
 * Tar archives: reading entries with the offsets of their contents, and writing them reproducibly.
 *
 * Reads ustar, pax (1003.1-2001) and GNU's long names and base-256 numbers, from a random-access
 * source without copying contents. Writes plain ustar headers where the fields fit and a pax header
 * before them where not, as Go's archive/tar does, which is what Docker's layers are made with.
 * Knows nothing of file systems, whiteouts or compression.
 *
 * @see POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"
 */
import { decode } from './bytes.ts';
import { StrataError } from './errors.ts';
import { type PaxRecords, parsePax } from './tar-pax.ts';

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
  /** Permission bits, with set-id and sticky; no file type. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of contents in the archive. */
  readonly size: number;
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
    if (at + length > source.size) throw bad('unexpected EOF');
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
      if (at + step.size > source.size) throw bad('unexpected EOF');
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

/** The format's state machine, for readers that bring the blocks themselves. */
export function createTarParser(): TarParser {
  let global: PaxRecords = new Map();
  let local: PaxRecords = new Map();
  let expecting: 'x' | 'g' | 'L' | 'K' | undefined;
  let blanks = 0;
  return {
    header(block, offset) {
      if (isZero(block)) {
        blanks++;
        return blanks === 2 ? { kind: 'end', size: 0 } : { kind: 'blank', size: 0 };
      }
      blanks = 0;
      verifyChecksum(block);
      const flag = String.fromCharCode(block[156]!);
      if (flag === 'x' || flag === 'g' || flag === 'L' || flag === 'K') {
        expecting = flag;
        const size = number(block, 124, 12);
        if (size > LONGEST_META) throw bad('header too large');
        return { kind: 'meta', size };
      }
      const entry = entryOf(block, flag, offset, new Map([...global, ...local]));
      local = new Map();
      return { kind: 'entry', size: entry.size, entry };
    },
    meta(contents) {
      const text = (): Uint8Array => {
        const end = contents.indexOf(0);
        return (end < 0 ? contents : contents.subarray(0, end)).slice();
      };
      if (expecting === 'x') local = new Map([...local, ...parsePax(contents)]);
      else if (expecting === 'g') global = new Map([...global, ...parsePax(contents)]);
      else if (expecting === 'L') local.set('path', text());
      else if (expecting === 'K') local.set('linkpath', text());
      expecting = undefined;
    },
    close() {
      if (expecting || local.size) throw bad('unexpected EOF');
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
  '7': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'char',
  '4': 'block',
  '5': 'directory',
  '6': 'fifo',
};

function entryOf(block: Uint8Array, flag: string, offset: number, pax: PaxRecords): TarEntry {
  const numeric = (key: string, at: number, length: number): number => {
    const record = pax.get(key);
    if (!record) return number(block, at, length);
    const value = Number(decode(record));
    if (!Number.isSafeInteger(value) || value < 0) throw bad(`invalid ${key} in pax header`);
    return value;
  };
  if ([...pax.keys()].some((key) => key.startsWith('GNU.sparse')))
    throw bad('sparse files are not supported');
  if (flag === 'S') throw bad('sparse files are not supported');
  const path = pax.get('path');
  let name = path ? decode(path) : ustarName(block);
  let type = TYPES[flag] ?? 'other';
  // Before ustar, directories were files whose names end in a slash.
  if (type === 'file' && name.endsWith('/')) type = 'directory';
  name = name.replace(/\/+$/, '') || (name ? '/' : '');
  const link = pax.get('linkpath');
  const hasContents = type === 'file' || type === 'other';
  const size = numeric('size', 124, 12);
  return {
    name,
    type,
    mode: number(block, 100, 8) & 0o7777,
    uid: numeric('uid', 108, 8),
    gid: numeric('gid', 116, 8),
    size: hasContents ? size : 0,
    mtime: timeOf(pax.get('mtime'), block),
    linkname: link ? decode(link) : cString(block, 157, 100),
    major: type === 'char' || type === 'block' ? number(block, 329, 8) : 0,
    minor: type === 'char' || type === 'block' ? number(block, 337, 8) : 0,
    xattrs: xattrsOf(pax),
    offset,
  };
}

function ustarName(block: Uint8Array): string {
  const name = cString(block, 0, 100);
  // GNU's old format ("ustar  ") keeps times where ustar keeps the prefix.
  const isUstar = cString(block, 257, 8).slice(0, 6) === 'ustar' && block[263] === 0x30;
  const prefix = isUstar ? cString(block, 345, 155) : '';
  return prefix ? `${prefix}/${name}` : name;
}

function timeOf(record: Uint8Array | undefined, block: Uint8Array): bigint {
  if (!record) return BigInt(number(block, 136, 12, true)) * 1_000_000_000n;
  const match = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(decode(record));
  if (!match) throw bad('invalid mtime in pax header');
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
  const stated = number(block, 148, 8);
  if (stated !== unsigned && stated !== signed) throw bad('invalid tar header');
}

/** An octal field, or GNU's base-256 where the first bit is set. */
function number(block: Uint8Array, at: number, length: number, negative = false): number {
  const first = block[at]!;
  if (first & 0x80) return base256(block.subarray(at, at + length), negative);
  const text = cString(block, at, length).trim();
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw bad('invalid tar header');
  return Number.parseInt(text, 8);
}

function base256(field: Uint8Array, negative: boolean): number {
  const isNegative = (field[0]! & 0x40) !== 0;
  let value = isNegative ? -1n : 0n;
  for (let i = 0; i < field.length; i++) {
    const byte = i === 0 ? field[0]! & 0x7f : field[i]!;
    value = i === 0 ? (isNegative ? BigInt(byte | ~0x7f) : BigInt(byte)) : value * 256n + BigInt(byte);
  }
  const result = Number(value);
  if (!Number.isSafeInteger(result) || (result < 0 && !negative)) throw bad('invalid tar header');
  return result;
}

function cString(block: Uint8Array, at: number, length: number): string {
  let end = at;
  while (end < at + length && block[end] !== 0) end++;
  return decode(block.subarray(at, end));
}

function isZero(block: Uint8Array): boolean {
  for (const byte of block) if (byte !== 0) return false;
  return true;
}

function bad(message: string): StrataError {
  return new StrataError('ETAR', `archive/tar: ${message}`);
}
