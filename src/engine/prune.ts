/**
 * The prune commands: what nothing uses goes.
 *
 * @see moby daemon/prune.go, daemon/images/image_prune.go
 */

import { upperSizeOf } from './container-files.ts';
import { removeContainer } from './container-remove.ts';
import { isRunning } from './containers.ts';
import { volumeBytes } from './disk-usage.ts';
import type { ImageDeleteItem, PruneReport } from './docker-types.ts';
import { invalid } from './failure.ts';
import { acceptOnly, type FilterSet, flagOf, matchesLabels } from './filters.ts';
import { type ImageEvent, logImage } from './image-events.ts';
import { planRemoval } from './image-remove.ts';
import { createdOf, namesOf } from './images.ts';
import type { StoredCacheRecord } from './records.ts';
import type { Change } from './state.ts';
import { sweepLayers } from './sweep.ts';
import { parseTimestamp } from './time.ts';
import type { Engine } from './types.ts';
import { forgetVolume, usersOf } from './volumes.ts';

export async function pruneContainers(engine: Engine, filters: FilterSet): Promise<PruneReport> {
  acceptOnly(filters, ['label', 'label!', 'until']);
  const until = untilOf(engine, filters);
  const deleted: string[] = [];
  let freed = 0;
  for (const record of engine.state.current().container.values()) {
    if (isRunning(record) || record.state.status === 'restarting') continue;
    if (until !== undefined && record.created > until) continue;
    if (!wantedByLabels(filters, record.config.Labels)) continue;
    freed += await upperSizeOf(engine, record);
    await removeContainer(engine, record.id, { force: false, volumes: false });
    deleted.push(record.id);
  }
  engine.events.log('container', 'prune', '', { reclaimed: String(freed) });
  return { ContainersDeleted: deleted.length ? deleted : null, SpaceReclaimed: freed };
}

export async function pruneImages(engine: Engine, filters: FilterSet): Promise<PruneReport> {
  acceptOnly(filters, ['dangling', 'label', 'label!', 'until']);
  const danglingOnly = flagOf(filters, 'dangling') ?? true;
  const until = untilOf(engine, filters);
  const items: ImageDeleteItem[] = [];
  // An image goes when those that were committed from it are gone.
  for (;;) {
    const round = await pruneRound(engine, filters, danglingOnly, until);
    if (round.length === 0) break;
    items.push(...round);
  }
  const freed = await sweepLayers(engine);
  engine.events.log('image', 'prune', '', { reclaimed: String(freed) });
  return { ImagesDeleted: items.length ? items : null, SpaceReclaimed: freed };
}

async function pruneRound(
  engine: Engine,
  filters: FilterSet,
  danglingOnly: boolean,
  until: number | undefined,
): Promise<ImageDeleteItem[]> {
  const { items, events } = await engine.state.change((state) => {
    const changes: Change[] = [];
    const items: ImageDeleteItem[] = [];
    const events: ImageEvent[] = [];
    const used = new Set([...state.container.values()].map((container) => container.image));
    const parents = new Set([...state.image.values()].map((image) => image.parent));
    for (const image of state.image.values()) {
      const { tags, digests } = namesOf(state, image.id);
      const dangling = tags.length + digests.length === 0;
      if (used.has(image.id) || parents.has(image.id) || (danglingOnly && !dangling)) continue;
      if (until !== undefined && createdOf(image) > until) continue;
      if (!wantedByLabels(filters, image.config.config?.Labels)) continue;
      const removal = planRemoval(state, image.id, { force: true, noPrune: false });
      changes.push(...removal.changes);
      items.push(...removal.items);
      events.push(...removal.events);
    }
    return { changes, result: { items, events } };
  });
  for (const event of events) logImage(engine, event);
  return items;
}

/** Anonymous ones only, unless `all` is asked for. */
export async function pruneVolumes(engine: Engine, filters: FilterSet): Promise<PruneReport> {
  acceptOnly(filters, ['all', 'label', 'label!']);
  const all = flagOf(filters, 'all') ?? false;
  const doomed = [...engine.state.current().volume.values()].filter(
    (volume) => (all || volume.anonymous) && wantedByLabels(filters, volume.labels),
  );
  const deleted: string[] = [];
  let freed = 0;
  for (const { name } of doomed) {
    const size = await volumeBytes(engine, name);
    const removed = await engine.state.change((state) => {
      const changes: Change[] = usersOf(state, name).length ? [] : [{ table: 'volume', key: name }];
      return { changes, result: changes.length > 0 };
    });
    if (!removed) continue;
    freed += size;
    deleted.push(name);
    await forgetVolume(engine, name);
  }
  engine.events.log('volume', 'prune', '', { reclaimed: String(freed) });
  return { VolumesDeleted: deleted, SpaceReclaimed: freed };
}

/** Networks of people's own do not exist yet, so there are none to remove. */
export function pruneNetworks(engine: Engine, filters: FilterSet): PruneReport {
  acceptOnly(filters, ['label', 'label!', 'until']);
  engine.events.log('network', 'prune', '', { reclaimed: '0' });
  return { NetworksDeleted: null };
}

/** Cache entries whose layers images do not share, all of them with `all`, as far as the filters match. */
export async function pruneBuildCache(
  engine: Engine,
  all: boolean,
  filters: FilterSet,
): Promise<PruneReport> {
  const before = untilOf(engine, filters, 'until') ?? untilOf(engine, filters, 'unused-for');
  const deleted = await engine.state.change((state) => {
    const shared = new Set([...state.image.values()].flatMap((image) => image.config.rootfs.diff_ids));
    const doomed = [...state.cache.values()].filter((record) => {
      const own = record.diffIds.at(-1);
      const isShared = own !== undefined && shared.has(own);
      if (!(all || !isShared) || (before !== undefined && record.lastUsed > before)) return false;
      return matchesCache(filters, record, isShared);
    });
    const changes: Change[] = doomed.map((record) => ({ table: 'cache', key: record.key }));
    return { changes, result: doomed.map((record) => record.id) };
  });
  const freed = await sweepLayers(engine);
  engine.events.log('builder', 'prune', '', { reclaimed: String(freed) });
  return { CachesDeleted: deleted.length ? deleted : null, SpaceReclaimed: freed };
}

/** BuildKit compares fields of a record; one that records have not got is equal to nothing. */
function matchesCache(filters: FilterSet, record: StoredCacheRecord, isShared: boolean): boolean {
  const fields: Readonly<Record<string, string>> = {
    id: record.id,
    type: 'regular',
    description: record.description,
    inuse: 'false',
    mutable: 'false',
    immutable: 'true',
    shared: String(isShared),
    private: String(!isShared),
  };
  return [...filters].every(
    ([name, values]) =>
      name === 'until' || name === 'unused-for' || values.every((value) => value === fields[name]),
  );
}

function wantedByLabels(
  filters: FilterSet,
  labels: Readonly<Record<string, string>> | null | undefined,
): boolean {
  if (!matchesLabels(filters, labels)) return false;
  return !filters.has('label!') || !matchesLabels(filters, labels, 'label!');
}

/** `until` is a moment, or a duration before now. */
function untilOf(engine: Engine, filters: FilterSet, name = 'until'): number | undefined {
  const value = filters.get(name)?.[0];
  if (value === undefined) return undefined;
  const duration = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value);
  if (duration && value !== '') {
    const [hours, minutes, seconds] = duration.slice(1).map((part) => Number(part ?? 0));
    return engine.host.clock.now() - ((hours! * 60 + minutes!) * 60 + seconds!) * 1000;
  }
  const moment = parseTimestamp(value);
  if (moment === undefined || Number.isNaN(moment))
    throw invalid(`failed to parse value as time or duration: ${JSON.stringify(value)}`);
  return moment;
}
