/** The config of an image in an archive: its text, as Docker takes it. @see moby image/image.go (NewFromJSON) */
import { type Digest, digestSync, encode, jsonKind, readJson } from '../../base/index.ts';
import { type ImageConfig, readImageConfig } from '../../oci/index.ts';
import { failure } from '../failure.ts';
import { PLATFORM } from '../image-pull.ts';
import type { ArchivedImage } from './contents.ts';
import type { ArchiveTree } from './tree.ts';

export interface ArchivedConfig {
  readonly bytes: Uint8Array;
  readonly id: Digest;
  readonly config: ImageConfig;
}

/** Members that have to be text where they are there. */
const TEXTS = ['comment', 'container', 'docker_version', 'author', 'architecture', 'variant', 'os'] as const;

/** @throws in dockerd's words where it is none, is for another system, or has another number of layers */
export function readArchivedConfig(files: ArchiveTree, image: ArchivedImage): ArchivedConfig {
  const text = files.text(image.config);
  const document = readJson(text);
  if (document !== null && jsonKind(document) !== 'object')
    throw mismatch(document, 'Go value', 'image.Image');
  checkMembers((document ?? {}) as Readonly<Record<string, unknown>>);
  const { os, rootfs } = document as ImageConfig;
  // No system is the engine's own.
  if (os && os !== PLATFORM.os) throw failure('ESYSTEM', `cannot load ${os} image on ${PLATFORM.os}`);
  const count = rootfs.diff_ids?.length ?? 0;
  if (image.layers.length !== count) {
    throw failure(
      'ESYSTEM',
      `invalid manifest, layers length mismatch: expected ${image.layers.length}, got ${count}`,
    );
  }
  const config = readImageConfig(text);
  const bytes = encode(text);
  return {
    bytes,
    id: digestSync(bytes),
    config: {
      ...config,
      os: config.os || PLATFORM.os,
      architecture: config.architecture ?? '',
    },
  };
}

function checkMembers(document: Readonly<Record<string, unknown>>): void {
  for (const name of TEXTS) {
    const value = document[name] ?? '';
    if (typeof value !== 'string') throw mismatch(value, `Go struct field Image.${name}`, 'string');
  }
  const rootfs = document['rootfs'] ?? undefined;
  if (rootfs === undefined) throw failure('ESYSTEM', 'invalid image JSON, no RootFS key');
  if (jsonKind(rootfs) !== 'object') throw mismatch(rootfs, 'Go struct field Image.rootfs', 'image.RootFS');
  const diffIds = (rootfs as ImageConfig['rootfs']).diff_ids ?? [];
  if (!Array.isArray(diffIds)) {
    throw mismatch(diffIds, 'Go struct field Image.rootfs.diff_ids', '[]layer.DiffID');
  }
  const config = document['config'] ?? undefined;
  if (config !== undefined && jsonKind(config) !== 'object') {
    throw mismatch(config, 'Go struct field Image.config', 'container.Config');
  }
}

function mismatch(value: unknown, where: string, type: string): Error {
  return failure('ESYSTEM', `json: cannot unmarshal ${jsonKind(value)} into ${where} of type ${type}`);
}
