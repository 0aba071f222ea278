/**
 * Changing what inodes say of themselves, with the checks of the system calls.
 *
 * @see chmod(2), chown(2), truncate(2), utimensat(2), xattr(7)
 */
import { fail, isDir, isFile, isLink, S_ISGID, S_ISUID, W_OK } from '../posix/index.ts';
import { type Flow, now } from './flow.ts';
import { inGroup, owns, permitted } from './permission.ts';
import type { Attributes, Stat } from './types.ts';
import type { Context, Node } from './walk.ts';

export function* chmod(ctx: Context, node: Node, mode: number): Flow<void> {
  if (isLink(node.stat.mode)) fail('ENOTSUP');
  demandWritable(node);
  if (!owns(ctx.cred, node.stat)) fail('EPERM');
  const foreignGroup = ctx.cred.uid !== 0 && !inGroup(ctx.cred, node.stat.gid);
  const bits = foreignGroup ? mode & ~S_ISGID : mode;
  yield* now(node.fs.setattr(node.ino, { mode: bits & 0o7777 }));
}

/** -1 leaves an id as it is. */
export function* chown(ctx: Context, node: Node, uid: number, gid: number): Flow<void> {
  demandWritable(node);
  const { stat } = node;
  if (ctx.cred.uid !== 0) {
    const givesAway = uid !== -1 && uid !== stat.uid;
    const foreign = gid !== -1 && gid !== stat.gid && !inGroup(ctx.cred, gid);
    if (ctx.cred.uid !== stat.uid || givesAway || foreign) fail('EPERM');
  }
  const attributes: { -readonly [K in keyof Attributes]: Attributes[K] } = {};
  if (uid !== -1) attributes.uid = uid;
  if (gid !== -1) attributes.gid = gid;
  // A new owner must not inherit the powers of the old one, whoever asks.
  const sgid = stat.mode & 0o010 ? S_ISGID : 0;
  const keep = stat.mode & 0o7777 & ~(S_ISUID | sgid);
  if (isFile(stat.mode) && keep !== (stat.mode & 0o7777)) attributes.mode = keep;
  yield* now(node.fs.setattr(node.ino, attributes));
}

export function* truncate(ctx: Context, node: Node, size: number): Flow<void> {
  if (isDir(node.stat.mode)) fail('EISDIR');
  if (!isFile(node.stat.mode)) fail('EINVAL');
  demandWritable(node);
  if (!permitted(ctx.cred, node.stat, W_OK)) fail('EACCES');
  const mode = modeAfterWrite(ctx, node.stat);
  yield* now(node.fs.setattr(node.ino, { size, ...(mode === undefined ? {} : { mode }) }));
}

/**
 * Permissions as they are once somebody who is not root has changed a file: without what would let it run
 * as its owner. Undefined where they stay. @see Linux fs/inode.c (setattr_should_drop_suidgid)
 */
export function modeAfterWrite({ cred }: Context, { mode, gid }: Stat): number | undefined {
  if (cred.uid === 0 || !isFile(mode)) return undefined;
  const left = mode & ~(S_ISUID | (mode & 0o010 || !inGroup(cred, gid) ? S_ISGID : 0));
  return left === mode ? undefined : left & 0o7777;
}

/** `now` is allowed to all who may write; other times only to the owner. */
export function* utimes(
  ctx: Context,
  node: Node,
  times: Pick<Attributes, 'atime' | 'mtime'>,
  isNow: boolean,
): Flow<void> {
  demandWritable(node);
  if (!owns(ctx.cred, node.stat)) {
    if (!isNow) fail('EPERM');
    if (!permitted(ctx.cred, node.stat, W_OK)) fail('EACCES');
  }
  yield* now(node.fs.setattr(node.ino, times));
}

export function* setxattr(ctx: Context, node: Node, name: string, value: Uint8Array): Flow<void> {
  demandXattr(ctx, node, name);
  yield* now(node.fs.setxattr(node.ino, name, value));
}

export function* removexattr(ctx: Context, node: Node, name: string): Flow<void> {
  demandXattr(ctx, node, name);
  yield* now(node.fs.removexattr(node.ino, name));
}

function demandXattr(ctx: Context, node: Node, name: string): void {
  demandWritable(node);
  const space = /^(user|trusted|security|system)\../.exec(name)?.[1];
  if (!space) fail('ENOTSUP');
  if (space === 'user') {
    if (!isFile(node.stat.mode) && !isDir(node.stat.mode)) fail('EPERM');
    if (!permitted(ctx.cred, node.stat, W_OK)) fail('EACCES');
  } else if (ctx.cred.uid !== 0) fail('EPERM');
}

function demandWritable(node: Node): void {
  if (node.mount.readonly) fail('EROFS');
}
