/**
 * A file system that another worker owns: volumes, bind mounts, a container's root for `cp`.
 *
 * `serveFs` answers on the owner's side of a port, `connectFs` is a `FileSystem` on the other. Errors
 * cross as errno. Contents are read ahead in large pieces within one open file, so what others write
 * meanwhile is seen at the latest after 64 KB more: close-to-open consistency, as NFS has.
 */
import { connect, type Maybe, type Port, portOf, type Remote, transferring } from '../base/index.ts';
import { errnoOf, PosixError } from '../posix/index.ts';
import { settleWrite } from './settle.ts';
import { nextDev } from './sync.ts';
import type { Attributes, DirEntry, FileSystem, FsStats, Ino, NewNode, OpenFile, Stat } from './types.ts';

const READ_AHEAD = 64 * 1024;
/** A stat that came with its lookup is as good as one asked for right after it. */
const FRESH = 10;

type RemoteApi = {
  info(): { type: string; root: Ino };
  lookup(directory: Ino, name: string): Promise<{ ino: Ino; stat: Stat }>;
  stat(ino: Ino): Maybe<Stat>;
  readdir(directory: Ino): Maybe<readonly DirEntry[]>;
  readlink(ino: Ino): Maybe<string>;
  open(ino: Ino, flags: number): Promise<number>;
  create(directory: Ino, name: string, node: NewNode): Maybe<Ino>;
  mkdir(directory: Ino, name: string, node: NewNode): Maybe<Ino>;
  mknod(directory: Ino, name: string, node: NewNode, rdev: number): Maybe<Ino>;
  symlink(directory: Ino, name: string, target: string, node: NewNode): Maybe<Ino>;
  link(ino: Ino, directory: Ino, name: string): Maybe<void>;
  unlink(directory: Ino, name: string): Maybe<void>;
  rmdir(directory: Ino, name: string): Maybe<void>;
  rename(from: Ino, name: string, to: Ino, newName: string): Maybe<void>;
  setattr(ino: Ino, attributes: Attributes): Maybe<void>;
  getxattr(ino: Ino, name: string): Maybe<Uint8Array>;
  setxattr(ino: Ino, name: string, value: Uint8Array): Maybe<void>;
  listxattr(ino: Ino): Maybe<readonly string[]>;
  removexattr(ino: Ino, name: string): Maybe<void>;
  statfs(): Maybe<FsStats>;
  sync(): Maybe<void>;
  fstat(handle: number): Maybe<Stat>;
  read(handle: number, position: number, length: number): Promise<Uint8Array>;
  /** Without a position at the end. */
  write(handle: number, data: Uint8Array, position: number | undefined): Maybe<number>;
  truncate(handle: number, size: number): Maybe<void>;
  fsync(handle: number): Maybe<void>;
  close(handle: number): Maybe<void>;
};

/** Answers for a file system on a port, until the port closes. */
export function serveFs(fs: FileSystem, port: Port | MessagePort): void {
  const open = new Map<number, OpenFile>();
  let next = 1;
  const file = (handle: number): OpenFile => {
    const found = open.get(handle);
    if (!found) throw new PosixError('EBADF');
    return found;
  };
  const api: RemoteApi = {
    info: () => ({ type: fs.type, root: fs.root }),
    async lookup(directory, name) {
      const ino = await fs.lookup(directory, name);
      return { ino, stat: await fs.stat(ino) };
    },
    async open(ino, flags) {
      open.set(next, await fs.open(ino, flags));
      return next++;
    },
    stat: (ino) => fs.stat(ino),
    readdir: (directory) => fs.readdir(directory),
    readlink: (ino) => fs.readlink(ino),
    create: (directory, name, node) => fs.create(directory, name, node),
    mkdir: (directory, name, node) => fs.mkdir(directory, name, node),
    mknod: (directory, name, node, rdev) => fs.mknod(directory, name, node, rdev),
    symlink: (directory, name, target, node) => fs.symlink(directory, name, target, node),
    link: (ino, directory, name) => fs.link(ino, directory, name),
    unlink: (directory, name) => fs.unlink(directory, name),
    rmdir: (directory, name) => fs.rmdir(directory, name),
    rename: (from, name, to, newName) => fs.rename(from, name, to, newName),
    setattr: (ino, attributes) => fs.setattr(ino, attributes),
    getxattr: (ino, name) => fs.getxattr(ino, name),
    setxattr: (ino, name, value) => fs.setxattr(ino, name, value),
    listxattr: (ino) => fs.listxattr(ino),
    removexattr: (ino, name) => fs.removexattr(ino, name),
    statfs: () => fs.statfs(),
    sync: () => fs.sync(),
    fstat: (handle) => file(handle).stat(),
    async read(handle, position, length) {
      const buffer = new Uint8Array(Math.min(length, 4 * 1024 * 1024));
      const count = await file(handle).readAt(buffer, position);
      const bytes = count === buffer.length ? buffer : buffer.slice(0, count);
      return transferring(bytes, [bytes.buffer]);
    },
    async write(handle, data, position) {
      const end = await file(handle).writeAt(data, position);
      return settleWrite(fs, file(handle), end, data.length);
    },
    truncate: (handle, size) => file(handle).truncate(size),
    fsync: (handle) => file(handle).sync(),
    async close(handle) {
      const closing = file(handle);
      open.delete(handle);
      await closing.close();
    },
  };
  const wire = asPort(port);
  connect(wire, api);
  wire.onClose(() => {
    for (const left of open.values()) void left.close();
    open.clear();
  });
}

/** The file system that is served at the other end of a port. */
export async function connectFs(port: Port | MessagePort): Promise<FileSystem> {
  const { remote } = connect<RemoteApi>(asPort(port));
  const call = errnoCalls(remote);
  const { type, root } = await call.info();
  const dev = nextDev();
  let fresh: { ino: Ino; stat: Stat; at: number } | undefined;
  const localStat = (stat: Stat): Stat => ({ ...stat, dev });
  return {
    type,
    dev,
    root,
    async lookup(directory, name) {
      const { ino, stat } = await call.lookup(directory, name);
      fresh = { ino, stat, at: performance.now() };
      return ino;
    },
    stat(ino) {
      const known = fresh;
      fresh = undefined;
      if (known?.ino === ino && performance.now() - known.at < FRESH) return localStat(known.stat);
      return call.stat(ino).then(localStat);
    },
    readdir: (directory) => call.readdir(directory),
    readlink: (ino) => call.readlink(ino),
    open: async (ino, flags) => remoteFile(call, await call.open(ino, flags), localStat),
    create: (directory, name, node) => call.create(directory, name, plain(node)),
    mkdir: (directory, name, node) => call.mkdir(directory, name, plain(node)),
    mknod: (directory, name, node, rdev) => call.mknod(directory, name, plain(node), rdev),
    symlink: (directory, name, target, node) => call.symlink(directory, name, target, plain(node)),
    link: (ino, directory, name) => call.link(ino, directory, name),
    unlink: (directory, name) => call.unlink(directory, name),
    rmdir: (directory, name) => call.rmdir(directory, name),
    rename: (from, name, to, newName) => call.rename(from, name, to, newName),
    setattr: (ino, attributes) => call.setattr(ino, attributes),
    getxattr: (ino, name) => call.getxattr(ino, name),
    setxattr: (ino, name, value) => call.setxattr(ino, name, value),
    listxattr: (ino) => call.listxattr(ino),
    removexattr: (ino, name) => call.removexattr(ino, name),
    statfs: () => call.statfs(),
    sync: () => call.sync(),
  };
}

function remoteFile(call: Remote<RemoteApi>, handle: number, localStat: (stat: Stat) => Stat): OpenFile {
  /** What was read ahead, and where it begins. */
  let ahead: Uint8Array | undefined;
  let start = 0;
  let last = -1;
  return {
    stat: () => call.fstat(handle).then(localStat),
    readAt(buffer, position) {
      if (ahead && position >= start && position < start + ahead.length) {
        const piece = ahead.subarray(position - start, position - start + buffer.length);
        buffer.set(piece);
        return piece.length;
      }
      // Who reads on from where it stopped will want more; who jumps about will not.
      const sequential = position === 0 || position === last;
      const length = sequential ? Math.max(buffer.length, READ_AHEAD) : buffer.length;
      return call.read(handle, position, length).then((bytes) => {
        const piece = bytes.subarray(0, buffer.length);
        buffer.set(piece);
        last = position + bytes.length;
        ahead = bytes.length > piece.length ? bytes : undefined;
        start = position;
        return piece.length;
      });
    },
    writeAt(data, position) {
      ahead = undefined;
      // The caller goes on using its buffer.
      const own = data.slice();
      return call.write(handle, transferring(own, [own.buffer]), position);
    },
    truncate(size) {
      ahead = undefined;
      return call.truncate(handle, size);
    },
    sync: () => call.fsync(handle),
    close: () => call.close(handle),
  };
}

/** Only the fields that belong there: a `Stat` given as a `NewNode` has more. */
function plain({ mode, uid, gid }: NewNode): NewNode {
  return { mode, uid, gid };
}

/** The same calls, throwing `PosixError`s; EIO when the owner is gone. */
function errnoCalls(remote: Remote<RemoteApi>): Remote<RemoteApi> {
  return new Proxy(remote, {
    get:
      (target, name: keyof RemoteApi) =>
      (...args: unknown[]) =>
        (target[name] as (...args: unknown[]) => Promise<unknown>)(...args).catch((error: unknown) => {
          const code = errnoOf(error);
          throw new PosixError(code === undefined || code === 'EPIPE' ? 'EIO' : code);
        }),
  });
}

function asPort(port: Port | MessagePort): Port {
  return 'post' in port ? port : portOf(port as never);
}
