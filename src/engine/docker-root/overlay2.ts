/**
 * `overlay2/`: a folder for each layer, two for each container (its own and its init layer), and `l/`
 * with the short names that mount options have.
 *
 * @see moby daemon/graphdriver/overlay2
 */
import { type Digest, digestSync, hexOf } from '../../base/index.ts';
import { chainIds } from '../../oci/index.ts';
import { connectFs, createLayerFs, type FileSystem, type LayerRef, openDisk } from '../../vfs/index.ts';
import { upperPrefix } from '../container-spec.ts';
import { isRunning } from '../containers.ts';
import { cacheId, containerCacheId } from '../graph-driver.ts';
import { containerInitLayer } from '../init-layer.ts';
import type { ContainerRecord } from '../records.ts';
import type { State } from '../state.ts';
import type { Engine } from '../types.ts';
import { folder, link, type RootNode, text } from './nodes.ts';

const ROOT = '/var/lib/docker/overlay2';

/** One folder of overlay2, before it is a node. */
interface Place {
  readonly id: string;
  /** Nearest first; ids of places. */
  readonly lowers: readonly string[];
  readonly time: number;
  readonly node: RootNode;
}

export function overlay2(engine: Engine): RootNode {
  const { startedAt } = engine;
  return folder(0o710, startedAt, async () => {
    const places = placesOf(engine, engine.state.current());
    const links = Object.fromEntries(
      places.map(({ id, time }) => [shortName(id), link(time, `../${id}/diff`)] as const),
    );
    return {
      ...Object.fromEntries(places.map(({ id, node }) => [id, node] as const)),
      l: folder(0o700, startedAt, () => links),
    };
  });
}

/** What mount(8) says of an overlay that a container runs on. */
export function overlayMounts(engine: Engine) {
  return [...engine.state.current().container.values()].filter(isRunning).map(({ id, layers }) => {
    const own = containerCacheId(id);
    const lowers = [`${own}-init`, ...chainIds(layers).map(cacheId).reverse()].map(
      (lower) => `${ROOT}/l/${shortName(lower)}`,
    );
    const options = `rw,relatime,lowerdir=${lowers.join(':')},upperdir=${ROOT}/${own}/diff,workdir=${ROOT}/${own}/work`;
    return { source: 'overlay', target: `${ROOT}/${own}/merged`, type: 'overlay', options };
  });
}

function placesOf(engine: Engine, state: State): Place[] {
  const layers = new Map<string, Place>();
  const addStack = (diffIds: readonly Digest[]): string[] => {
    const ids = chainIds(diffIds).map(cacheId);
    diffIds.forEach((diffId, i) => {
      if (!layers.has(ids[i]!)) layers.set(ids[i]!, layerPlace(engine, state, diffId, ids.slice(0, i + 1)));
    });
    return ids.reverse();
  };
  for (const { config } of state.image.values()) addStack(config.rootfs.diff_ids);
  for (const { diffIds } of state.cache.values()) addStack(diffIds);
  const containers = [...state.container.values()].flatMap((record) =>
    containerPlaces(engine, record, addStack(record.layers)),
  );
  return [...layers.values(), ...containers].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `stack` is the ids from the ground to this layer. */
function layerPlace(engine: Engine, state: State, diffId: Digest, stack: readonly string[]): Place {
  const id = stack.at(-1)!;
  const lowers = stack.slice(0, -1).reverse();
  const time = state.layer.get(diffId)?.created ?? engine.startedAt;
  const open = async (): Promise<FileSystem> => {
    const ref = await engine.layers.find(diffId);
    if (!ref) throw new Error(`layer ${diffId} is not there`);
    return layerFiles(engine, ref);
  };
  return place(id, lowers, time, {
    committed: text(0o600, time, () => ''),
    diff: { kind: 'files', id: `layer ${id}`, writable: false, open },
  });
}

function layerFiles(engine: Engine, { index, tar }: LayerRef): FileSystem {
  return createLayerFs(index, () => engine.host.openBlob(tar));
}

function containerPlaces(engine: Engine, record: ContainerRecord, image: readonly string[]): Place[] {
  const own = containerCacheId(record.id);
  const init = `${own}-init`;
  const { created: time, state } = record;
  const run = engine.running.get(record.id)?.run;
  // Another run, another file system: the one before may have been written to since.
  const life = `${record.id} ${state.startedAt} ${run ? 'up' : state.finishedAt}`;
  const upper = async (): Promise<FileSystem> =>
    run
      ? connectFs(await run.sandbox.upperFilesystem())
      : (await openDisk(engine.host.store.view(upperPrefix(record.id)), { openBlob: engine.host.openBlob }))
          .fs;
  return [
    place(init, image, time, {
      committed: text(0o600, time, () => ''),
      diff: {
        kind: 'files',
        id: `init ${own}`,
        writable: false,
        open: async () => layerFiles(engine, containerInitLayer()),
      },
    }),
    place(own, [init, ...image], time, {
      diff: { kind: 'files', id: `upper ${life}`, writable: false, open: upper },
      ...(run
        ? {
            merged: {
              kind: 'files',
              id: `merged ${life}`,
              writable: false,
              open: async () => connectFs(await run.sandbox.filesystem()),
            },
          }
        : {}),
    }),
  ];
}

function place(
  id: string,
  lowers: readonly string[],
  time: number,
  files: Readonly<Record<string, RootNode>>,
): Place {
  const shortNames = lowers.map((lower) => `l/${shortName(lower)}`).join(':');
  const node = folder(0o710, time, () => ({
    ...files,
    link: text(0o644, time, () => shortName(id)),
    // The ground has neither lowers nor anything to work on.
    ...(lowers.length
      ? {
          lower: text(0o644, time, () => shortNames),
          work: folder(0o700, time, () => ({ work: folder(0, time, () => ({})) })),
        }
      : {}),
  }));
  return { id, lowers, time, node };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 26 letters and digits; Docker draws them, ours follow from the folder's name. */
function shortName(id: string): string {
  let bits = BigInt(`0x${hexOf(digestSync(`link ${id}`))}`);
  let name = '';
  for (let i = 0; i < 26; i++) {
    name += BASE32[Number(bits & 31n)];
    bits >>= 5n;
  }
  return name;
}
