/**
 * `docker save`: images as an archive that is both Docker's and an OCI image layout.
 *
 * The same images give the same bytes: they come in the order in which they were named, and times are
 * the images' own.
 *
 * @see moby image/tarexport/save.go
 */
import {
  type ByteSource,
  bytesSource,
  createPipe,
  type Digest,
  digestSync,
  encode,
  goJson,
  hexOf,
  pour,
  sortedMap,
  TAR_END,
  type TarSource,
  tarHeader,
  tarPadding,
} from '../../base/index.ts';
import {
  canonicalReference,
  familiarName,
  familiarReference,
  MEDIA,
  type Platform,
  parseReference,
  platformText,
  type Reference,
  runsOn,
} from '../../oci/index.ts';
import { failure, notFound } from '../failure.ts';
import { labelsOf, logImage } from '../image-events.ts';
import { createdOf, lookUp } from '../images.ts';
import type { ImageRecord } from '../records.ts';
import type { State } from '../state.ts';
import type { Engine } from '../types.ts';
import { legacyImages } from './legacy.ts';

/** Bytes that are read of a layer at a time. */
const PIECE = 256 * 1024;

/** Failures are thrown before the first byte. @throws `No such image: …`, `reference does not exist` */
export async function saveImages(
  engine: Engine,
  names: readonly string[],
  platform: Platform | undefined,
): Promise<ByteSource> {
  const chosen = chosenImages(engine.state.current(), names);
  for (const { image } of chosen) {
    if (platform && !runsOn(image.config, platform)) {
      throw failure('ESYSTEM', `no suitable export target found for platform ${platformText(platform)}`);
    }
    if (image.config.rootfs.diff_ids.length === 0) throw failure('ESYSTEM', 'empty export - not implemented');
  }
  const files = await filesOf(engine, chosen);
  for (const { image } of chosen) {
    const labels = labelsOf(engine.state.current(), image.id);
    logImage(engine, { action: 'save', id: image.id, name: image.id, labels });
  }
  const pipe = createPipe();
  void pour(tarOf(files), pipe.sink).catch(() => {});
  return pipe.source;
}

interface Chosen {
  readonly image: ImageRecord;
  readonly references: Reference[];
}

/** A name without a tag means all tags that it has; an id none. */
function chosenImages(state: State, names: readonly string[]): Chosen[] {
  const chosen = new Map<Digest, Chosen>();
  const add = (image: ImageRecord, reference?: Reference): void => {
    const one = chosen.get(image.id) ?? { image, references: [] };
    chosen.set(image.id, one);
    if (!reference?.tag) return;
    const known = one.references.some((each) => canonicalReference(each) === canonicalReference(reference));
    if (!known) one.references.push(reference);
  };
  for (const name of names) {
    if (/^(?:sha256:)?[0-9a-f]{64}$/.test(name) || name.startsWith('sha256:')) {
      add(lookUp(state, name) ?? missing(name));
      continue;
    }
    const reference = parseReference(name);
    if (reference.tag || reference.digest) {
      const found = state.ref.get(canonicalReference(reference));
      if (!found) throw notFound('reference does not exist');
      add(state.image.get(found.image)!, reference);
      continue;
    }
    const all = [...state.ref.values()]
      .map((each) => ({ reference: parseReference(each.reference), image: each.image }))
      .filter(
        (each) =>
          each.reference.tag &&
          each.reference.domain === reference.domain &&
          each.reference.path === reference.path,
      );
    if (all.length === 0) add(lookUp(state, name) ?? missing(name));
    all.sort((a, b) => (a.reference.tag! < b.reference.tag! ? -1 : 1));
    for (const each of all) add(state.image.get(each.image)!, each.reference);
  }
  return [...chosen.values()];
}

function missing(name: string): never {
  throw notFound(`No such image: ${name}`);
}

interface File {
  readonly source: TarSource;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** All files by their paths. */
async function filesOf(engine: Engine, chosen: readonly Chosen[]): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  const blob = (digest: Digest): string => `blobs/sha256/${hexOf(digest)}`;
  const addText = (text: string, time: number): { digest: Digest; size: number } => {
    const bytes = encode(text);
    const digest = digestSync(bytes);
    files.set(blob(digest), { source: bytesSource(bytes), time });
    return { digest, size: bytes.length };
  };
  const items: object[] = [];
  const manifests: object[] = [];
  const repositories: Record<string, Record<string, string>> = {};
  for (const { image, references } of chosen) {
    const time = Math.max(createdOf(image), 0);
    const diffIds = image.config.rootfs.diff_ids;
    const config = await engine.host.store.readBlob(image.id);
    if (!config) throw failure('ESYSTEM', `image ${image.id} has no config`);
    files.set(blob(image.id), { source: bytesSource(config), time });
    for (const { json } of legacyImages(image.config)) addText(json, time);
    const layers: { mediaType: string; digest: Digest; size: number }[] = [];
    for (const { tar, diffId } of await engine.layers.stack(diffIds)) {
      files.set(blob(diffId), { source: engine.host.openBlob(tar), time });
      layers.push({ mediaType: MEDIA.layer, digest: diffId, size: tar.size });
    }
    const manifest = addText(
      goJson({
        schemaVersion: 2,
        mediaType: MEDIA.manifest,
        config: { mediaType: MEDIA.config, digest: image.id, size: config.length },
        layers,
      }),
      0,
    );
    const descriptor = { mediaType: MEDIA.manifest, ...manifest };
    for (const reference of references) {
      const name = familiarName(reference);
      repositories[name] = { ...repositories[name], [reference.tag!]: hexOf(diffIds.at(-1)!) };
      manifests.push({
        ...descriptor,
        annotations: {
          'io.containerd.image.name': canonicalReference(reference),
          'org.opencontainers.image.ref.name': reference.tag,
        },
      });
    }
    // As dockerd has it: one without a name is listed only where no other is.
    if (manifests.length === 0) manifests.push(descriptor);
    const sources = layers.map(
      ({ mediaType, digest, size }) => [digest, { mediaType, size, digest }] as const,
    );
    items.push({
      Config: blob(image.id),
      RepoTags: references.length ? references.map(familiarReference) : null,
      Layers: diffIds.map(blob),
      LayerSources: sortedMap(Object.fromEntries(sources)),
    });
  }
  linkParents(items, chosen);
  const document = (name: string, text: string): void => {
    files.set(name, { source: bytesSource(encode(text)), time: 0 });
  };
  document('index.json', goJson({ schemaVersion: 2, mediaType: MEDIA.index, manifests }));
  document('manifest.json', `${goJson(items)}\n`);
  document('oci-layout', '{"imageLayoutVersion": "1.0.0"}');
  if (Object.keys(repositories).length) {
    const sorted = Object.entries(repositories).map(([name, tags]) => [name, sortedMap(tags)] as const);
    document('repositories', `${goJson(sortedMap(Object.fromEntries(sorted)))}\n`);
  }
  return files;
}

/** Images whose parents are saved with them say so. */
function linkParents(items: object[], chosen: readonly Chosen[]): void {
  chosen.forEach(({ image }, i) => {
    const isSaved = chosen.some((each) => each.image.id === image.parent);
    const { Config, ...rest } = items[i] as { Config: string };
    if (isSaved) items[i] = { Config, ...rest, Parent: image.parent };
  });
}

/** Folders first, then files by name, as walking a folder gives them. */
async function* tarOf(files: ReadonlyMap<string, File>): AsyncGenerator<Uint8Array, void, void> {
  const newest = Math.max(0, ...[...files.values()].map(({ time }) => time));
  const common = { uid: 0, gid: 0 };
  const nanos = (time: number): bigint => BigInt(Math.floor(time / 1000)) * 1_000_000_000n;
  if (files.size > 3) {
    for (const name of ['blobs', 'blobs/sha256']) {
      yield tarHeader({ ...common, name, type: 'directory', mode: 0o755, mtime: nanos(newest) });
    }
  }
  for (const name of [...files.keys()].sort()) {
    const { source, time } = files.get(name)!;
    yield tarHeader({ ...common, name, type: 'file', mode: 0o644, size: source.size, mtime: nanos(time) });
    for (let at = 0; at < source.size; at += PIECE) {
      yield source.readSync(at, Math.min(PIECE, source.size - at)).slice();
    }
    const padding = tarPadding(source.size);
    if (padding.length) yield padding;
  }
  yield TAR_END.slice();
}
