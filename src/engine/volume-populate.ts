/**
 * What an image has where a new volume is mounted becomes the volume's first contents.
 *
 * @see moby daemon/create_unix.go (populateVolume)
 */
import { isDir } from '../posix/index.ts';
import { createLayerFs, createOverlay, FileTree, treeTar, unpackTar } from '../vfs/index.ts';
import { systemFiles } from './container-spec.ts';
import { failure } from './failure.ts';
import { containerCacheId } from './graph-driver.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

/** Fills the container's empty volumes, but for those that were asked not to be. */
export async function populateVolumes(engine: Engine, record: ContainerRecord): Promise<void> {
  const { volume } = engine.state.current();
  const points = record.mounts.filter(
    (point) => point.Type === 'volume' && !volume.get(point.Name!)?.options && copies(record, point),
  );
  if (points.length === 0) return;
  const layers = (await engine.layers.stack(record.layers)).reverse();
  const image = createOverlay({
    lowers: layers.map((layer) => createLayerFs(layer.index, () => engine.host.openBlob(layer.tar))),
  });
  const tree = new FileTree(image);
  for (const { Name, Destination } of points) {
    const source = await lookUp(tree, Destination);
    if (isSystemFile(record, Destination) || (source && !isDir(source.stat.mode))) {
      const merged = `/var/lib/docker/overlay2/${containerCacheId(record.id)}/merged`;
      throw failure('ESYSTEM', `source ${merged}${Destination} is not directory`);
    }
    if (!source) continue;
    const volume = await engine.volumes.open(Name!);
    if ((await volume.readdir(volume.root)).length > 0) continue;
    await unpackTar(treeTar(image, { from: source.ino, precise: true }), volume);
    const { mode, uid, gid, mtime } = source.stat;
    await volume.setattr(volume.root, { mode, uid, gid, mtime });
  }
  await engine.volumes.flush();
}

function isSystemFile(record: ContainerRecord, path: string): boolean {
  return systemFiles(record).some(({ target }) => target === path);
}

async function lookUp(tree: FileTree, path: string) {
  try {
    return await tree.find(tree.superuser(), path);
  } catch {
    // The image has nothing there.
    return undefined;
  }
}

function copies(
  record: ContainerRecord,
  point: { readonly Destination: string; readonly Mode: string },
): boolean {
  if (point.Mode.split(',').includes('nocopy')) return false;
  const asked = record.hostConfig.Mounts?.find((mount) => mount.Target === point.Destination);
  return !asked?.VolumeOptions?.NoCopy;
}
