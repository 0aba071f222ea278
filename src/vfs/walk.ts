/**
 * Path walk: from a path's text to an inode, as Linux's namei does it.
 *
 * Follows symbolic links (40 at most), crosses mounts in both directions, never leaves the caller's
 * root, checks search permission on each directory. Makes and removes nothing.
 *
 * @see Linux Documentation/filesystems/path-lookup.rst; path_resolution(7)
 */
import { errnoOf, fail, isDir, isLink, X_OK } from '../posix/index.ts';
import { type Flow, now } from './flow.ts';
import { byteLength } from './memory-inode.ts';
import { above, type Mount, Place } from './mount.ts';
import { permitted } from './permission.ts';
import type { Credentials, FileSystem, Ino, MagicTarget, Stat } from './types.ts';

/** Who walks, and from where. */
export interface Context {
  readonly root: Place;
  readonly cwd: Place;
  readonly cred: Credentials;
  readonly umask: number;
}

/** Something that a path led to. */
export interface Node {
  readonly mount: Mount;
  readonly fs: FileSystem;
  readonly ino: Ino;
  readonly stat: Stat;
  /** Directory that holds the name it was reached by; undefined for the root. */
  readonly parent: Place | undefined;
  readonly name: string;
  /** Of directories. */
  readonly place: Place | undefined;
  /** Where a link of /proc leads that is no path, e.g. a pipe behind /proc/self/fd/1. */
  readonly magic?: MagicTarget;
}

/** Where a path's last component is, or would be made. */
export interface Slot {
  readonly parent: Place;
  /** The last component's name; `.` or `..` where it is that, empty for `/`. */
  readonly name: string;
  readonly node: Node | undefined;
  /** The path ends in a slash. */
  readonly trailing: boolean;
}

/** What to do with a symbolic link at the end: `trailing` follows it only before a final slash. */
export type Follow = 'always' | 'trailing' | 'never';

const MOST_LINKS = 40;
const LONGEST_PATH = 4096;

export function* walk(ctx: Context, path: string, follow: Follow): Flow<Slot> {
  if (path === '') fail('ENOENT');
  if (path.includes('\0')) fail('EINVAL');
  if (byteLength(path) >= LONGEST_PATH) fail('ENAMETOOLONG');
  let place = path.startsWith('/') ? ctx.root : ctx.cwd;
  let trailing = path.endsWith('/');
  const pending = componentsOf(path);
  let links = 0;
  for (;;) {
    const name = pending.pop();
    const isLast = pending.length === 0;
    if (name === undefined) return slotOf(place, '', yield* nodeOfPlace(place), trailing);
    yield* searchable(ctx, place);
    if (name === '.' || name === '..') {
      if (name === '..') place = above(place, ctx.root);
      if (isLast) return slotOf(place, name, yield* nodeOfPlace(place), trailing);
      continue;
    }
    const node = yield* childOf(place, name);
    if (!node) {
      if (!isLast) fail('ENOENT');
      return { parent: place, name, node, trailing };
    }
    const follows = !isLast || follow === 'always' || (follow === 'trailing' && trailing);
    if (isLink(node.stat.mode) && follows) {
      if (++links > MOST_LINKS) fail('ELOOP');
      const magic = node.fs.jump?.(node.ino);
      if (magic) {
        const landed = yield* land(node, magic);
        if (isLast) return { parent: place, name, node: landed, trailing };
        place = landed.place ?? fail('ENOTDIR');
        continue;
      }
      const target = yield* now(node.fs.readlink(node.ino));
      if (target === '') fail('ENOENT');
      if (target.startsWith('/')) place = ctx.root;
      if (isLast && target.endsWith('/')) trailing = true;
      pending.push(...componentsOf(target));
      // A link to `/` leaves nothing to look up.
      if (pending.length === 0) return slotOf(place, '', yield* nodeOfPlace(place), trailing);
      continue;
    }
    if (isLast) {
      if (trailing && follow !== 'never' && !isDir(node.stat.mode)) fail('ENOTDIR');
      return { parent: place, name, node, trailing };
    }
    place = node.place ?? fail('ENOTDIR');
  }
}

/** Walks to something that has to be there. @throws ENOENT */
export function* find(ctx: Context, path: string, follow: Follow = 'always'): Flow<Node> {
  const slot = yield* walk(ctx, path, follow);
  return slot.node ?? fail('ENOENT');
}

/** A name in a directory, or what is mounted over it; undefined where there is none. */
function* childOf(place: Place, name: string): Flow<Node | undefined> {
  if (byteLength(name) > 255) fail('ENAMETOOLONG');
  const covering = place.mount.covering(place.ino, name);
  if (covering) return yield* rootOf(covering, place, name);
  let ino: Ino;
  try {
    ino = yield* now(place.fs.lookup(place.ino, name));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const stat = yield* now(place.fs.stat(ino));
  const own = isDir(stat.mode) ? place.mount.placeOf(ino, place, name) : undefined;
  return { mount: place.mount, fs: place.fs, ino, stat, parent: place, name, place: own };
}

function* rootOf(mount: Mount, parent: Place, name: string): Flow<Node> {
  let top = mount;
  for (let next = top.covering(top.root.ino, ''); next; next = top.covering(top.root.ino, '')) top = next;
  const stat = yield* now(top.fs.stat(top.root.ino));
  const place = isDir(stat.mode) ? top.root : undefined;
  return { mount: top, fs: top.fs, ino: top.root.ino, stat, parent, name, place };
}

function* nodeOfPlace(place: Place): Flow<Node> {
  const stat = yield* now(place.fs.stat(place.ino));
  return {
    mount: place.mount,
    fs: place.fs,
    ino: place.ino,
    stat,
    parent: place.parent,
    name: place.name,
    place,
  };
}

function slotOf(place: Place, name: string, node: Node, trailing: boolean): Slot {
  return { parent: place, name, node, trailing };
}

function* land(link: Node, magic: MagicTarget): Flow<Node> {
  const stat = yield* now(magic.stat());
  const place = magic.place instanceof Place ? magic.place : undefined;
  return {
    ...link,
    stat,
    magic,
    place,
    ...(place ? { mount: place.mount, fs: place.fs, ino: place.ino } : {}),
  };
}

function* searchable(ctx: Context, place: Place): Flow<void> {
  // Root may search everything, and is who nearly always asks.
  if (ctx.cred.uid === 0) return;
  const stat = yield* now(place.fs.stat(place.ino));
  if (!permitted(ctx.cred, stat, X_OK)) fail('EACCES');
}

/** Components, last first, to be taken from the end. */
function componentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((name) => name !== '')
    .reverse();
}
