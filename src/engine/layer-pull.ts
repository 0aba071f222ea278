/**
 * The layers of a pull: downloaded three at a time, each once, and registered from the lowest up, as
 * dockerd does.
 *
 * @see moby distribution/xfer
 */
import { codeOf, type Digest, decompress, messageOf } from '../base/index.ts';
import { type Descriptor, familiarReference, type Reference } from '../oci/index.ts';
import type { Credentials, LayerProgress, RemoteImage } from '../registry/index.ts';
import type { Lease, Staged } from '../store/index.ts';
import type { LayerRef } from '../vfs/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { failure } from './failure.ts';
import { shortId } from './ids.ts';
import { MOST_LAYERS } from './manifest-check.ts';
import { parseConfig } from './remote-config.ts';
import { createSlots } from './slots.ts';
import { stageChunks } from './stage-chunks.ts';
import { amountMessage, retryWords, statusMessage } from './transfer-progress.ts';
import type { Engine } from './types.ts';

/** dockerd's default of concurrent downloads. */
const DOWNLOADS = 3;

export interface FetchLayersOptions {
  readonly signal: AbortSignal;
  readonly credentials?: Credentials | undefined;
  readonly lease: Lease;
  readonly report: LayerReporter;
}

/** The image's layers as mountable refs, lowest first; what is missing is downloaded. */
export async function fetchLayers(
  engine: Engine,
  reference: Reference,
  remote: RemoteImage,
  options: FetchLayersOptions,
): Promise<LayerRef[]> {
  const diffIds = parseConfig(remote).rootfs.diff_ids;
  const descriptors = remote.manifest.layers;
  if (diffIds.length !== descriptors.length) {
    throw failure('ESYSTEM', `layers from manifest don't match image configuration`);
  }
  for (const diffId of diffIds) options.lease.digests.add(diffId);
  const layers = new Map<Digest, LayerRef>();
  for (const diffId of new Set(diffIds)) {
    const found = await engine.layers.find(diffId);
    if (found) layers.set(diffId, found);
  }
  const missing = new Map<Digest, Descriptor>();
  for (const [i, layer] of descriptors.entries()) {
    const diffId = diffIds[i]!;
    if (layers.has(diffId)) options.report(layer, 'exists', 0, layer.size);
    else if (!missing.has(diffId)) {
      options.report(layer, 'queued', 0, layer.size);
      missing.set(diffId, layer);
    }
  }
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const downloads = startDownloads(engine, reference, missing, { ...options, signal });
  try {
    for (const [diffId, layer] of missing) {
      if (diffIds.indexOf(diffId) >= MOST_LAYERS) {
        throw failure('ESYSTEM', 'failed to register layer: max depth exceeded');
      }
      const blob = await downloads.get(diffId)!;
      layers.set(diffId, await register(engine, blob, layer, diffId, options));
    }
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    // What was unpacked is not needed any more, what was not will not be.
    for (const download of downloads.values()) {
      void download.then((blob) => blob.discard()).catch(() => {});
    }
  }
  return diffIds.map((diffId) => layers.get(diffId)!);
}

function startDownloads(
  engine: Engine,
  reference: Reference,
  missing: ReadonlyMap<Digest, Descriptor>,
  { signal, credentials, report }: FetchLayersOptions,
): Map<Digest, Promise<Staged>> {
  const slots = createSlots(DOWNLOADS);
  const downloads = new Map<Digest, Promise<Staged>>();
  for (const [diffId, layer] of missing) {
    const download = slots(
      async () => {
        const blob = await engine.host.registry.layer(reference, layer, {
          signal,
          credentials,
          stage: () => engine.host.store.stage(),
          onProgress: ({ phase, current, total }) => report(layer, phase, current, total),
        });
        report(layer, 'downloaded', layer.size, layer.size);
        return blob;
      },
      () => report(layer, 'waiting', 0, layer.size),
    );
    // Whichever fails first is the one that is awaited or reported; the rest fail along with it.
    download.catch(() => {});
    downloads.set(diffId, download);
  }
  return downloads;
}

/** Unpacks a layer and puts it onto the shelf. */
async function register(
  engine: Engine,
  blob: Staged,
  layer: Descriptor,
  diffId: Digest,
  { lease, report, signal }: FetchLayersOptions,
): Promise<LayerRef> {
  const hasher = await engine.host.openHasher();
  const plain = decompress(engine.host.openBlob(blob.ref), (current) =>
    report(layer, 'extracting', current, layer.size),
  );
  const tar = await registering(
    stageChunks(engine.host.store, plain, (chunk) => {
      signal.throwIfAborted();
      hasher.update(chunk);
    }),
  );
  if (hasher.digest() !== diffId) {
    await tar.discard();
    throw failure('ESYSTEM', `layers from manifest don't match image configuration`);
  }
  const now = engine.host.clock.now();
  const ref = await registering(engine.layers.adopt(tar, diffId, 'pulled', lease, now));
  report(layer, 'complete', layer.size, layer.size);
  return ref;
}

/** Of what is no layer dockerd says that it failed to register it. */
async function registering<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!['ETAR', 'EGZIP', 'EZSTD'].includes(codeOf(error) ?? '')) throw error;
    throw failure('ESYSTEM', `failed to register layer: ${messageOf(error)}`, error);
  }
}

export type LayerPhase =
  | LayerProgress['phase']
  | 'exists'
  | 'queued'
  | 'waiting'
  | 'downloaded'
  | 'extracting'
  | 'complete';
export type LayerReporter = (layer: Descriptor, phase: LayerPhase, current: number, total: number) => void;

/** Layer progress in the words of `docker pull`. */
export function layerReporter(
  engine: Engine,
  reference: Reference,
  emit: (message: ProgressMessage) => void,
): LayerReporter {
  const last = new Map<string, LayerPhase>();
  return (layer, phase, current, total) => {
    const id = shortId(layer.digest);
    const changed = phase === 'exists' || last.get(id) !== phase;
    last.set(id, phase);
    const say = (status: string, withAmounts = false): void => {
      emit(withAmounts ? amountMessage(id, status, current, total) : statusMessage(id, status));
      const shown = familiarReference(reference);
      engine.progress.emit({ type: 'pull', reference: shown, id, status, current, total });
    };
    if (phase === 'downloading') say('Downloading', true);
    else if (phase === 'extracting') say('Extracting', true);
    else if (phase === 'retrying') say(retryWords(current));
    else if (changed && phase in PHASES) say(PHASES[phase]!);
  };
}

const PHASES: Partial<Readonly<Record<LayerPhase, string>>> = {
  exists: 'Already exists',
  queued: 'Pulling fs layer',
  waiting: 'Waiting',
  verifying: 'Verifying Checksum',
  downloaded: 'Download complete',
  complete: 'Pull complete',
};
