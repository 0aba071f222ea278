/** /var/lib/docker on the laptop: the engine's file system, asked for when somebody looks. */
import type { Maybe } from '../base/index.ts';
import { errnoOf } from '../posix/index.ts';
import { connectFs, type FileSystem, type FileTree, nextDev } from '../vfs/index.ts';
import type { DockerRoot } from './types.ts';

const PATH = '/var/lib/docker';

export async function mountDockerRoot(tree: FileTree, root: DockerRoot): Promise<void> {
  try {
    await tree.mkdir(tree.superuser(0), PATH, 0o710);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  await tree.mount(lateFs(root), PATH, { source: 'strata', options: 'relatime' });
  root.onMounts((mounts) => tree.tellOfMounts(mounts));
}

/** A file system whose every call waits until its owner is there: the prompt must not. */
function lateFs({ open }: DockerRoot): FileSystem {
  const dev = nextDev();
  let opening: Promise<FileSystem> | undefined;
  const fs = (): Promise<FileSystem> => {
    opening ??= open().then(connectFs);
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const own: Partial<FileSystem> = { type: 'strata', dev, root: 1 };
  return new Proxy(own as FileSystem, {
    get(target, name: keyof FileSystem) {
      if (name in target) return target[name];
      // What a file system need not have: this one has none of it.
      if (name === 'jump' || name === 'settle') return undefined;
      return async (...args: never[]): Promise<unknown> => {
        const found = await fs();
        const result = await (found[name] as (...args: never[]) => Maybe<unknown>)(...args);
        return name === 'stat' ? { ...(result as object), dev } : result;
      };
    },
  });
}
