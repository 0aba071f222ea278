/**
 * The static registry: images as plain files in the distribution layout, for any static host.
 *
 *     v2/<name>/tags/list           {"name", "tags"}
 *     v2/<name>/manifests/<tag>     the index, also under its digest
 *     v2/<name>/manifests/<digest>  the manifest for linux/amd64
 *     v2/<name>/blobs/<digest>      config and gzip'ed layers
 *     index.json, index.html        what there is, for `docker search` and for people
 */
import { decode, digestOf, encode, gzipBytes } from '../base/index.ts';
import {
  type Descriptor,
  type ImageIndex,
  type Manifest,
  MEDIA,
  type Platform,
  readImageConfig,
} from '../oci/index.ts';
import { indexLayer } from '../vfs/index.ts';
import type { CatalogTag, RegistryIndex } from './catalog.ts';
import { descriptions } from './images/recipes.ts';
import { registryPage } from './page.ts';

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

/** What an image became, beside its files. */
interface WrittenImage {
  readonly name: string;
  readonly tag: CatalogTag;
  readonly files: readonly StaticFile[];
}

/** The files that serve these images, with an index of them, below `registry/`. */
export async function writeRegistry(images: readonly BuiltImage[]): Promise<StaticFile[]> {
  const written = await Promise.all(images.map(writeImage));
  const repositories = new Map<string, WrittenImage[]>();
  for (const image of written) repositories.set(image.name, [...(repositories.get(image.name) ?? []), image]);
  const index: RegistryIndex = {
    images: [...repositories].map(([name, its]) => ({
      name: name.replace(/^library\//, ''),
      description: descriptions[name] ?? '',
      tags: its.map(({ tag }) => tag),
    })),
  };
  return [
    ...written.flatMap(({ files }) => files),
    ...[...repositories].map(([name, its]) => ({
      path: `v2/${name}/tags/list`,
      contents: encode(JSON.stringify({ name, tags: its.flatMap(({ tag }) => tag.names) })),
    })),
    { path: 'index.json', contents: encode(`${JSON.stringify(index, null, 2)}\n`) },
    { path: 'index.html', contents: encode(registryPage(index)) },
  ];
}

async function writeImage({ name, tags, platform, config, layers }: BuiltImage): Promise<WrittenImage> {
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
  const digest = await digestOf(indexBytes);
  files.push({ path: `${root}/manifests/${manifestDigest}`, contents: manifestBytes });
  for (const reference of [...tags, digest]) {
    files.push({ path: `${root}/manifests/${reference}`, contents: indexBytes });
  }
  const tag: CatalogTag = {
    names: tags,
    digest,
    compressed: manifest.layers.reduce((sum, layer) => sum + layer.size, 0),
    unpacked: layers.reduce((sum, tar) => sum + indexLayer(tar).size, 0),
    created: readImageConfig(decode(config)).created ?? '',
  };
  return { name, tag, files };
}
