/**
 * Pulling: a reference to an image with all its layers here, and `docker pull`'s progress.
 *
 * Layers are downloaded three at a time and registered from the lowest up, as dockerd does; the
 * image appears with the one commit at the end.
 *
 * @see moby distribution/pull_v2.go, distribution/xfer
 */
import { type Digest, decode, digestOf } from '../base/index.ts';
import {
  canonicalName,
  canonicalReference,
  type Descriptor,
  familiarName,
  familiarReference,
  type ImageConfig,
  type Platform,
  type Reference,
  readImageConfig,
} from '../oci/index.ts';
import type { Lease } from '../store/index.ts';
import type { LayerRef } from '../vfs/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { failure } from './failure.ts';
import { shortId } from './ids.ts';
import { tagChanges } from './image-tag.ts';
import type { ImageRecord } from './records.ts';
import type { Change } from './state.ts';
import { sweepLayers } from './sweep.ts';
import type { Engine, LayerProgress, RemoteImage } from './types.ts';

/** The engine's own platform. */
export const PLATFORM: Platform = { architecture: 'amd64', os: 'linux' };

/** dockerd's default of concurrent downloads. */
const DOWNLOADS = 3;

export interface PullOptions {
  readonly platform: Platform;
  readonly signal: AbortSignal;
  readonly emit: (message: ProgressMessage) => void;
}

/** Fetches what a reference names and gives it that name. Failures are thrown: none is emitted. */
export async function pullImage(engine: Engine, reference: Reference, options: PullOptions): Promise<void> {
  const { emit, signal, platform } = options;
  const shownName = reference.domain === 'docker.io' ? reference.path : canonicalName(reference);
  const lease = engine.layers.hold();
  try {
    const remote = await engine.host.registry.resolve(reference, { platform, signal });
    emit({ status: `Pulling from ${shownName}`, id: reference.tag ?? reference.digest ?? 'latest' });
    const id = await digestOf(remote.config);
    const before = engine.state.current().image.get(id);
    const complete = before && (await isComplete(engine, before));
    if (!complete)
      await fetchLayers(engine, reference, remote, {
        signal,
        lease,
        report: reporter(engine, reference, emit),
      });
    const isNew = await adopt(engine, reference, remote, id, lease);
    emit({ status: `Digest: ${remote.digest}` });
    const shown = familiarReference(reference);
    emit({
      status: isNew
        ? `Status: Downloaded newer image for ${shown}`
        : `Status: Image is up to date for ${shown}`,
    });
    engine.events.log('image', 'pull', shown, {
      ...labelsOf(parseConfig(remote)),
      name: familiarName(reference),
    });
  } finally {
    lease.release();
    // What a failed pull left behind goes; after a good one this finds nothing.
    await sweepLayers(engine);
  }
}

/** The image's layers as mountable refs, lowest first; what is missing is downloaded. */
export async function fetchLayers(
  engine: Engine,
  reference: Reference,
  remote: RemoteImage,
  options: { signal: AbortSignal; lease: Lease; report: LayerReporter },
): Promise<LayerRef[]> {
  const { signal, lease, report } = options;
  const diffIds = parseConfig(remote).rootfs.diff_ids;
  const descriptors = remote.manifest.layers;
  if (diffIds.length !== descriptors.length) {
    throw failure('ESYSTEM', `image has ${descriptors.length} layers, its config names ${diffIds.length}`);
  }
  for (const diffId of diffIds) lease.digests.add(diffId);
  const found = await Promise.all(diffIds.map((diffId) => engine.layers.find(diffId)));
  for (const [i, layer] of descriptors.entries())
    report(layer, found[i] ? 'exists' : 'queued', 0, layer.size);
  const slots = createSlots(DOWNLOADS);
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const downloads = descriptors.map((layer, i) =>
    found[i]
      ? undefined
      : slots(() =>
          engine.host.registry.layer(reference, layer, {
            signal: either,
            onProgress: (progress) => report(layer, progress.phase, progress.current, progress.total),
          }),
        ),
  );
  // Whichever fails first is the one that is awaited or reported; the rest fail along with it.
  for (const download of downloads) download?.catch(() => {});
  const layers: LayerRef[] = [];
  try {
    for (const [i, layer] of descriptors.entries()) {
      const tar = await downloads[i];
      layers.push(tar ? await register(engine, tar, layer, diffIds[i]!, lease, report) : found[i]!);
    }
  } catch (error) {
    stop.abort(error);
    throw error;
  }
  return layers;
}

async function register(
  engine: Engine,
  tar: Uint8Array,
  layer: Descriptor,
  diffId: Digest,
  lease: Lease,
  report: LayerReporter,
): Promise<LayerRef> {
  const ref = await engine.layers.add(tar, 'pulled', lease, engine.host.clock.now());
  if (ref.diffId !== diffId) throw failure('ESYSTEM', `layers from manifest don't match image configuration`);
  report(layer, 'complete', layer.size, layer.size);
  return ref;
}

export type LayerPhase = LayerProgress['phase'] | 'exists' | 'queued' | 'complete';
export type LayerReporter = (layer: Descriptor, phase: LayerPhase, current: number, total: number) => void;

/** Layer progress in the words of `docker pull`. */
function reporter(
  engine: Engine,
  reference: Reference,
  emit: (message: ProgressMessage) => void,
): LayerReporter {
  const last = new Map<string, LayerPhase>();
  return (layer, phase, current, total) => {
    const id = shortId(layer.digest);
    const changed = last.get(id) !== phase;
    const former = last.get(id);
    last.set(id, phase);
    const say = (status: string, progress = false): void => {
      emit({
        status,
        progressDetail: progress ? { current, total } : {},
        ...(progress ? { progress: progressBar(current, total) } : {}),
        id,
      });
      engine.progress.emit({
        type: 'pull',
        reference: familiarReference(reference),
        id,
        status,
        current,
        total,
      });
    };
    if (phase === 'downloading') say('Downloading', true);
    else if (phase === 'extracting') {
      if (changed && former !== 'verifying') say('Verifying Checksum');
      if (changed) say('Download complete');
      say('Extracting', true);
    } else if (changed && phase === 'exists') say('Already exists');
    else if (changed && phase === 'queued') say('Pulling fs layer');
    else if (changed && phase === 'verifying') say('Verifying Checksum');
    else if (changed && phase === 'complete') say('Pull complete');
  };
}

/** The bar that dockerd sends along: `[=====>     ]  1.2MB/3.4MB`. */
function progressBar(current: number, total: number): string {
  if (current <= 0 && total <= 0) return '';
  const size = humanSize(current).padStart(8);
  if (total <= 0) return size;
  const half = Math.min(50, Math.trunc(((current / total) * 100) / 2));
  const arrow =
    half < 50 ? `${'='.repeat(Math.max(0, half))}>${' '.repeat(49 - half)}` : '='.repeat(49).concat('>');
  return `[${arrow}]  ${size}/${humanSize(total)}`;
}

/** go-units' HumanSize: decimal, four significant digits. */
function humanSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(4))}${units[unit]}`;
}

/** Commits the image and its names; answers whether anything is different from before. */
async function adopt(
  engine: Engine,
  reference: Reference,
  remote: RemoteImage,
  id: Digest,
  lease: Lease,
): Promise<boolean> {
  await engine.host.store.putBlob(remote.config, lease);
  const now = engine.host.clock.now();
  return engine.state.change((state) => {
    const image: ImageRecord = state.image.get(id) ?? { id, config: parseConfig(remote) };
    const named = canonicalReference(reference);
    const pinned = `${canonicalName(reference)}@${remote.digest}`;
    const isNew = !state.image.has(id) || state.ref.get(named)?.image !== id;
    const changes: Change[] = reference.tag
      ? tagChanges(image, named, now)
      : [{ table: 'image', key: id, value: image }];
    changes.push({ table: 'ref', key: pinned, value: { reference: pinned, image: id } });
    return { changes, result: isNew };
  });
}

async function isComplete(engine: Engine, image: ImageRecord): Promise<boolean> {
  const layers = await Promise.all(image.config.rootfs.diff_ids.map((id) => engine.layers.find(id)));
  return layers.every((layer) => layer !== undefined);
}

/** @throws where the config is none: it is a stranger's document */
export function parseConfig(remote: RemoteImage): ImageConfig {
  return readImageConfig(decode(remote.config));
}

function labelsOf(config: ImageConfig): Readonly<Record<string, string>> {
  return config.config?.Labels ?? {};
}

/** Lets only so many run at a time, in the order in which they came. */
function createSlots(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
