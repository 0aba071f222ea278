/** `GET /system/df`. */
import { isDir, isFile } from '../posix/index.ts';
import { listContainers } from './container-list.ts';
import type { BuildCacheRecord, DiskUsage } from './docker-types.ts';
import { NO_FILTERS } from './filters.ts';
import { listImages } from './image-list.ts';
import { reachableFromImages } from './sweep.ts';
import { rfc3339Nano } from './time.ts';
import type { Engine } from './types.ts';
import { shape, usersOf } from './volumes.ts';

export async function diskUsage(engine: Engine): Promise<DiskUsage> {
  const state = engine.state.current();
  const layers = reachableFromImages(state);
  const volumes = await Promise.all(
    [...state.volume.values()].map(async (volume) => ({
      ...shape(volume),
      UsageData: {
        RefCount: usersOf(state, volume.name).length,
        Size: await volumeBytes(engine, volume.name),
      },
    })),
  );
  return {
    LayersSize: [...layers].reduce((sum, diffId) => sum + (state.layer.get(diffId)?.size ?? 0), 0),
    Images: listImages(engine, { all: true, filters: NO_FILTERS, sharedSize: true }),
    Containers: await listContainers(engine, { all: true, size: true, filters: NO_FILTERS }),
    Volumes: volumes,
    BuildCache: buildCache(engine),
  };
}

function buildCache(engine: Engine): BuildCacheRecord[] {
  const state = engine.state.current();
  const inImages = reachableFromImages(state);
  const idOf = new Map([...state.cache.values()].map((record) => [record.diffIds.join(), record.id]));
  return [...state.cache.values()].map((record) => {
    const own = record.diffIds.at(-1);
    const parent = idOf.get(record.diffIds.slice(0, -1).join());
    return {
      ID: record.id,
      ...(parent && parent !== record.id ? { Parents: [parent] } : {}),
      Type: 'regular',
      Description: record.description,
      InUse: false,
      Shared: own !== undefined && inImages.has(own),
      Size: own === undefined ? 0 : (state.layer.get(own)?.size ?? 0),
      CreatedAt: rfc3339Nano(record.created),
      LastUsedAt: rfc3339Nano(record.lastUsed),
      UsageCount: record.usageCount,
    };
  });
}

/** Bytes of a volume's regular files. */
export async function volumeBytes(engine: Engine, name: string): Promise<number> {
  const fs = await engine.volumes.open(name);
  const seen = new Set<number>();
  const sum = async (directory: number): Promise<number> => {
    let total = 0;
    for (const { ino, type } of await fs.readdir(directory)) {
      if (isDir(type)) total += await sum(ino);
      else if (isFile(type) && !seen.has(ino)) {
        seen.add(ino);
        total += (await fs.stat(ino)).size;
      }
    }
    return total;
  };
  return sum(fs.root);
}
