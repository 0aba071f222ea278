/** /var/lib/docker on the laptop: the engine's file system, asked for when somebody looks. */
import type { Clock, Maybe } from '../base/index.ts';
import { errnoOf, S_IFDIR } from '../posix/index.ts';
import { connectFs, type FileSystem, type FileTree, nextDev, type Stat } from '../vfs/index.ts';
import type { DockerRoot } from './types.ts';

const PATH = '/var/lib/docker';

export async function mountDockerRoot(tree: FileTree, root: DockerRoot, clock: Clock): Promise<void> {
  try {
    await tree.mkdir(tree.superuser(0), PATH, 0o710);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  await tree.mount(lateFs(root, BigInt(Math.floor(clock.now())) * 1_000_000n), PATH, {
    source: 'strata',
    options: 'relatime',
  });
  root.onMounts((mounts) => tree.tellOfMounts(mounts));
}

const ROOT = 1;

/**
 * A file system whose calls wait until its owner is there. Mounting it does not: the prompt would wait
 * for the engine, and the engine, where a container that it starts again has the laptop's files, for
 * the laptop.
 */
function lateFs({ open }: DockerRoot, since: bigint): FileSystem {
  const dev = nextDev();
  let opening: Promise<FileSystem> | undefined;
  const fs = (): Promise<FileSystem> => {
    opening ??= open().then(connectFs);
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const own: Partial<FileSystem> = { type: 'strata', dev, root: ROOT };
  return new Proxy(own as FileSystem, {
    get(target, name: keyof FileSystem) {
      if (name in target) return target[name];
      // What a file system need not have: this one has none of it.
      if (name === 'jump' || name === 'settle') return undefined;
      return async (...args: never[]): Promise<unknown> => {
        if (name === 'stat' && args[0] === ROOT) return rootStat(dev, since);
        const found = await fs();
        const result = await (found[name] as (...args: never[]) => Maybe<unknown>)(...args);
        return name === 'stat' ? { ...(result as object), dev } : result;
      };
    },
  });
}

/** `since` in nanoseconds since the epoch. */
function rootStat(dev: number, since: bigint): Stat {
  const times = { atime: since, mtime: since, ctime: since };
  const size = { nlink: 2, size: 4096, blocks: 8, rdev: 0 };
  return { dev, ino: ROOT, mode: S_IFDIR | 0o710, uid: 0, gid: 0, ...size, ...times };
}
