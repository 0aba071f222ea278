/**
 * A folder of the caller's as a tar, less what `.dockerignore` excludes: a build's context.
 *
 * Goes through system calls and holds no more than a piece of a file at a time. What buildx' file
 * sync keeps is kept: modes, times, links of both kinds, empty directories, FIFOs; owners become
 * root, sockets empty files, and files that cannot be read come empty, as with Docker.
 *
 * @see tonistiigi/fsutil, walker.go and send.go
 */
import {
  type ByteSource,
  concat,
  EMPTY,
  sourceOf,
  TAR_END,
  type TarHeader,
  tarHeader,
  tarPadding,
} from '../../base/index.ts';
import type { IgnoreMatcher } from '../../dockerfile/index.ts';
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
import { goErrno } from '../files.ts';

/** Bytes read at once, and the least that goes out at once. */
const PIECE = 64 * 1024;

/** The one extended attribute that Docker's layers keep. */
const CAPABILITY = 'security.capability';

export interface PackOptions {
  readonly sys: Sys;
  /** The folder, as system calls take it; undefined for none. */
  readonly root: string | undefined;
  readonly matcher: IgnoreMatcher;
  /** Paths below the root that go in although they are excluded. */
  readonly always: ReadonlySet<string>;
  /** Files that are not in the folder. */
  readonly extra: readonly { readonly name: string; readonly contents: Uint8Array }[];
}

/** Entries in order of their names, directories before what is in them. @throws ECLI while it is read */
export function packContext(options: PackOptions): ByteSource {
  return sourceOf(gathered(pack(options)));
}

/** Headers and small files go out together. */
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

interface Walk extends PackOptions {
  readonly root: string;
  /** Where each file with several names was written first, by device and inode. */
  readonly seen: Map<string, string>;
}

async function* pack(options: PackOptions): AsyncGenerator<Uint8Array, void, void> {
  for (const { name, contents } of options.extra) {
    const header = { name, type: 'file' as const, mode: 0o644, uid: 0, gid: 0, mtime: 0n };
    yield tarHeader({ ...header, size: contents.length });
    yield contents;
    yield tarPadding(contents.length);
  }
  const { root } = options;
  if (root !== undefined) yield* packDirectory({ ...options, root, seen: new Map() }, '', []);
  yield TAR_END;
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
    const excluded = walk.matcher.excludes(path) && !walk.always.has(path);
    const stat = await statOf(walk, path);
    if (stat === undefined) continue;
    if (isDir(stat.mode)) {
      if (excluded && !mayHold(walk, path)) continue;
      const pending: Pending = { header: headerOf(path, stat, 'directory'), written: false };
      const chain = [...parents, pending];
      if (!excluded) yield* unwritten(chain);
      yield* packDirectory(walk, `${path}/`, chain);
    } else if (!excluded) {
      yield* unwritten(parents);
      yield* packFile(walk, path, stat);
    }
  }
}

/** Whether something in an excluded directory may go in all the same. */
function mayHold(walk: Walk, path: string): boolean {
  if (walk.matcher.hasExceptions) return true;
  for (const wanted of walk.always) if (wanted.startsWith(`${path}/`)) return true;
  return false;
}

function* unwritten(chain: readonly Pending[]): Generator<Uint8Array, void, void> {
  for (const pending of chain) {
    if (pending.written) continue;
    pending.written = true;
    yield tarHeader(pending.header);
  }
}

async function* packFile(walk: Walk, path: string, stat: Stat): AsyncGenerator<Uint8Array, void, void> {
  const { sys, seen } = walk;
  const inode = `${stat.dev}:${stat.ino}`;
  const first = stat.nlink > 1 ? seen.get(inode) : undefined;
  if (first !== undefined) {
    yield tarHeader({ ...headerOf(path, stat, 'link'), linkname: first });
    return;
  }
  if (stat.nlink > 1) seen.set(inode, path);
  if (isLink(stat.mode)) {
    const linkname = await sys.readlink(at(walk, path));
    yield tarHeader({ ...headerOf(path, stat, 'symlink'), mode: 0o777, linkname });
  } else if (isFifo(stat.mode)) yield tarHeader(headerOf(path, stat, 'fifo'));
  else if (isChar(stat.mode) || isBlock(stat.mode)) {
    const numbers = { major: majorOf(stat.rdev), minor: minorOf(stat.rdev) };
    yield tarHeader({ ...headerOf(path, stat, isChar(stat.mode) ? 'char' : 'block'), ...numbers });
  } else yield* packContents(walk, path, stat);
}

async function* packContents(walk: Walk, path: string, stat: Stat): AsyncGenerator<Uint8Array, void, void> {
  const header = headerOf(path, stat, 'file');
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
      if (piece.length === 0) throw failure(`error from sender: ${path} changed while it was read`);
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
    if (errnoOf(error) === undefined) throw error;
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
    const shown = below === '' ? walk.root : below.slice(0, -1);
    throw failure(`error from sender: open ${shown}: ${goErrno(errno)}`);
  }
}

/** Undefined where it is gone meanwhile. */
async function statOf(walk: Walk, path: string): Promise<Stat | undefined> {
  try {
    return await walk.sys.lstat(at(walk, path));
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

function headerOf(name: string, stat: Stat, type: TarHeader['type']): TarHeader {
  return { name, type, mode: stat.mode & 0o7777, uid: 0, gid: 0, mtime: stat.mtime };
}

function at(walk: Walk, path: string): string {
  return walk.root.endsWith('/') ? walk.root + path : `${walk.root}/${path}`;
}
