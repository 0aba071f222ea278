/**
 * Layers on their shelf: uncompressed tars by DiffID with an index each, ready to be mounted.
 *
 * A layer's blob and index are stored first, under a lease; its record is committed after, by
 * whoever makes it reachable. Handles are opened once and shared by all who mount.
 */
import { concat, type Digest, digestOf, peek } from '../base/index.ts';
import type { Lease, Staged } from '../store/index.ts';
import { type IndexedLayer, indexLayer, type LayerRef } from '../vfs/index.ts';
import { failure } from './failure.ts';
import type { LayerRecord } from './records.ts';
import { stageChunks } from './stage-chunks.ts';
import type { Change, StateKeeper } from './state.ts';
import type { EngineHost } from './types.ts';

const INDEX = 'index';

export interface LayerShelf {
  /** Stores a tar and commits its record; the same bytes twice are one layer. */
  add(
    tar: AsyncIterable<Uint8Array>,
    origin: LayerRecord['origin'],
    lease: Lease,
    now: number,
  ): Promise<LayerRef>;
  /** The same with a tar that was staged, whose digest is known already. */
  adopt(
    staged: Staged,
    diffId: Digest,
    origin: LayerRecord['origin'],
    lease: Lease,
    now: number,
  ): Promise<LayerRef>;
  /** Undefined where a layer is not here. */
  find(diffId: Digest): Promise<LayerRef | undefined>;
  /** Lowest first. @throws where one is gone */
  stack(diffIds: readonly Digest[]): Promise<LayerRef[]>;
  forget(diffIds: Iterable<Digest>): void;
  /** Keeps what is added from being swept until `release`: for pulls and builds, whose last commit makes it reachable. */
  hold(): Lease;
  /** How many hold. */
  holders(): number;
}

/** Bytes of a layer that is stored as a whole; what is larger goes through a stage. */
const SMALL = 8 * 1024 * 1024;

export function createLayerShelf(
  { store, openBlob, openHasher }: Pick<EngineHost, 'store' | 'openBlob' | 'openHasher'>,
  state: StateKeeper,
): LayerShelf {
  const opened = new Map<Digest, LayerRef>();
  let holders = 0;

  const find = async (diffId: Digest): Promise<LayerRef | undefined> => {
    const known = opened.get(diffId);
    if (known) return known;
    const record = state.current().layer.get(diffId);
    const [tar, index] = await Promise.all([store.blob(diffId), store.derived(diffId, INDEX)]);
    if (!record || !tar || !index) return undefined;
    const ref: LayerRef = { diffId, tar, index: shared(index), size: record.size };
    opened.set(diffId, ref);
    return ref;
  };
  /** Commits the record of a layer whose blob is stored. */
  const register = async (
    diffId: Digest,
    { index, size }: IndexedLayer,
    origin: LayerRecord['origin'],
    now: number,
  ): Promise<LayerRef> => {
    await store.putDerived(diffId, INDEX, index);
    const change: Change = { table: 'layer', key: diffId, value: { diffId, size, origin, created: now } };
    await state.change(() => ({ changes: [change], result: undefined }));
    const ref = await find(diffId);
    if (!ref) throw failure('ESYSTEM', `layer ${diffId} was not stored`);
    return ref;
  };
  /** Two who bring the same layer at once: the second waits for the first. */
  const adding = new Map<Digest, Promise<LayerRef>>();
  const once = (diffId: Digest, lease: Lease, bring: () => Promise<LayerRef>): Promise<LayerRef> => {
    lease.digests.add(diffId);
    const before = adding.get(diffId)?.catch(() => {}) ?? Promise.resolve();
    const mine = before.then(async () => (await find(diffId)) ?? bring());
    adding.set(diffId, mine);
    return mine.finally(() => {
      if (adding.get(diffId) === mine) adding.delete(diffId);
    });
  };
  const adopt: LayerShelf['adopt'] = async (staged, diffId, origin, lease, now) => {
    const ref = await once(diffId, lease, async () => {
      const indexed = indexLayer(openBlob(staged.ref), now);
      await store.putStaged(staged, diffId, lease);
      return register(diffId, indexed, origin, now);
    });
    // Nothing is lost by it where it was put.
    await staged.discard();
    return ref;
  };
  return {
    async add(chunks, origin, lease, now) {
      const { head, ended, all } = await peek(chunks, SMALL + 1);
      if (!ended) {
        const hasher = await openHasher();
        const staged = await stageChunks(store, all(), (chunk) => hasher.update(chunk));
        return adopt(staged, hasher.digest(), origin, lease, now);
      }
      const tar = concat(head);
      const diffId = await digestOf(tar);
      return once(diffId, lease, async () => {
        const indexed = indexLayer(tar, now);
        await store.putBlob(tar, lease);
        return register(diffId, indexed, origin, now);
      });
    },
    adopt,
    find,
    stack: (diffIds) =>
      Promise.all(
        diffIds.map(async (diffId) => {
          const layer = await find(diffId);
          if (!layer) throw failure('ESYSTEM', `layer does not exist: ${diffId}`);
          return layer;
        }),
      ),
    forget(diffIds) {
      for (const diffId of diffIds) opened.delete(diffId);
    },
    hold() {
      const lease = store.lease();
      holders++;
      let held = true;
      return {
        digests: lease.digests,
        release() {
          if (held) holders--;
          held = false;
          lease.release();
        },
      };
    },
    holders: () => holders,
  };
}

/** Indexes go to every worker that mounts the layer, so they lie on shared memory where there is any. */
function shared(index: Uint8Array): Uint8Array {
  if (typeof SharedArrayBuffer === 'undefined' || index.buffer instanceof SharedArrayBuffer) return index;
  const copy = new Uint8Array(new SharedArrayBuffer(index.length));
  copy.set(index);
  return copy;
}
