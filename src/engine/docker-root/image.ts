/**
 * `image/overlay2/`: which names mean which images, the images' configs, and the layers by ChainID.
 *
 * What dockerd keeps there to put layers' tars together again (tar-split) is not needed here and not there.
 *
 * @see moby image/fs.go, layer/filestore.go, reference/store.go
 */
import { type Digest, hexOf } from '../../base/index.ts';
import { chainIds, familiarName, familiarReference, parseReference } from '../../oci/index.ts';
import { cacheId, containerCacheId } from '../graph-driver.ts';
import type { State } from '../state.ts';
import { rfc3339Nano } from '../time.ts';
import type { Engine } from '../types.ts';
import { folder, type RootNode, text } from './nodes.ts';

export function imageStore(engine: Engine): RootNode {
  const { startedAt } = engine;
  const state = (): State => engine.state.current();
  return folder(0o700, startedAt, () => ({
    overlay2: folder(0o700, startedAt, () => ({
      'repositories.json': text(0o600, startedAt, () => repositories(state())),
      imagedb: folder(0o700, startedAt, () => ({
        content: folder(0o700, startedAt, () => ({ sha256: contents(engine) })),
        metadata: folder(0o700, startedAt, () => ({ sha256: metadata(engine) })),
      })),
      layerdb: folder(0o700, startedAt, () => ({
        sha256: layers(engine),
        mounts: mounts(engine),
        tmp: folder(0o755, startedAt, () => ({})),
      })),
    })),
  }));
}

function repositories(state: State): string {
  const byName: Record<string, Record<string, string>> = {};
  for (const { reference, image } of state.ref.values()) {
    const parsed = parseReference(reference);
    (byName[familiarName(parsed)] ??= {})[familiarReference(parsed)] = image;
  }
  return JSON.stringify({ Repositories: byName });
}

function contents(engine: Engine): RootNode {
  return folder(0o700, engine.startedAt, () =>
    fromEntries([...engine.state.current().image.keys()] as Digest[], (id) => [
      hexOf(id),
      text(0o600, engine.startedAt, async () => (await engine.host.store.readBlob(id)) ?? ''),
    ]),
  );
}

function metadata(engine: Engine): RootNode {
  return folder(0o700, engine.startedAt, () =>
    fromEntries([...engine.state.current().image.values()], ({ id, parent, lastTagTime }) => {
      const time = lastTagTime ?? engine.startedAt;
      return [
        hexOf(id),
        folder(0o755, time, () => ({
          lastUpdated: lastTagTime ? text(0o600, time, () => rfc3339Nano(lastTagTime)) : undefined,
          parent: parent ? text(0o600, time, () => parent) : undefined,
        })),
      ];
    }),
  );
}

/** Only what images stack: what the cache alone has is BuildKit's. */
function layers(engine: Engine): RootNode {
  return folder(0o755, engine.startedAt, () => {
    const state = engine.state.current();
    const nodes: Record<string, RootNode> = {};
    for (const { config } of state.image.values()) {
      const { diff_ids: diffIds } = config.rootfs;
      chainIds(diffIds).forEach((chainId, i, chain) => {
        const record = state.layer.get(diffIds[i]!);
        const time = record?.created ?? engine.startedAt;
        const parent = chain[i - 1];
        nodes[hexOf(chainId)] ??= folder(0o700, time, () => ({
          'cache-id': text(0o644, time, () => cacheId(chainId)),
          diff: text(0o644, time, () => diffIds[i]!),
          parent: parent ? text(0o644, time, () => parent) : undefined,
          size: text(0o644, time, () => String(record?.size ?? 0)),
        }));
      });
    }
    return nodes;
  });
}

function mounts(engine: Engine): RootNode {
  return folder(0o755, engine.startedAt, () =>
    fromEntries([...engine.state.current().container.values()], ({ id, layers: stack, created }) => {
      const top = chainIds(stack).at(-1);
      return [
        id,
        folder(0o755, created, () => ({
          'init-id': text(0o644, created, () => `${containerCacheId(id)}-init`),
          'mount-id': text(0o644, created, () => containerCacheId(id)),
          parent: top ? text(0o644, created, () => top) : undefined,
        })),
      ];
    }),
  );
}

function fromEntries<T>(
  list: readonly T[],
  entryOf: (item: T) => readonly [string, RootNode],
): Record<string, RootNode> {
  return Object.fromEntries(list.map(entryOf));
}
