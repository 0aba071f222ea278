/**
 * What `RUN --mount=type=cache` keeps between builds: a file system in memory for each id.
 *
 * Lasts as long as the engine runs; a cache may be gone at any time, and builds must not rely on it.
 *
 * @see Dockerfile reference, "RUN --mount=type=cache", sharing
 */
import { createMemoryFs, type FileSystem } from '../../vfs/index.ts';
import type { ExecMount } from '../graph.ts';
import type { BuildCache } from '../types.ts';

type CacheMount = Extract<ExecMount, { kind: 'cache' }>;

/** Bytes that one cache may hold, since it is memory. */
const QUOTA = 256 * 1024 * 1024;

interface Kept {
  readonly fs: FileSystem;
  users: number;
  /** Settles when nobody uses it exclusively. */
  free: Promise<void>;
}

const kept = new WeakMap<BuildCache, Map<string, Kept[]>>();

/** A cache's files, to be given back by `release`. Waits where sharing is `locked` and it is in use. */
export async function takeCache(
  owner: BuildCache,
  mount: CacheMount,
): Promise<{ fs: FileSystem; release(): void }> {
  const all = kept.get(owner) ?? new Map<string, Kept[]>();
  kept.set(owner, all);
  const list = all.get(mount.id) ?? [];
  all.set(mount.id, list);
  const cache = choose(list, mount);
  cache.users++;
  const before = cache.free;
  let release = (): void => {};
  const used = new Promise<void>((resolve) => {
    release = () => {
      cache.users--;
      resolve();
    };
  });
  if (mount.sharing === 'locked') {
    cache.free = before.then(() => used);
    await before;
  }
  return { fs: cache.fs, release };
}

/** The first one; a private one that nobody else has; a new one where there is none. */
function choose(list: Kept[], { sharing, mode, uid, gid }: CacheMount): Kept {
  const found = sharing === 'private' ? list.find(({ users }) => users === 0) : list[0];
  if (found) return found;
  const fs = createMemoryFs({ root: { mode, uid, gid }, quota: QUOTA, type: 'ext4' });
  const made = { fs, users: 0, free: Promise.resolve() };
  list.push(made);
  return made;
}
