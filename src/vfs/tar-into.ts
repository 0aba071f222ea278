/**
 * Unpacking a tar into a file system: build contexts, ADD of archives, `docker cp`.
 *
 * Archives are written by strangers: names cannot lead out of the target directory, neither by `..`
 * nor through links that the archive itself made; links on the way are followed within the target,
 * as in a chroot. Memory is bounded: contents are written as they come.
 */
import { StrataError, type StreamedEntry, type TarEntry, tarEntries } from '../base/index.ts';
import {
  errnoOf,
  isDir,
  isLink,
  makedev,
  O_RDWR,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
} from '../posix/index.ts';
import { run } from './flow.ts';
import {
  cleanTarName,
  linkTarget,
  placeOf,
  refuseUnknown,
  type TarPlace,
  type Unpacked,
} from './tar-path.ts';
import type { FileSystem, Ino, NewNode, Stat } from './types.ts';

export interface UnpackOptions {
  /** Directory to unpack into; the root where absent. */
  readonly into?: Ino;
  /** Gives all entries this owner instead of their own. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** What `into` is called, for errors. @default '/' */
  readonly where?: string;
  /** Whether a directory may take the place of something else, and the other way round. @default true */
  readonly replace?: boolean;
  /** Leaves `into` itself as it is, whatever the archive says of its root. */
  readonly keepRoot?: boolean;
  /** Called with each entry's cleaned path after it was made. */
  readonly onEntry?: (path: string, entry: TarEntry) => void;
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Directories' own times, by inode. */
type Times = Map<Ino, bigint>;

/**
 * Unpacks an uncompressed tar.
 *
 * @throws StrataError `ETAR` where it is malformed, ends early or leads out; what the file system throws
 */
export async function unpackTar(chunks: Chunks, fs: FileSystem, options: UnpackOptions = {}): Promise<void> {
  /** Directories' times come last, since making what is in them changes them. */
  const times: Times = new Map();
  for await (const streamed of tarEntries(chunks)) await unpackEntry(fs, streamed, times, options);
  for (const [ino, mtime] of times) await fs.setattr(ino, { mtime, atime: mtime });
}

async function unpackEntry(
  fs: FileSystem,
  { entry, contents }: StreamedEntry,
  times: Times,
  options: UnpackOptions,
): Promise<void> {
  refuseUnknown(entry);
  const names = cleanTarName(entry.name);
  const root = options.into ?? fs.root;
  if (names.length === 0) {
    if (entry.type === 'directory' && !options.keepRoot) await describe(fs, root, entry, options, times);
    return;
  }
  const tree = treeOf(fs, options);
  const place = await run(placeOf(tree, names, entry));
  const ino = await makeEntry(fs, tree, names, place, entry, options, times);
  if (entry.type === 'file') await copyContents(fs, ino, entry, contents());
  if (entry.type !== 'link') await describe(fs, ino, entry, options, times);
  options.onEntry?.(names.join('/'), entry);
}

interface Found {
  readonly ino: Ino;
  readonly stat: Stat;
}

function treeOf(fs: FileSystem, options: UnpackOptions): Unpacked<Found> {
  const root = { ino: options.into ?? fs.root, stat: { mode: S_IFDIR } as Stat };
  return {
    where: options.where ?? '/',
    root,
    child: (directory, name) => childOf(fs, directory.ino, name),
    isDirectory: ({ stat }) => isDir(stat.mode),
    target: ({ ino, stat }) => (isLink(stat.mode) ? fs.readlink(ino) : undefined),
    async imply(directory, name) {
      const node = { mode: 0o755, uid: options.owner?.uid ?? 0, gid: options.owner?.gid ?? 0 };
      const ino = await fs.mkdir(directory.ino, name, node);
      return { ino, stat: await fs.stat(ino) };
    },
  };
}

async function makeEntry(
  fs: FileSystem,
  tree: Unpacked<Found>,
  names: readonly string[],
  { directory: { ino: parent }, name }: TarPlace<Found>,
  entry: TarEntry,
  options: UnpackOptions,
  times: Times,
): Promise<Ino> {
  const node: NewNode = {
    mode: entry.mode,
    uid: options.owner?.uid ?? entry.uid,
    gid: options.owner?.gid ?? entry.gid,
  };
  const old = await childOf(fs, parent, name);
  if (old !== undefined) {
    const [was, becomes] = [isDir(old.stat.mode), entry.type === 'directory'];
    if (was && becomes) return old.ino;
    if (was !== becomes && options.replace === false) {
      const what = was ? ['directory', 'non-directory'] : ['non-directory', 'directory'];
      throw new StrataError(
        'EEXIST',
        `cannot overwrite ${what[0]} "${names.join('/')}" with ${what[1]} "${options.where ?? '/'}"`,
      );
    }
    // What is in the way goes first, even where it is what a hard link is to.
    await removeAll(fs, parent, name, old.ino, old.stat, times);
  }
  switch (entry.type) {
    case 'directory':
      return fs.mkdir(parent, name, node);
    case 'symlink':
      return fs.symlink(parent, name, entry.linkname, node);
    case 'link': {
      const { ino } = await run(linkTarget(tree, names, entry));
      await fs.link(ino, parent, name);
      return ino;
    }
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

/** Mode, owner, attributes, times of an entry that is there. */
async function describe(
  fs: FileSystem,
  ino: Ino,
  entry: TarEntry,
  options: UnpackOptions,
  times: Times,
): Promise<void> {
  const owner = { uid: options.owner?.uid ?? entry.uid, gid: options.owner?.gid ?? entry.gid };
  for (const [name, value] of entry.xattrs) {
    try {
      await fs.setxattr(ino, name, value);
    } catch (error) {
      // As dockerd, go without what the file system does not let anybody set.
      if (errnoOf(error) !== 'ENOTSUP' && errnoOf(error) !== 'EPERM') throw error;
    }
  }
  // Times before the epoch are none to dockerd.
  const mtime = entry.mtime < 0n ? 0n : entry.mtime;
  if (entry.type === 'symlink') await fs.setattr(ino, { ...owner, mtime, atime: mtime });
  else await fs.setattr(ino, { ...owner, mode: entry.mode, mtime, atime: mtime });
  if (entry.type === 'directory') times.set(ino, mtime);
}

async function childOf(fs: FileSystem, parent: Ino, name: string): Promise<Found | undefined> {
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

async function copyContents(
  fs: FileSystem,
  ino: Ino,
  { size, sparse }: TarEntry,
  contents: AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await fs.open(ino, O_RDWR);
  try {
    const places = (sparse ?? [{ offset: 0, length: size }]).filter(({ length }) => length > 0);
    let done = 0;
    for await (const chunk of contents) {
      for (let rest = chunk; rest.length > 0; ) {
        const { offset, length } = places[0]!;
        const piece = rest.subarray(0, length - done);
        await file.writeAt(piece, offset + done);
        rest = rest.subarray(piece.length);
        done += piece.length;
        if (done < length) continue;
        places.shift();
        done = 0;
      }
    }
    if (sparse) await file.truncate(size);
  } finally {
    await file.close();
  }
}
