/**
 * Volumes: creating, listing, inspecting, removing. Their files are served by `volume-server.ts`.
 *
 * @see moby volume/service
 */
import { newId } from '../base/index.ts';
import type { Volume, VolumeCreateRequest, VolumeList } from './docker-types.ts';
import { conflict, notFound } from './failure.ts';
import { acceptOnly, anyOf, type FilterSet, flagOf, matchesLabels, matchesPattern } from './filters.ts';
import { checkDriver, checkVolumeName, type VolumeNeed, volumePath } from './mounts.ts';
import type { ContainerRecord, VolumeRecord } from './records.ts';
import type { Change, State } from './state.ts';
import { rfc3339 } from './time.ts';
import type { Engine } from './types.ts';
import { checkVolumeOptions } from './volume-options.ts';
import { volumePrefix } from './volume-server.ts';

export async function createVolume(engine: Engine, request: VolumeCreateRequest): Promise<Volume> {
  checkDriver(request.Name ?? '', request.Driver || 'local');
  const options = Object.keys(request.DriverOpts ?? {}).length ? request.DriverOpts! : null;
  const anonymous = !request.Name;
  const name = request.Name || newId(engine.host.random);
  checkVolumeName(name);
  const given = { ...request.Labels, ...(anonymous ? { 'com.docker.volume.anonymous': '' } : {}) };
  const labels = Object.keys(given).length ? given : null;
  const isNew = await engine.state.change((state) => {
    if (state.volume.has(name)) return { changes: [], result: false };
    checkVolumeOptions(name, options ?? {});
    const changes = volumeChanges({ name, anonymous, labels, options }, engine.host.clock.now());
    return { changes, result: true };
  });
  if (isNew) logVolumeCreated(engine, name);
  return inspectVolume(engine, name);
}

/** The record of a volume that does not exist yet. */
export function volumeChanges(need: VolumeNeed, now: number): Change[] {
  const value: VolumeRecord = {
    name: need.name,
    created: now,
    labels: need.labels,
    options: need.options,
    anonymous: need.anonymous,
  };
  return [{ table: 'volume', key: need.name, value }];
}

export function logVolumeCreated(engine: Engine, name: string): void {
  engine.events.log('volume', 'create', name, { driver: 'local' });
}

export function listVolumes(engine: Engine, filters: FilterSet): VolumeList {
  acceptOnly(filters, ['dangling', 'driver', 'label', 'name']);
  const state = engine.state.current();
  const dangling = flagOf(filters, 'dangling');
  const found = [...state.volume.values()].filter(
    (volume) =>
      (dangling === undefined || dangling === (usersOf(state, volume.name).length === 0)) &&
      anyOf(filters, 'driver', (driver) => driver === 'local') &&
      anyOf(filters, 'name', (name) => matchesPattern(name, volume.name)) &&
      matchesLabels(filters, volume.labels),
  );
  return { Volumes: found.map(shape), Warnings: null };
}

export function inspectVolume(engine: Engine, name: string): Volume {
  const volume = engine.state.current().volume.get(name);
  if (!volume) throw notFound(`get ${name}: no such volume`);
  return shape(volume);
}

export async function removeVolume(engine: Engine, name: string, force: boolean): Promise<void> {
  const removed = await engine.state.change((state) => {
    if (!state.volume.has(name)) {
      if (force) return { changes: [], result: false };
      throw notFound(`get ${name}: no such volume`);
    }
    const users = usersOf(state, name);
    if (users.length) {
      throw conflict(`remove ${name}: volume is in use - [${users.map((user) => user.id).join(', ')}]`);
    }
    return { changes: [{ table: 'volume', key: name } as const], result: true };
  });
  if (removed) await forgetVolume(engine, name);
}

/** What follows once a volume's record is gone. */
export async function forgetVolume(engine: Engine, name: string): Promise<void> {
  await engine.volumes.close(name);
  await dropKeys(engine, volumePrefix(name));
  engine.events.log('volume', 'destroy', name, { driver: 'local' });
}

/** Removes what a view of the store holds. */
async function dropKeys(engine: Engine, prefix: string): Promise<void> {
  const view = engine.host.store.view(prefix);
  const keys = await view.keys();
  if (keys.length) await view.commit([], keys);
  view.revoke();
}

export function usersOf(state: State, volume: string): ContainerRecord[] {
  return [...state.container.values()].filter((container) =>
    container.mounts.some((mount) => mount.Type === 'volume' && mount.Name === volume),
  );
}

export function shape(volume: VolumeRecord): Volume {
  return {
    CreatedAt: rfc3339(volume.created),
    Driver: 'local',
    Labels: volume.labels && sorted(volume.labels),
    Mountpoint: volumePath(volume.name),
    Name: volume.name,
    Options: volume.options && sorted(volume.options),
    Scope: 'local',
  };
}

/** As Go writes maps. */
function sorted(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
