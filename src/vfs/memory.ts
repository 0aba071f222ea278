/**
 * A file system in memory: tmpfs, an overlay's upper, the home folder, a build context.
 *
 * All node kinds, hard links, extended attributes, files that live on unlinked while open, a quota.
 * Remembers what changed for `disk.ts`, which writes it behind. Access times change only when set,
 * as on a mount with `noatime`: reading must not make a thin layer dirty.
 */
import type { Maybe } from '../base/index.ts';
import { fail, isDir, isFile, O_TRUNC, S_IFDIR, S_IFLNK, S_IFMT, S_IFREG } from '../posix/index.ts';
import type { Space } from '../store/index.ts';
import { type DataOwner, FileData } from './file-data.ts';
import { byteLength, type MemoryInode, statOf } from './memory-inode.ts';
import { nanosOf, nextDev, type SyncFileSystem, type SyncOpenFile } from './sync.ts';
import type { Attributes, DirEntry, FsStats, Ino, NewNode, Stat } from './types.ts';

export interface MemoryFsOptions {
  /** As /proc/mounts names it; tmpfs where absent. */
  readonly type?: string;
  /** Bytes that files may hold; beyond, writes fail with ENOSPC. */
  readonly quota?: number;
  /** Files and directories that there may be, the root among them. */
  readonly inodes?: number;
  /** Counts as Linux's tmpfs does: contents in whole pages, and nothing for names and inodes. */
  readonly paged?: boolean;
  /** Told of bytes that it takes or, as a negative number, gives back. */
  readonly onCharge?: (bytes: number) => void;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** How the root directory begins; mode 0755, root's. */
  readonly root?: Partial<NewNode>;
}

/** What changed since the last flush, and who is told. */
export interface DirtySet {
  readonly inodes: Set<Ino>;
  readonly removed: Set<Ino>;
}

/** Installed by `disk.ts`. */
export interface Journal {
  dirty: DirtySet;
  /** Bytes of contents that changed since the last flush, by chunks. */
  dirtyBytes: number;
  /** Called at each change. */
  changed(): void;
  sync(): Promise<void>;
  /** Waits where too much is dirty. @throws ENOSPC */
  settle(): Maybe<void>;
  space(): Promise<Space>;
}

const LONGEST_NAME = 255;
const LONGEST_XATTR = 64 * 1024;
const MOST_LINKS = 65000;
const BLOCK = 4096;
const INODE_COST = 256;
const UNLIMITED = 2 ** 40;

export function createMemoryFs(options: MemoryFsOptions = {}): MemoryFs {
  return new MemoryFs(options);
}

export class MemoryFs implements SyncFileSystem, DataOwner {
  readonly type: string;
  readonly dev: number;
  readonly root: Ino = 1;
  /** For `disk.ts`: all inodes, linked or open. */
  readonly inodes = new Map<Ino, MemoryInode>();
  nextIno: Ino = 1;
  journal: Journal | undefined;
  readonly #now: () => number;
  readonly #quota: number;
  readonly #onCharge: ((bytes: number) => void) | undefined;
  readonly #mostInodes: number;
  readonly paged: boolean;
  /** Of the quota, so that a million empty files are not free. */
  readonly #inodeCost: number;
  #used = 0;

  constructor(options: MemoryFsOptions) {
    this.type = options.type ?? 'tmpfs';
    this.dev = nextDev();
    this.#now = options.now ?? (() => performance.timeOrigin + performance.now());
    this.#quota = options.quota ?? UNLIMITED;
    this.#onCharge = options.onCharge;
    this.#mostInodes = options.inodes ?? Number.POSITIVE_INFINITY;
    this.paged = options.paged ?? false;
    this.#inodeCost = this.paged ? 0 : INODE_COST;
    const root = this.#add(S_IFDIR, { mode: 0o755, uid: 0, gid: 0, ...options.root });
    root.nlink = 2;
  }

  // ---- looking

  lookup(directory: Ino, name: string): Ino {
    return this.#entry(directory, name).ino;
  }

  stat(ino: Ino): Stat {
    return statOf(this.inode(ino), this.dev, this.paged);
  }

  readdir(directory: Ino): readonly DirEntry[] {
    const list: DirEntry[] = [];
    for (const [name, child] of this.#directory(directory).entries!) {
      list.push({ name, ino: child.ino, type: child.mode & S_IFMT });
    }
    return list;
  }

  readlink(ino: Ino): string {
    return this.inode(ino).target ?? fail('EINVAL');
  }

  open(ino: Ino, flags: number): SyncOpenFile {
    const inode = this.inode(ino);
    if (!isFile(inode.mode)) fail(isDir(inode.mode) ? 'EISDIR' : 'EINVAL');
    if (flags & O_TRUNC) this.#truncate(inode, 0);
    inode.opens++;
    return this.#opened(inode);
  }

  // ---- making and removing names

  create(directory: Ino, name: string, node: NewNode): Ino {
    return this.#make(directory, name, S_IFREG, node).ino;
  }

  mkdir(directory: Ino, name: string, node: NewNode): Ino {
    const parent = this.#directory(directory);
    if (parent.nlink >= MOST_LINKS) fail('EMLINK');
    const made = this.#make(directory, name, S_IFDIR, node);
    made.nlink = 2;
    parent.nlink++;
    return made.ino;
  }

  mknod(directory: Ino, name: string, node: NewNode, rdev: number): Ino {
    const type = node.mode & S_IFMT || S_IFREG;
    if (type === S_IFDIR || type === S_IFLNK) fail('EINVAL');
    const made = this.#make(directory, name, type, node);
    made.rdev = rdev;
    return made.ino;
  }

  symlink(directory: Ino, name: string, target: string, node: NewNode): Ino {
    const made = this.#make(directory, name, S_IFLNK, { ...node, mode: 0o777 });
    made.target = target;
    return made.ino;
  }

  link(ino: Ino, directory: Ino, name: string): void {
    const inode = this.inode(ino);
    if (isDir(inode.mode)) fail('EPERM');
    if (inode.nlink === 0) fail('ENOENT');
    if (inode.nlink >= MOST_LINKS) fail('EMLINK');
    const parent = this.#free(directory, name);
    parent.entries!.set(name, inode);
    inode.nlink++;
    this.#touch(inode, false);
    this.#touch(parent, true);
  }

  unlink(directory: Ino, name: string): void {
    const inode = this.#entry(directory, name);
    if (isDir(inode.mode)) fail('EISDIR');
    const parent = this.#directory(directory);
    parent.entries!.delete(name);
    this.#touch(parent, true);
    this.#drop(inode);
  }

  rmdir(directory: Ino, name: string): void {
    const inode = this.#entry(directory, name);
    if (!isDir(inode.mode)) fail('ENOTDIR');
    if (inode.entries!.size) fail('ENOTEMPTY');
    const parent = this.#directory(directory);
    parent.entries!.delete(name);
    parent.nlink--;
    this.#touch(parent, true);
    inode.nlink = 1;
    this.#drop(inode);
  }

  rename(from: Ino, name: string, to: Ino, newName: string): void {
    const source = this.#directory(from);
    const target = this.#directory(to);
    const inode = this.#entry(from, name);
    checkName(newName);
    if (target.nlink === 0) fail('ENOENT');
    const moved = isDir(inode.mode);
    if (moved && this.#contains(inode, target)) fail('EINVAL');
    const old = target.entries!.get(newName);
    if (old === inode) return;
    if (old) {
      if (moved && !isDir(old.mode)) fail('ENOTDIR');
      if (!moved && isDir(old.mode)) fail('EISDIR');
      if (old.entries?.size) fail('ENOTEMPTY');
    }
    source.entries!.delete(name);
    target.entries!.set(newName, inode);
    if (moved) {
      source.nlink--;
      target.nlink++;
    }
    if (old) {
      if (moved) {
        target.nlink--;
        old.nlink = 1;
      }
      this.#drop(old);
    }
    this.#touch(inode, false);
    this.#touch(source, true);
    if (target !== source) this.#touch(target, true);
  }

  // ---- attributes

  setattr(ino: Ino, attributes: Attributes): void {
    const inode = this.inode(ino);
    if (attributes.size !== undefined) {
      if (!isFile(inode.mode)) fail(isDir(inode.mode) ? 'EISDIR' : 'EINVAL');
      // truncate(2) to the size that a file has leaves its mtime; ftruncate(2) and O_TRUNC do not.
      if (attributes.size !== inode.data!.size) this.#truncate(inode, attributes.size);
    }
    if (attributes.mode !== undefined) inode.mode = (inode.mode & S_IFMT) | (attributes.mode & 0o7777);
    if (attributes.uid !== undefined) inode.uid = attributes.uid;
    if (attributes.gid !== undefined) inode.gid = attributes.gid;
    if (attributes.atime !== undefined) inode.atime = attributes.atime;
    if (attributes.mtime !== undefined) inode.mtime = attributes.mtime;
    this.#touch(inode, false);
  }

  getxattr(ino: Ino, name: string): Uint8Array {
    return this.inode(ino).xattrs?.get(name)?.slice() ?? fail('ENODATA');
  }

  setxattr(ino: Ino, name: string, value: Uint8Array): void {
    const inode = this.inode(ino);
    if (byteLength(name) > LONGEST_NAME) fail('ERANGE');
    if (value.length > LONGEST_XATTR) fail('E2BIG');
    const old = inode.xattrs?.get(name);
    this.#chargeXattr(name, value, old);
    inode.xattrs ??= new Map();
    inode.xattrs.set(name, value.slice());
    this.#touch(inode, false);
  }

  listxattr(ino: Ino): readonly string[] {
    return [...(this.inode(ino).xattrs?.keys() ?? [])];
  }

  removexattr(ino: Ino, name: string): void {
    const inode = this.inode(ino);
    const value = inode.xattrs?.get(name);
    if (!value) fail('ENODATA');
    inode.xattrs!.delete(name);
    this.#chargeXattr(name, undefined, value);
    this.#touch(inode, false);
  }

  // ---- the whole

  statfs(): Maybe<FsStats> {
    if (this.journal) return this.journal.space().then((space) => this.#diskStats(space));
    const free = Math.max(0, Math.floor((this.#quota - this.#used) / BLOCK));
    return {
      blockSize: BLOCK,
      blocks: Math.floor(this.#quota / BLOCK),
      free,
      ...(Number.isFinite(this.#mostInodes)
        ? { files: this.#mostInodes, filesFree: this.#mostInodes - this.inodes.size }
        : {
            files: Math.floor(this.#quota / INODE_COST),
            filesFree: Math.floor((free * BLOCK) / INODE_COST),
          }),
    };
  }

  settle(): Maybe<void> {
    return this.journal?.settle();
  }

  #diskStats({ total, free }: Space): FsStats {
    return {
      blockSize: BLOCK,
      blocks: Math.floor(total / BLOCK),
      free: Math.floor(free / BLOCK),
      files: Math.floor(total / INODE_COST),
      filesFree: Math.floor(free / INODE_COST),
    };
  }

  // Durable storage answers later; `SyncFileSystem` leaves that open.
  sync(): Maybe<void> {
    return this.journal?.sync();
  }

  charge(bytes: number): void {
    if (bytes > 0 && this.#used + bytes > this.#quota) fail('ENOSPC');
    this.#used += bytes;
    this.#onCharge?.(bytes);
  }

  dirtied(bytes: number): void {
    if (this.journal) this.journal.dirtyBytes += bytes;
  }

  /** An inode by number. @throws ENOENT where it is gone */
  inode(ino: Ino): MemoryInode {
    return this.inodes.get(ino) ?? fail('ENOENT');
  }

  /** Takes the place of everything by what was stored. */
  restore(inodes: Iterable<MemoryInode>, nextIno: Ino): void {
    this.inodes.clear();
    this.#used = 0;
    for (const inode of inodes) {
      this.inodes.set(inode.ino, inode);
      this.#used += this.#inodeCost;
      for (const [name, value] of inode.xattrs ?? []) this.#used += value.length + name.length;
      this.#used += inode.data?.charged ?? 0;
    }
    this.nextIno = nextIno;
  }

  /** Makes a regular file without a name, that lives while it is open: what O_TMPFILE makes. */
  createUnnamed(node: NewNode): Ino {
    const inode = this.#add(S_IFREG, node);
    inode.nlink = 0;
    return inode.ino;
  }

  /** Counts one more (or one fewer) user that keeps an inode alive without a name. */
  hold(ino: Ino, by: 1 | -1): void {
    const inode = this.inode(ino);
    inode.opens += by;
    if (inode.opens === 0 && inode.nlink === 0) this.#discard(inode);
  }

  // ---- within

  #opened(inode: MemoryInode): SyncOpenFile {
    const data = inode.data!;
    let closed = false;
    return {
      stat: () => statOf(inode, this.dev, this.paged),
      readAt: (buffer, position) => data.read(buffer, position),
      writeAt: (bytes, position) => {
        const at = position ?? data.size;
        data.write(bytes, at);
        this.#touch(inode, true);
        return at + bytes.length;
      },
      truncate: (size) => this.#truncate(inode, size),
      sync: () => this.sync(),
      close: () => {
        if (closed) return;
        closed = true;
        this.hold(inode.ino, -1);
      },
    };
  }

  #truncate(inode: MemoryInode, size: number): void {
    if (size < 0 || !Number.isInteger(size)) fail('EINVAL');
    inode.data!.truncate(size);
    this.#touch(inode, true);
  }

  #make(directory: Ino, name: string, type: number, node: NewNode): MemoryInode {
    const parent = this.#free(directory, name);
    const inode = this.#add(type, node);
    parent.entries!.set(name, inode);
    this.#touch(parent, true);
    return inode;
  }

  #add(type: number, node: NewNode): MemoryInode {
    if (this.inodes.size >= this.#mostInodes) fail('ENOSPC');
    this.charge(this.#inodeCost);
    const now = nanosOf(this.#now());
    const data = type === S_IFREG ? new FileData(this) : undefined;
    if (data && this.journal) data.changed = new Set();
    const inode: MemoryInode = {
      ino: this.nextIno++,
      mode: type | (node.mode & 0o7777),
      nlink: 1,
      uid: node.uid,
      gid: node.gid,
      rdev: 0,
      atime: now,
      mtime: now,
      ctime: now,
      opens: 0,
      xattrs: undefined,
      entries: type === S_IFDIR ? new Map() : undefined,
      data,
      target: undefined,
    };
    this.inodes.set(inode.ino, inode);
    this.#mark(inode);
    return inode;
  }

  #chargeXattr(name: string, value: Uint8Array | undefined, old: Uint8Array | undefined): void {
    if (this.paged) return;
    const cost = (it: Uint8Array | undefined): number => (it ? it.length + name.length : 0);
    this.charge(cost(value) - cost(old));
  }

  #directory(ino: Ino): MemoryInode {
    const inode = this.inode(ino);
    return inode.entries ? inode : fail('ENOTDIR');
  }

  #entry(directory: Ino, name: string): MemoryInode {
    return this.#directory(directory).entries!.get(name) ?? fail('ENOENT');
  }

  /** The directory, where `name` may be made in it. */
  #free(directory: Ino, name: string): MemoryInode {
    const parent = this.#directory(directory);
    checkName(name);
    if (parent.entries!.has(name)) fail('EEXIST');
    if (parent.nlink === 0) fail('ENOENT');
    return parent;
  }

  #contains(ancestor: MemoryInode, descendant: MemoryInode): boolean {
    if (ancestor === descendant) return true;
    // Only directories' moves ask, and those are few; a parent pointer would have to be kept right.
    for (const child of ancestor.entries!.values()) {
      if (child.entries && this.#contains(child, descendant)) return true;
    }
    return false;
  }

  #drop(inode: MemoryInode): void {
    inode.nlink--;
    if (inode.nlink === 0 && inode.opens === 0) this.#discard(inode);
    else this.#touch(inode, false);
  }

  #discard(inode: MemoryInode): void {
    if (this.journal) {
      this.journal.dirty.removed.add(inode.ino);
      this.journal.dirty.inodes.delete(inode.ino);
      this.journal.changed();
    }
    inode.data?.release();
    for (const [name, value] of inode.xattrs ?? []) this.#chargeXattr(name, undefined, value);
    this.charge(-this.#inodeCost);
    this.inodes.delete(inode.ino);
  }

  /** Sets ctime, and mtime where contents changed. */
  #touch(inode: MemoryInode, contents: boolean): void {
    const now = nanosOf(this.#now());
    inode.ctime = now;
    if (contents) inode.mtime = now;
    this.#mark(inode);
  }

  #mark(inode: MemoryInode): void {
    if (!this.journal) return;
    this.journal.dirty.inodes.add(inode.ino);
    this.journal.changed();
  }
}

/** @throws ENAMETOOLONG, EINVAL for what cannot be a name in a directory */
function checkName(name: string): void {
  if (name === '' || name === '.' || name === '..' || name.includes('/') || name.includes('\0'))
    fail('EINVAL');
  if (byteLength(name) > LONGEST_NAME) fail('ENAMETOOLONG');
}
