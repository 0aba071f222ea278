/**
 * The engine's state as pictures want it: layers by ChainID, and who stands on them.
 */
import type { Digest } from '../base/index.ts';
import {
  type ContainerRecord,
  createdOf,
  type Engine,
  type ImageRecord,
  imageSize,
  namesOf,
  type State,
  upperEntries,
  upperSizeOf,
} from '../engine/index.ts';
import { chainIds } from '../oci/index.ts';
import type { Origin, StrataContainer, StrataImage, StrataLayer, StrataState } from './strata.ts';

export async function strataState(engine: Engine): Promise<StrataState> {
  const state = engine.state.current();
  const containers = await Promise.all(
    [...state.container.values()].map((record) => containerOf(engine, record)),
  );
  return {
    layers: layersOf(state),
    images: [...state.image.values()].map((image) => imageOf(state, image)),
    containers,
    version: state.version,
  };
}

/** Images name what made a layer; what only the cache or a container holds is described by the cache. */
function layersOf(state: State): StrataLayer[] {
  const layers = new Map<Digest, StrataLayer>();
  const add = (diffIds: readonly Digest[], createdBy: readonly (string | undefined)[]): void => {
    const chain = chainIds(diffIds);
    for (const [i, chainId] of chain.entries()) {
      const known = layers.get(chainId);
      if (known && (known.createdBy !== '' || !createdBy[i])) continue;
      const diffId = diffIds[i]!;
      const record = state.layer.get(diffId);
      const by = createdBy[i] ?? '';
      const parent = chain[i - 1];
      layers.set(chainId, {
        chainId,
        ...(parent ? { parent } : {}),
        diffId,
        size: record?.size ?? 0,
        origin: record?.origin === 'pulled' ? 'base' : originOf(by),
        createdBy: by,
        created: record?.created ?? 0,
      });
    }
  };
  for (const { config } of state.image.values()) {
    const rows = (config.history ?? []).filter((entry) => !entry.empty_layer);
    add(
      config.rootfs.diff_ids,
      rows.map((entry) => entry.created_by),
    );
  }
  for (const record of state.cache.values()) {
    const by = record.diffIds.map((_, i) =>
      i === record.diffIds.length - 1 ? record.description : undefined,
    );
    add(record.diffIds, by);
  }
  for (const record of state.container.values()) add(record.layers, []);
  return [...layers.values()];
}

function originOf(createdBy: string): Origin {
  return /^(?:\[[^\]]*\] )?(?:COPY|ADD)\b/.test(createdBy) ? 'copy' : 'run';
}

function imageOf(state: State, image: ImageRecord): StrataImage {
  return {
    id: image.id,
    tags: namesOf(state, image.id).tags,
    layers: chainIds(image.config.rootfs.diff_ids),
    history: image.config.history ?? [],
    created: createdOf(image),
    size: imageSize(state, image),
    hidden: false,
  };
}

async function containerOf(engine: Engine, record: ContainerRecord): Promise<StrataContainer> {
  const { status } = record.state;
  const top = chainIds(record.layers).at(-1);
  // A container that goes away meanwhile shows nothing.
  const [upperSize, upper] = await Promise.all([
    upperSizeOf(engine, record).catch(() => 0),
    upperEntries(engine, record).catch(() => []),
  ]);
  return {
    id: record.id,
    name: record.name,
    image: record.image,
    ...(top ? { top } : {}),
    state: status === 'restarting' ? 'exited' : status,
    exitCode: record.state.exitCode,
    created: record.created,
    upperSize,
    upper,
  };
}
