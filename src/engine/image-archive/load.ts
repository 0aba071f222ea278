/**
 * `docker load`: the images of an archive, with the names that it gives them.
 *
 * @see moby image/tarexport/load.go
 */
import { type ByteSource, compressionOf, type Digest, decompress, goJson } from '../../base/index.ts';
import {
  canonicalReference,
  familiarReference,
  type ImageConfig,
  type Platform,
  parseReference,
  type Reference,
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
import { stageChunks } from '../stage-chunks.ts';
import { sweepLayers } from '../sweep.ts';
import { amountMessage } from '../transfer-progress.ts';
import type { Engine } from '../types.ts';
import { readArchivedConfig } from './config.ts';
import { type ArchivedImage, imagesOf } from './contents.ts';
import { stageArchive } from './staging.ts';
import type { ArchiveFile, ArchiveTree } from './tree.ts';

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
    const parents = new Map<Digest, string>();
    for (const image of imagesOf(files, platform ?? PLATFORM)) {
      signal.throwIfAborted();
      const { bytes, id, config } = readArchivedConfig(files, image);
      if (platform && !runsOn(config, platform)) continue;
      await loadLayers(engine, files, image, config, lease, options);
      await engine.host.store.putBlob(bytes, lease);
      await commitImage(engine, { id, config }, image.names, emit);
      named = image.names.length;
      ids.push(id);
      if (image.parent) parents.set(id, image.parent);
      logImage(engine, { action: 'load', id, name: id, labels: labelsOf(engine.state.current(), id) });
    }
    await linkParents(engine, ids, parents);
  } finally {
    lease.release();
    await files.discard();
    // What a failed load left behind goes; after a good one this finds nothing.
    await sweepLayers(engine);
  }
  // As dockerd has it: what counts are the names of the last one.
  const list = ids.map((id) => `Loaded image ID: ${id}\n`).join('');
  if (named === 0) emit(list ? { stream: list } : {});
}

async function loadLayers(
  engine: Engine,
  files: ArchiveTree,
  image: ArchivedImage,
  config: ImageConfig,
  lease: Lease,
  options: LoadOptions,
): Promise<void> {
  for (const [i, diffId] of config.rootfs.diff_ids.entries()) {
    lease.digests.add(diffId);
    if (await engine.layers.find(diffId)) continue;
    const file = files.file(image.layers[i]!);
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

/** The layer's tar where it can be adopted, and its digest. What is not compressed stays where it was staged. */
async function stageLayer(
  engine: Engine,
  { source, staged }: ArchiveFile,
  diffId: Digest,
  { quiet, emit, signal }: LoadOptions,
): Promise<{ readonly staged: Staged; readonly actual: Digest }> {
  const report = quiet ? () => {} : layerProgress(shortId(diffId), source.size, emit);
  const hasher = await engine.host.openHasher();
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

/** An image with its names, up to the first that is none: then that is thrown, and the image is there. */
async function commitImage(
  engine: Engine,
  image: ImageRecord,
  texts: readonly string[],
  emit: LoadOptions['emit'],
): Promise<void> {
  const { names, problem } = namesOf(texts);
  const replaced = await engine.state.change((state) => {
    const record: ImageRecord = { ...image, ...state.image.get(image.id) };
    const former = names.map((name) => state.ref.get(canonicalReference(name))?.image);
    const changes: Change[] = names.length
      ? names.flatMap((name) => tagChanges(record, canonicalReference(name), engine.host.clock.now()))
      : [{ table: 'image', key: image.id, value: record }];
    return { changes, result: former };
  });
  for (const [i, name] of names.entries()) tellName(name, replaced[i], image.id, emit);
  if (problem) throw problem;
}

function namesOf(texts: readonly string[]): { readonly names: Reference[]; readonly problem?: unknown } {
  const names: Reference[] = [];
  try {
    for (const text of texts) {
      const reference = parseReference(text);
      if (!reference.tag || reference.digest) {
        throw failure('ESYSTEM', `invalid tag ${JSON.stringify(text)}`);
      }
      names.push(reference);
    }
  } catch (problem) {
    return { names, problem };
  }
  return { names };
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

/** Which of the images were committed from which: of those that came together. */
async function linkParents(
  engine: Engine,
  loaded: readonly Digest[],
  parents: ReadonlyMap<Digest, string>,
): Promise<void> {
  for (const [id, parent] of parents) {
    if (id === parent || !loaded.includes(parent as Digest)) continue;
    await engine.state.change((state) => {
      const [image, above] = [state.image.get(id), state.image.get(parent)];
      if (!image || !above) return { changes: [], result: undefined };
      if (!isStepFrom(image, above)) {
        throw failure('ESYSTEM', `image ${parent} is not a valid parent for ${id}`);
      }
      const value: ImageRecord = { ...image, parent: above.id };
      return { changes: [{ table: 'image', key: id, value }], result: undefined };
    });
  }
}

/** Whether an image's history is its parent's with one step more. @see moby checkValidParent */
function isStepFrom(image: ImageRecord, parent: ImageRecord): boolean {
  const [mine, theirs] = [image.config.history ?? [], parent.config.history ?? []];
  if (mine.length === 0 && theirs.length === 0) return true;
  return mine.length - theirs.length === 1 && theirs.every((entry, i) => goJson(entry) === goJson(mine[i]));
}
