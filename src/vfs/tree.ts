/**
 * A tree of mounted file systems, and the path-level system calls over it.
 *
 * Stateless but for its mounts: who asks, from which directory and with which root comes with each
 * call as a `Context`. Paths cannot lead out of the context's root. Processes, descriptors and
 * devices are the kernel's.
 */
import type { Maybe } from '../base/index.ts';
import { fail, isDir, isLink, R_OK, W_OK, X_OK } from '../posix/index.ts';
import * as attributes from './attributes.ts';
import { type Flow, now, run } from './flow.ts';
import { coverKey, Mount, type MountOptions, Place, pathOf } from './mount.ts';
import * as names from './names.ts';
import { type Opened, open, openNode } from './open.ts';
import { permitted } from './permission.ts';
import type { Attributes, DirEntry, FileSystem, FsStats, Stat } from './types.ts';
import { type Context, type Follow, find, type Node } from './walk.ts';

export interface MountInfo {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly options: string;
}

export class FileTree {
  /** The root directory of all. */
  readonly root: Place;
  /** In the order they were mounted. */
  readonly #mounts: Mount[];
  #foreign: readonly MountInfo[] = [];

  constructor(fs: FileSystem, options: MountOptions = {}) {
    const mount = new Mount(fs, undefined, options);
    this.root = mount.root;
    this.#mounts = [mount];
  }

  /** A context for the superuser at the root. */
  superuser(umask = 0o022): Context {
    return { root: this.root, cwd: this.root, cred: { uid: 0, gid: 0, groups: [0] }, umask };
  }

  // ---- mounts

  /** Mounts over an existing path; a directory over a directory, a file over a file. @throws ENOTDIR, ENOENT */
  mount(fs: FileSystem, target: string, options: MountOptions = {}): Maybe<void> {
    return run(this.#mount(fs, target, options));
  }

  *#mount(fs: FileSystem, target: string, options: MountOptions): Flow<void> {
    const node = yield* find(this.superuser(), target);
    const stat = yield* now(fs.stat(options.root ?? fs.root));
    if (isDir(stat.mode) !== isDir(node.stat.mode)) fail('ENOTDIR');
    const at = node.place ?? new Place(node.mount, node.ino, node.parent, node.name);
    const mount = new Mount(fs, at, options);
    const key = at.parent ? coverKey(at.parent.ino, at.name) : coverKey(at.ino, '');
    at.mount.covers.set(key, mount);
    this.#mounts.push(mount);
  }

  /** @throws EINVAL where nothing is mounted, EBUSY where something is mounted within */
  unmount(target: string): Maybe<void> {
    return run(this.#unmount(target));
  }

  *#unmount(target: string): Flow<void> {
    const { mount, ino } = yield* find(this.superuser(), target);
    if (ino !== mount.root.ino || !mount.at) fail('EINVAL');
    if (mount.covers.size) fail('EBUSY');
    const { covers } = mount.at.mount;
    for (const [key, other] of covers) if (other === mount) covers.delete(key);
    this.#mounts.splice(this.#mounts.indexOf(mount), 1);
  }

  /** As /proc/mounts lists them, targets as seen from the tree's root. */
  mounts(): readonly MountInfo[] {
    const own = this.#mounts.map((mount) => ({
      source: mount.source,
      target: mount.at ? (pathOf(mount.at, this.root) ?? '/') : '/',
      type: mount.fs.type,
      options: [mount.readonly ? 'ro' : 'rw', mount.options.options].filter(Boolean).join(','),
    }));
    return [...own, ...this.#foreign];
  }

  /** Lists, behind its own, the mounts that another made within a file system that is mounted here. */
  tellOfMounts(mounts: readonly MountInfo[]): void {
    this.#foreign = mounts;
  }

  // ---- looking

  /** What a path leads to. */
  find(ctx: Context, path: string, follow: Follow = 'always'): Maybe<Node> {
    return run(find(ctx, path, follow));
  }

  stat(ctx: Context, path: string): Maybe<Stat> {
    return run(statOf(ctx, path, 'always'));
  }

  lstat(ctx: Context, path: string): Maybe<Stat> {
    return run(statOf(ctx, path, 'trailing'));
  }

  /** @throws EACCES, EROFS */
  access(ctx: Context, path: string, mask: number): Maybe<void> {
    return run(access(ctx, path, mask));
  }

  readdir(ctx: Context, path: string): Maybe<readonly DirEntry[]> {
    return run(readdir(ctx, path));
  }

  readlink(ctx: Context, path: string): Maybe<string> {
    return run(readlink(ctx, path));
  }

  /** A directory to stand in, for chdir and chroot. @throws ENOTDIR, EACCES */
  directory(ctx: Context, path: string): Maybe<Place> {
    return run(directory(ctx, path));
  }

  /** @throws ENOENT where the directory was removed */
  getcwd(ctx: Context): string {
    return pathOf(ctx.cwd, ctx.root) ?? fail('ENOENT');
  }

  /** The absolute path of a found node from `root`; undefined where it is not reachable from there. */
  pathOf(node: Node, root: Place = this.root): string | undefined {
    if (node.place) return pathOf(node.place, root);
    const parent = node.parent && pathOf(node.parent, root);
    return parent === undefined ? undefined : `${parent === '/' ? '' : parent}/${node.name}`;
  }

  statfs(ctx: Context, path: string): Maybe<FsStats & { type: string; source: string; target: string }> {
    return run(this.#statfs(ctx, path));
  }

  *#statfs(ctx: Context, path: string): Flow<FsStats & { type: string; source: string; target: string }> {
    const { mount, fs } = yield* find(ctx, path);
    const stats = yield* now(fs.statfs());
    const target = (mount.at && pathOf(mount.at, ctx.root)) ?? '/';
    return { ...stats, type: fs.type, source: mount.source, target };
  }

  // ---- opening

  open(ctx: Context, path: string, flags: number, mode = 0o666): Maybe<Opened> {
    return run(open(ctx, path, flags, mode));
  }

  openNode(ctx: Context, node: Node, flags: number): Maybe<Opened> {
    return run(openNode(ctx, node, flags));
  }

  // ---- names

  mkdir(ctx: Context, path: string, mode = 0o777): Maybe<void> {
    return run(names.mkdir(ctx, path, mode));
  }

  mknod(ctx: Context, path: string, mode: number, rdev: number): Maybe<void> {
    return run(names.mknod(ctx, path, mode, rdev));
  }

  symlink(ctx: Context, target: string, path: string): Maybe<void> {
    return run(names.symlink(ctx, target, path));
  }

  link(ctx: Context, from: string, to: string): Maybe<void> {
    return run(names.link(ctx, from, to));
  }

  unlink(ctx: Context, path: string): Maybe<void> {
    return run(names.unlink(ctx, path));
  }

  rmdir(ctx: Context, path: string): Maybe<void> {
    return run(names.rmdir(ctx, path));
  }

  rename(ctx: Context, from: string, to: string): Maybe<void> {
    return run(names.rename(ctx, from, to));
  }

  // ---- attributes; a node instead of a path is what fchmod and its like have

  chmod(ctx: Context, target: string | Node, mode: number): Maybe<void> {
    return run(on(ctx, target, 'always', (node) => attributes.chmod(ctx, node, mode)));
  }

  /** -1 leaves an id as it is. */
  chown(
    ctx: Context,
    target: string | Node,
    uid: number,
    gid: number,
    follow: Follow = 'always',
  ): Maybe<void> {
    return run(on(ctx, target, follow, (node) => attributes.chown(ctx, node, uid, gid)));
  }

  truncate(ctx: Context, target: string | Node, size: number): Maybe<void> {
    return run(on(ctx, target, 'always', (node) => attributes.truncate(ctx, node, size)));
  }

  /** `isNow` says that the times are the present, which all who may write are allowed to set. */
  utimes(
    ctx: Context,
    target: string | Node,
    times: Pick<Attributes, 'atime' | 'mtime'>,
    options: { follow?: Follow; isNow?: boolean } = {},
  ): Maybe<void> {
    const isNow = options.isNow ?? false;
    return run(
      on(ctx, target, options.follow ?? 'always', (node) => attributes.utimes(ctx, node, times, isNow)),
    );
  }

  getxattr(ctx: Context, target: string | Node, name: string, follow: Follow = 'always'): Maybe<Uint8Array> {
    return run(on(ctx, target, follow, (node) => now(node.fs.getxattr(node.ino, name))));
  }

  setxattr(
    ctx: Context,
    target: string | Node,
    name: string,
    value: Uint8Array,
    follow: Follow = 'always',
  ): Maybe<void> {
    return run(on(ctx, target, follow, (node) => attributes.setxattr(ctx, node, name, value)));
  }

  listxattr(ctx: Context, target: string | Node, follow: Follow = 'always'): Maybe<readonly string[]> {
    return run(on(ctx, target, follow, (node) => now(node.fs.listxattr(node.ino))));
  }

  removexattr(ctx: Context, target: string | Node, name: string, follow: Follow = 'always'): Maybe<void> {
    return run(on(ctx, target, follow, (node) => attributes.removexattr(ctx, node, name)));
  }

  /** Makes all mounted file systems durable. */
  sync(): Maybe<void> {
    return run(syncAll(this.#mounts));
  }
}

function* on<T>(ctx: Context, target: string | Node, follow: Follow, act: (node: Node) => Flow<T>): Flow<T> {
  return yield* act(typeof target === 'string' ? yield* find(ctx, target, follow) : yield* fresh(target));
}

/** A node found earlier, as it is now. */
function* fresh(node: Node): Flow<Node> {
  return { ...node, stat: yield* now(node.fs.stat(node.ino)) };
}

function* statOf(ctx: Context, path: string, follow: Follow): Flow<Stat> {
  return (yield* find(ctx, path, follow)).stat;
}

function* access(ctx: Context, path: string, mask: number): Flow<void> {
  const { mount, stat } = yield* find(ctx, path);
  if (mask & W_OK && mount.readonly) fail('EROFS');
  if (!permitted(ctx.cred, stat, mask)) fail('EACCES');
}

function* readdir(ctx: Context, path: string): Flow<readonly DirEntry[]> {
  const { fs, ino, stat } = yield* find(ctx, path);
  if (!isDir(stat.mode)) fail('ENOTDIR');
  if (!permitted(ctx.cred, stat, R_OK)) fail('EACCES');
  return yield* now(fs.readdir(ino));
}

function* readlink(ctx: Context, path: string): Flow<string> {
  const { fs, ino, stat } = yield* find(ctx, path, 'trailing');
  if (!isLink(stat.mode)) fail('EINVAL');
  return yield* now(fs.readlink(ino));
}

function* directory(ctx: Context, path: string): Flow<Place> {
  const { place, stat } = yield* find(ctx, path);
  if (!place) fail('ENOTDIR');
  if (!permitted(ctx.cred, stat, X_OK)) fail('EACCES');
  return place;
}

function* syncAll(mounts: readonly Mount[]): Flow<void> {
  for (const mount of mounts) yield* now(mount.fs.sync());
}
