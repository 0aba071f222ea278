/**
 * File systems to tar: the walk that export, `docker cp`, build contexts and layers share.
 *
 * Sorted by name in each directory, parents before children, hard links kept, sockets left out;
 * so equal trees give equal bytes. Times are cut to whole seconds unless asked otherwise, as
 * Docker's archives are (moby pkg/archive, FileInfoHeader).
 */
import { encode, TAR_END, type TarHeader, tarHeader, tarPadding } from '../base/index.ts';
import {
  errnoOf,
  isDir,
  isFile,
  majorOf,
  minorOf,
  O_RDONLY,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
} from '../posix/index.ts';
import { type Flow, now, run } from './flow.ts';
import { compareBytes } from './layer-format.ts';
import type { DirEntry, FileSystem, Ino, Stat } from './types.ts';

const PIECE = 256 * 1024;

/** A walk's answer for one entry: leave it out, or entries instead of its own. */
export interface TarOutOptions {
  /** Where to begin; the root where absent. A directory's own entry is left out unless `name` is given. */
  readonly from?: Ino;
  /** Name of what is at `from`, and prefix of all below; none where absent. */
  readonly name?: string;
  /** Keep fractions of seconds in times. */
  readonly precise?: boolean;
  /** Says whether a path goes in; of a directory that does not, nothing does. */
  readonly include?: (path: string, entry: DirEntry) => boolean;
  /** Header blocks to write for a node instead of its own, and whether to go on below it. */
  readonly replace?: (node: { path: string; stat: Stat; ino: Ino }) => readonly TarHeader[] | undefined;
  /** Header blocks to write right after a directory's own. */
  readonly after?: (node: { path: string; stat: Stat; ino: Ino }) => readonly TarHeader[];
  /** Extended attributes that go in; all where absent. */
  readonly xattr?: (name: string) => boolean;
}

/** Takes the archive piece by piece; a promise holds the walk up. */
type Sink = (piece: Uint8Array) => void | Promise<void>;

/** The whole archive in memory, at once where the file system is. */
function writeTar(fs: FileSystem, options: TarOutOptions, sink: Sink): void | Promise<void> {
  return run(writeTree(fs, options, sink));
}

/** The archive of a directory (or one file), as a stream. */
export async function* treeTar(
  fs: FileSystem,
  options: TarOutOptions = {},
): AsyncGenerator<Uint8Array, void, void> {
  let wake: (() => void) | undefined;
  let pieces: Uint8Array[] = [];
  let resume: (() => void) | undefined;
  let done = false;
  let held = 0;
  // The walk pushes, the reader pulls: where enough is there, the walk waits until it has been taken.
  const walking = (async () => {
    await Promise.resolve();
    await writeTar(fs, options, (piece) => {
      pieces.push(piece);
      held += piece.length;
      if (held < PIECE) return;
      wake?.();
      return new Promise<void>((resolve) => {
        resume = resolve;
      });
    });
  })().finally(() => {
    done = true;
    wake?.();
  });
  walking.catch(() => {});
  while (!done || pieces.length) {
    if (!pieces.length) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (done || pieces.length) resolve();
      });
      continue;
    }
    const taken = pieces;
    pieces = [];
    held = 0;
    yield* taken;
    resume?.();
  }
  await walking;
}

interface Walk {
  readonly fs: FileSystem;
  readonly options: TarOutOptions;
  readonly sink: Sink;
  /** First path of each inode that has several names. */
  readonly links: Map<Ino, string>;
}

function* writeTree(fs: FileSystem, options: TarOutOptions, sink: Sink): Flow<void> {
  const walk: Walk = { fs, options, sink, links: new Map() };
  const from = options.from ?? fs.root;
  const stat = yield* now(fs.stat(from));
  const name = options.name ?? '';
  if (!isDir(stat.mode) || name) yield* writeNode(walk, name || 'file', from, stat);
  if (isDir(stat.mode)) yield* writeChildren(walk, name, from);
  // A copy: who sends a chunk to another worker gives its memory away.
  yield* now(sink(TAR_END.slice()));
}

function* writeChildren(walk: Walk, path: string, directory: Ino): Flow<void> {
  const entries = [...(yield* now(walk.fs.readdir(directory)))];
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  for (const entry of sortByBytes(entries)) {
    const child = prefix + entry.name;
    if (walk.options.include?.(child, entry) === false) continue;
    const found = yield* find(walk.fs, directory, entry.name);
    if (!found) continue;
    const { ino, stat } = found;
    const replaced = walk.options.replace?.({ path: child, stat, ino });
    if (replaced) {
      for (const header of replaced) yield* now(walk.sink(tarHeader(header)));
      continue;
    }
    yield* writeNode(walk, child, ino, stat);
    if (!isDir(stat.mode)) continue;
    for (const header of walk.options.after?.({ path: child, stat, ino }) ?? []) {
      yield* now(walk.sink(tarHeader(header)));
    }
    yield* writeChildren(walk, child, ino);
  }
}

/** By name, not by the entry's number: that may be shown for several inodes. None where it is gone meanwhile. */
function* find(fs: FileSystem, directory: Ino, name: string): Flow<{ ino: Ino; stat: Stat } | undefined> {
  try {
    const ino = yield* now(fs.lookup(directory, name));
    return { ino, stat: yield* now(fs.stat(ino)) };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function sortByBytes(entries: DirEntry[]): DirEntry[] {
  const isPlain = (text: string): boolean => !/[\u0080-\uffff]/.test(text);
  if (entries.every((entry) => isPlain(entry.name))) {
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
  return entries
    .map((entry) => ({ entry, key: encode(entry.name) }))
    .sort((a, b) => compareBytes(a.key, b.key))
    .map(({ entry }) => entry);
}

const TYPES = new Map<number, TarHeader['type']>([
  [S_IFREG, 'file'],
  [S_IFDIR, 'directory'],
  [S_IFLNK, 'symlink'],
  [S_IFCHR, 'char'],
  [S_IFBLK, 'block'],
  [S_IFIFO, 'fifo'],
]);

function* writeNode(walk: Walk, path: string, ino: Ino, stat: Stat): Flow<void> {
  const { fs, options, sink } = walk;
  const type = TYPES.get(stat.mode & S_IFMT);
  // Sockets mean nothing in an archive.
  if (!type) return;
  const header: TarHeader = {
    name: path,
    type,
    mode: stat.mode & 0o7777,
    uid: stat.uid,
    gid: stat.gid,
    mtime: options.precise ? stat.mtime : cutToSeconds(stat.mtime),
    xattrs: yield* xattrsOf(walk, ino),
  };
  if (!isDir(stat.mode) && stat.nlink > 1) {
    const first = walk.links.get(stat.ino);
    if (first !== undefined) {
      yield* now(sink(tarHeader({ ...header, type: 'link', linkname: first })));
      return;
    }
    walk.links.set(stat.ino, path);
  }
  if (type === 'symlink') {
    yield* now(sink(tarHeader({ ...header, linkname: yield* now(fs.readlink(ino)) })));
  } else if (type === 'char' || type === 'block') {
    yield* now(sink(tarHeader({ ...header, major: majorOf(stat.rdev), minor: minorOf(stat.rdev) })));
  } else if (!isFile(stat.mode)) {
    yield* now(sink(tarHeader(header)));
  } else {
    yield* now(sink(tarHeader({ ...header, size: stat.size })));
    yield* writeContents(walk, ino, stat.size);
  }
}

/** Exactly `size` bytes, since the header has promised them, also if the file changes meanwhile. */
function* writeContents(walk: Walk, ino: Ino, size: number): Flow<void> {
  if (size === 0) return;
  const file = yield* now(walk.fs.open(ino, O_RDONLY));
  try {
    for (let at = 0; at < size; ) {
      const piece = new Uint8Array(Math.min(PIECE, size - at));
      const count = yield* now(file.readAt(piece, at));
      yield* now(walk.sink(count === 0 ? piece : piece.subarray(0, count)));
      at += count === 0 ? piece.length : count;
    }
  } finally {
    yield* now(file.close());
  }
  const padding = tarPadding(size);
  if (padding.length) yield* now(walk.sink(padding));
}

function* xattrsOf(walk: Walk, ino: Ino): Flow<ReadonlyMap<string, Uint8Array>> {
  const xattrs = new Map<string, Uint8Array>();
  for (const name of yield* now(walk.fs.listxattr(ino))) {
    if (walk.options.xattr && !walk.options.xattr(name)) continue;
    xattrs.set(name, yield* now(walk.fs.getxattr(ino, name)));
  }
  return xattrs;
}

export function cutToSeconds(nanos: bigint): bigint {
  const rest = nanos % 1_000_000_000n;
  return nanos - (rest < 0n ? rest + 1_000_000_000n : rest);
}
