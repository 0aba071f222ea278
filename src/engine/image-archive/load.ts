/**
 * `docker load`: the images of an archive, with the names that it gives them.
 *
 * @see moby image/tarexport/load.go
 */
import {
  type ByteSource,
  compressionOf,
  createHasher,
  type Digest,
  decompress,
  encode,
  isDigest,
} from '../../base/index.ts';
import {
  canonicalReference,
  familiarReference,
  type ImageConfig,
  type Platform,
  type Reference,
  readImageConfig,
  runsOn,
} from '../../oci/index.ts';
import type { Lease, Staged } from '../../store/index.ts';
import type { ProgressMessage } from '../docker-types.ts';
import { failure } from '../failure.ts';
import { shortId } from '../ids.ts';
import { labelsOf, logImage } from '../image-events.ts';
import { PLATFORM } from '../image-pull.ts';
import { tagChanges } from '../image-tag.ts';
import type { ImageRecord } from '../records.ts';
import type { Change } from '../state.ts';
import { sweepLayers } from '../sweep.ts';
import { amountMessage } from '../transfer-progress.ts';
import type { Engine } from '../types.ts';
import { type ArchivedImage, imagesOf, parseJson } from './contents.ts';
import { type ArchiveFile, type ArchiveFiles, stageArchive, stageChunks } from './staging.ts';

export interface LoadOptions {
  /** Without progress of layers. */
  readonly quiet: boolean;
  /** Only images that run on it. */
  readonly platform?: Platform | undefined;
  readonly signal: AbortSignal;
  readonly emit: (message: ProgressMessage) => void;
}

/** Each image appears, with its names, in one commit. Failures are thrown; what was loaded before stays. */
export async function loadImages(engine: Engine, body: ByteSource, options: LoadOptions): Promise<void> {
  const { emit, platform, signal } = options;
  const files = await stageArchive(engine, body, signal);
  const lease = engine.layers.hold();
  const ids: Digest[] = [];
  let named = 0;
  try {
    const loaded = new Set<Digest>();
    for (const image of imagesOf(files, platform ?? PLATFORM)) {
      signal.throwIfAborted();
      const { bytes, id, config } = readConfig(files, image);
      if (platform && !runsOn(config, platform)) continue;
      await loadLayers(engine, files, image, config, lease, options);
      await engine.host.store.putBlob(bytes, lease);
      await commitImage(engine, { id, config }, image, loaded, emit);
      named = image.names.length;
      ids.push(id);
      loaded.add(id);
      logImage(engine, { action: 'load', id, name: id, labels: labelsOf(engine.state.current(), id) });
    }
  } finally {
    lease.release();
    await files.discard();
    // What a failed load left behind goes; after a good one this finds nothing.
    await sweepLayers(engine);
  }
  // As dockerd has it: what counts are the names of the last one.
  if (named === 0) emit({ stream: ids.map((id) => `Loaded image ID: ${id}\n`).join('') });
}

function readConfig(
  files: ArchiveFiles,
  image: ArchivedImage,
): { readonly bytes: Uint8Array; readonly id: Digest; readonly config: ImageConfig } {
  const text = files.text(image.config);
  const document = parseJson(text);
  if (Array.isArray(document)) {
    throw failure('ESYSTEM', 'json: cannot unmarshal array into Go value of type image.Image');
  }
  const config = readImageConfig(text);
  if (config.os !== 'linux') throw failure('ESYSTEM', `cannot load ${config.os} image on linux`);
  const diffIds = config.rootfs.diff_ids;
  if (!diffIds.every(isDigest)) throw failure('ESYSTEM', 'invalid checksum digest format');
  if (image.layers.length !== diffIds.length) {
    throw failure(
      'ESYSTEM',
      `invalid manifest, layers length mismatch: expected ${image.layers.length}, got ${diffIds.length}`,
    );
  }
  const bytes = encode(text);
  return { bytes, id: createHasher().update(bytes).digest(), config };
}

async function loadLayers(
  engine: Engine,
  files: ArchiveFiles,
  image: ArchivedImage,
  config: ImageConfig,
  lease: Lease,
  options: LoadOptions,
): Promise<void> {
  for (const [i, diffId] of config.rootfs.diff_ids.entries()) {
    lease.digests.add(diffId);
    if (await engine.layers.find(diffId)) continue;
    const path = image.layers[i]!;
    const file = files.find(path);
    // Says that it is not there, or too large to be in memory: never so.
    if (!file) throw failure('ESYSTEM', missing(files, path));
    const { staged, actual } = await stageLayer(engine, file, diffId, options);
    if (actual !== diffId) {
      await staged.discard();
      throw failure(
        'ESYSTEM',
        `invalid diffID for layer ${i}: expected ${JSON.stringify(diffId)}, got ${JSON.stringify(actual)}`,
      );
    }
    await engine.layers.adopt(staged, diffId, 'pulled', lease, engine.host.clock.now());
  }
}

function missing(files: ArchiveFiles, path: string): string {
  try {
    files.text(path);
    return `${path}: not a file`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The layer's tar where it can be adopted, and its digest. What is not compressed stays where it was staged. */
async function stageLayer(
  engine: Engine,
  { source, staged }: ArchiveFile,
  diffId: Digest,
  { quiet, emit, signal }: LoadOptions,
): Promise<{ readonly staged: Staged; readonly actual: Digest }> {
  const report = quiet ? () => {} : layerProgress(shortId(diffId), source.size, emit);
  const hasher = createHasher();
  const chunks = decompress(source, report);
  if (staged && compressionOf(source.readSync(0, Math.min(8, source.size))) === undefined) {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      hasher.update(chunk);
    }
    report(source.size, true);
    return { staged, actual: hasher.digest() };
  }
  const plain = await stageChunks(engine, chunks, (chunk) => {
    signal.throwIfAborted();
    hasher.update(chunk);
  });
  report(source.size, true);
  return { staged: plain, actual: hasher.digest() };
}

/** A message for each hundredth, and at least each 512 kB; one more at the end. */
function layerProgress(
  id: string,
  total: number,
  emit: LoadOptions['emit'],
): (current: number, done?: boolean) => void {
  const step = Math.min(512 * 1024, total / 100);
  let last = 0;
  return (current, done = false) => {
    if (!done && current - last <= step) return;
    last = current;
    emit(amountMessage(id, 'Loading layer', current, total));
  };
}

async function commitImage(
  engine: Engine,
  image: ImageRecord,
  { names, parent }: ArchivedImage,
  loaded: ReadonlySet<Digest>,
  emit: LoadOptions['emit'],
): Promise<void> {
  const replaced = await engine.state.change((state) => {
    const known = state.image.get(image.id);
    const withParent = parent && isDigest(parent) && loaded.has(parent) ? { parent } : {};
    const record: ImageRecord = { ...image, ...known, ...withParent };
    const former = names.map((name) => state.ref.get(canonicalReference(name))?.image);
    const changes: Change[] = names.length
      ? names.flatMap((name) => tagChanges(record, canonicalReference(name), engine.host.clock.now()))
      : [{ table: 'image', key: image.id, value: record }];
    return { changes, result: former };
  });
  for (const [i, name] of names.entries()) tellName(name, replaced[i], image.id, emit);
}

function tellName(name: Reference, former: Digest | undefined, id: Digest, emit: LoadOptions['emit']): void {
  const shown = familiarReference(name);
  if (former && former !== id) {
    emit({
      stream: `The image ${shown} already exists, renaming the old one with ID ${former} to empty string\n`,
    });
  }
  emit({ stream: `Loaded image: ${shown}\n` });
}
