/**
 * What a file system is: inodes with operations, as Linux's VFS sees one.
 *
 * All operations are by inode and name and know no paths, mounts, working directories, descriptors
 * or permissions; path walk (`tree.ts`) adds those. Operations throw `PosixError` and answer
 * synchronously where they can; remote file systems return promises.
 */
import type { Maybe } from '../base/index.ts';

/** Inode number; unique and stable within its file system while that is mounted. */
export type Ino = number;

/** Nanoseconds since the epoch. */
export type Nanoseconds = bigint;

export interface Stat {
  readonly dev: number;
  readonly ino: Ino;
  /** File type and permission bits. */
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  /** Device number of a device file, packed as `makedev` does. */
  readonly rdev: number;
  /** Bytes; of a symbolic link the length of its target; of a directory 4096. */
  readonly size: number;
  /** Units of 512 bytes. */
  readonly blocks: number;
  readonly atime: Nanoseconds;
  readonly mtime: Nanoseconds;
  readonly ctime: Nanoseconds;
}

export interface DirEntry {
  readonly name: string;
  readonly ino: Ino;
  /** The S_IFMT bits. */
  readonly type: number;
}

/** What `setattr` changes; what is absent stays. Changing owner clears nothing by itself: the tree does. */
export interface Attributes {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly size?: number;
  readonly atime?: Nanoseconds;
  readonly mtime?: Nanoseconds;
}

/** How a new inode begins. */
export interface NewNode {
  /** Permission bits; umask is already applied. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export interface FsStats {
  readonly blockSize: number;
  readonly blocks: number;
  readonly free: number;
  readonly files: number;
  readonly filesFree: number;
}

/** An open regular file. Stays readable and writable after it is unlinked or copied up. */
export interface OpenFile {
  stat(): Maybe<Stat>;
  /** Fills `buffer` from `position`; answers the bytes read, 0 at the end. */
  readAt(buffer: Uint8Array, position: number): Maybe<number>;
  /** Writes all of `data` at `position`, or at the end where that is undefined (O_APPEND); answers the new end of what was written. */
  writeAt(data: Uint8Array, position: number | undefined): Maybe<number>;
  truncate(size: number): Maybe<void>;
  sync(): Maybe<void>;
  close(): Maybe<void>;
}

export interface FileSystem {
  /** As /proc/mounts names it: overlay, tmpfs, proc, … */
  readonly type: string;
  readonly dev: number;
  readonly root: Ino;

  /** @throws ENOENT, ENOTDIR */
  lookup(directory: Ino, name: string): Maybe<Ino>;
  stat(ino: Ino): Maybe<Stat>;
  /** All entries but `.` and `..`, in the file system's own stable order. */
  readdir(directory: Ino): Maybe<readonly DirEntry[]>;
  readlink(ino: Ino): Maybe<string>;
  /** Opens a regular file; `flags` are the access mode and O_TRUNC (others are the tree's business). */
  open(ino: Ino, flags: number): Maybe<OpenFile>;

  /** Makes an empty regular file. @throws EEXIST */
  create(directory: Ino, name: string, node: NewNode): Maybe<Ino>;
  mkdir(directory: Ino, name: string, node: NewNode): Maybe<Ino>;
  /** Makes a device, FIFO or socket; `node.mode` has the S_IFMT bits. */
  mknod(directory: Ino, name: string, node: NewNode, rdev: number): Maybe<Ino>;
  symlink(directory: Ino, name: string, target: string, node: NewNode): Maybe<Ino>;
  link(ino: Ino, directory: Ino, name: string): Maybe<void>;
  /** Removes a name that is no directory. @throws EISDIR */
  unlink(directory: Ino, name: string): Maybe<void>;
  /** @throws ENOTEMPTY, ENOTDIR */
  rmdir(directory: Ino, name: string): Maybe<void>;
  /** rename(2) within this file system, replacing as that does. @throws EXDEV, ENOTEMPTY, EISDIR, ENOTDIR, EINVAL */
  rename(from: Ino, name: string, to: Ino, newName: string): Maybe<void>;
  setattr(ino: Ino, attributes: Attributes): Maybe<void>;

  /** @throws ENODATA */
  getxattr(ino: Ino, name: string): Maybe<Uint8Array>;
  setxattr(ino: Ino, name: string, value: Uint8Array): Maybe<void>;
  listxattr(ino: Ino): Maybe<readonly string[]>;
  removexattr(ino: Ino, name: string): Maybe<void>;

  statfs(): Maybe<FsStats>;
  /** Makes durable what was written. */
  sync(): Maybe<void>;
  /**
   * To be called after a write: waits where more is unsaved than should be.
   * @throws ENOSPC where it cannot be saved
   */
  settle?(): Maybe<void>;

  /**
   * Where a symbolic link leads that is no path but a thing: /proc's magic links (/proc/self/fd/1).
   * Undefined for links that are followed by their text.
   */
  jump?(ino: Ino): MagicTarget | undefined;
}

/** What a magic link leads to. */
export interface MagicTarget {
  stat(): Maybe<Stat>;
  /** The directory (a `Place`), where it is one, so that paths can go on from there. */
  readonly place?: unknown;
  /** The kernel's own: handed back by `open` as it is. */
  readonly token: unknown;
}

/** Who asks, for permission checks. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** What happened in an overlay that Docker hides; Strata's trace, never Docker's events. */
export type TraceEvent =
  | { readonly kind: 'copy-up'; readonly path: string; readonly bytes: number; readonly layer: number }
  | { readonly kind: 'create'; readonly path: string; readonly type: number }
  | { readonly kind: 'write'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'whiteout'; readonly path: string; readonly layer: number }
  | { readonly kind: 'opaque'; readonly path: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'attributes'; readonly path: string };

/**
 * A stored layer as something that can be mounted, and posted to a worker: its uncompressed tar,
 * byte for byte, and the packed index over it.
 */
export interface LayerRef {
  readonly diffId: import('../base/index.ts').Digest;
  readonly tar: import('../store/index.ts').BlobRef;
  /** Made by `indexLayer`; may be shared memory. Never transferred away, always cloned or shared. */
  readonly index: Uint8Array;
  /** Sum of the sizes of the regular files in it, which is what Docker calls a layer's size. */
  readonly size: number;
}

/** One line of `docker diff`. */
export interface Change {
  readonly kind: 'A' | 'C' | 'D';
  readonly path: string;
}
