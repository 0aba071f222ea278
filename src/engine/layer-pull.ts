/**
 * The layers of a pull: downloaded three at a time, each once, and registered from the lowest up, as
 * dockerd does.
 *
 * @see moby distribution/xfer
 */
import type { Digest } from '../base/index.ts';
import { type Descriptor, familiarReference, type Reference } from '../oci/index.ts';
import type { Credentials, LayerProgress, RemoteImage } from '../registry/index.ts';
import type { Lease } from '../store/index.ts';
import type { LayerRef } from '../vfs/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { failure } from './failure.ts';
import { shortId } from './ids.ts';
import { parseConfig } from './remote-config.ts';
import { createSlots } from './slots.ts';
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
    throw failure('ESYSTEM', `image has ${descriptors.length} layers, its config names ${diffIds.length}`);
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
      const tar = await downloads.get(diffId)!;
      downloads.delete(diffId);
      layers.set(diffId, await register(engine, tar, layer, diffId, options));
    }
  } catch (error) {
    stop.abort(error);
    throw error;
  }
  return diffIds.map((diffId) => layers.get(diffId)!);
}

function startDownloads(
  engine: Engine,
  reference: Reference,
  missing: ReadonlyMap<Digest, Descriptor>,
  { signal, credentials, report }: FetchLayersOptions,
): Map<Digest, Promise<Uint8Array>> {
  const slots = createSlots(DOWNLOADS);
  const downloads = new Map<Digest, Promise<Uint8Array>>();
  for (const [diffId, layer] of missing) {
    const download = slots(
      () =>
        engine.host.registry.layer(reference, layer, {
          signal,
          credentials,
          onProgress: ({ phase, current, total }) => report(layer, phase, current, total),
        }),
      () => report(layer, 'waiting', 0, layer.size),
    );
    // Whichever fails first is the one that is awaited or reported; the rest fail along with it.
    download.catch(() => {});
    downloads.set(diffId, download);
  }
  return downloads;
}

async function register(
  engine: Engine,
  tar: Uint8Array,
  layer: Descriptor,
  diffId: Digest,
  { lease, report }: FetchLayersOptions,
): Promise<LayerRef> {
  const ref = await engine.layers.add(tar, 'pulled', lease, engine.host.clock.now());
  if (ref.diffId !== diffId) throw failure('ESYSTEM', `layers from manifest don't match image configuration`);
  report(layer, 'complete', layer.size, layer.size);
  return ref;
}

export type LayerPhase = LayerProgress['phase'] | 'exists' | 'queued' | 'waiting' | 'complete';
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
    const former = last.get(id);
    last.set(id, phase);
    const say = (status: string, withAmounts = false): void => {
      emit(withAmounts ? amountMessage(id, status, current, total) : statusMessage(id, status));
      const shown = familiarReference(reference);
      engine.progress.emit({ type: 'pull', reference: shown, id, status, current, total });
    };
    if (phase === 'downloading') say('Downloading', true);
    else if (phase === 'extracting') {
      if (changed && former !== 'verifying') say('Verifying Checksum');
      if (changed) say('Download complete');
      say('Extracting', true);
    } else if (phase === 'retrying') say(retryWords(current));
    else if (changed && phase in PHASES) say(PHASES[phase]!);
  };
}

const PHASES: Partial<Readonly<Record<LayerPhase, string>>> = {
  exists: 'Already exists',
  queued: 'Pulling fs layer',
  waiting: 'Waiting',
  verifying: 'Verifying Checksum',
  complete: 'Pull complete',
};
