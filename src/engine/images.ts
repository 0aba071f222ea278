/**
 * Images by name: finding, listing, inspecting, history.
 *
 * @see moby daemon/images: image.go, image_list.go, image_history.go
 */
import { type Digest, hexOf, isDigest } from '../base/index.ts';
import {
  canonicalName,
  canonicalReference,
  familiarReference,
  parseReference,
  withDefaultTag,
} from '../oci/index.ts';
import type { ImageHistoryItem, ImageInspect } from './docker-types.ts';
import { invalid, notFound } from './failure.ts';
import { overlayData } from './graph-driver.ts';
import type { ImageRecord } from './records.ts';
import type { State } from './state.ts';
import { canonicalTime, parseRfc3339, rfc3339Nano } from './time.ts';
import type { Engine } from './types.ts';

/** Fewer digits of an id are too few for Docker to look them up. */
const ID_PATTERN = /^[0-9a-f]{1,64}$/;

/** The image that a name, an id or the beginning of one means. @throws `No such image: …` */
export function findImage(state: State, name: string): ImageRecord {
  const found = lookUp(state, name);
  if (!found) throw noSuchImage(name);
  return found;
}

export function lookUp(state: State, name: string): ImageRecord | undefined {
  if (isDigest(name)) return state.image.get(name);
  const bare = name.startsWith('sha256:') ? name.slice(7) : name;
  if (/^[0-9a-f]{64}$/.test(bare)) return state.image.get(`sha256:${bare}`);
  const reference = parseFor(name);
  if (reference) {
    const record = state.ref.get(canonicalReference(withDefaultTag(reference)));
    if (record) return state.image.get(record.image);
    // name:tag@digest: the digest decides, as long as the name has it.
    if (reference.tag && reference.digest) {
      const pinned = state.ref.get(`${canonicalName(reference)}@${reference.digest}`);
      if (pinned) return state.image.get(pinned.image);
    }
  }
  if (!ID_PATTERN.test(bare)) {
    if (!reference) throw invalid('invalid reference format');
    return undefined;
  }
  const matches = [...state.image.values()].filter((image) => hexOf(image.id).startsWith(bare));
  if (matches.length > 1) throw notFound(`No such image: ${name}`);
  return matches[0];
}

function parseFor(name: string): ReturnType<typeof parseReference> | undefined {
  if (name.startsWith('sha256:')) return undefined;
  return parseReference(name);
}

function noSuchImage(name: string): Error {
  const shown = name.startsWith('sha256:') || /^[0-9a-f]{64}$/.test(name) ? name : familiar(name);
  return notFound(`No such image: ${shown}`);
}

function familiar(name: string): string {
  return familiarReference(withDefaultTag(parseReference(name)));
}

/** All names of an image: `name:tag`, and `name@digest`, familiar and sorted. */
export function namesOf(state: State, id: Digest): { tags: string[]; digests: string[] } {
  const tags: string[] = [];
  const digests: string[] = [];
  for (const record of state.ref.values()) {
    if (record.image !== id) continue;
    const reference = parseReference(record.reference);
    (reference.digest ? digests : tags).push(familiarReference(reference));
  }
  return { tags: tags.sort(), digests: digests.sort() };
}

/** Bytes of an image's layers, each counted as often as it is stacked. */
export function imageSize(state: State, image: ImageRecord): number {
  return stackSize(state, image.config.rootfs.diff_ids);
}

export function stackSize(state: State, diffIds: readonly Digest[]): number {
  return diffIds.reduce((sum, diffId) => sum + (state.layer.get(diffId)?.size ?? 0), 0);
}

/** Milliseconds since the epoch; 0 where the config does not say. */
export function createdOf(image: ImageRecord): number {
  const created = image.config.created ? parseRfc3339(image.config.created) : 0;
  return Number.isFinite(created) ? created : 0;
}

export function inspectImage(engine: Engine, name: string): ImageInspect {
  const state = engine.state.current();
  const image = findImage(state, name);
  const { tags, digests } = namesOf(state, image.id);
  const { config } = image;
  const diffIds = config.rootfs.diff_ids;
  return {
    Id: image.id,
    RepoTags: tags,
    RepoDigests: digests,
    Parent: image.parent ?? '',
    Comment: config.history?.at(-1)?.comment ?? '',
    ...(config.created ? { Created: canonicalTime(config.created) } : {}),
    DockerVersion: typeof config['docker_version'] === 'string' ? config['docker_version'] : '',
    Author: config.author ?? '',
    Architecture: config.architecture,
    ...(config.variant ? { Variant: config.variant } : {}),
    Os: config.os,
    Size: imageSize(state, image),
    GraphDriver: overlayData(diffIds),
    RootFS: { Type: 'layers', ...(diffIds.length ? { Layers: diffIds } : {}) },
    Metadata: { LastTagTime: rfc3339Nano(image.lastTagTime ?? 0) },
    Config: config.config ?? {},
  };
}

/** Rows of `docker history`, newest first. */
export function imageHistory(engine: Engine, name: string): ImageHistoryItem[] {
  const state = engine.state.current();
  const image = findImage(state, name);
  let layer = 0;
  const rows = (image.config.history ?? []).map((entry): ImageHistoryItem => {
    const diffId = entry.empty_layer ? undefined : image.config.rootfs.diff_ids[layer++];
    return {
      Comment: entry.comment ?? '',
      Created: entry.created ? Math.floor(parseRfc3339(entry.created) / 1000) : 0,
      CreatedBy: entry.created_by ?? '',
      Id: '<missing>',
      Size: diffId ? (state.layer.get(diffId)?.size ?? 0) : 0,
      Tags: null,
    };
  });
  rows.reverse();
  // Rows of parents that are here as images bear their ids: classic builds and commits have them.
  let at: ImageRecord | undefined = image;
  for (let i = 0; at && i < rows.length; i++) {
    const { tags } = namesOf(state, at.id);
    rows[i] = { ...rows[i]!, Id: at.id, Tags: tags.length ? tags : null };
    at = at.parent ? state.image.get(at.parent) : undefined;
  }
  return rows;
}
