/**
 * Making, removing and renaming names by path, with the checks of the system calls.
 *
 * @see mkdir(2), mknod(2), symlink(2), link(2), unlink(2), rmdir(2), rename(2)
 */
import {
  fail,
  isDir,
  isFile,
  R_OK,
  S_IFDIR,
  S_IFLNK,
  S_IFMT,
  S_ISGID,
  S_ISUID,
  W_OK,
} from '../posix/index.ts';
import { type Flow, now } from './flow.ts';
import type { Place } from './mount.ts';
import { demandChangeable, demandRemovable, newNode, owns, permitted } from './permission.ts';
import type { Stat } from './types.ts';
import { type Context, find, type Node, type Slot, walk } from './walk.ts';

export function* mkdir(ctx: Context, path: string, mode: number): Flow<void> {
  const { place, name, stat } = yield* vacant(ctx, path, true);
  yield* now(place.fs.mkdir(place.ino, name, newNode(ctx.cred, ctx.umask, stat, mode, S_IFDIR)));
}

export function* mknod(ctx: Context, path: string, mode: number, rdev: number): Flow<void> {
  if ((mode & S_IFMT) === S_IFDIR || (mode & S_IFMT) === S_IFLNK) fail('EPERM');
  const { place, name, stat } = yield* vacant(ctx, path, false);
  yield* now(place.fs.mknod(place.ino, name, newNode(ctx.cred, ctx.umask, stat, mode, mode & S_IFMT), rdev));
}

export function* symlink(ctx: Context, target: string, path: string): Flow<void> {
  if (target === '') fail('ENOENT');
  if (target.length >= 4096) fail('ENAMETOOLONG');
  const { place, name, stat } = yield* vacant(ctx, path, false);
  yield* now(place.fs.symlink(place.ino, name, target, newNode(ctx.cred, 0, stat, 0o777)));
}

export function* link(ctx: Context, from: string, to: string): Flow<void> {
  const node = yield* find(ctx, from, 'trailing');
  const { place, name } = yield* vacant(ctx, to, false);
  if (node.mount !== place.mount) fail('EXDEV');
  if (isDir(node.stat.mode) || !maySource(ctx, node.stat)) fail('EPERM');
  yield* now(place.fs.link(node.ino, place.ino, name));
}

/**
 * Who may make a further link to a file that is another's: who could read and write it anyway, and only
 * where it gives no rights. @see proc_sys_fs(5), protected_hardlinks; fs/namei.c (may_linkat)
 */
function maySource({ cred }: Context, stat: Stat): boolean {
  if (owns(cred, stat)) return true;
  const givesGroup = (stat.mode & (S_ISGID | 0o010)) === (S_ISGID | 0o010);
  if (!isFile(stat.mode) || stat.mode & S_ISUID || givesGroup) return false;
  return permitted(cred, stat, R_OK | W_OK);
}

export function* unlink(ctx: Context, path: string): Flow<void> {
  const slot = yield* walk(ctx, path, 'never');
  if (isDots(slot)) fail('EISDIR');
  const node = slot.node ?? fail('ENOENT');
  if (slot.trailing) fail(isDir(node.stat.mode) ? 'EISDIR' : 'ENOTDIR');
  yield* demandVictim(ctx, slot.parent, node);
  if (isDir(node.stat.mode)) fail('EISDIR');
  yield* now(slot.parent.fs.unlink(slot.parent.ino, slot.name));
}

export function* rmdir(ctx: Context, path: string): Flow<void> {
  const slot = yield* walk(ctx, path, 'never');
  if (slot.name === '') fail('EBUSY');
  if (slot.name === '.') fail('EINVAL');
  if (slot.name === '..') fail('ENOTEMPTY');
  const node = slot.node ?? fail('ENOENT');
  yield* demandVictim(ctx, slot.parent, node);
  if (!isDir(node.stat.mode)) fail('ENOTDIR');
  yield* now(slot.parent.fs.rmdir(slot.parent.ino, slot.name));
  slot.parent.mount.forget(node.ino);
}

export function* rename(ctx: Context, from: string, to: string): Flow<void> {
  const source = yield* walk(ctx, from, 'never');
  const target = yield* walk(ctx, to, 'never');
  if (source.parent.mount !== target.parent.mount) fail('EXDEV');
  if (isDots(source) || isDots(target)) fail('EBUSY');
  const node = source.node ?? fail('ENOENT');
  const moved = isDir(node.stat.mode);
  if (!moved && (source.trailing || target.trailing)) fail('ENOTDIR');
  const old = target.node;
  if (moved && isBelow(target.parent, node.place!)) fail('EINVAL');
  if (old?.place && isBelow(source.parent, old.place)) fail('ENOTEMPTY');
  yield* demandVictim(ctx, source.parent, node);
  yield* demandTarget(ctx, target, old);
  if (old && old.mount === node.mount && old.ino === node.ino) return;
  if (old && moved && !old.place) fail('ENOTDIR');
  if (old && !moved && old.place) fail('EISDIR');
  // `..` of a moved directory changes, which is a write into it.
  if (moved && source.parent !== target.parent && !permitted(ctx.cred, node.stat, W_OK)) fail('EACCES');
  const { parent } = target;
  yield* now(parent.fs.rename(source.parent.ino, source.name, parent.ino, target.name));
  if (old?.place) parent.mount.forget(old.ino);
  if (moved) parent.mount.placeOf(node.ino, parent, target.name);
}

/** A name that may be made, in a directory that may be changed. @throws EEXIST, EROFS, EACCES, ENOENT */
function* vacant(
  ctx: Context,
  path: string,
  directory: boolean,
): Flow<{ place: Place; name: string; stat: Stat }> {
  const slot = yield* walk(ctx, path, 'never');
  if (slot.node) fail('EEXIST');
  // A slash at the end asks for a directory.
  if (slot.trailing && !directory) fail('ENOENT');
  const stat = yield* now(slot.parent.fs.stat(slot.parent.ino));
  demandChangeable(ctx.cred, slot.parent.mount, stat);
  return { place: slot.parent, name: slot.name, stat };
}

function* demandVictim(ctx: Context, parent: Place, node: Node): Flow<void> {
  if (isBusy(ctx, parent, node)) fail('EBUSY');
  const stat = yield* now(parent.fs.stat(parent.ino));
  demandChangeable(ctx.cred, parent.mount, stat);
  demandRemovable(ctx.cred, stat, node.stat);
}

function* demandTarget(ctx: Context, target: Slot, old: Node | undefined): Flow<void> {
  if (old) return yield* demandVictim(ctx, target.parent, old);
  const stat = yield* now(target.parent.fs.stat(target.parent.ino));
  demandChangeable(ctx.cred, target.parent.mount, stat);
}

function isBusy(ctx: Context, parent: Place, node: Node): boolean {
  return node.mount !== parent.mount || node.place === ctx.root;
}

function isDots(slot: Slot): boolean {
  return slot.name === '' || slot.name === '.' || slot.name === '..';
}

function isBelow(place: Place, ancestor: Place): boolean {
  for (let here: Place | undefined = place; here; here = here.parent ?? here.mount.at) {
    if (here === ancestor) return true;
  }
  return false;
}
