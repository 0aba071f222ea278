/**
 * `docker load`: the images of an archive, with the names that it gives them.
 *
 * @see moby image/tarexport/load.go
 */
import { type ByteSource, type Digest, goJson } from '../../base/index.ts';
import { runsOn } from '../../oci/index.ts';
import type { Lease } from '../../store/index.ts';
import { failure } from '../failure.ts';
import { labelsOf, logImage } from '../image-events.ts';
import { PLATFORM } from '../image-pull.ts';
import type { ImageRecord } from '../records.ts';
import { sweepLayers } from '../sweep.ts';
import type { Engine } from '../types.ts';
import { readArchivedConfig } from './config.ts';
import { type ArchivedImage, imagesOf } from './contents.ts';
import { type LoadOptions, loadLayer } from './load-layer.ts';
import { loadLegacy } from './load-legacy.ts';
import { commitImage } from './load-names.ts';
import { stageArchive } from './staging.ts';
import type { ArchiveTree } from './tree.ts';

/** Each image appears, with its names, in one commit. Failures are thrown; what was loaded before stays. */
export async function loadImages(engine: Engine, body: ByteSource, options: LoadOptions): Promise<void> {
  const files = await stageArchive(engine, body, options.signal);
  const lease = engine.layers.hold();
  try {
    const images = imagesOf(files, options.platform ?? PLATFORM);
    if (images) await loadAll(engine, files, images, lease, options);
    else await loadLegacy(engine, files, lease, options);
  } finally {
    lease.release();
    await files.discard();
    // What a failed load left behind goes; after a good one this finds nothing.
    await sweepLayers(engine);
  }
}

async function loadAll(
  engine: Engine,
  files: ArchiveTree,
  images: readonly ArchivedImage[],
  lease: Lease,
  options: LoadOptions,
): Promise<void> {
  const { emit, platform, signal } = options;
  const ids: Digest[] = [];
  const parents = new Map<Digest, string>();
  let named = 0;
  for (const image of images) {
    signal.throwIfAborted();
    const { bytes, id, config } = readArchivedConfig(files, image);
    if (platform && !runsOn(config, platform)) continue;
    for (const [place, diffId] of config.rootfs.diff_ids.entries()) {
      lease.digests.add(diffId);
      if (await engine.layers.find(diffId)) continue;
      await loadLayer(engine, files.file(image.layers[place]!), { diffId, place }, lease, options);
    }
    await engine.host.store.putBlob(bytes, lease);
    await commitImage(engine, { id, config }, image.names, emit);
    named = image.names.length;
    ids.push(id);
    if (image.parent) parents.set(id, image.parent);
    logImage(engine, { action: 'load', id, name: id, labels: labelsOf(engine.state.current(), id) });
  }
  await linkParents(engine, ids, parents);
  // As dockerd has it: what counts are the names of the last one.
  const list = ids.map((id) => `Loaded image ID: ${id}\n`).join('');
  if (named === 0) emit(list ? { stream: list } : {});
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
