/**
 * Which images an archive holds: by Docker's manifest.json, or by the index of an OCI image layout.
 *
 * @see moby image/spec/v1.2 ("Combined Image JSON + Filesystem Changeset Format"), image/tarexport/load.go
 */
import { jsonKind, readFirstJson } from '../../base/index.ts';
import type { Platform } from '../../oci/index.ts';
import { failure } from '../failure.ts';
import { layoutImages } from './layout.ts';
import type { ArchiveTree } from './tree.ts';

export interface ArchivedImage {
  /** Paths within the archive. */
  readonly config: string;
  /** Lowest first. */
  readonly layers: readonly string[];
  /** As they are written; whether they are names is found out when they are given. */
  readonly names: readonly string[];
  /** The image that this one was committed from. */
  readonly parent?: string;
}

/**
 * Undefined for what Docker 1.9 and older wrote, which says nothing of what it holds.
 *
 * @throws in dockerd's words where the archive says it wrongly
 */
export function imagesOf(files: ArchiveTree, platform: Platform): ArchivedImage[] | undefined {
  if (files.has('manifest.json')) return dockerImages(files.text('manifest.json'));
  if (files.has('index.json') && files.has('oci-layout')) return layoutImages(files, platform);
  return undefined;
}

function dockerImages(text: string): ArchivedImage[] {
  const items = readFirstJson(text);
  if (items === null) throw failure('ESYSTEM', 'invalid manifest, manifest cannot be null (but can be [])');
  if (!Array.isArray(items)) throw mismatch(items, 'Go value', '[]tarexport.manifestItem');
  return items.map(dockerImage);
}

function dockerImage(item: unknown, i: number): ArchivedImage {
  if (item !== null && jsonKind(item) !== 'object') throw mismatch(item, `.${i}`, 'tarexport.manifestItem');
  // Go takes members whatever their letters' case.
  const members = new Map(Object.entries(item ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
  const text = (name: string, type = 'string'): string => {
    const value: unknown = members.get(name.toLowerCase()) ?? '';
    if (typeof value !== 'string') throw mismatch(value, `Go struct field .${i}.${name}`, type);
    return value;
  };
  const texts = (name: string): string[] => {
    const value: unknown = members.get(name.toLowerCase()) ?? [];
    if (!Array.isArray(value)) throw mismatch(value, `Go struct field .${i}.${name}`, '[]string');
    return value.map((each: unknown, at) => {
      if (each !== null && typeof each !== 'string') throw mismatch(each, `.${i}.${name}.${at}`, 'string');
      return each ?? '';
    });
  };
  const parent = text('Parent', 'image.ID');
  return {
    config: text('Config'),
    layers: texts('Layers'),
    names: texts('RepoTags'),
    ...(parent ? { parent } : {}),
  };
}

function mismatch(value: unknown, where: string, type: string): Error {
  return failure('ESYSTEM', `json: cannot unmarshal ${jsonKind(value)} into ${where} of type ${type}`);
}
