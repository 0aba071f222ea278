/**
 * Writing tar: header blocks, padding, the end; equal entries give equal bytes.
 *
 * The layout of fields is that of Go's archive/tar in its PAX format: no user names, numbers in
 * octal with leading zeros, a pax header `PaxHeaders.0/…` only where ustar's fields cannot say it.
 */
import { concat, encode } from './bytes.ts';
import { PAX_XATTR, padded, TAR_BLOCK, type TarType } from './tar.ts';
import { formatPax, type PaxRecords } from './tar-pax.ts';
import { bytesOf } from './text.ts';

export interface TarHeader {
  /** Directories' names get their trailing slash here. */
  readonly name: string;
  readonly type: Exclude<TarType, 'other'>;
  /** All that is to stand in the mode field: Docker's layers have the file type bits in it. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size?: number;
  /** Nanoseconds since the epoch. */
  readonly mtime: bigint;
  readonly linkname?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
}

/** The two zero blocks at the end of an archive. */
export const TAR_END = new Uint8Array(2 * TAR_BLOCK);

const FLAGS: Record<TarHeader['type'], string> = {
  file: '0',
  link: '1',
  symlink: '2',
  char: '3',
  block: '4',
  directory: '5',
  fifo: '6',
};

/** The header blocks of an entry, with a pax header before them where it needs one. */
export function tarHeader(entry: TarHeader): Uint8Array<ArrayBuffer> {
  const name = entry.type === 'directory' && !entry.name.endsWith('/') ? `${entry.name}/` : entry.name;
  const linkname = entry.linkname ?? '';
  const size = entry.size ?? 0;
  const pax: PaxRecords = new Map();
  const split = splitName(name);
  if (!split) pax.set('path', bytesOf(name));
  if (!isPlain(linkname, 100)) pax.set('linkpath', bytesOf(linkname));
  if (entry.uid > 0o7777777) pax.set('uid', encode(String(entry.uid)));
  if (entry.gid > 0o7777777) pax.set('gid', encode(String(entry.gid)));
  if (size > 0o77777777777) pax.set('size', encode(String(size)));
  const seconds = floorSeconds(entry.mtime);
  const nanos = entry.mtime - seconds * 1_000_000_000n;
  const timeFits = seconds >= 0n && seconds <= 0o77777777777n;
  if (nanos !== 0n || !timeFits) pax.set('mtime', encode(timeText(entry.mtime)));
  for (const [key, value] of entry.xattrs ?? []) pax.set(PAX_XATTR + key, value);

  const fields: Fields = {
    name: split?.name ?? asciiCut(name, 100),
    prefix: split?.prefix ?? '',
    flag: FLAGS[entry.type],
    mode: entry.mode,
    uid: entry.uid > 0o7777777 ? 0 : entry.uid,
    gid: entry.gid > 0o7777777 ? 0 : entry.gid,
    size: size > 0o77777777777 ? 0 : size,
    mtime: timeFits ? Number(seconds) : 0,
    linkname: isPlain(linkname, 100) ? linkname : asciiCut(linkname, 100),
    major: entry.major ?? 0,
    minor: entry.minor ?? 0,
  };
  if (pax.size === 0) return block(fields);
  const records = formatPax(pax);
  return concat([
    block(paxHeaderOf(name, records.length)),
    records,
    tarPadding(records.length),
    block(fields),
  ]);
}

/** The zeros after contents of `size` bytes. */
export function tarPadding(size: number): Uint8Array {
  return new Uint8Array(padded(size) - size);
}

/** A whole archive in memory, contents and end included. */
export function packTar(
  entries: Iterable<TarHeader & { readonly contents?: Uint8Array }>,
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    const contents = entry.contents;
    parts.push(tarHeader(contents ? { ...entry, size: contents.length } : entry));
    if (contents) parts.push(contents, tarPadding(contents.length));
  }
  parts.push(TAR_END);
  return concat(parts);
}

interface Fields {
  readonly name: string;
  readonly prefix: string;
  readonly flag: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly mtime: number;
  readonly linkname: string;
  readonly major: number;
  readonly minor: number;
}

function block(fields: Fields): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(TAR_BLOCK);
  const text = (at: number, value: string): void =>
    void new TextEncoder().encodeInto(value, bytes.subarray(at));
  const octal = (at: number, width: number, value: number): void =>
    text(at, value.toString(8).padStart(width - 1, '0'));
  text(0, fields.name);
  octal(100, 8, fields.mode);
  octal(108, 8, fields.uid);
  octal(116, 8, fields.gid);
  octal(124, 12, fields.size);
  octal(136, 12, fields.mtime);
  text(156, fields.flag);
  text(157, fields.linkname);
  text(257, 'ustar\x0000');
  octal(329, 8, fields.major);
  octal(337, 8, fields.minor);
  text(345, fields.prefix);
  bytes.fill(0x20, 148, 156);
  let sum = 0;
  for (const byte of bytes) sum += byte;
  text(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return bytes;
}

function paxHeaderOf(name: string, size: number): Fields {
  const trimmed = name.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  const path = `${trimmed.slice(0, slash + 1)}PaxHeaders.0/${trimmed.slice(slash + 1)}`;
  return {
    name: asciiCut(path, 100),
    prefix: '',
    flag: 'x',
    mode: 0,
    uid: 0,
    gid: 0,
    size,
    mtime: 0,
    linkname: '',
    major: 0,
    minor: 0,
  };
}

/** ustar's name and prefix, or undefined where the name does not fit. */
function splitName(name: string): { name: string; prefix: string } | undefined {
  if (!isAscii(name)) return undefined;
  if (name.length <= 100) return { name, prefix: '' };
  if (name.length > 256) return undefined;
  // The last slash that leaves a prefix of at most 155, not counting a trailing one.
  const limit = Math.min(155, name.endsWith('/') ? name.length - 2 : name.length - 1);
  const slash = name.lastIndexOf('/', limit);
  if (slash <= 0 || name.length - slash - 1 > 100) return undefined;
  return { name: name.slice(slash + 1), prefix: name.slice(0, slash) };
}

function isPlain(text: string, longest: number): boolean {
  return text.length <= longest && isAscii(text);
}

function isAscii(text: string): boolean {
  return !/[^\x01-\x7f]/.test(text);
}

/** What can stand in a ustar field of a name that pax tells in full. */
function asciiCut(text: string, longest: number): string {
  return text.replace(/[^\x01-\x7f]/g, '').slice(0, longest);
}

function floorSeconds(nanos: bigint): bigint {
  const seconds = nanos / 1_000_000_000n;
  return nanos < 0n && seconds * 1_000_000_000n !== nanos ? seconds - 1n : seconds;
}

function timeText(nanos: bigint): string {
  const sign = nanos < 0n ? '-' : '';
  const absolute = nanos < 0n ? -nanos : nanos;
  const fraction = String(absolute % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${sign}${absolute / 1_000_000_000n}${fraction ? `.${fraction}` : ''}`;
}
