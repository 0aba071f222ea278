/**
 * The images of an OCI image layout: its index, indexes within it, manifests.
 *
 * Docker 28 takes layouts with the containerd image store only; what is done here is what that does.
 *
 * @see OCI image-spec, image-layout.md; containerd core/images/archive/importer.go, annotations.go
 */
import { type Digest, digestSync, hexOf, isDigest, jsonKind, readJson } from '../../base/index.ts';
import {
  canonicalReference,
  choosePlatform,
  type Descriptor,
  type ImageIndex,
  type Manifest,
  MEDIA,
  type Platform,
  parseReference,
  platformText,
  type Reference,
  withDefaultTag,
} from '../../oci/index.ts';
import { failure } from '../failure.ts';
import type { ArchivedImage } from './contents.ts';
import type { ArchiveTree } from './tree.ts';

/** @throws where the layout does not hold together */
export function layoutImages(files: ArchiveTree, platform: Platform): ArchivedImage[] {
  const images = new Map<Digest, { config: string; layers: string[]; names: Set<string> }>();
  const { imageLayoutVersion } = record(readJson(files.text('oci-layout')), 'oci-layout');
  if (imageLayoutVersion !== '1.0.0') {
    throw failure('ESYSTEM', `unsupported OCI version ${String(imageLayoutVersion ?? '')}`);
  }
  const index = readJson(files.text('index.json'));
  const listed = manifestsIn(index);
  if ((index as ImageIndex).manifests.length === 0) throw failure('ESYSTEM', 'image might be filtered out');
  for (const descriptor of listed) {
    const chosen = manifestFor(files, descriptor, platform, 0);
    if (!chosen) continue;
    const { manifest, digest } = chosen;
    const image = images.get(digest) ?? {
      config: blobPath(manifest.config),
      layers: manifest.layers.map(blobPath),
      names: new Set<string>(),
    };
    const name = nameOf(descriptor);
    if (name) image.names.add(canonicalReference(name));
    images.set(digest, image);
  }
  if (images.size === 0) {
    throw failure('ESYSTEM', `the archive has no image for platform ${platformText(platform)}`);
  }
  return [...images.values()].map(({ names, ...rest }) => ({ ...rest, names: [...names] }));
}

/** Indexes within indexes are a matter of taste, endless ones an attack. */
const DEEPEST = 4;

function manifestFor(
  files: ArchiveTree,
  descriptor: Descriptor,
  platform: Platform,
  depth: number,
): { readonly manifest: Manifest; readonly digest: Digest } | undefined {
  if (depth > DEEPEST) throw failure('ESYSTEM', 'index.json: too many indexes within each other');
  const text = verifiedText(files, descriptor);
  const document = record(readJson(text), descriptor.digest);
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
  // Layers are held against what the config says, and that is held against the manifest.
  verifiedText(files, manifest.config);
  return { manifest, digest: descriptor.digest };
}

function verifiedText(files: ArchiveTree, descriptor: Descriptor): string {
  const text = files.text(blobPath(descriptor));
  const actual = digestSync(text);
  if (actual === descriptor.digest) return text;
  throw failure('ESYSTEM', `content digest mismatch: expected ${descriptor.digest}, got ${actual}`);
}

/** The manifests of an index, without those that only attest something of others. */
function manifestsIn(document: unknown): Descriptor[] {
  const { manifests } = record(document, 'index.json') as unknown as ImageIndex;
  if (!Array.isArray(manifests ?? [])) {
    const kind = jsonKind(manifests);
    throw failure(
      'ESYSTEM',
      `json: cannot unmarshal ${kind} into Go struct field Index.manifests of type []v1.Descriptor`,
    );
  }
  if (!manifests) throw unexpected('index.json');
  for (const listed of manifests as readonly unknown[]) {
    if (isDescriptor(listed)) continue;
    const { digest } = (listed ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof digest !== 'string') throw unexpected('index.json');
    throw failure('ESYSTEM', `InvalidArgument: ${JSON.stringify(digest)} failed validation`);
  }
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

/** containerd's and Docker's full name; else OCI's, which may be what is a tag elsewhere: `latest` names `latest:latest`. */
function nameOf({ annotations }: Descriptor): Reference | undefined {
  const text =
    annotations?.['io.containerd.image.name'] || annotations?.['org.opencontainers.image.ref.name'];
  if (!text) return undefined;
  const reference = parseReference(text);
  return reference.digest ? undefined : withDefaultTag(reference);
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected(where);
  return value as Readonly<Record<string, unknown>>;
}

function unexpected(where: string): Error {
  return failure('ESYSTEM', `invalid archive: ${where} is not what it should be`);
}
