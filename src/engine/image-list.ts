/**
 * `GET /images/json`: which images are listed, and with what.
 *
 * @see moby daemon/images/image_list.go
 */
import type { Digest } from '../base/index.ts';
import { familiarName, familiarReference, parseReference } from '../oci/index.ts';
import type { ImageSummary } from './docker-types.ts';
import { invalid } from './failure.ts';
import { acceptOnly, anyOf, type FilterSet, flagOf, matchesLabels } from './filters.ts';
import { createdOf, findImage, imageSize, namesOf } from './images.ts';
import type { ImageRecord } from './records.ts';
import type { State } from './state.ts';
import type { Engine } from './types.ts';

const FILTERS = ['dangling', 'label', 'label!', 'before', 'since', 'reference', 'until', 'id'];

export interface ListImagesOptions {
  /** Also those without a name that others were built from. */
  readonly all: boolean;
  readonly filters: FilterSet;
  readonly sharedSize: boolean;
}

/** Newest first. */
export function listImages(engine: Engine, options: ListImagesOptions): ImageSummary[] {
  const state = engine.state.current();
  const { filters } = options;
  acceptOnly(filters, FILTERS);
  const dangling = flagOf(filters, 'dangling');
  const before = limit(state, filters, 'before');
  const since = limit(state, filters, 'since');
  const until = untilOf(filters);
  const parents = new Set([...state.image.values()].map((image) => image.parent));
  const rows: ImageSummary[] = [];
  for (const image of state.image.values()) {
    const created = createdOf(image);
    if (before !== undefined && created >= before) continue;
    if (since !== undefined && created <= since) continue;
    if (until !== undefined && created > until) continue;
    if (!matchesLabels(filters, image.config.config?.Labels)) continue;
    if (!anyOf(filters, 'id', (id) => image.id.startsWith(id) || image.id.slice(7).startsWith(id))) continue;
    const names = namesOf(state, image.id);
    const tags = names.tags.filter((tag) => matchesReference(filters, tag));
    const digests = names.digests.filter((digest) => matchesReference(filters, digest));
    const named = names.tags.length + names.digests.length > 0;
    if (dangling !== undefined && dangling === named) continue;
    if (named && filters.has('reference') && tags.length + digests.length === 0) continue;
    // What only serves others is an intermediate image: shown with `-a`.
    if (!named && (filters.has('reference') || (parents.has(image.id) && !options.all))) continue;
    rows.push(summary(state, image, tags, digests));
  }
  rows.sort((a, b) => b.Created - a.Created);
  return options.sharedSize ? withSharedSizes(state, rows) : rows;
}

function summary(state: State, image: ImageRecord, tags: string[], digests: string[]): ImageSummary {
  const users = [...state.container.values()].filter((container) => container.image === image.id);
  return {
    Containers: users.length,
    Created: Math.floor(createdOf(image) / 1000),
    Id: image.id,
    Labels: image.config.config?.Labels ?? null,
    ParentId: image.parent ?? '',
    RepoDigests: digests,
    RepoTags: tags,
    SharedSize: -1,
    Size: imageSize(state, image),
  };
}

/** Adds up those of an image's layers that other images have as well. */
function withSharedSizes(state: State, rows: readonly ImageSummary[]): ImageSummary[] {
  const users = new Map<Digest, Set<Digest>>();
  for (const image of state.image.values()) {
    for (const diffId of image.config.rootfs.diff_ids) {
      const set = users.get(diffId) ?? new Set();
      users.set(diffId, set.add(image.id));
    }
  }
  return rows.map((row) => {
    const layers = state.image.get(row.Id)?.config.rootfs.diff_ids ?? [];
    const shared = layers.filter((diffId) => (users.get(diffId)?.size ?? 0) > 1);
    return {
      ...row,
      SharedSize: shared.reduce((sum, diffId) => sum + (state.layer.get(diffId)?.size ?? 0), 0),
    };
  });
}

function limit(state: State, filters: FilterSet, name: string): number | undefined {
  const value = filters.get(name)?.[0];
  return value === undefined ? undefined : createdOf(findImage(state, value));
}

function untilOf(filters: FilterSet): number | undefined {
  const value = filters.get('until')?.[0];
  if (value === undefined) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  if (Number.isNaN(ms)) throw invalid(`invalid filter 'until=[${value}]'`);
  return ms;
}

/** `reference=pattern` as path.Match has it, against name and name:tag. */
function matchesReference(filters: FilterSet, shown: string): boolean {
  return anyOf(filters, 'reference', (pattern) => {
    const reference = parseReference(shown);
    const glob = globToRegExp(pattern);
    return glob.test(familiarReference(reference)) || glob.test(familiarName(reference));
  });
}

function globToRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  try {
    return new RegExp(`^${source}$`);
  } catch {
    throw invalid(`invalid filter 'reference=[${pattern}]'`);
  }
}
