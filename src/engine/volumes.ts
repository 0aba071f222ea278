/**
 * Volumes: creating, listing, inspecting, removing. Their files are served by `volume-server.ts`.
 *
 * @see moby volume/service
 */
import { newId } from '../base/index.ts';
import type { Volume, VolumeCreateRequest, VolumeList } from './docker-types.ts';
import { conflict, notFound, notImplemented } from './failure.ts';
import { acceptOnly, anyOf, type FilterSet, flagOf, matchesLabels, matchesPattern } from './filters.ts';
import { checkVolumeName, type VolumeNeed, volumePath } from './mounts.ts';
import type { ContainerRecord, VolumeRecord } from './records.ts';
import type { Change, State } from './state.ts';
import { rfc3339 } from './time.ts';
import type { Engine } from './types.ts';
import { volumePrefix } from './volume-server.ts';

export async function createVolume(engine: Engine, request: VolumeCreateRequest): Promise<Volume> {
  if (request.Driver && request.Driver !== 'local') {
    throw notFound(
      `create ${request.Name ?? ''}: error looking up volume plugin ${request.Driver}: plugin "${request.Driver}" not found`,
    );
  }
  if (Object.keys(request.DriverOpts ?? {}).length)
    throw notImplemented('volume options: not supported by Strata');
  const anonymous = !request.Name;
  const name = request.Name || newId(engine.host.random);
  checkVolumeName(name);
  const labels = anonymous
    ? { ...request.Labels, 'com.docker.volume.anonymous': '' }
    : (request.Labels ?? null);
  const isNew = await engine.state.change((state) => ({
    changes: state.volume.has(name)
      ? []
      : volumeChanges({ name, anonymous, labels }, engine.host.clock.now()),
    result: !state.volume.has(name),
  }));
  if (isNew) logVolumeCreated(engine, name);
  return inspectVolume(engine, name);
}

/** The record of a volume that does not exist yet. */
export function volumeChanges(need: VolumeNeed, now: number): Change[] {
  const value: VolumeRecord = {
    name: need.name,
    created: now,
    labels: need.labels,
    options: null,
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
    Labels: volume.labels,
    Mountpoint: volumePath(volume.name),
    Name: volume.name,
    Options: volume.options,
    Scope: 'local',
  };
}
