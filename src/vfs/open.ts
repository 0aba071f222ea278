/**
 * open(2): walk, create, check, and say what was opened.
 *
 * Regular files are opened here; directories, devices, FIFOs and magic links are named, for the
 * kernel to give them their behaviour.
 */
import {
  fail,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  O_ACCMODE,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_NOFOLLOW,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  R_OK,
  W_OK,
} from '../posix/index.ts';
import { modeAfterWrite } from './attributes.ts';
import { type Flow, now } from './flow.ts';
import { demandChangeable, newNode, permitted } from './permission.ts';
import type { MagicTarget, OpenFile } from './types.ts';
import { type Context, type Follow, type Node, type Slot, walk } from './walk.ts';

export type Opened =
  | { readonly kind: 'file'; readonly node: Node; readonly file: OpenFile }
  | { readonly kind: 'directory'; readonly node: Node }
  | { readonly kind: 'char' | 'block'; readonly node: Node; readonly rdev: number }
  | { readonly kind: 'fifo'; readonly node: Node }
  | { readonly kind: 'magic'; readonly node: Node; readonly target: MagicTarget };

/** `mode` is cut by the context's umask. */
export function* open(ctx: Context, path: string, flags: number, mode: number): Flow<Opened> {
  const creates = (flags & O_CREAT) !== 0;
  const exclusive = creates && (flags & O_EXCL) !== 0;
  const follow: Follow = exclusive ? 'never' : flags & O_NOFOLLOW ? 'trailing' : 'always';
  const slot = yield* walk(ctx, path, follow);
  const { node } = slot;
  if (!node) {
    if (!creates) fail('ENOENT');
    return yield* create(ctx, slot, flags, mode);
  }
  if (exclusive) fail('EEXIST');
  if (creates && slot.trailing) fail('EISDIR');
  return yield* openNode(ctx, node, flags);
}

/** Opens what a walk has found. */
export function* openNode(ctx: Context, node: Node, flags: number): Flow<Opened> {
  const type = node.stat.mode;
  if (isLink(type)) fail('ELOOP');
  const access = flags & O_ACCMODE;
  const writes = access !== O_RDONLY || (flags & O_TRUNC) !== 0;
  if (isDir(type) && (writes || flags & O_CREAT)) fail('EISDIR');
  if (!isDir(type) && flags & O_DIRECTORY) fail('ENOTDIR');
  if (node.magic && !node.place) return { kind: 'magic', node, target: node.magic };
  if (writes && isFile(type) && node.mount.readonly) fail('EROFS');
  const mask = (access === O_WRONLY ? 0 : R_OK) | (writes ? W_OK : 0);
  if (!permitted(ctx.cred, node.stat, mask)) fail('EACCES');
  if (isDir(type)) return { kind: 'directory', node };
  if (isChar(type)) return { kind: 'char', node, rdev: node.stat.rdev };
  if (isBlock(type)) return { kind: 'block', node, rdev: node.stat.rdev };
  if (isFifo(type)) return { kind: 'fifo', node };
  if (!isFile(type)) fail('ENXIO');
  const file = yield* now(node.fs.open(node.ino, flags & (O_ACCMODE | O_TRUNC)));
  const mode = flags & O_TRUNC ? modeAfterWrite(ctx, node.stat) : undefined;
  if (mode !== undefined) yield* now(node.fs.setattr(node.ino, { mode }));
  return { kind: 'file', node, file };
}

function* create(ctx: Context, slot: Slot, flags: number, mode: number): Flow<Opened> {
  if (slot.trailing) fail('EISDIR');
  if (flags & O_DIRECTORY) fail('EINVAL');
  const { parent, name } = slot;
  const stat = yield* now(parent.fs.stat(parent.ino));
  demandChangeable(ctx.cred, parent.mount, stat);
  const ino = yield* now(parent.fs.create(parent.ino, name, newNode(ctx.cred, ctx.umask, stat, mode)));
  // The mode of a new file does not hold against who makes it.
  const file = yield* now(parent.fs.open(ino, flags & O_ACCMODE));
  const made = yield* now(parent.fs.stat(ino));
  const node: Node = { mount: parent.mount, fs: parent.fs, ino, stat: made, parent, name, place: undefined };
  return { kind: 'file', node, file };
}
