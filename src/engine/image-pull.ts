/**
 * Pulling: a reference to an image with all its layers here. The image appears with the one commit
 * at the end.
 *
 * @see moby distribution/pull_v2.go, distribution/xfer
 */
import { type Digest, digestOf } from '../base/index.ts';
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
  runsOn,
} from '../oci/index.ts';
import type { Credentials, RemoteImage } from '../registry/index.ts';
import type { Lease } from '../store/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { tagChanges } from './image-tag.ts';
import { fetchLayers, layerReporter } from './layer-pull.ts';
import { isReusable, sourceChanges } from './layer-sources.ts';
import { checkManifest } from './manifest-check.ts';
import type { ImageRecord } from './records.ts';
import { parseConfig } from './remote-config.ts';
import type { Change } from './state.ts';
import { sweepLayers } from './sweep.ts';
import type { Engine } from './types.ts';

/** The engine's own platform. */
export const PLATFORM: Platform = { architecture: 'amd64', os: 'linux' };

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
  const labels = config?.config?.Labels ?? {};
  engine.events.log('image', 'pull', shown, { ...labels, name: familiarName(reference) });
  if (config) warnOfPlatform(config, shown, options);
}

/** All tags of a repository, one after the other. */
export async function pullAllTags(engine: Engine, reference: Reference, options: PullOptions): Promise<void> {
  const { signal, credentials } = options;
  let isNew = false;
  for (const tag of await engine.host.registry.tags(reference, { signal, credentials })) {
    isNew = (await pullOne(engine, { ...reference, tag }, options)) || isNew;
  }
  const name = familiarName(reference);
  tellStatus(options, name, isNew);
  engine.events.log('image', 'pull', name, { name });
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
    checkManifest(remote);
    const id = await digestOf(remote.config);
    const before = engine.state.current().image.get(id);
    const complete = before && (await isComplete(engine, before));
    if (!complete)
      await fetchLayers(engine, reference, remote, {
        signal,
        credentials,
        lease,
        report: layerReporter(engine, reference, emit),
      });
    const isNew = await adopt(engine, reference, remote, id, lease);
    emit({ status: `Digest: ${remote.digest}` });
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

function reusableLayers(
  { rootfs }: ImageConfig,
  { manifest }: RemoteImage,
): { diffId: Digest; blob: Descriptor }[] {
  return manifest.layers
    .map((blob, i) => ({ diffId: rootfs.diff_ids[i]!, blob }))
    .filter(({ blob }) => isReusable(blob));
}
