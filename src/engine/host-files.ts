/** The file system of the daemon's host, the laptop, as far as bind mounts ask for it. */
import { errnoOf } from '../posix/index.ts';
import { connectFs, type FileSystem, type Ino } from '../vfs/index.ts';
import type { MountRequest } from './docker-types.ts';
import { failure, invalid } from './failure.ts';
import type { Engine } from './types.ts';

export async function hostPathExists(engine: Engine, path: string): Promise<boolean> {
  return withHostFs(engine, async (fs) => {
    let at = fs.root;
    for (const name of partsOf(path)) {
      const next = await lookUp(fs, at, name);
      if (next === undefined) return false;
      at = next;
    }
    return true;
  });
}

/** What `-v` does with a source that is not there: it becomes a directory of root's. */
export async function ensureHostDirectory(engine: Engine, path: string): Promise<void> {
  await withHostFs(engine, async (fs) => {
    let at = fs.root;
    for (const name of partsOf(path)) {
      at = (await lookUp(fs, at, name)) ?? (await fs.mkdir(at, name, { mode: 0o755, uid: 0, gid: 0 }));
    }
  });
}

/** What `--mount` does not make has to be there. @throws dockerd's words where it is not */
export async function demandSources(engine: Engine, mounts: readonly MountRequest[]): Promise<void> {
  for (const { Type, Source = '', BindOptions } of mounts) {
    if (Type !== 'bind') continue;
    if (BindOptions?.CreateMountpoint) await ensureHostDirectory(engine, Source);
    else if (!(await hostPathExists(engine, Source))) {
      throw invalid(`invalid mount config for type "bind": bind source path does not exist: ${Source}`);
    }
  }
}

async function withHostFs<R>(engine: Engine, task: (fs: FileSystem) => Promise<R>): Promise<R> {
  if (!engine.host.hostFs) throw failure('ESYSTEM', 'bind mounts: this engine has no host file system');
  const port = await engine.host.hostFs();
  try {
    return await task(await connectFs(port));
  } finally {
    port.close();
  }
}

async function lookUp(fs: FileSystem, directory: Ino, name: string): Promise<Ino | undefined> {
  try {
    return await fs.lookup(directory, name);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
