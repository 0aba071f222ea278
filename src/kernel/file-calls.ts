/** System calls on paths and files' attributes: the tree's, with the caller as context. */
import { fail } from '../posix/index.ts';
import type { Node } from '../vfs/index.ts';
import type { Caller, Calls } from './gate.ts';
import type { Process } from './process.ts';

export const fileCalls: Calls<
  | 'stat'
  | 'lstat'
  | 'fstat'
  | 'access'
  | 'readdir'
  | 'readlink'
  | 'mkdir'
  | 'rmdir'
  | 'unlink'
  | 'rename'
  | 'link'
  | 'symlink'
  | 'mknod'
  | 'chmod'
  | 'fchmod'
  | 'chown'
  | 'lchown'
  | 'truncate'
  | 'utimes'
  | 'futimes'
  | 'getxattr'
  | 'setxattr'
  | 'listxattr'
  | 'removexattr'
  | 'statfs'
  | 'mounts'
  | 'sync'
  | 'chdir'
  | 'getcwd'
  | 'umask'
  | 'chroot'
> = {
  stat: ({ core, process }, path) => core.tree.stat(process, path),
  lstat: ({ core, process }, path) => core.tree.lstat(process, path),
  fstat: ({ process }, fd) => process.descriptors.get(fd).open.stat(),
  access({ core, process }, path, mode) {
    const { uid, gid, groups } = process.identity;
    const real = { root: process.root, cwd: process.cwd, umask: process.umask, cred: { uid, gid, groups } };
    return core.tree.access(real, path, mode);
  },
  readdir: ({ core, process }, path) => core.tree.readdir(process, path),
  readlink: ({ core, process }, path) => core.tree.readlink(process, path),
  mkdir: ({ core, process }, path, mode) => core.tree.mkdir(process, path, mode),
  rmdir: ({ core, process }, path) => core.tree.rmdir(process, path),
  unlink: ({ core, process }, path) => core.tree.unlink(process, path),
  rename: ({ core, process }, from, to) => core.tree.rename(process, from, to),
  link: ({ core, process }, from, to) => core.tree.link(process, from, to),
  symlink: ({ core, process }, target, path) => core.tree.symlink(process, target, path),
  mknod: ({ core, process }, path, mode, rdev) => core.tree.mknod(process, path, mode, rdev),
  chmod: ({ core, process }, path, mode) => core.tree.chmod(process, path, mode),
  fchmod: ({ core, process }, fd, mode) => core.tree.chmod(process, nodeOf(process, fd), mode),
  chown: ({ core, process }, path, uid, gid) => core.tree.chown(process, path, uid, gid),
  lchown: ({ core, process }, path, uid, gid) => core.tree.chown(process, path, uid, gid, 'trailing'),
  truncate({ core, process }, path, size) {
    if (size < 0) fail('EINVAL');
    return core.tree.truncate(process, path, size);
  },
  utimes({ core, process }, path, times, options) {
    return core.tree.utimes(process, path, times, {
      follow: options?.nofollow ? 'trailing' : 'always',
      isNow: options?.isNow ?? false,
    });
  },
  futimes: ({ core, process }, fd, times, options) =>
    core.tree.utimes(process, nodeOf(process, fd), times, { isNow: options?.isNow ?? false }),
  getxattr: ({ core, process }, path, name) => core.tree.getxattr(process, path, name),
  setxattr: ({ core, process }, path, name, value) => core.tree.setxattr(process, path, name, value),
  listxattr: ({ core, process }, path) => core.tree.listxattr(process, path),
  removexattr: ({ core, process }, path, name) => core.tree.removexattr(process, path, name),
  statfs: ({ core, process }, path) => core.tree.statfs(process, path),
  mounts: ({ core }) => core.tree.mounts(),
  sync: ({ core }) => core.tree.sync(),
  chdir({ core, process }, path) {
    const place = core.tree.directory(process, path);
    if (place instanceof Promise) return place.then((later) => void (process.fs.cwd = later));
    process.fs.cwd = place;
  },
  getcwd: ({ core, process }) => core.tree.getcwd(process),
  umask({ process }, mask) {
    const former = process.umask;
    if (mask !== undefined) process.fs.umask = mask & 0o777;
    return former;
  },
  chroot,
};

function chroot({ core, process }: Caller, path: string): Promise<void> | undefined {
  if (process.identity.euid !== 0) fail('EPERM');
  const place = core.tree.directory(process, path);
  if (place instanceof Promise) return place.then((later) => void (process.fs.root = later));
  process.fs.root = place;
  return undefined;
}

/** @throws EBADF, EINVAL where there is nothing with a mode behind it */
function nodeOf(process: Process, fd: number): Node {
  return process.descriptors.get(fd).open.node ?? fail('EINVAL');
}
