/**
 * Mounts and places: which file system is where, and where in it a directory stands.
 *
 * A `Place` is what Linux calls a path: a mount and a directory entry in it. A directory has one
 * place object as long as it is known, so that `..` and getcwd stay right when it or something
 * above it is renamed. No permissions, no symbolic links: `walk.ts` does those.
 */
import type { FileSystem, Ino } from './types.ts';

export interface MountOptions {
  /** As /proc/mounts names it: overlay, tmpfs, /dev/vda1, … */
  readonly source?: string;
  readonly readonly?: boolean;
  /** What of the file system appears: an inode of it, a directory or a file; its root where absent. */
  readonly root?: Ino;
  /** Further words for /proc/mounts' options, e.g. `nosuid,nodev`. */
  readonly options?: string;
  readonly nosuid?: boolean;
  readonly noexec?: boolean;
}

/** A mounted file system. */
export class Mount {
  readonly fs: FileSystem;
  readonly source: string;
  readonly readonly: boolean;
  readonly options: MountOptions;
  /** Where it is mounted; undefined for the root of all. */
  readonly at: Place | undefined;
  readonly root: Place;
  /** Mounts on entries of this one, by directory and name. */
  readonly covers = new Map<string, Mount>();
  /** The known directories of this mount. */
  readonly places = new Map<Ino, Place>();

  constructor(fs: FileSystem, at: Place | undefined, options: MountOptions) {
    this.fs = fs;
    this.at = at;
    this.options = options;
    this.source = options.source ?? fs.type;
    this.readonly = options.readonly ?? false;
    this.root = new Place(this, options.root ?? fs.root, undefined, '/');
    this.places.set(this.root.ino, this.root);
  }

  /** What is mounted on an entry of this mount. */
  covering(parent: Ino, name: string): Mount | undefined {
    return this.covers.size ? this.covers.get(coverKey(parent, name)) : undefined;
  }

  /** The one place of a directory, made or set right by how it was just reached. */
  placeOf(ino: Ino, parent: Place, name: string): Place {
    const known = this.places.get(ino);
    if (!known) {
      const place = new Place(this, ino, parent, name);
      this.places.set(ino, place);
      return place;
    }
    if (known !== this.root) {
      known.parent = parent;
      known.name = name;
    }
    return known;
  }

  /** Forgets a directory that was removed; who stands in it stands in nothing. */
  forget(ino: Ino): void {
    const place = this.places.get(ino);
    if (place) place.removed = true;
    this.places.delete(ino);
  }
}

export function coverKey(parent: Ino, name: string): string {
  return `${parent}/${name}`;
}

/** An entry of a mount: a directory, or the file that is the root of a single-file mount. */
export class Place {
  readonly mount: Mount;
  readonly ino: Ino;
  parent: Place | undefined;
  name: string;
  removed = false;

  constructor(mount: Mount, ino: Ino, parent: Place | undefined, name: string) {
    this.mount = mount;
    this.ino = ino;
    this.parent = parent;
    this.name = name;
  }

  get fs(): FileSystem {
    return this.mount.fs;
  }
}

/** The directory above, across mounts, but never above `root`. */
export function above(place: Place, root: Place): Place {
  let here = place;
  if (here === root) return here;
  // At the root of a mount, `..` is that of the entry it covers.
  while (!here.parent) {
    if (!here.mount.at || here === root) return here;
    here = here.mount.at;
  }
  return here === root ? here : here.parent;
}

/** The absolute path of a place as seen from `root`; undefined where it is not below that. */
export function pathOf(place: Place, root: Place): string | undefined {
  let path = '';
  let here = place;
  while (here !== root) {
    if (here.removed) return undefined;
    if (here.parent) {
      path = `/${here.name}${path}`;
      here = here.parent;
    } else {
      if (!here.mount.at) return undefined;
      here = here.mount.at;
    }
  }
  return path || '/';
}
