/**
 * Indexing a layer: its tar read once, headers only, into the packed index that mounts use.
 *
 * The index describes the layer as Docker unpacks it on disk: `.wh.` entries are character devices
 * 0:0, `.wh..wh..opq` is the attribute `trusted.overlay.opaque=y` of its directory. Contents stay
 * where they are, named by their offset.
 *
 * @see OCI image-spec, layer.md; kernel Documentation/filesystems/overlayfs.rst, "whiteouts and
 * opaque directories"
 */
import {
  bytesOf,
  bytesSource,
  encode,
  readTar,
  type SparsePiece,
  StrataError,
  type TarEntry,
} from '../base/index.ts';
import {
  isDir,
  isFile,
  isLink,
  makedev,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
} from '../posix/index.ts';
import type { BlobHandle } from '../store/index.ts';
import { type Flow, run } from './flow.ts';
import { compareBytes, createColumns, packIndex, packPieces, packXattrs } from './layer-format.ts';
import { cleanTarName, linkTarget, placeOf, refuse, refuseUnknown, type Unpacked } from './tar-path.ts';

export const OPAQUE = 'trusted.overlay.opaque';
const WHITEOUT = '.wh.';
const OPAQUE_MARKER = '.wh..wh..opq';

/**
 * Inodes of a layer: a name of 4 kB implies two thousand directories, and compresses to nothing, so that
 * a small archive could fill any memory. Images of hundreds of thousands of files exist.
 */
const MOST_INODES = 1_000_000;

export interface IndexedLayer {
  readonly index: Uint8Array<ArrayBuffer>;
  /** Sum of the sizes of files and links, hard links once: what Docker calls the layer's size (directory.Size). */
  readonly size: number;
}

/**
 * Indexes a layer as dockerd would unpack it. `now`, in milliseconds since the epoch, is the time of
 * what the tar does not list.
 *
 * @throws StrataError `ETAR` where the tar is malformed, names what is outside of it, or names anything
 * twice
 */
export function indexLayer(tar: BlobHandle | Uint8Array, now = 0): IndexedLayer {
  const layer = draftLayer(BigInt(Math.floor(now * 1000)) * 1000n);
  for (const entry of readTar(tar instanceof Uint8Array ? bytesSource(tar) : tar)) layer.add(entry);
  return pack(layer.root);
}

interface Draft {
  mode: number;
  uid: number;
  gid: number;
  mtime: bigint;
  rdev: number;
  size: number;
  offset: number;
  sparse: readonly SparsePiece[] | undefined;
  target: string;
  xattrs: ReadonlyMap<string, Uint8Array>;
  children: Map<string, Draft> | undefined;
  nlink: number;
  number: number;
}

const NONE: ReadonlyMap<string, Uint8Array> = new Map();

function directory(mode: number, mtime: bigint): Draft {
  return {
    mode: S_IFDIR | mode,
    uid: 0,
    gid: 0,
    mtime,
    rdev: 0,
    size: 0,
    offset: 0,
    sparse: undefined,
    target: '',
    xattrs: NONE,
    children: new Map(),
    nlink: 0,
    number: -1,
  };
}

const TYPE_BITS = {
  file: S_IFREG,
  symlink: S_IFLNK,
  char: S_IFCHR,
  block: S_IFBLK,
  directory: S_IFDIR,
  fifo: S_IFIFO,
};

interface LayerDraft {
  readonly root: Draft;
  add(entry: TarEntry): void;
}

/** A layer in the making. `now` in nanoseconds. */
function draftLayer(now: bigint): LayerDraft {
  const seen = new Set<string>();
  let implied = 0;
  const tree: Unpacked<Draft> = {
    where: '/',
    root: directory(0o755, now),
    child: (parent, name) => parent.children!.get(name),
    isDirectory: (draft) => draft.children !== undefined,
    target: (draft) => ((draft.mode & S_IFMT) === S_IFLNK ? draft.target : undefined),
    imply(parent, name) {
      const made = directory(0o755, now);
      implied++;
      parent.children!.set(name, made);
      return made;
    },
  };
  function* unpack(entry: TarEntry): Flow<void> {
    refuseUnknown(entry);
    const names = cleanTarName(entry.name);
    // The root is there already, as it should be.
    if (names.length > 0) yield* addEntry(tree, names, entry, now);
    // tar-split, by which dockerd keeps a layer's tar, knows each name once.
    const key = (entry.name.startsWith('/') ? '/' : '') + names.join('/');
    if (seen.has(key)) throw new StrataError('ETAR', 'duplicates of file paths not supported');
    seen.add(key);
    if (seen.size + implied > MOST_INODES) throw new StrataError('ENOSPC', 'no space left on device');
  }
  return { root: tree.root, add: (entry) => void run(unpack(entry)) };
}

function* addEntry(
  tree: Unpacked<Draft>,
  names: readonly string[],
  entry: TarEntry,
  now: bigint,
): Flow<void> {
  const { directory: parent, name } = yield* placeOf(tree, names, entry);
  const children = parent.children!;
  if (name === OPAQUE_MARKER) {
    parent.xattrs = new Map([...parent.xattrs, [OPAQUE, encode('y')]]);
  } else if (name.startsWith(WHITEOUT)) {
    addWhiteout(children, name.slice(WHITEOUT.length), names, now);
  } else if (entry.type === 'link') {
    // What is in the way goes first, even where it is what the link is to.
    children.delete(name);
    children.set(name, yield* linkTarget(tree, names, entry));
  } else {
    const old = children.get(name);
    const both = entry.type === 'directory' && old?.children;
    const draft = both ? old : directory(0, now);
    if (entry.type !== 'directory') draft.children = undefined;
    describe(draft, entry);
    children.set(name, draft);
  }
}

function addWhiteout(
  children: Map<string, Draft>,
  name: string,
  names: readonly string[],
  now: bigint,
): void {
  const path = names.join('/');
  if (name === '' || name === '.' || name === '..') {
    refuse('EINVAL', `invalid whiteout entry ${JSON.stringify(path)}`);
  }
  if (children.has(name)) {
    const place = [...names.slice(0, -1), name].join('/');
    refuse('EEXIST', `failed to mknod('${place}', S_IFCHR, 0): file exists`);
  }
  children.set(name, { ...directory(0, now), mode: S_IFCHR, children: undefined });
}

function describe(draft: Draft, entry: TarEntry): void {
  // On disk a symbolic link has all bits, whatever the archive says.
  const bits = entry.type === 'symlink' ? 0o777 : entry.mode;
  draft.mode = TYPE_BITS[entry.type as keyof typeof TYPE_BITS] | bits;
  draft.uid = entry.uid;
  draft.gid = entry.gid;
  // Times before the epoch are none to dockerd.
  draft.mtime = entry.mtime < 0n ? 0n : entry.mtime;
  draft.rdev = makedev(entry.major, entry.minor);
  draft.size = entry.size;
  draft.offset = entry.offset;
  draft.sparse = entry.sparse;
  draft.target = entry.type === 'symlink' ? entry.linkname : '';
  draft.xattrs = draft.xattrs.size ? new Map([...draft.xattrs, ...entry.xattrs]) : entry.xattrs;
}

/** Numbers inodes breadth first, so that each directory's names lie side by side. */
function pack(root: Draft): IndexedLayer {
  const columns = createColumns();
  const queue: Draft[] = [];
  let total = 0;
  const number = (draft: Draft): number => {
    draft.nlink++;
    if (draft.number < 0) {
      draft.number = queue.length;
      queue.push(draft);
    }
    return draft.number;
  };
  number(root);
  for (let i = 0; i < queue.length; i++) {
    const draft = queue[i]!;
    let first = 0;
    let count = 0;
    if (draft.children) {
      first = columns.inode.length;
      const names = [...draft.children].map(([name, child]) => ({ bytes: bytesOf(name), child }));
      names.sort((a, b) => compareBytes(a.bytes, b.bytes));
      for (const { bytes, child } of names) {
        columns.inode.push(number(child));
        columns.nameOffset.push(columns.strings.add(bytes));
        columns.nameLength.push(bytes.length);
      }
      count = names.length;
    } else if (draft.target) {
      const target = bytesOf(draft.target);
      first = columns.strings.add(target);
      count = target.length;
    } else if (draft.sparse) {
      const pieces = packPieces(draft.sparse);
      first = columns.strings.add(pieces.bytes);
      count = pieces.count;
    }
    if (isFile(draft.mode)) total += draft.size;
    else if (isLink(draft.mode)) total += count;
    const xattrs = draft.xattrs.size ? packXattrs(draft.xattrs) : undefined;
    columns.first.push(first);
    columns.count.push(count);
    columns.xattrs.push(xattrs ? columns.strings.add(xattrs) : 0);
    columns.xattrsLength.push(xattrs?.length ?? 0);
    pushAttributes(columns, draft);
  }
  // After numbering, since hard links may still come after the first name.
  for (const draft of queue) columns.nlink.push(isDir(draft.mode) ? 2 + subdirectories(draft) : draft.nlink);
  return { index: packIndex(columns, total), size: total };
}

function pushAttributes(columns: ReturnType<typeof createColumns>, draft: Draft): void {
  const seconds = draft.mtime / 1_000_000_000n;
  columns.mtime.push(Number(seconds));
  columns.mtimeNanos.push(Number(draft.mtime - seconds * 1_000_000_000n));
  columns.mode.push(draft.mode);
  columns.uid.push(draft.uid);
  columns.gid.push(draft.gid);
  columns.rdev.push(draft.rdev);
  columns.size.push(draft.children || draft.target ? 0 : draft.size);
  columns.offset.push(draft.offset);
}

function subdirectories(draft: Draft): number {
  let count = 0;
  for (const child of draft.children!.values()) if (child.children) count++;
  return count;
}
