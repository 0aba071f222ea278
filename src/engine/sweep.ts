/**
 * Taking away what nothing reaches: layers that no image, container or cache entry stacks, and
 * blobs without a record.
 */
import type { Digest } from '../base/index.ts';
import type { Change, State } from './state.ts';
import type { Engine } from './types.ts';

/** DiffIDs that something stacks. */
function reachableLayers(state: State): Set<Digest> {
  const reachable = new Set<Digest>();
  for (const image of state.image.values()) for (const id of image.config.rootfs.diff_ids) reachable.add(id);
  for (const container of state.container.values()) for (const id of container.layers) reachable.add(id);
  for (const record of state.cache.values()) for (const id of record.diffIds) reachable.add(id);
  return reachable;
}

/** Answers the bytes that the removed layers' files had. */
export async function sweepLayers(engine: Engine): Promise<number> {
  // A build or a pull that is under way holds layers which only its last commit makes reachable.
  if (engine.layers.holders() > 0) return 0;
  const { freed, doomed } = await engine.state.change((state) => {
    const reachable = reachableLayers(state);
    const garbage = [...state.layer.values()].filter((layer) => !reachable.has(layer.diffId));
    const changes = garbage.flatMap(({ diffId }): Change[] => [
      { table: 'layer', key: diffId },
      { table: 'source', key: diffId },
    ]);
    return {
      changes,
      result: {
        freed: garbage.reduce((sum, layer) => sum + layer.size, 0),
        doomed: garbage.map((layer) => layer.diffId),
      },
    };
  });
  engine.layers.forget(doomed);
  const state = engine.state.current();
  const blobs = new Set<Digest>([...state.layer.keys(), ...state.image.keys()] as Digest[]);
  await engine.host.store.sweep(blobs);
  return freed;
}

export function reachableFromImages(state: State): Set<Digest> {
  return new Set([...state.image.values()].flatMap((image) => image.config.rootfs.diff_ids));
}
