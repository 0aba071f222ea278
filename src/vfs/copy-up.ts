/**
 * Copy-up: what an overlay does before the first change of something in a lower layer.
 *
 * The whole file with its metadata and extended attributes, and before it the directories above.
 * Fails as a whole: a copy that does not fit leaves nothing in the upper.
 *
 * @see kernel Documentation/filesystems/overlayfs.rst, "Non-directories"
 */
import { fail, isDir, isFile, isLink, O_RDONLY, O_RDWR } from '../posix/index.ts';
import type { MemoryFs } from './memory.ts';
import type { OverlayInode, OverlayState } from './overlay-state.ts';
import type { SyncFileSystem } from './sync.ts';
import type { Ino, Stat } from './types.ts';

const PIECE = 128 * 1024;
/** The overlay's own attributes are never copied and never shown. */
export const PRIVATE_XATTR = 'trusted.overlay.';

/**
 * Makes sure that an inode is in the upper and answers its inode there. No more than `limit` bytes
 * of contents are copied, for those who are about to truncate.
 *
 * @throws EROFS without an upper, ENOSPC
 */
export function copyUp(state: OverlayState, inode: OverlayInode, limit = Number.POSITIVE_INFINITY): Ino {
  if (inode.upper !== undefined) return inode.upper;
  const upper = state.upper ?? fail('EROFS');
  const [lower, ino] = state.real(inode);
  const stat = lower.stat(ino);
  if (inode.removed) {
    // Still open, without a name: changed where nobody finds it.
    const unnamed = upper.createUnnamed(stat);
    upper.hold(unnamed, 1);
    fill(lower, ino, upper, unnamed, stat, limit);
    state.raised(inode, unnamed);
    return unnamed;
  }
  const parent = copyUp(state, inode.parent!);
  const before = upper.stat(parent);
  const made = make(upper, parent, inode.name, stat, lower, ino);
  try {
    fill(lower, ino, upper, made, stat, limit);
  } catch (error) {
    if (isDir(stat.mode)) upper.rmdir(parent, inode.name);
    else upper.unlink(parent, inode.name);
    throw error;
  } finally {
    // The directory's own contents have not changed for those who see it merged.
    upper.setattr(parent, { atime: before.atime, mtime: before.mtime });
  }
  state.raised(inode, made);
  const bytes = isFile(stat.mode) ? Math.min(stat.size, limit) : 0;
  state.trace({ kind: 'copy-up', path: state.pathOf(inode), bytes, layer: inode.lowers[0]!.layer });
  return made;
}

function make(upper: MemoryFs, parent: Ino, name: string, stat: Stat, lower: SyncFileSystem, ino: Ino): Ino {
  if (isDir(stat.mode)) return upper.mkdir(parent, name, stat);
  if (isLink(stat.mode)) return upper.symlink(parent, name, lower.readlink(ino), stat);
  if (isFile(stat.mode)) return upper.create(parent, name, stat);
  return upper.mknod(parent, name, stat, stat.rdev);
}

function fill(lower: SyncFileSystem, ino: Ino, upper: MemoryFs, made: Ino, stat: Stat, limit: number): void {
  if (isFile(stat.mode)) copyContents(lower, ino, upper, made, Math.min(stat.size, limit));
  for (const name of lower.listxattr(ino)) {
    if (!name.startsWith(PRIVATE_XATTR)) upper.setxattr(made, name, lower.getxattr(ino, name));
  }
  upper.setattr(made, { atime: stat.atime, mtime: stat.mtime });
}

function copyContents(from: SyncFileSystem, fromIno: Ino, to: MemoryFs, toIno: Ino, size: number): void {
  if (size === 0) return;
  const source = from.open(fromIno, O_RDONLY);
  const target = to.open(toIno, O_RDWR);
  try {
    const buffer = new Uint8Array(Math.min(PIECE, size));
    for (let at = 0; at < size; ) {
      const count = source.readAt(buffer.subarray(0, Math.min(buffer.length, size - at)), at);
      if (count === 0) break;
      target.writeAt(buffer.subarray(0, count), at);
      at += count;
    }
  } finally {
    source.close();
    target.close();
  }
}
