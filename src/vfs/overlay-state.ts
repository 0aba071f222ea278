/**
 * The inodes of a mounted overlay: which layers stand behind each, and how names find them.
 *
 * Looks only; `copy-up.ts`, `overlay-names.ts` and `overlay.ts` change things. Inode numbers are
 * handed out here and stay while the overlay is mounted, also through copy-up. Hard links of a lower
 * layer are separate inodes that show one number until copy-up breaks them, as with index=off.
 *
 * @see kernel Documentation/filesystems/overlayfs.rst, "Inode properties", "whiteouts and opaque
 * directories"; the behaviour is that of index=off,redirect_dir=off,metacopy=off
 */
import { errnoOf, fail, isChar, isDir, S_IFCHR } from '../posix/index.ts';
import { OPAQUE } from './layer-index.ts';
import type { MemoryFs } from './memory.ts';
import { nextDev, type SyncFileSystem } from './sync.ts';
import type { Ino, Stat, TraceEvent } from './types.ts';

/** An object of one lower layer. */
export interface Lower {
  /** Index into `lowers`, 0 the top. */
  readonly layer: number;
  readonly ino: Ino;
}

export interface OverlayInode {
  readonly ino: Ino;
  readonly directory: boolean;
  /** In the upper file system, since it was made there or copied up. */
  upper: Ino | undefined;
  /** Of a directory all that are merged, top first; of other things the one that shows or was copied. */
  lowers: readonly Lower[];
  parent: OverlayInode | undefined;
  name: string;
  /** Names looked up so far. */
  readonly children: Map<string, OverlayInode>;
  opens: number;
  removed: boolean;
}

export class OverlayState {
  readonly dev = nextDev();
  readonly lowers: readonly SyncFileSystem[];
  readonly upper: MemoryFs | undefined;
  readonly root: OverlayInode;
  readonly trace: (event: TraceEvent) => void;
  readonly #inodes = new Map<Ino, OverlayInode>();
  readonly #byUpper = new Map<Ino, OverlayInode>();
  /** Shown numbers of lower hard links, by layer and lower inode. */
  readonly #links = new Map<string, Ino>();
  #next: Ino = 1;

  constructor(
    lowers: readonly SyncFileSystem[],
    upper: MemoryFs | undefined,
    trace: ((event: TraceEvent) => void) | undefined,
  ) {
    this.lowers = lowers;
    this.upper = upper;
    this.trace = trace ?? (() => {});
    const roots = lowers.map((fs, layer) => ({ layer, ino: fs.root }));
    this.root = this.add(true, upper?.root, roots, undefined, '');
  }

  /** @throws ENOENT where it is gone */
  inode(ino: Ino): OverlayInode {
    return this.#inodes.get(ino) ?? fail('ENOENT');
  }

  directory(ino: Ino): OverlayInode {
    const inode = this.inode(ino);
    return inode.directory ? inode : fail('ENOTDIR');
  }

  add(
    directory: boolean,
    upper: Ino | undefined,
    lowers: readonly Lower[],
    parent: OverlayInode | undefined,
    name: string,
  ): OverlayInode {
    const known = upper !== undefined && !directory ? this.#byUpper.get(upper) : undefined;
    const inode: OverlayInode = known ?? {
      ino: this.#next++,
      directory,
      upper,
      lowers,
      parent,
      name,
      children: new Map(),
      opens: 0,
      removed: false,
    };
    this.#inodes.set(inode.ino, inode);
    if (upper !== undefined) this.#byUpper.set(upper, inode);
    parent?.children.set(name, inode);
    return inode;
  }

  /** Says that an inode now has an upper. */
  raised(inode: OverlayInode, upper: Ino): void {
    inode.upper = upper;
    this.#byUpper.set(upper, inode);
  }

  /** Takes a name away; forgets the inode when nothing has it any more. */
  dropName(parent: OverlayInode, name: string): void {
    const inode = parent.children.get(name);
    parent.children.delete(name);
    if (!inode) return;
    const hasNames = !inode.directory && inode.upper !== undefined && this.#upperLinks(inode.upper) > 0;
    if (hasNames) return;
    inode.removed = true;
    this.release(inode);
  }

  release(inode: OverlayInode): void {
    if (!inode.removed || inode.opens > 0) return;
    this.#inodes.delete(inode.ino);
    if (inode.upper !== undefined) this.#byUpper.delete(inode.upper);
  }

  #upperLinks(ino: Ino): number {
    return this.upper!.inodes.get(ino)?.nlink ?? 0;
  }

  // ---- finding

  find(parent: OverlayInode, name: string): OverlayInode | undefined {
    const known = parent.children.get(name);
    if (known) return known;
    const lowers: Lower[] = [];
    let upper: Ino | undefined;
    let isDirectory = false;
    if (parent.upper !== undefined) {
      upper = lookupIn(this.upper!, parent.upper, name);
      if (upper !== undefined) {
        const { mode } = this.upper!.stat(upper);
        if (isWhiteout(this.upper!, upper)) return undefined;
        isDirectory = isDir(mode);
        if (!isDirectory || isOpaque(this.upper!, upper))
          return this.add(isDirectory, upper, [], parent, name);
      }
    }
    for (const { layer, ino } of parent.lowers) {
      const fs = this.lowers[layer]!;
      const found = lookupIn(fs, ino, name);
      if (found === undefined) continue;
      const { mode, rdev } = fs.stat(found);
      if (isChar(mode) && rdev === 0) break;
      if (!isDir(mode)) {
        // Something other than a directory ends the merge; on top it is what shows.
        if (!isDirectory) return this.add(false, undefined, [{ layer, ino: found }], parent, name);
        break;
      }
      isDirectory = true;
      lowers.push({ layer, ino: found });
      if (isOpaque(fs, found)) break;
    }
    return isDirectory ? this.add(true, upper, lowers, parent, name) : undefined;
  }

  /** The layer in which a name would show if the upper said nothing of it. */
  lowerOf(parent: OverlayInode, name: string): Lower | undefined {
    for (const { layer, ino } of parent.lowers) {
      const fs = this.lowers[layer]!;
      const found = lookupIn(fs, ino, name);
      if (found === undefined) continue;
      return isWhiteout(fs, found) ? undefined : { layer, ino: found };
    }
    return undefined;
  }

  /** Names in a merged directory, upper's first, whiteouts taken out. */
  names(inode: OverlayInode): Map<string, number> {
    const seen = new Map<string, number>();
    const hidden = new Set<string>();
    const layers: [SyncFileSystem, Ino][] = inode.lowers.map(({ layer, ino }) => [this.lowers[layer]!, ino]);
    if (inode.upper !== undefined) layers.unshift([this.upper!, inode.upper]);
    for (const [fs, ino] of layers) {
      for (const entry of fs.readdir(ino)) {
        if (seen.has(entry.name) || hidden.has(entry.name)) continue;
        if (entry.type === S_IFCHR && isWhiteout(fs, entry.ino)) hidden.add(entry.name);
        else seen.set(entry.name, entry.type);
      }
    }
    return seen;
  }

  // ---- what stands behind

  /** The file system and inode that answer for an inode now. */
  real(inode: OverlayInode): [SyncFileSystem, Ino] {
    if (inode.upper !== undefined) return [this.upper!, inode.upper];
    const lower = inode.lowers[0] ?? fail('ESTALE');
    return [this.lowers[lower.layer]!, lower.ino];
  }

  stat(inode: OverlayInode): Stat {
    const [fs, ino] = this.real(inode);
    const stat = fs.stat(ino);
    // Linux does not count the subdirectories of a merged directory: 1 tells find(1) not to rely on it.
    const nlink = inode.directory && isMerged(inode) ? 1 : stat.nlink;
    return { ...stat, dev: this.dev, ino: this.#shown(inode, stat), nlink };
  }

  /** Lower hard links show one number until they are broken. */
  #shown(inode: OverlayInode, stat: Stat): Ino {
    if (inode.directory || inode.upper !== undefined || stat.nlink < 2) return inode.ino;
    const lower = inode.lowers[0]!;
    const key = `${lower.layer}/${lower.ino}`;
    const first = this.#links.get(key);
    if (first !== undefined) return first;
    this.#links.set(key, inode.ino);
    return inode.ino;
  }

  pathOf(inode: OverlayInode, name?: string): string {
    let path = name === undefined ? '' : `/${name}`;
    for (let here = inode; here.parent; here = here.parent) path = `/${here.name}${path}`;
    return path || '/';
  }
}

/** Whether a directory consists of several: Linux's OVL_TYPE_MERGE. */
function isMerged(inode: OverlayInode): boolean {
  return inode.lowers.length > (inode.upper === undefined ? 1 : 0);
}

export function isWhiteout(fs: SyncFileSystem, ino: Ino): boolean {
  const { mode, rdev } = fs.stat(ino);
  return isChar(mode) && rdev === 0;
}

export function isOpaque(fs: SyncFileSystem, ino: Ino): boolean {
  if (fs.listxattr(ino).length === 0) return false;
  try {
    const value = fs.getxattr(ino, OPAQUE);
    return value.length === 1 && value[0] === 0x79;
  } catch (error) {
    if (errnoOf(error) === 'ENODATA') return false;
    throw error;
  }
}

/** A name in one layer's directory, or undefined. */
export function lookupIn(fs: SyncFileSystem, directory: Ino, name: string): Ino | undefined {
  try {
    return fs.lookup(directory, name);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
