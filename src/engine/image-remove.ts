/**
 * `docker rmi`: taking names away, and the image with the last of them.
 *
 * Layers are not deleted here: what no image, container or cache entry reaches is swept afterwards.
 *
 * @see moby daemon/images/image_delete.go
 */
import type { Digest } from '../base/index.ts';
import { chainIds, familiarReference, parseReference } from '../oci/index.ts';
import type { ImageDeleteItem } from './docker-types.ts';
import { conflict } from './failure.ts';
import { shortId } from './ids.ts';
import { type ImageEvent, logImage } from './image-events.ts';
import { findImage, namesOf } from './images.ts';
import type { ContainerRecord, ImageRecord } from './records.ts';
import type { Change, State } from './state.ts';
import { sweepLayers } from './sweep.ts';
import type { Engine } from './types.ts';

export interface RemoveImageOptions {
  readonly force: boolean;
  /** Leaves parents that nothing else uses. */
  readonly noPrune: boolean;
}

interface Removal {
  readonly items: ImageDeleteItem[];
  readonly changes: Change[];
  readonly events: ImageEvent[];
}

export async function removeImage(
  engine: Engine,
  name: string,
  options: RemoveImageOptions,
): Promise<ImageDeleteItem[]> {
  const removal = await engine.state.change((state) => {
    const planned = planRemoval(state, name, options);
    return { changes: planned.changes, result: planned };
  });
  for (const event of removal.events) logImage(engine, event);
  if (removal.items.some((item) => 'Deleted' in item)) await sweepLayers(engine);
  return removal.items;
}

/** What removing would do to a state. @throws the conflicts that dockerd reports */
export function planRemoval(state: State, name: string, options: RemoveImageOptions): Removal {
  const image = findImage(state, name);
  const removal: Removal = { items: [], changes: [], events: [] };
  const refs = [...state.ref.values()].filter((record) => record.image === image.id);
  if (isIdOf(image, name)) {
    planById(
      state,
      image,
      refs.map((record) => record.reference),
      options,
      removal,
    );
    return removal;
  }
  const wanted = canonicalOf(state, name, image);
  const sameName = refs.filter((record) => record.reference !== wanted);
  const tagsLeft = sameName.filter((record) => !record.reference.includes('@'));
  if (tagsLeft.length === 0 && !options.force) {
    const user = usersOf(state, image)[0];
    if (user) {
      throw conflict(
        `conflict: unable to remove repository reference "${name}" (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`,
      );
    }
  }
  untag(image, wanted, removal);
  // Digest references of a repository go with its last tag.
  const repository = wanted.replace(/(?:@.*|:[^:/]*)$/, '');
  const others = sameName.filter((record) => record.reference !== wanted);
  const repositoryTags = tagsLeft.filter((record) => record.reference.startsWith(`${repository}:`));
  const remaining = others.filter((record) => {
    const bound = record.reference.startsWith(`${repository}@`) && repositoryTags.length === 0;
    if (bound) untag(image, record.reference, removal);
    return !bound;
  });
  if (remaining.length > 0) return removal;
  if (blockers(state, image, options.force).length === 0) planDeletion(state, image, options, removal);
  return removal;
}

function planById(
  state: State,
  image: ImageRecord,
  references: readonly string[],
  options: RemoveImageOptions,
  removal: Removal,
): void {
  const repositories = new Set(references.map((each) => each.replace(/(?:@.*|:[^:/]*)$/, '')));
  const refuse = (words: string, hard: boolean): never => {
    const must = hard ? '(cannot be forced)' : '(must be forced)';
    throw conflict(`conflict: unable to delete ${shortId(image.id)} ${must} - ${words}`);
  };
  const running = usersOf(state, image).find(isActive);
  if (running) refuse(`image is being used by running container ${shortId(running.id)}`, true);
  if (childrenOf(state, image).length > 0) refuse('image has dependent child images', true);
  if (!options.force) {
    if (repositories.size > 1) refuse('image is referenced in multiple repositories', false);
    const stopped = usersOf(state, image)[0];
    if (stopped) refuse(`image is being used by stopped container ${shortId(stopped.id)}`, false);
  }
  for (const reference of [...references].sort()) untag(image, reference, removal);
  planDeletion(state, image, options, removal);
}

function untag(image: ImageRecord, reference: string, removal: Removal): void {
  const shown = familiarReference(parseReference(reference));
  removal.items.push({ Untagged: shown });
  removal.changes.push({ table: 'ref', key: reference });
  const labels = image.config.config?.Labels ?? {};
  removal.events.push({ action: 'untag', id: image.id, name: image.id, labels });
}

/** The image itself, its chain of layers that no other image has, and parents without a name. */
function planDeletion(
  state: State,
  image: ImageRecord,
  options: RemoveImageOptions,
  removal: Removal,
  gone: ReadonlySet<Digest> = new Set(),
): void {
  const without = new Set([...gone, image.id]);
  removal.changes.push({ table: 'image', key: image.id });
  removal.items.push({ Deleted: image.id });
  removal.events.push({ action: 'delete', id: image.id, name: image.id, labels: {} });
  for (const chainId of orphanedChains(state, image, without)) removal.items.push({ Deleted: chainId });
  const parent = image.parent ? state.image.get(image.parent) : undefined;
  if (!parent || options.noPrune) return;
  const names = namesOf(state, parent.id);
  const needed =
    names.tags.length + names.digests.length > 0 ||
    childrenOf(state, parent).some((child) => !without.has(child.id)) ||
    usersOf(state, parent).length > 0;
  if (!needed) planDeletion(state, parent, options, removal, without);
}

/** ChainIDs, highest first, that nothing stacks any more: images, containers and the build cache count. */
function orphanedChains(state: State, image: ImageRecord, without: ReadonlySet<Digest>): Digest[] {
  const kept = new Set<Digest>();
  for (const other of state.image.values()) {
    if (!without.has(other.id)) for (const id of chainIds(other.config.rootfs.diff_ids)) kept.add(id);
  }
  for (const container of state.container.values()) for (const id of chainIds(container.layers)) kept.add(id);
  for (const record of state.cache.values()) for (const id of chainIds(record.diffIds)) kept.add(id);
  const chain = chainIds(image.config.rootfs.diff_ids);
  return chain.filter((id) => !kept.has(id)).reverse();
}

function blockers(state: State, image: ImageRecord, force: boolean): unknown[] {
  const users = usersOf(state, image);
  return [...childrenOf(state, image), ...(force ? users.filter(isActive) : users)];
}

function usersOf(state: State, image: ImageRecord): ContainerRecord[] {
  return [...state.container.values()].filter((container) => container.image === image.id);
}

function isActive(container: ContainerRecord): boolean {
  return ['running', 'paused', 'restarting'].includes(container.state.status);
}

function childrenOf(state: State, image: ImageRecord): ImageRecord[] {
  return [...state.image.values()].filter((child) => child.parent === image.id);
}

/** Whether what was typed is the image's id or its beginning, and no name. */
function isIdOf(image: ImageRecord, name: string): boolean {
  const bare = name.replace(/^sha256:/, '');
  return /^[0-9a-f]+$/.test(bare) && image.id.slice(7).startsWith(bare);
}

function canonicalOf(state: State, name: string, image: ImageRecord): string {
  for (const record of state.ref.values()) {
    if (record.image !== image.id) continue;
    if (record.reference === name || matchesTyped(record.reference, name)) return record.reference;
  }
  throw conflict(`conflict: ${name} names no reference of ${shortId(image.id)}`);
}

function matchesTyped(reference: string, typed: string): boolean {
  const wanted = familiarReference(parseReference(typed));
  const shown = familiarReference(parseReference(reference));
  return shown === wanted || shown === `${wanted}:latest`;
}
