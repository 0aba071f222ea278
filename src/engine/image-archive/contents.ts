/**
 * Which images an archive holds: by Docker's manifest.json, or by the index of an OCI image layout.
 *
 * @see moby image/spec/v1.2 ("Combined Image JSON + Filesystem Changeset Format"); OCI image-spec,
 * image-layout.md; containerd images/annotations.go
 */
import { type Digest, digestSync, hexOf, isDigest } from '../../base/index.ts';
import {
  canonicalReference,
  choosePlatform,
  type Descriptor,
  type ImageIndex,
  type Manifest,
  MEDIA,
  type Platform,
  parseReference,
  type Reference,
  withDefaultTag,
} from '../../oci/index.ts';
import { failure } from '../failure.ts';
import type { ArchiveFiles } from './staging.ts';

export interface ArchivedImage {
  /** Paths within the archive. */
  readonly config: string;
  /** Lowest first. */
  readonly layers: readonly string[];
  readonly names: readonly Reference[];
  /** The image that this one was committed from. */
  readonly parent?: string;
}

/** @throws in dockerd's words where the archive does not say what it holds */
export function imagesOf(files: ArchiveFiles, platform: Platform): ArchivedImage[] {
  if (!files.find('manifest.json') && files.find('index.json') && files.find('oci-layout')) {
    return layoutImages(files, platform);
  }
  if (!files.find('manifest.json')) {
    // Says that it is not there, as dockerd does.
    files.text('repositories');
    refuseLegacy();
  }
  const items = parseJson(files.text('manifest.json'));
  if (items === null) throw failure('ESYSTEM', 'invalid manifest, manifest cannot be null (but can be [])');
  if (!Array.isArray(items)) throw unexpected('manifest.json');
  return items.map(dockerImage);
}

/** What Docker 1.9 and older wrote. */
function refuseLegacy(): never {
  throw failure(
    'ESYSTEM',
    'archives without manifest.json (Docker 1.9 and older): not supported by Strata yet',
  );
}

function dockerImage(item: unknown): ArchivedImage {
  const { Config, Layers, RepoTags, Parent } = record(item, 'manifest.json');
  if (typeof Config !== 'string') throw unexpected('manifest.json');
  return {
    config: Config,
    layers: strings(Layers),
    names: strings(RepoTags).map(taggedReference),
    ...(typeof Parent === 'string' && Parent !== '' ? { parent: Parent } : {}),
  };
}

function taggedReference(text: string): Reference {
  const reference = parseReference(text);
  if (!reference.tag) throw failure('ESYSTEM', `invalid tag ${JSON.stringify(text)}`);
  return reference;
}

function layoutImages(files: ArchiveFiles, platform: Platform): ArchivedImage[] {
  const images = new Map<Digest, { config: string; layers: string[]; names: Map<string, Reference> }>();
  for (const descriptor of manifestsIn(parseJson(files.text('index.json')))) {
    const chosen = manifestFor(files, descriptor, platform, 0);
    if (!chosen) continue;
    const { manifest, digest } = chosen;
    const image = images.get(digest) ?? {
      config: blobPath(manifest.config),
      layers: manifest.layers.map(blobPath),
      names: new Map<string, Reference>(),
    };
    const name = nameOf(descriptor);
    if (name) image.names.set(canonicalReference(name), name);
    images.set(digest, image);
  }
  return [...images.values()].map(({ config, layers, names }) => ({
    config,
    layers,
    names: [...names.values()],
  }));
}

/** Indexes within indexes are a matter of taste, endless ones an attack. */
const DEEPEST = 4;

function manifestFor(
  files: ArchiveFiles,
  descriptor: Descriptor,
  platform: Platform,
  depth: number,
): { readonly manifest: Manifest; readonly digest: Digest } | undefined {
  if (depth > DEEPEST) throw failure('ESYSTEM', 'index.json: too many indexes within each other');
  const text = files.text(blobPath(descriptor));
  if (digestSync(text) !== descriptor.digest) {
    throw failure(
      'ESYSTEM',
      `content digest mismatch: expected ${descriptor.digest}, got ${digestSync(text)}`,
    );
  }
  const document = record(parseJson(text), descriptor.digest);
  if (Array.isArray(document['manifests'])) {
    const next = choosePlatform(manifestsIn(document), platform);
    return next && manifestFor(files, next, platform, depth + 1);
  }
  const manifest = document as unknown as Manifest;
  if (
    !isDescriptor(manifest.config) ||
    !Array.isArray(manifest.layers) ||
    !manifest.layers.every(isDescriptor)
  ) {
    throw unexpected(descriptor.digest);
  }
  return { manifest, digest: descriptor.digest };
}

/** The manifests of an index, without those that only attest something of others. */
function manifestsIn(document: unknown): Descriptor[] {
  const { manifests } = record(document, 'index.json') as unknown as ImageIndex;
  if (!Array.isArray(manifests) || !manifests.every(isDescriptor)) throw unexpected('index.json');
  const known: readonly (string | undefined)[] = [
    ...[MEDIA.manifest, MEDIA.index, MEDIA.dockerManifest, MEDIA.dockerIndex],
    undefined,
  ];
  return manifests.filter(
    ({ mediaType, annotations }) => known.includes(mediaType) && !annotations?.['vnd.docker.reference.type'],
  );
}

function isDescriptor(value: unknown): value is Descriptor {
  const { digest } = (value ?? {}) as Partial<Descriptor>;
  return typeof digest === 'string' && isDigest(digest);
}

const blobPath = ({ digest }: Descriptor): string => `blobs/sha256/${hexOf(digest)}`;

/** containerd's and Docker's full name; else OCI's, which is a tag alone where it has no name before it. */
function nameOf({ annotations }: Descriptor): Reference | undefined {
  const full = annotations?.['io.containerd.image.name'];
  const short = annotations?.['org.opencontainers.image.ref.name'];
  const text = full ?? (short && /[:/]/.test(short) ? short : undefined);
  if (text === undefined) return undefined;
  const reference = parseReference(text);
  return reference.digest ? undefined : withDefaultTag(reference);
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected(where);
  return value as Readonly<Record<string, unknown>>;
}

function strings(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw unexpected('manifest.json');
  return value;
}

function unexpected(where: string): Error {
  return failure('ESYSTEM', `invalid archive: ${where} is not what it should be`);
}

/** @throws in the words of Go's decoder where the text ends early */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const early =
      /end of JSON|Unterminated/i.test(message) ||
      Number(/position (\d+)/.exec(message)?.[1]) >= text.trimEnd().length;
    throw failure('ESYSTEM', early ? 'unexpected EOF' : message, error);
  }
}
