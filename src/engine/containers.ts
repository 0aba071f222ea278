/** Finding a container, and changing its record. */
import { conflict, invalid, notFound } from './failure.ts';
import type { ContainerRecord, ContainerStateRecord } from './records.ts';
import type { State } from './state.ts';
import type { Engine } from './types.ts';

/** By full id, then by name, then by the beginning of an id. @throws `No such container: …` */
export function findContainer(engine: Engine, name: string): ContainerRecord {
  const found = lookUpContainer(engine.state.current(), name);
  if (!found) throw notFound(`No such container: ${name}`);
  return found;
}

export function lookUpContainer(state: State, name: string): ContainerRecord | undefined {
  const byId = state.container.get(name);
  if (byId) return byId;
  const bare = name.replace(/^\//, '');
  for (const container of state.container.values()) if (container.name === bare) return container;
  if (bare === '') return undefined;
  const matches = [...state.container.values()].filter((container) => container.id.startsWith(bare));
  if (matches.length > 1) throw invalid(`multiple IDs found with provided prefix: ${name}`);
  return matches[0];
}

/** The record as it is now; undefined where the container is gone. */
export function recordOf(engine: Engine, id: string): ContainerRecord | undefined {
  return engine.state.current().container.get(id);
}

/** Writes down what has happened to a container. A container that is gone stays gone. */
export function noteContainer(
  engine: Engine,
  id: string,
  edit: (record: ContainerRecord) => Partial<ContainerRecord>,
): Promise<void> {
  return engine.state.observe((state) => {
    const record = state.container.get(id);
    return record ? [{ table: 'container', key: id, value: { ...record, ...edit(record) } }] : [];
  });
}

export function noteState(engine: Engine, id: string, edit: Partial<ContainerStateRecord>): Promise<void> {
  return noteContainer(engine, id, (record) => ({ state: { ...record.state, ...edit } }));
}

export function isRunning(record: ContainerRecord): boolean {
  return record.state.status === 'running' || record.state.status === 'paused';
}

/** Its files on the host and its place in a network are made by the first start. */
export function wasStarted(record: ContainerRecord): boolean {
  return record.state.startedAt > 0 || record.state.error !== '';
}

export function demandRunning(record: ContainerRecord): void {
  if (!isRunning(record)) throw conflict(`container ${record.id} is not running`);
}

/** One of Docker's container events. */
export function logContainer(
  engine: Engine,
  record: ContainerRecord,
  action: string,
  attributes: Readonly<Record<string, string>> = {},
): void {
  engine.events.log('container', action, record.id, {
    ...record.config.Labels,
    image: record.imageName,
    name: record.name,
    ...attributes,
  });
}
