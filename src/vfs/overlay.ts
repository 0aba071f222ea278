/**
 * An overlay mount: read-only layers under one writable upper, as Linux's overlayfs merges them.
 *
 * The kernel's own is the specification (mounted with index=off,redirect_dir=off,metacopy=off, as
 * Docker does). What happens that Docker hides goes to `onTrace`.
 *
 * @see kernel Documentation/filesystems/overlayfs.rst
 */
import { fail, isChar, isFile, O_ACCMODE, O_RDONLY, O_TRUNC, S_IFMT } from '../posix/index.ts';
import { copyUp, PRIVATE_XATTR } from './copy-up.ts';
import type { MemoryFs } from './memory.ts';
import { makeName, rename, rmdir, unlink } from './overlay-names.ts';
import { type OverlayInode, OverlayState } from './overlay-state.ts';
import type { SyncFileSystem, SyncOpenFile } from './sync.ts';
import type { Attributes, DirEntry, Ino, TraceEvent } from './types.ts';

export interface OverlayOptions {
  /** Read-only layers, top first. */
  readonly lowers: readonly SyncFileSystem[];
  /** Where changes go; without it the mount is read-only. */
  readonly upper?: MemoryFs;
  /** Told of each change; `layer` counts from the top, 0 the uppermost of `lowers`. */
  readonly onTrace?: ((event: TraceEvent) => void) | undefined;
}

export interface Overlay extends SyncFileSystem {
  readonly lowers: readonly SyncFileSystem[];
  readonly upper: MemoryFs | undefined;
}

/** Writes are told of the first time at once, and then each time so many bytes have come together. */
const TRACE_BYTES = 256 * 1024;

export function createOverlay(options: OverlayOptions): Overlay {
  const state = new OverlayState(options.lowers, options.upper, options.onTrace);
  const inode = (ino: Ino): OverlayInode => state.inode(ino);
  const raise = (ino: Ino): Ino => copyUp(state, inode(ino));
  return {
    type: 'overlay',
    dev: state.dev,
    root: state.root.ino,
    lowers: state.lowers,
    upper: state.upper,
    lookup: (directory, name) => (state.find(state.directory(directory), name) ?? fail('ENOENT')).ino,
    stat: (ino) => state.stat(inode(ino)),
    readdir: (directory) => readdir(state, directory),
    readlink(ino) {
      const [fs, real] = state.real(inode(ino));
      return fs.readlink(real);
    },
    open: (ino, flags) => open(state, inode(ino), flags),
    create: (directory, name, node) =>
      makeName(state, directory, name, (upper, parent) => upper.create(parent, name, node)).ino,
    mkdir: (directory, name, node) =>
      makeName(state, directory, name, (upper, parent) => upper.mkdir(parent, name, node), 'directory').ino,
    mknod(directory, name, node, rdev) {
      // A whiteout that anybody could make would hide what is below.
      if (isChar(node.mode) && rdev === 0) fail('EPERM');
      return makeName(state, directory, name, (upper, parent) => upper.mknod(parent, name, node, rdev)).ino;
    },
    symlink: (directory, name, target, node) =>
      makeName(state, directory, name, (upper, parent) => upper.symlink(parent, name, target, node)).ino,
    link(ino, directory, name) {
      if (inode(ino).directory) fail('EPERM');
      if (state.find(state.directory(directory), name)) fail('EEXIST');
      const source = raise(ino);
      const linked = (upper: MemoryFs, parent: Ino): Ino => {
        upper.link(source, parent, name);
        return source;
      };
      makeName(state, directory, name, linked, 'link');
    },
    unlink: (directory, name) => unlink(state, directory, name),
    rmdir: (directory, name) => rmdir(state, directory, name),
    rename: (from, name, to, newName) => rename(state, from, name, to, newName),
    setattr: (ino, attributes) => setattr(state, inode(ino), attributes),
    getxattr(ino, name) {
      if (name.startsWith(PRIVATE_XATTR)) fail('ENOTSUP');
      const [fs, real] = state.real(inode(ino));
      return fs.getxattr(real, name);
    },
    setxattr(ino, name, value) {
      if (name.startsWith(PRIVATE_XATTR)) fail('ENOTSUP');
      const real = raise(ino);
      state.upper!.setxattr(real, name, value);
      state.trace({ kind: 'attributes', path: state.pathOf(inode(ino)) });
    },
    listxattr(ino) {
      const [fs, real] = state.real(inode(ino));
      return fs.listxattr(real).filter((name) => !name.startsWith(PRIVATE_XATTR));
    },
    removexattr(ino, name) {
      if (name.startsWith(PRIVATE_XATTR)) fail('ENOTSUP');
      // What is not there is not worth a copy.
      const [fs, real] = state.real(inode(ino));
      fs.getxattr(real, name);
      const upper = raise(ino);
      state.upper!.removexattr(upper, name);
      state.trace({ kind: 'attributes', path: state.pathOf(inode(ino)) });
    },
    statfs: () => (state.upper ?? state.lowers[0] ?? fail('ENOSYS')).statfs(),
    sync: () => state.upper?.sync(),
    settle: () => state.upper?.settle(),
  };
}

function readdir(state: OverlayState, directory: Ino): readonly DirEntry[] {
  const inode = state.directory(directory);
  const entries: DirEntry[] = [];
  for (const [name, type] of state.names(inode)) {
    const child = state.find(inode, name);
    if (child) entries.push({ name, ino: state.stat(child).ino, type });
  }
  return entries;
}

function setattr(state: OverlayState, inode: OverlayInode, attributes: Attributes): void {
  // Whole, although a part may go at once: Linux spares that only when a file is opened with O_TRUNC.
  const real = copyUp(state, inode);
  state.upper!.setattr(real, attributes);
  const path = state.pathOf(inode);
  if (attributes.size !== undefined) state.trace({ kind: 'write', path, bytes: 0 });
  else state.trace({ kind: 'attributes', path });
}

function open(state: OverlayState, inode: OverlayInode, flags: number): SyncOpenFile {
  const [lower, ino] = state.real(inode);
  if (!isFile(lower.stat(ino).mode & S_IFMT)) fail(inode.directory ? 'EISDIR' : 'EINVAL');
  const writes = (flags & O_ACCMODE) !== O_RDONLY || (flags & O_TRUNC) !== 0;
  // Linux copies up when a file is opened for writing, whether anything is written or not.
  if (writes) copyUp(state, inode, flags & O_TRUNC ? 0 : undefined);
  return openFile(state, inode, flags);
}

function openFile(state: OverlayState, inode: OverlayInode, flags: number): SyncOpenFile {
  let [fs, ino] = state.real(inode);
  let file = fs.open(ino, flags);
  let untold = flags & O_TRUNC ? 0 : -1;
  let told = false;
  let closed = false;
  inode.opens++;
  /** A file opened before it was copied up goes on in the copy. */
  const real = (): SyncOpenFile => {
    const [nowFs, nowIno] = state.real(inode);
    if (nowFs !== fs || nowIno !== ino) {
      const next = nowFs.open(nowIno, flags & ~O_TRUNC);
      file.close();
      [fs, ino, file] = [nowFs, nowIno, next];
    }
    return file;
  };
  const tell = (): void => {
    if (untold < 0) return;
    state.trace({ kind: 'write', path: state.pathOf(inode), bytes: untold });
    untold = -1;
    told = true;
  };
  return {
    stat: () => state.stat(inode),
    readAt: (buffer, position) => real().readAt(buffer, position),
    writeAt(data, position) {
      const end = real().writeAt(data, position);
      untold = Math.max(untold, 0) + data.length;
      if (!told || untold >= TRACE_BYTES) tell();
      return end;
    },
    truncate(size) {
      real().truncate(size);
      untold = Math.max(untold, 0);
    },
    sync: () => real().sync(),
    close() {
      if (closed) return;
      closed = true;
      tell();
      file.close();
      inode.opens--;
      state.release(inode);
    },
  };
}
