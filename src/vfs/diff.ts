/**
 * What an overlay's upper changed: as a layer's tar, as `docker diff` lists it, as a size.
 *
 * The tar is the raw upper, as Docker commits it: a directory that was only passed through has its
 * entry, a file that was changed back as well. The list compares stat data of merged and lower
 * trees, as moby's archive.Changes does. Knows nothing of containers or caching.
 *
 * @see OCI image-spec, layer.md, "Whiteouts", "Opaque Whiteout"
 */
import { concat, type TarHeader } from '../base/index.ts';
import { fail, isChar, isDir, isFile, isLink } from '../posix/index.ts';
import { PRIVATE_XATTR } from './copy-up.ts';
import type { MemoryFs } from './memory.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { isOpaque, isWhiteout, lookupIn } from './overlay-state.ts';
import type { SyncFileSystem } from './sync.ts';
import { cutToSeconds, type TarOutOptions, treeTar } from './tar-out.ts';
import type { Change, Ino, Stat } from './types.ts';

/** Bytes. */
const CHUNK = 1024 * 1024;

/**
 * An overlay's upper (or one by itself) as a layer: sorted, whiteouts as `.wh.` entries, equal trees as equal
 * bytes. Each chunk has a buffer of its own; a layer that is small comes as one.
 */
export async function* layerTar(of: Overlay | MemoryFs): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const upper = 'upper' in of ? (of.upper ?? fail('EROFS')) : of;
  const options: TarOutOptions = {
    xattr: (name) => !name.startsWith(PRIVATE_XATTR),
    replace: ({ path, stat }) => (isWhiteoutStat(stat) ? [whiteoutFor(path, stat)] : undefined),
    after: ({ path, stat, ino }) => (isOpaque(upper, ino) ? [opaqueFor(path, stat)] : []),
  };
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of treeTar(upper, options)) {
    held.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield concat(held);
}

function isWhiteoutStat(stat: Stat): boolean {
  return isChar(stat.mode) && stat.rdev === 0;
}

function whiteoutFor(path: string, stat: Stat): TarHeader {
  const slash = path.lastIndexOf('/') + 1;
  return {
    name: `${path.slice(0, slash)}.wh.${path.slice(slash)}`,
    type: 'file',
    // What moby gives them, whatever the device in the upper has.
    mode: 0o600,
    uid: stat.uid,
    gid: stat.gid,
    mtime: cutToSeconds(stat.mtime),
  };
}

function opaqueFor(path: string, stat: Stat): TarHeader {
  return {
    name: `${path}/.wh..wh..opq`,
    type: 'file',
    mode: stat.mode & 0o777,
    uid: stat.uid,
    gid: stat.gid,
    // moby leaves the marker's time unset, which Go writes as the epoch.
    mtime: 0n,
  };
}

/** Bytes of the upper's files and links, hard links once: SIZE of `docker ps -s`. */
export function upperSize(overlay: Overlay): number {
  const upper = overlay.upper ?? fail('EROFS');
  let total = 0;
  for (const inode of upper.inodes.values()) {
    if (inode.nlink === 0) continue;
    if (isFile(inode.mode) || isLink(inode.mode)) total += upper.stat(inode.ino).size;
  }
  return total;
}

/** What `docker diff` lists, sorted by path. */
export function changes(overlay: Overlay): Change[] {
  const upper = overlay.upper ?? fail('EROFS');
  const below = createOverlay({ lowers: overlay.lowers });
  const found: Change[] = [];
  const hasBelow = overlay.lowers.length > 0;
  compare({ upper, below, found }, '', upper.root, hasBelow ? below.root : undefined);
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

interface Comparison {
  readonly upper: MemoryFs;
  /** The lower layers, merged. */
  readonly below: SyncFileSystem;
  readonly found: Change[];
}

/** Compares an upper directory with what it covers; answers whether anything in it is different. */
function compare(comparison: Comparison, path: string, directory: Ino, old: Ino | undefined): boolean {
  const { upper, below, found } = comparison;
  const count = found.length;
  const names = new Set<string>();
  for (const { name, ino } of upper.readdir(directory)) {
    names.add(name);
    compareEntry(comparison, `${path}/${name}`, name, ino, old);
  }
  if (old !== undefined && isOpaque(upper, directory)) {
    for (const { name } of below.readdir(old)) {
      if (!names.has(name)) found.push({ kind: 'D', path: `${path}/${name}` });
    }
  }
  return found.length > count;
}

function compareEntry(
  comparison: Comparison,
  path: string,
  name: string,
  ino: Ino,
  oldParent: Ino | undefined,
): void {
  const { upper, below, found } = comparison;
  const oldIno = oldParent === undefined ? undefined : lookupIn(below, oldParent, name);
  if (isWhiteout(upper, ino)) {
    if (oldIno !== undefined) found.push({ kind: 'D', path });
    return;
  }
  const stat = upper.stat(ino);
  const old = oldIno === undefined ? undefined : below.stat(oldIno);
  if (!old) found.push({ kind: 'A', path });
  else if (isDifferent(old, stat)) found.push({ kind: 'C', path });
  if (!isDir(stat.mode)) return;
  const listed = !old || isDifferent(old, stat);
  const inner = compare(comparison, path, ino, old && isDir(old.mode) ? oldIno : undefined);
  // A directory in which something changed is listed although it is the same itself.
  if (inner && !listed) found.push({ kind: 'C', path });
}

/** moby's statDifferent: directories' times and sizes do not count, nor does the inode's own change time. */
function isDifferent(old: Stat, stat: Stat): boolean {
  if (old.mode !== stat.mode || old.uid !== stat.uid || old.gid !== stat.gid || old.rdev !== stat.rdev)
    return true;
  if (isDir(old.mode)) return false;
  return old.size !== stat.size || !isSameTime(old.mtime, stat.mtime);
}

/** Times that went through an archive have lost their fractions. */
function isSameTime(a: bigint, b: bigint): boolean {
  if (a === b) return true;
  const hasFraction = (time: bigint): boolean => time % 1_000_000_000n !== 0n;
  return cutToSeconds(a) === cutToSeconds(b) && (!hasFraction(a) || !hasFraction(b));
}
