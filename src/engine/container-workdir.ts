/**
 * A container's working directory, made when the container is: `docker diff` shows it before any start.
 *
 * @see moby daemon/create_unix.go, container.SetupWorkingDirectory
 */
import { errnoOf, isDir } from '../posix/index.ts';
import { createLayerFs, createOverlay, type FileSystem, FileTree } from '../vfs/index.ts';
import { withFiles } from './container-files.ts';
import { failure } from './failure.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

/** Whether it has to be made. @throws dockerd's words where something else is in its place */
export async function needsWorkdir(
  engine: Engine,
  { config, layers }: Pick<ContainerRecord, 'config' | 'layers'>,
): Promise<boolean> {
  const path = config.WorkingDir ?? '';
  if (path === '' || path === '/') return false;
  const stack = (await engine.layers.stack(layers)).reverse();
  const image = createOverlay({
    lowers: stack.map((layer) => createLayerFs(layer.index, () => engine.host.openBlob(layer.tar))),
  });
  const found = await find(image, path);
  if (found && !isDir(found.stat.mode)) throw failure('ESYSTEM', `Cannot mkdir: ${path} is not a directory`);
  return !found;
}

export async function makeWorkdir(engine: Engine, record: ContainerRecord): Promise<void> {
  await withFiles(engine, record, async ({ fs }) => {
    const tree = new FileTree(fs);
    const names = (record.config.WorkingDir ?? '').split('/').filter(Boolean);
    for (let depth = 1; depth <= names.length; depth++) {
      const path = `/${names.slice(0, depth).join('/')}`;
      if (!(await find(fs, path))) await tree.mkdir(tree.superuser(0), path, 0o755);
    }
  });
}

async function find(fs: FileSystem, path: string) {
  const tree = new FileTree(fs);
  try {
    return await tree.find(tree.superuser(), path);
  } catch (error) {
    // What leads nowhere is told by the start, which knows the process's own view.
    if (errnoOf(error)) return undefined;
    throw error;
  }
}
