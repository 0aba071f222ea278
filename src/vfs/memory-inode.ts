/** The inodes of a memory file system, and how they are stat'ed. */
import { S_IFDIR, S_IFLNK, S_IFMT, S_IFREG } from '../posix/index.ts';
import type { FileData } from './file-data.ts';
import type { Ino, Stat } from './types.ts';

export interface MemoryInode {
  readonly ino: Ino;
  mode: number;
  nlink: number;
  uid: number;
  gid: number;
  rdev: number;
  atime: bigint;
  mtime: bigint;
  ctime: bigint;
  /** Open files that keep it alive without a name. */
  opens: number;
  xattrs: Map<string, Uint8Array> | undefined;
  /** Of a directory: names in the order they came. */
  entries: Map<string, MemoryInode> | undefined;
  /** Of a regular file. */
  data: FileData | undefined;
  /** Of a symbolic link. */
  target: string | undefined;
}

/** A directory's size as ext4 and overlay show it. */
const DIRECTORY_SIZE = 4096;

/** What an entry adds to a directory's size in a tmpfs (BOGO_DIRENT_SIZE, mm/shmem.c); `.` and `..` are two. */
const PAGED_ENTRY = 20;

export function statOf(inode: MemoryInode, dev: number, paged: boolean): Stat {
  const type = inode.mode & S_IFMT;
  const directorySize = paged ? PAGED_ENTRY * (2 + (inode.entries?.size ?? 0)) : DIRECTORY_SIZE;
  return {
    dev,
    ino: inode.ino,
    mode: inode.mode,
    nlink: inode.nlink,
    uid: inode.uid,
    gid: inode.gid,
    rdev: inode.rdev,
    size: type === S_IFREG ? inode.data!.size : type === S_IFDIR ? directorySize : targetSize(inode),
    blocks: type === S_IFREG ? inode.data!.blocks : type === S_IFDIR && !paged ? 8 : 0,
    atime: inode.atime,
    mtime: inode.mtime,
    ctime: inode.ctime,
  };
}

function targetSize(inode: MemoryInode): number {
  if ((inode.mode & S_IFMT) !== S_IFLNK) return 0;
  return byteLength(inode.target!);
}

/** Bytes of a name (base/text.ts), without encoding the usual ASCII. */
export function byteLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) length++;
    else if (code < 0x800) length += 2;
    else if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) {
      length += 4;
      i++;
    } else length += code >= 0xdc80 && code <= 0xdcff ? 1 : 3;
  }
  return length;
}
