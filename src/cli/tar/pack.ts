/**
 * A folder of the caller's as a tar, in order of names, directories before what is in them.
 *
 * Goes through system calls and holds no more than a piece of a file at a time. Modes, times, links
 * of both kinds, empty directories and FIFOs are kept; sockets become empty files. What an entry is
 * called and whose it is, its user says: `docker build` and `docker cp` differ in that.
 */
import {
  type ByteSource,
  concat,
  EMPTY,
  sourceOf,
  type TarHeader,
  tarHeader,
  tarPadding,
} from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';
import {
  errnoOf,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  majorOf,
  minorOf,
  O_RDONLY,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { failure } from '../failure.ts';

/** Bytes read at once, and the least that goes out at once. */
const PIECE = 64 * 1024;

/** The one extended attribute that Docker's layers keep. */
const CAPABILITY = 'security.capability';

export interface PackOptions {
  readonly sys: Sys;
  /** The folder, as system calls take it. */
  readonly root: string;
  /** Whether a path below the root stays out, with all below it unless `mayHold` says otherwise. */
  excludes(path: string): boolean;
  /** Whether something in an excluded directory may go in all the same. */
  mayHold(path: string): boolean;
  /** The entry for a path below the root, or for a link's target there. */
  describe(path: string, stat: Stat, type: TarHeader['type']): TarHeader;
  /** A file that cannot be read: goes in empty, unless this throws. */
  unreadable(path: string, errno: string): void;
  /** What is thrown where it cannot be found out what a path is. */
  unstatable(path: string, errno: string): Error;
  /** What is thrown where a folder cannot be read; `path` is '' for the root. */
  unlistable(path: string, errno: string): Error;
}

export interface Walk extends PackOptions {
  /** Where each file with several names was written first, by device and inode. */
  readonly seen: Map<string, string>;
}

/** Nanoseconds without what is below a second: Docker's own archives have no more. */
export function wholeSeconds(nanos: bigint): bigint {
  return nanos - (((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n);
}

/** Chunks as one stream, small ones together. */
export function streamed(chunks: AsyncIterable<Uint8Array>): ByteSource {
  return sourceOf(gathered(chunks));
}

async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    yield concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield concat(held);
}

/** A directory that is written once something in it is. */
interface Pending {
  readonly header: TarHeader;
  written: boolean;
}

/** What is in the root, without the end of the archive. */
export function packFolder(options: PackOptions): AsyncGenerator<Uint8Array, void, void> {
  return packDirectory({ ...options, seen: new Map() }, '', []);
}

async function* packDirectory(
  walk: Walk,
  below: string,
  parents: readonly Pending[],
): AsyncGenerator<Uint8Array, void, void> {
  for (const name of await namesIn(walk, below)) {
    const breath = walk.sys.breathe();
    if (breath instanceof Promise) await breath;
    const path = below + name;
    const excluded = walk.excludes(path);
    const stat = await statOf(walk, path);
    if (stat === undefined) continue;
    if (isDir(stat.mode)) {
      if (excluded && !walk.mayHold(path)) continue;
      const pending: Pending = { header: walk.describe(path, stat, 'directory'), written: false };
      const chain = [...parents, pending];
      if (!excluded) yield* unwritten(chain);
      yield* packDirectory(walk, `${path}/`, chain);
    } else if (!excluded) {
      yield* unwritten(parents);
      yield* packFile(walk, path, stat);
    }
  }
}

function* unwritten(chain: readonly Pending[]): Generator<Uint8Array, void, void> {
  for (const pending of chain) {
    if (pending.written) continue;
    pending.written = true;
    yield tarHeader(pending.header);
  }
}

/** An entry that is no directory. */
export async function* packFile(
  walk: Walk,
  path: string,
  stat: Stat,
): AsyncGenerator<Uint8Array, void, void> {
  const { sys, seen } = walk;
  const inode = `${stat.dev}:${stat.ino}`;
  const first = stat.nlink > 1 ? seen.get(inode) : undefined;
  if (first !== undefined) {
    const { name: linkname } = walk.describe(first, stat, 'link');
    yield tarHeader({ ...walk.describe(path, stat, 'link'), linkname });
    return;
  }
  if (stat.nlink > 1) seen.set(inode, path);
  if (isLink(stat.mode)) {
    const linkname = await sys.readlink(at(walk, path));
    yield tarHeader({ ...walk.describe(path, stat, 'symlink'), mode: 0o777, linkname });
  } else if (isFifo(stat.mode)) yield tarHeader(walk.describe(path, stat, 'fifo'));
  else if (isChar(stat.mode) || isBlock(stat.mode)) {
    const numbers = { major: majorOf(stat.rdev), minor: minorOf(stat.rdev) };
    yield tarHeader({ ...walk.describe(path, stat, isChar(stat.mode) ? 'char' : 'block'), ...numbers });
  } else yield* packContents(walk, path, stat);
}

async function* packContents(walk: Walk, path: string, stat: Stat): AsyncGenerator<Uint8Array, void, void> {
  const header = walk.describe(path, stat, 'file');
  const fd = isFile(stat.mode) ? await openFile(walk, path) : undefined;
  if (fd === undefined) {
    yield tarHeader(header);
    return;
  }
  try {
    const xattrs = await capabilityOf(walk, path);
    // The first piece decides a small file's size, whatever was true a moment ago.
    const start = await readPiece(walk.sys, fd, PIECE);
    const size = start.length < PIECE ? start.length : Math.max(stat.size, PIECE);
    yield tarHeader({ ...header, size, ...(xattrs ? { xattrs } : {}) });
    yield start;
    for (let left = size - start.length; left > 0; ) {
      const piece = await readPiece(walk.sys, fd, Math.min(left, PIECE));
      if (piece.length === 0) throw failure(`${path} changed while it was read`);
      left -= piece.length;
      yield piece;
    }
    yield tarPadding(size);
  } finally {
    await walk.sys.close(fd);
  }
}

/** Undefined where it may not be read, or is gone. */
async function openFile(walk: Walk, path: string): Promise<number | undefined> {
  try {
    return await walk.sys.open(at(walk, path), O_RDONLY);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    walk.unreadable(path, errno);
    return undefined;
  }
}

/** As many bytes, less at the end of the file. */
async function readPiece(sys: Sys, fd: number, length: number): Promise<Uint8Array> {
  const piece = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const got = sys.read(fd, piece.subarray(filled));
    const count = got instanceof Promise ? await got : got;
    if (count === 0) break;
    filled += count;
  }
  return filled === 0 ? EMPTY : piece.subarray(0, filled);
}

async function capabilityOf(walk: Walk, path: string): Promise<TarHeader['xattrs'] | undefined> {
  try {
    const names = await walk.sys.listxattr(at(walk, path));
    if (!names.includes(CAPABILITY)) return undefined;
    return new Map([[CAPABILITY, await walk.sys.getxattr(at(walk, path), CAPABILITY)]]);
  } catch (error) {
    // A file system without extended attributes.
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

async function namesIn(walk: Walk, below: string): Promise<string[]> {
  const path = below === '' ? walk.root : at(walk, below.slice(0, -1));
  try {
    const entries = await walk.sys.readdir(path);
    return entries.map(({ name }) => name).sort();
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    throw walk.unlistable(below.slice(0, -1), errno);
  }
}

/** Undefined where it is gone meanwhile. */
async function statOf(walk: Walk, path: string): Promise<Stat | undefined> {
  try {
    return await walk.sys.lstat(at(walk, path));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    if (errno === 'ENOENT') return undefined;
    throw walk.unstatable(path, errno);
  }
}

function at(walk: Walk, path: string): string {
  return walk.root.endsWith('/') ? walk.root + path : `${walk.root}/${path}`;
}
