/**
 * Making, removing and renaming names in an overlay: whiteouts and opaque directories.
 *
 * Each change is whole or absent: the upper is asked for what may fail before anything is taken
 * away.
 */
import { encode } from '../base/index.ts';
import { fail, S_IFCHR } from '../posix/index.ts';
import { copyUp } from './copy-up.ts';
import { OPAQUE } from './layer-index.ts';
import type { MemoryFs } from './memory.ts';
import { isOpaque, isWhiteout, lookupIn, type OverlayInode, type OverlayState } from './overlay-state.ts';
import type { Ino, NewNode } from './types.ts';

const WHITEOUT_NODE: NewNode = { mode: S_IFCHR, uid: 0, gid: 0 };
/** A name that no path can ask for, while a whiteout waits for its place. */
const WAITING = '\u0001overlay-whiteout';

/** Makes a new name by `make`, over a whiteout if there is one. @throws EEXIST, EROFS */
export function makeName(
  state: OverlayState,
  directory: Ino,
  name: string,
  make: (upper: MemoryFs, parent: Ino) => Ino,
  kind: 'directory' | 'link' | 'other' = 'other',
): OverlayInode {
  const parent = state.directory(directory);
  if (state.find(parent, name)) fail('EEXIST');
  if (parent.removed) fail('ENOENT');
  const upper = state.upper ?? fail('EROFS');
  const upperParent = copyUp(state, parent);
  const whiteout = lookupIn(upper, upperParent, name);
  if (whiteout !== undefined) upper.unlink(upperParent, name);
  let made: Ino;
  try {
    made = make(upper, upperParent);
    // Over a whiteout there may be a lower directory, whose contents must not come back.
    if (whiteout !== undefined && kind === 'directory') upper.setxattr(made, OPAQUE, encode('y'));
  } catch (error) {
    if (whiteout !== undefined) restoreWhiteout(upper, upperParent, name);
    throw error;
  }
  const inode = state.add(kind === 'directory', made, [], parent, name);
  const path = state.pathOf(parent, name);
  state.trace({ kind: 'create', path, type: upper.stat(made).mode & 0o170000 });
  if (whiteout !== undefined && kind === 'directory') state.trace({ kind: 'opaque', path });
  return inode;
}

export function unlink(state: OverlayState, directory: Ino, name: string): void {
  const parent = state.directory(directory);
  const inode = state.find(parent, name) ?? fail('ENOENT');
  if (inode.directory) fail('EISDIR');
  remove(state, parent, name, inode);
}

export function rmdir(state: OverlayState, directory: Ino, name: string): void {
  const parent = state.directory(directory);
  const inode = state.find(parent, name) ?? fail('ENOENT');
  if (!inode.directory) fail('ENOTDIR');
  if (state.names(inode).size) fail('ENOTEMPTY');
  remove(state, parent, name, inode);
}

export function rename(state: OverlayState, from: Ino, name: string, to: Ino, newName: string): void {
  const source = state.directory(from);
  const target = state.directory(to);
  const inode = state.find(source, name) ?? fail('ENOENT');
  const old = state.find(target, newName);
  if (old === inode) return;
  const upper = state.upper ?? fail('EROFS');
  demandRename(state, inode, target, old);
  copyUp(state, inode);
  const upperTarget = copyUp(state, target);
  const upperSource = source.upper!;
  const covers = state.lowerOf(source, name);
  if (covers) upper.mknod(upperSource, WAITING, WHITEOUT_NODE, 0);
  if (lookupIn(upper, upperTarget, newName) !== undefined) removeUpper(upper, upperTarget, newName);
  upper.rename(upperSource, name, upperTarget, newName);
  if (covers) upper.rename(upperSource, WAITING, upperSource, name);
  const path = state.pathOf(source, name);
  if (old) state.dropName(target, newName);
  source.children.delete(name);
  target.children.set(newName, inode);
  inode.parent = target;
  inode.name = newName;
  const newPath = state.pathOf(inode);
  state.trace({ kind: 'rename', path, to: newPath });
  if (covers) state.trace({ kind: 'whiteout', path, layer: covers.layer });
  if (inode.directory && target.lowers.length && !isOpaque(upper, inode.upper!)) {
    upper.setxattr(inode.upper!, OPAQUE, encode('y'));
    state.trace({ kind: 'opaque', path: newPath });
  }
}

function demandRename(
  state: OverlayState,
  inode: OverlayInode,
  target: OverlayInode,
  old: OverlayInode | undefined,
): void {
  if (target.removed) fail('ENOENT');
  for (let here: OverlayInode | undefined = target; here; here = here.parent)
    if (here === inode) fail('EINVAL');
  if (old && inode.directory && !old.directory) fail('ENOTDIR');
  if (old?.directory && !inode.directory) fail('EISDIR');
  // redirect_dir=off: a directory that has anything below cannot move; mv(1) then copies.
  if (inode.directory && (inode.upper === undefined || inode.lowers.length)) fail('EXDEV');
  if (old?.directory && state.names(old).size) fail('ENOTEMPTY');
}

function remove(state: OverlayState, parent: OverlayInode, name: string, inode: OverlayInode): void {
  const upper = state.upper ?? fail('EROFS');
  const upperParent = copyUp(state, parent);
  const covers = state.lowerOf(parent, name);
  const path = state.pathOf(parent, name);
  if (covers) upper.mknod(upperParent, WAITING, WHITEOUT_NODE, 0);
  if (inode.upper !== undefined) {
    // Open files of the overlay keep their own hold on the upper's inode.
    removeUpper(upper, upperParent, name);
  }
  if (covers) upper.rename(upperParent, WAITING, upperParent, name);
  state.dropName(parent, name);
  state.trace(covers ? { kind: 'whiteout', path, layer: covers.layer } : { kind: 'remove', path });
}

/** Removes an upper entry; of a directory, that is empty but for whiteouts. */
function removeUpper(upper: MemoryFs, parent: Ino, name: string): void {
  const ino = upper.lookup(parent, name);
  if (!upper.inode(ino).entries) {
    upper.unlink(parent, name);
    return;
  }
  for (const entry of upper.readdir(ino)) if (isWhiteout(upper, entry.ino)) upper.unlink(ino, entry.name);
  upper.rmdir(parent, name);
}

function restoreWhiteout(upper: MemoryFs, parent: Ino, name: string): void {
  if (lookupIn(upper, parent, name) !== undefined) removeUpper(upper, parent, name);
  upper.mknod(parent, name, WHITEOUT_NODE, 0);
}
