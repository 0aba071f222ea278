/**
 * Pushing: an image's layers and its config to a registry, then a manifest under each tag.
 *
 * A layer that the repository has is left; one that the registry has elsewhere is taken over; others
 * are compressed and sent, five at a time. The manifest is Docker's, to the byte.
 *
 * @see moby distribution/push_v2.go
 */
import { type Digest, digestOf, encode, messageOf, StrataError } from '../base/index.ts';
import {
  canonicalName,
  canonicalReference,
  type Descriptor,
  familiarName,
  familiarReference,
  MEDIA,
  type Reference,
} from '../oci/index.ts';
import type { Credentials } from '../registry/index.ts';
import type { ProgressMessage } from './docker-types.ts';
import { failure, invalid } from './failure.ts';
import { shortId } from './ids.ts';
import { labelsOf } from './image-events.ts';
import { pushLayer } from './layer-push.ts';
import { sourceChanges } from './layer-sources.ts';
import type { ImageRecord } from './records.ts';
import { createSlots } from './slots.ts';
import type { Change, State } from './state.ts';
import { statusMessage } from './transfer-progress.ts';
import type { Engine } from './types.ts';

/** dockerd's default of concurrent uploads. */
const UPLOADS = 5;

export interface PushOptions {
  readonly credentials?: Credentials | undefined;
  readonly signal: AbortSignal;
  readonly emit: (message: ProgressMessage) => void;
}

/** Sends one tag, or without one all of the repository. @throws with dockerd's words */
export async function pushImage(engine: Engine, reference: Reference, options: PushOptions): Promise<void> {
  if (reference.digest) throw invalid('cannot push a digest reference');
  options.emit({ status: `The push refers to repository [${canonicalName(reference)}]` });
  const images = imagesOf(engine.state.current(), reference);
  const { tag: _, ...repository } = reference;
  if (imagesOf(engine.state.current(), repository).length === 0) {
    throw failure('ENOTFOUND', `An image does not exist locally with the tag: ${familiarName(reference)}`);
  }
  try {
    await engine.host.registry.reach(reference.domain, options);
    if (images.length === 0) {
      throw failure('ENOTFOUND', `tag does not exist: ${familiarReference(reference)}`);
    }
    for (const { tag, image } of images) await pushOne(engine, { ...reference, tag }, image, options);
  } catch (error) {
    const bare = error instanceof StrataError ? (error.data['first'] ?? error.data['bare']) : undefined;
    throw failure('ESYSTEM', typeof bare === 'string' ? bare : messageOf(error), error);
  }
  const [only] = images;
  const shown = reference.tag ? familiarReference(reference) : familiarName(reference);
  const labels = only ? labelsOf(engine.state.current(), only.image.id) : {};
  engine.events.log('image', 'push', shown, { ...labels, name: familiarName(reference) });
}

function imagesOf(state: State, reference: Reference): { tag: string; image: ImageRecord }[] {
  const prefix = `${canonicalName(reference)}:`;
  const found: { tag: string; image: ImageRecord }[] = [];
  for (const record of state.ref.values()) {
    if (!record.reference.startsWith(prefix)) continue;
    const tag = record.reference.slice(prefix.length);
    const image = state.image.get(record.image);
    if (image && (reference.tag === undefined || reference.tag === tag)) found.push({ tag, image });
  }
  return found.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

async function pushOne(
  engine: Engine,
  reference: Reference & { readonly tag: string },
  image: ImageRecord,
  { emit, signal, credentials }: PushOptions,
): Promise<void> {
  const { registry, store } = engine.host;
  const diffIds = image.config.rootfs.diff_ids;
  for (const diffId of [...diffIds].reverse()) emit(statusMessage(shortId(diffId), 'Preparing'));
  const blobs = await pushLayers(engine, reference, diffIds, { emit, signal, credentials });
  const config = (await store.readBlob(image.id))!;
  if ((await registry.has(reference, image.id, { signal, credentials })) === undefined) {
    await registry.upload(reference, image.id, config, { signal, credentials });
  }
  const manifest = encode(manifestText({ digest: image.id, size: config.length }, diffIds, blobs));
  await registry.putManifest(reference, MEDIA.dockerManifest, manifest, { signal, credentials });
  const digest = await digestOf(manifest);
  await remember(engine, reference, image, digest, blobs);
  emit({ status: `${reference.tag}: digest: ${digest} size: ${manifest.length}` });
  emit({ progressDetail: {}, aux: { Tag: reference.tag, Digest: digest, Size: manifest.length } });
}

type Blob = Pick<Descriptor, 'digest' | 'size'>;

async function pushLayers(
  engine: Engine,
  reference: Reference,
  diffIds: readonly Digest[],
  options: PushOptions,
): Promise<ReadonlyMap<Digest, Blob>> {
  const slots = createSlots(UPLOADS);
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const unique = [...new Set([...diffIds].reverse())];
  const pushes = unique.map((diffId) =>
    slots(
      async () => [diffId, await pushLayer(engine, reference, diffId, { ...options, signal })] as const,
      () => options.emit(statusMessage(shortId(diffId), 'Waiting')),
    ),
  );
  try {
    return new Map(await Promise.all(pushes));
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(pushes);
    throw error;
  }
}

/** As Go's encoder writes it, so that what is pushed again has the digest that it had. */
function manifestText(config: Blob, diffIds: readonly Digest[], blobs: ReadonlyMap<Digest, Blob>): string {
  const described = (mediaType: string, { digest, size }: Blob) => ({ mediaType, size, digest });
  const manifest = {
    schemaVersion: 2,
    mediaType: MEDIA.dockerManifest,
    config: described(MEDIA.dockerConfig, config),
    layers: diffIds.map((diffId) => described(MEDIA.dockerLayer, blobs.get(diffId)!)),
  };
  return JSON.stringify(manifest, null, 3);
}

/** The digest becomes one of the image's names, and what the repository has is known. */
async function remember(
  engine: Engine,
  reference: Reference,
  image: ImageRecord,
  digest: Digest,
  blobs: ReadonlyMap<Digest, Blob>,
): Promise<void> {
  const { tag: _, ...untagged } = reference;
  const pinned = canonicalReference({ ...untagged, digest });
  await engine.state.change((state) => {
    if (!state.image.has(image.id)) return { changes: [], result: undefined };
    const layers = [...blobs].map(([diffId, blob]) => ({ diffId, blob }));
    const changes: Change[] = [
      { table: 'ref', key: pinned, value: { reference: pinned, image: image.id } },
      ...sourceChanges(state, reference, layers),
    ];
    return { changes, result: undefined };
  });
}
