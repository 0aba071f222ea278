/**
 * Unpacking a tar into a file system: build contexts, ADD of archives, `docker cp`.
 *
 * Archives are written by strangers: names cannot lead out of the target directory, neither by `..`
 * nor through links that the archive itself made; links on the way are followed within the target,
 * as in a chroot. Memory is bounded: contents are written as they come.
 */
import { createTarParser, padded, StrataError, TAR_BLOCK, type TarEntry } from '../base/index.ts';
import { errnoOf, isDir, isLink, makedev, O_RDWR, S_IFBLK, S_IFCHR, S_IFIFO } from '../posix/index.ts';
import { cleanTarName } from './tar-name.ts';
import type { FileSystem, Ino, NewNode, Stat } from './types.ts';

export interface UnpackOptions {
  /** Directory to unpack into; the root where absent. */
  readonly into?: Ino;
  /** Gives all entries this owner instead of their own. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Milliseconds since the epoch to give to directories that the archive implies but does not list. */
  readonly now?: number;
  /** Replace a directory by something else, or something else by a directory, that is in the way. @default true */
  readonly replace?: boolean;
  /** Called with each entry's cleaned path after it was made. */
  readonly onEntry?: (path: string, entry: TarEntry) => void;
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const MOST_LINKS = 40;

/** Directories' own times, by inode. */
type Times = Map<Ino, bigint>;

/**
 * Unpacks an uncompressed tar; answers the bytes that were read.
 *
 * @throws StrataError `ETAR` where it is malformed, ends early or leads out; what the file system throws
 */
export async function unpackTar(
  chunks: Chunks,
  fs: FileSystem,
  options: UnpackOptions = {},
): Promise<number> {
  const reader = createReader(chunks);
  const parser = createTarParser();
  /** Directories' times come last, since making what is in them changes them. */
  const times: Times = new Map();
  try {
    for (;;) {
      const block = await reader.take(TAR_BLOCK, true);
      if (!block) break;
      const step = parser.header(block, reader.position);
      if (step.kind === 'end') {
        await reader.drain();
        break;
      }
      if (step.kind === 'meta') parser.meta((await reader.take(step.size, false))!);
      else if (step.kind === 'entry') await unpackEntry(fs, step.entry, reader, times, options);
      await reader.skip(padded(step.size) - step.size);
    }
    parser.close();
    for (const [ino, mtime] of times) await fs.setattr(ino, { mtime, atime: mtime });
  } finally {
    await reader.close();
  }
  return reader.position;
}

async function unpackEntry(
  fs: FileSystem,
  entry: TarEntry,
  reader: Reader,
  times: Times,
  options: UnpackOptions,
): Promise<void> {
  const names = cleanTarName(entry.name);
  const name = names.at(-1);
  const root = options.into ?? fs.root;
  if (entry.type === 'other') return reader.skip(entry.size);
  if (name === undefined) {
    if (entry.type === 'directory') await describe(fs, root, entry, options, times);
    return reader.skip(entry.size);
  }
  const parent = await descend(fs, root, names.slice(0, -1), options, times);
  const ino = await makeEntry(fs, parent, name, entry, options, times);
  if (entry.type === 'file') await copyContents(fs, ino, entry.size, reader);
  if (entry.type !== 'link') await describe(fs, ino, entry, options, times);
  options.onEntry?.(names.join('/'), entry);
}

async function makeEntry(
  fs: FileSystem,
  parent: Ino,
  name: string,
  entry: TarEntry,
  options: UnpackOptions,
  times: Times,
): Promise<Ino> {
  const node: NewNode = {
    mode: entry.mode,
    uid: options.owner?.uid ?? entry.uid,
    gid: options.owner?.gid ?? entry.gid,
  };
  // A link's target is found before its name's old owner goes: they may be the same.
  const target = entry.type === 'link' ? await linkTarget(fs, entry, options, times) : undefined;
  const old = await childOf(fs, parent, name);
  if (old !== undefined) {
    if (old.ino === target) return old.ino;
    const both = isDir(old.stat.mode) && entry.type === 'directory';
    if (both) return old.ino;
    if (isDir(old.stat.mode) !== (entry.type === 'directory') && options.replace === false) {
      const what = isDir(old.stat.mode) ? 'directory with non-directory' : 'non-directory with directory';
      throw new StrataError('EEXIST', `cannot overwrite ${what} "${entry.name}"`);
    }
    await removeAll(fs, parent, name, old.ino, old.stat, times);
  }
  switch (entry.type) {
    case 'directory':
      return fs.mkdir(parent, name, node);
    case 'symlink':
      return fs.symlink(parent, name, entry.linkname, node);
    case 'link':
      await fs.link(target!, parent, name);
      return target!;
    case 'char':
    case 'block':
    case 'fifo': {
      const type = entry.type === 'char' ? S_IFCHR : entry.type === 'block' ? S_IFBLK : S_IFIFO;
      return fs.mknod(parent, name, { ...node, mode: type | entry.mode }, makedev(entry.major, entry.minor));
    }
    default:
      return fs.create(parent, name, node);
  }
}

async function linkTarget(
  fs: FileSystem,
  entry: TarEntry,
  options: UnpackOptions,
  times: Times,
): Promise<Ino> {
  const names = cleanTarName(entry.linkname);
  const missing = (): never => {
    throw new StrataError('ETAR', `link ${entry.linkname} ${entry.name}: no such file or directory`);
  };
  const last = names.at(-1) ?? missing();
  const parent = await descend(fs, options.into ?? fs.root, names.slice(0, -1), options, times);
  return ((await childOf(fs, parent, last)) ?? missing()).ino;
}

/** Mode, owner, attributes, times of an entry that is there. */
async function describe(
  fs: FileSystem,
  ino: Ino,
  entry: TarEntry,
  options: UnpackOptions,
  times: Times,
): Promise<void> {
  const owner = { uid: options.owner?.uid ?? entry.uid, gid: options.owner?.gid ?? entry.gid };
  for (const [name, value] of entry.xattrs) await fs.setxattr(ino, name, value);
  const { mtime } = entry;
  if (entry.type === 'symlink') await fs.setattr(ino, { ...owner, mtime, atime: mtime });
  else await fs.setattr(ino, { ...owner, mode: entry.mode, mtime, atime: mtime });
  if (entry.type === 'directory') times.set(ino, mtime);
}

/** Walks to a directory within the target, following links as in a chroot; makes what is missing. */
async function descend(
  fs: FileSystem,
  root: Ino,
  names: readonly string[],
  options: UnpackOptions,
  times: Times,
): Promise<Ino> {
  const above: Ino[] = [];
  let here = root;
  let links = 0;
  const pending = [...names].reverse();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === '..') {
      here = above.pop() ?? root;
      continue;
    }
    const next = await childOf(fs, here, name);
    if (next && isLink(next.stat.mode)) {
      if (++links > MOST_LINKS) throw new StrataError('ETAR', 'archive/tar: too many links');
      const target = await fs.readlink(next.ino);
      if (target.startsWith('/')) {
        here = root;
        above.length = 0;
      }
      pending.push(
        ...target
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .reverse(),
      );
      continue;
    }
    above.push(here);
    if (next && isDir(next.stat.mode)) here = next.ino;
    else {
      if (next) await removeAll(fs, here, name, next.ino, next.stat, times);
      const node = { mode: 0o755, uid: options.owner?.uid ?? 0, gid: options.owner?.gid ?? 0 };
      here = await fs.mkdir(here, name, node);
    }
  }
  return here;
}

async function childOf(
  fs: FileSystem,
  parent: Ino,
  name: string,
): Promise<{ ino: Ino; stat: Stat } | undefined> {
  try {
    const ino = await fs.lookup(parent, name);
    return { ino, stat: await fs.stat(ino) };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function removeAll(
  fs: FileSystem,
  parent: Ino,
  name: string,
  ino: Ino,
  stat: Stat,
  times: Times,
): Promise<void> {
  times.delete(ino);
  if (!isDir(stat.mode)) return fs.unlink(parent, name);
  for (const entry of await fs.readdir(ino)) {
    const child = await fs.lookup(ino, entry.name);
    await removeAll(fs, ino, entry.name, child, await fs.stat(child), times);
  }
  await fs.rmdir(parent, name);
}

async function copyContents(fs: FileSystem, ino: Ino, size: number, reader: Reader): Promise<void> {
  const file = await fs.open(ino, O_RDWR);
  try {
    for (let left = size; left > 0; ) {
      const piece = await reader.some(left);
      await file.writeAt(piece, undefined);
      left -= piece.length;
    }
  } finally {
    await file.close();
  }
}

interface Reader {
  readonly position: number;
  /** Exactly `length` bytes; undefined at the end of the chunks where that is allowed. */
  take(length: number, mayEnd: boolean): Promise<Uint8Array | undefined>;
  /** At least one and at most `length` bytes. */
  some(length: number): Promise<Uint8Array>;
  skip(length: number): Promise<void>;
  /** Reads to the end, so that who writes is not left waiting. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

function createReader(chunks: Chunks): Reader {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let chunk: Uint8Array = new Uint8Array(0);
  let position = 0;
  const early = (): never => {
    throw new StrataError('ETAR', 'archive/tar: unexpected EOF');
  };
  const refill = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await iterator.next();
      if (next.done) return false;
      chunk = next.value;
    }
    return true;
  };
  const cut = (length: number): Uint8Array => {
    const piece = chunk.subarray(0, length);
    chunk = chunk.subarray(piece.length);
    position += piece.length;
    return piece;
  };
  const some = async (length: number): Promise<Uint8Array> => ((await refill()) ? cut(length) : early());
  return {
    get position() {
      return position;
    },
    some,
    async take(length, mayEnd) {
      if (length === 0) return new Uint8Array(0);
      if (!(await refill())) return mayEnd ? undefined : early();
      if (chunk.length >= length) return cut(length);
      const whole = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const piece = await some(length - at);
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
    async skip(length) {
      for (let left = length; left > 0; ) left -= (await some(left)).length;
    },
    async drain() {
      while (await refill()) cut(chunk.length);
    },
    async close() {
      await iterator.return?.();
    },
  };
}
