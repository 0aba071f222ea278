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
  platformText,
  type Reference,
  readImageConfig,
  runsOn,
} from '../oci/index.ts';
import type { Credentials, LayerProgress, RemoteImage } from '../registry/index.ts';
import type { Lease } from '../store/index.ts';
import type { LayerRef } from '../vfs/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { failure } from './failure.ts';
import { shortId } from './ids.ts';
import { tagChanges } from './image-tag.ts';
import { isReusable, sourceChanges } from './layer-sources.ts';
import type { ImageRecord } from './records.ts';
import { createSlots } from './slots.ts';
import type { Change } from './state.ts';
import { sweepLayers } from './sweep.ts';
import { amountMessage, retryWords, statusMessage } from './transfer-progress.ts';
import type { Engine } from './types.ts';

/** The engine's own platform. */
export const PLATFORM: Platform = { architecture: 'amd64', os: 'linux' };

/** dockerd's default of concurrent downloads. */
const DOWNLOADS = 3;

export interface PullOptions {
  /** The engine's own where absent. */
  readonly platform?: Platform | undefined;
  readonly credentials?: Credentials | undefined;
  readonly signal: AbortSignal;
  readonly emit: (message: ProgressMessage) => void;
}

/** Fetches what a reference names and gives it that name. Failures are thrown: none is emitted. */
export async function pullImage(engine: Engine, reference: Reference, options: PullOptions): Promise<void> {
  const isNew = await pullOne(engine, reference, options);
  const shown = familiarReference(reference);
  tellStatus(options, shown, isNew);
  const config = imageOf(engine, reference)?.config;
  if (config) warnOfPlatform(config, shown, options);
}

/** All tags of a repository, one after the other. */
export async function pullAllTags(engine: Engine, reference: Reference, options: PullOptions): Promise<void> {
  const { signal, credentials } = options;
  let isNew = false;
  for (const tag of await engine.host.registry.tags(reference, { signal, credentials })) {
    isNew = (await pullOne(engine, { ...reference, tag }, options)) || isNew;
  }
  tellStatus(options, familiarName(reference), isNew);
}

function tellStatus({ emit }: PullOptions, shown: string, isNew: boolean): void {
  emit({
    status: isNew
      ? `Status: Downloaded newer image for ${shown}`
      : `Status: Image is up to date for ${shown}`,
  });
}

/** A registry's only manifest is taken for what was asked, whatever it is for. */
function warnOfPlatform(config: ImageConfig, shown: string, { emit, platform }: PullOptions): void {
  if (!platform || runsOn(config, platform)) return;
  emit({
    status: `WARNING: image with reference ${shown} was found but its platform (${platformText(config)}) does not match the specified platform (${platformText(platform)})`,
  });
}

/** Answers whether anything is different from before. */
async function pullOne(engine: Engine, reference: Reference, options: PullOptions): Promise<boolean> {
  const { emit, signal, credentials, platform = PLATFORM } = options;
  const pinned = reference.digest && `${canonicalName(reference)}@${reference.digest}`;
  const lease = engine.layers.hold();
  try {
    const remote = await engine.host.registry.resolve(reference, {
      platform,
      signal,
      credentials,
      onFound: () =>
        emit({ status: `Pulling from ${reference.path}`, id: pinned ?? reference.tag ?? 'latest' }),
    });
    const id = await digestOf(remote.config);
    const before = engine.state.current().image.get(id);
    const complete = before && (await isComplete(engine, before));
    if (!complete)
      await fetchLayers(engine, reference, remote, {
        signal,
        credentials,
        lease,
        report: reporter(engine, reference, emit),
      });
    const isNew = await adopt(engine, reference, remote, id, lease);
    emit({ status: `Digest: ${remote.digest}` });
    engine.events.log('image', 'pull', familiarReference(reference), {
      ...labelsOf(parseConfig(remote)),
      name: familiarName(reference),
    });
    return isNew;
  } finally {
    lease.release();
    // What a failed pull left behind goes; after a good one this finds nothing.
    await sweepLayers(engine);
  }
}

function imageOf(engine: Engine, { tag, ...reference }: Reference): ImageRecord | undefined {
  const state = engine.state.current();
  const named = canonicalReference(reference.digest || !tag ? reference : { ...reference, tag });
  const record = state.ref.get(named);
  return record && state.image.get(record.image);
}

/** The image's layers as mountable refs, lowest first; what is missing is downloaded. */
export async function fetchLayers(
  engine: Engine,
  reference: Reference,
  remote: RemoteImage,
  options: {
    signal: AbortSignal;
    credentials?: Credentials | undefined;
    lease: Lease;
    report: LayerReporter;
  },
): Promise<LayerRef[]> {
  const { signal, credentials, lease, report } = options;
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
      : slots(
          () =>
            engine.host.registry.layer(reference, layer, {
              signal: either,
              credentials,
              onProgress: (progress) => report(layer, progress.phase, progress.current, progress.total),
            }),
          () => report(layer, 'waiting', 0, layer.size),
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

export type LayerPhase = LayerProgress['phase'] | 'exists' | 'queued' | 'waiting' | 'complete';
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
    const isNew = !state.image.has(id) || state.ref.get(reference.digest ? pinned : named)?.image !== id;
    // With a digest, the tag is only said along.
    const changes: Change[] =
      reference.tag && !reference.digest
        ? tagChanges(image, named, now)
        : [{ table: 'image', key: id, value: image }];
    changes.push({ table: 'ref', key: pinned, value: { reference: pinned, image: id } });
    changes.push(...sourceChanges(state, reference, reusableLayers(image.config, remote)));
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

function reusableLayers(
  { rootfs }: ImageConfig,
  { manifest }: RemoteImage,
): { diffId: Digest; blob: Descriptor }[] {
  return manifest.layers
    .map((blob, i) => ({ diffId: rootfs.diff_ids[i]!, blob }))
    .filter(({ blob }) => isReusable(blob));
}
