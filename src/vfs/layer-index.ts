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
import { bytesSource, encode, readTar, StrataError, type TarEntry } from '../base/index.ts';
import {
  isDir,
  isFile,
  makedev,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFREG,
} from '../posix/index.ts';
import type { BlobHandle } from '../store/index.ts';
import { compareBytes, createColumns, packIndex, packXattrs } from './layer-format.ts';
import { cleanTarName } from './tar-name.ts';

export const OPAQUE = 'trusted.overlay.opaque';
const WHITEOUT = '.wh.';
/** aufs's own files (`.wh..wh.plnk` and such) are no content. */
const WHITEOUT_META = '.wh..wh.';
const OPAQUE_MARKER = '.wh..wh..opq';
const MOST_LINKS = 40;

export interface IndexedLayer {
  readonly index: Uint8Array<ArrayBuffer>;
  /** Sum of the sizes of the regular files, hard links once: what Docker calls the layer's size. */
  readonly size: number;
}

/** @throws StrataError `ETAR` where the tar is malformed or names what is outside of it */
export function indexLayer(tar: BlobHandle | Uint8Array): IndexedLayer {
  const root = directory(0o755);
  for (const entry of readTar(tar instanceof Uint8Array ? bytesSource(tar) : tar)) addEntry(root, entry);
  return pack(root);
}

interface Draft {
  mode: number;
  uid: number;
  gid: number;
  mtime: bigint;
  rdev: number;
  size: number;
  offset: number;
  target: string;
  xattrs: ReadonlyMap<string, Uint8Array>;
  children: Map<string, Draft> | undefined;
  parent: Draft | undefined;
  nlink: number;
  number: number;
}

const NONE: ReadonlyMap<string, Uint8Array> = new Map();

function directory(mode: number): Draft {
  return {
    mode: S_IFDIR | mode,
    uid: 0,
    gid: 0,
    mtime: 0n,
    rdev: 0,
    size: 0,
    offset: 0,
    target: '',
    xattrs: NONE,
    children: new Map(),
    parent: undefined,
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

function addEntry(root: Draft, entry: TarEntry): void {
  if (entry.type === 'other') return;
  const names = cleanTarName(entry.name);
  const name = names.at(-1);
  if (name === undefined) {
    if (entry.type === 'directory') describe(root, entry);
    return;
  }
  const parent = descend(root, names.slice(0, -1), true)!;
  if (name === OPAQUE_MARKER) {
    parent.xattrs = new Map([...parent.xattrs, [OPAQUE, encode('y')]]);
    return;
  }
  if (name.startsWith(WHITEOUT_META)) return;
  if (name.startsWith(WHITEOUT)) {
    put(parent, name.slice(WHITEOUT.length), { ...directory(0), ...whiteout(entry) });
    return;
  }
  if (entry.type === 'link') {
    addLink(root, parent, name, entry);
    return;
  }
  const old = parent.children!.get(name);
  if (entry.type === 'directory' && old?.children) {
    describe(old, entry);
    return;
  }
  const draft = directory(0);
  if (entry.type !== 'directory') draft.children = undefined;
  describe(draft, entry);
  put(parent, name, draft);
}

function describe(draft: Draft, entry: TarEntry): void {
  // On disk a symbolic link has all bits, whatever the archive says.
  const bits = entry.type === 'symlink' ? 0o777 : entry.mode;
  draft.mode = TYPE_BITS[entry.type as keyof typeof TYPE_BITS] | bits;
  draft.uid = entry.uid;
  draft.gid = entry.gid;
  draft.mtime = entry.mtime;
  draft.rdev = makedev(entry.major, entry.minor);
  draft.size = entry.size;
  draft.offset = entry.offset;
  draft.target = entry.type === 'symlink' ? entry.linkname : '';
  const opaque = draft.xattrs.get(OPAQUE);
  const own = [...entry.xattrs].filter(([key]) => key !== OPAQUE);
  draft.xattrs = opaque ? new Map([...own, [OPAQUE, opaque]]) : new Map(own);
}

function whiteout(entry: TarEntry): Partial<Draft> {
  return { mode: S_IFCHR, uid: entry.uid, gid: entry.gid, mtime: entry.mtime, children: undefined };
}

function addLink(root: Draft, parent: Draft, name: string, entry: TarEntry): void {
  const path = cleanTarName(entry.linkname);
  const holder = descend(root, path.slice(0, -1), false);
  const target = holder?.children?.get(path.at(-1) ?? '');
  if (!target || target.children) {
    throw new StrataError(
      'ETAR',
      `archive/tar: link ${entry.name} to ${entry.linkname}: no such file in the layer`,
    );
  }
  put(parent, name, target);
}

function put(parent: Draft, name: string, draft: Draft): void {
  if (name === '' || name === '.' || name === '..') {
    throw new StrataError('ETAR', 'archive/tar: invalid whiteout');
  }
  parent.children!.set(name, draft);
  if (draft.children) draft.parent = parent;
}

/** Walks to a directory, through links as unpacking would, but never out; makes what is missing. */
function descend(root: Draft, names: readonly string[], make: boolean): Draft | undefined {
  let here = root;
  let links = 0;
  const pending = [...names].reverse();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === '..') {
      here = here.parent ?? root;
      continue;
    }
    const next = here.children!.get(name);
    if (next && (next.mode & 0o170000) === S_IFLNK) {
      if (++links > MOST_LINKS) throw new StrataError('ETAR', 'archive/tar: too many links');
      if (next.target.startsWith('/')) here = root;
      pending.push(
        ...next.target
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .reverse(),
      );
      continue;
    }
    if (next?.children) here = next;
    else if (!make) return undefined;
    else {
      const made = directory(0o755);
      put(here, name, made);
      here = made;
    }
  }
  return here;
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
      const names = [...draft.children].map(([name, child]) => ({ bytes: encode(name), child }));
      names.sort((a, b) => compareBytes(a.bytes, b.bytes));
      for (const { bytes, child } of names) {
        columns.inode.push(number(child));
        columns.nameOffset.push(columns.strings.add(bytes));
        columns.nameLength.push(bytes.length);
      }
      count = names.length;
    } else if (draft.target) {
      const target = encode(draft.target);
      first = columns.strings.add(target);
      count = target.length;
    }
    if (isFile(draft.mode)) total += draft.size;
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
  let seconds = draft.mtime / 1_000_000_000n;
  if (seconds * 1_000_000_000n > draft.mtime) seconds -= 1n;
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
