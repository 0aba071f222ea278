/**
 * The static registry: images as plain files in the distribution layout, for any static host.
 *
 *     v2/<name>/tags/list           {"name", "tags"}
 *     v2/<name>/manifests/<tag>     the index, also under its digest
 *     v2/<name>/manifests/<digest>  the manifest for linux/amd64
 *     v2/<name>/blobs/<digest>      config and gzip'ed layers
 */
import { digestOf, encode, gzipBytes } from '../base/index.ts';
import { type Descriptor, type ImageIndex, type Manifest, MEDIA, type Platform } from '../oci/index.ts';

export interface BuiltImage {
  /** With `library/` where Docker Hub implies it. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly platform: Platform;
  /** Exact bytes. */
  readonly config: Uint8Array;
  /** Uncompressed tars, lowest first. */
  readonly layers: readonly Uint8Array[];
}

export interface StaticFile {
  /** Under the site's folder for this kind, with slashes. */
  readonly path: string;
  readonly contents: Uint8Array;
}

/** The files that serve these images, below `registry/`. */
export async function writeRegistry(images: readonly BuiltImage[]): Promise<StaticFile[]> {
  const files: StaticFile[] = [];
  for (const image of images) files.push(...(await writeImage(image)));
  return files;
}

async function writeImage({ name, tags, platform, config, layers }: BuiltImage): Promise<StaticFile[]> {
  const root = `v2/${name}`;
  const files: StaticFile[] = [];
  const blob = async (mediaType: string, contents: Uint8Array): Promise<Descriptor> => {
    const digest = await digestOf(contents);
    files.push({ path: `${root}/blobs/${digest}`, contents });
    return { mediaType, digest, size: contents.length };
  };
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: MEDIA.manifest,
    config: await blob(MEDIA.config, config),
    layers: await Promise.all(layers.map(async (tar) => blob(MEDIA.layerGzip, await gzipBytes(tar)))),
  };
  const manifestBytes = encode(JSON.stringify(manifest, null, 2));
  const manifestDigest = await digestOf(manifestBytes);
  const index: ImageIndex = {
    schemaVersion: 2,
    mediaType: MEDIA.index,
    manifests: [{ mediaType: MEDIA.manifest, digest: manifestDigest, size: manifestBytes.length, platform }],
  };
  const indexBytes = encode(JSON.stringify(index, null, 2));
  files.push({ path: `${root}/manifests/${manifestDigest}`, contents: manifestBytes });
  for (const reference of [...tags, await digestOf(indexBytes)]) {
    files.push({ path: `${root}/manifests/${reference}`, contents: indexBytes });
  }
  files.push({ path: `${root}/tags/list`, contents: encode(JSON.stringify({ name, tags })) });
  return files;
}
