/**
 * `docker import`: a tar of files as an image of one layer.
 *
 * @see moby daemon/images/image_import.go
 */
import { type ByteSource, digestOf, encode, goJson, messageOf, sourceOf } from '../../base/index.ts';
import { applyChanges } from '../../builder/index.ts';
import { canonicalReference, familiarReference, type Platform, type Reference } from '../../oci/index.ts';
import type { Staged } from '../../store/index.ts';
import type { ProgressMessage } from '../docker-types.ts';
import { failure, invalid } from '../failure.ts';
import { logImage } from '../image-events.ts';
import { logTag, tagChanges } from '../image-tag.ts';
import type { ImageRecord } from '../records.ts';
import { stageChunks } from '../stage-chunks.ts';
import type { Change } from '../state.ts';
import { sweepLayers } from '../sweep.ts';
import { rfc3339Nano } from '../time.ts';
import type { Engine } from '../types.ts';
import { goConfig } from './legacy.ts';
import { plainChunks } from './staging.ts';

export interface ImportRequest {
  readonly reference: Reference | undefined;
  /** Says in the image's history where it came from. */
  readonly message: string;
  /** Dockerfile instructions to apply. */
  readonly changes: readonly string[];
  readonly platform: Platform;
  readonly emit: (message: ProgressMessage) => void;
}

/** The image appears with one commit at the end; its ID is emitted. */
export async function importImage(engine: Engine, body: ByteSource, request: ImportRequest): Promise<void> {
  const { platform, reference } = request;
  if (platform.os !== 'linux') throw invalid('operating system is not supported');
  const run = runConfig(request);
  const lease = engine.layers.hold();
  const stages = new Set<Staged>();
  try {
    const hasher = await engine.host.openHasher();
    const chunks = await plainChunks(engine, body, stages);
    const staged = await stageChunks(engine.host.store, chunks, (chunk) => void hasher.update(chunk));
    stages.add(staged);
    const diffId = hasher.digest();
    const now = engine.host.clock.now();
    await engine.layers.adopt(staged, diffId, 'built', lease, now);
    const created = rfc3339Nano(now);
    const config = {
      architecture: platform.architecture,
      comment: request.message,
      config: goConfig(run),
      container_config: goConfig({}),
      created,
      docker_version: '28.5.2',
      history: [{ created, comment: request.message }],
      os: platform.os,
      rootfs: { type: 'layers' as const, diff_ids: [diffId] },
      ...(platform.variant ? { variant: platform.variant } : {}),
    };
    const bytes = encode(goJson(config));
    const id = await digestOf(bytes);
    await engine.host.store.putBlob(bytes, lease);
    await commitImage(engine, { id, config: JSON.parse(goJson(config)) as ImageRecord['config'] }, reference);
    logImage(engine, { action: 'import', id, name: id, labels: run.Labels ?? {} });
    if (reference) logTag(engine, id, familiarReference(reference));
    request.emit({ status: id });
  } finally {
    lease.release();
    await Promise.all([...stages].map((staged) => staged.discard()));
    await sweepLayers(engine);
  }
}

/** What is at an address, for `docker import URL`. @throws in dockerd's words */
export async function download(
  engine: Engine,
  url: string,
  emit: (message: ProgressMessage) => void,
  signal: AbortSignal,
): Promise<ByteSource> {
  // In Go's words; fetch has none of its own.
  if (!/^https?:\/\/[^/?#]/i.test(url)) {
    throw failure('ESYSTEM', `Get ${JSON.stringify(url.replace(/\/\/$/, ''))}: http: no Host in request URL`);
  }
  let response: Response;
  try {
    response = await engine.host.fetch(url, { signal });
  } catch (error) {
    throw failure('ESYSTEM', `Get ${JSON.stringify(url)}: ${messageOf(error)}`, error);
  }
  if (response.status >= 400 || !response.body) {
    throw failure('ESYSTEM', `Got HTTP status code >= 400: ${response.status} ${response.statusText}`);
  }
  emit({ status: `Downloading from ${url}` });
  const reader = response.body.getReader();
  async function* chunks(): AsyncGenerator<Uint8Array, void, void> {
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      await reader.cancel().catch(() => {});
    }
  }
  return sourceOf(chunks());
}

function runConfig({ changes, platform }: ImportRequest): ReturnType<typeof applyChanges> {
  try {
    return applyChanges({}, changes, platform);
  } catch (error) {
    throw invalid(messageOf(error));
  }
}

function commitImage(engine: Engine, image: ImageRecord, reference: Reference | undefined): Promise<void> {
  const changes: Change[] = reference
    ? tagChanges(image, canonicalReference(reference), engine.host.clock.now())
    : [{ table: 'image', key: image.id, value: image }];
  return engine.state.change(() => ({ changes, result: undefined }));
}
