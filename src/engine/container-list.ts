/**
 * `GET /containers/json`: `docker ps`.
 *
 * @see moby daemon/list.go, container/view.go
 */
import { sizesOf } from './container-inspect.ts';
import { isRunning, lookUpContainer } from './containers.ts';
import type { ContainerSummary } from './docker-types.ts';
import { invalid, notFound } from './failure.ts';
import { acceptOnly, anyOf, type FilterSet, matchesLabels, matchesPattern } from './filters.ts';
import { lookUp } from './images.ts';
import { endpointOf } from './networks.ts';
import type { ContainerRecord } from './records.ts';
import type { State } from './state.ts';
import { humanDuration } from './time.ts';
import type { Engine } from './types.ts';

const FILTERS = [
  'ancestor',
  'before',
  'exited',
  'expose',
  'health',
  'id',
  'is-task',
  'isolation',
  'label',
  'name',
  'network',
  'publish',
  'since',
  'status',
  'volume',
];

const STATUSES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];

export interface ListContainersRequest {
  readonly all: boolean;
  /** The latest so many, whatever their state. */
  readonly limit?: number | undefined;
  readonly size: boolean;
  readonly filters: FilterSet;
}

/** Latest first. */
export async function listContainers(
  engine: Engine,
  request: ListContainersRequest,
): Promise<ContainerSummary[]> {
  const state = engine.state.current();
  const { filters } = request;
  acceptOnly(filters, FILTERS);
  for (const status of filters.get('status') ?? []) {
    if (!STATUSES.includes(status)) {
      throw invalid(
        `invalid filter 'status=${status}': invalid value for state (${status}): must be one of ${STATUSES.join(', ')}`,
      );
    }
  }
  for (const code of filters.get('exited') ?? []) exitCodeOf(code);
  const limit = request.limit ?? 0;
  // Asking for a state, or for others by age, means those that do not run as well.
  const everything =
    request.all || limit > 0 || ['status', 'exited', 'before', 'since'].some((name) => filters.has(name));
  const before = boundary(state, filters, 'before');
  const since = boundary(state, filters, 'since');
  let found = [...state.container.values()]
    .filter((record) => everything || isRunning(record) || record.state.status === 'restarting')
    .filter((record) => matches(state, record, filters))
    .filter((record) => before === undefined || record.created < before)
    .filter((record) => since === undefined || record.created > since)
    .sort((a, b) => b.created - a.created);
  if (limit > 0) found = found.slice(0, limit);
  return Promise.all(found.map((record) => summarize(engine, state, record, request.size)));
}

function boundary(state: State, filters: FilterSet, name: string): number | undefined {
  const value = filters.get(name)?.[0];
  if (value === undefined) return undefined;
  const record = lookUpContainer(state, value);
  if (!record) throw notFound(`No such container: ${value}`);
  return record.created;
}

function matches(state: State, record: ContainerRecord, filters: FilterSet): boolean {
  return (
    anyOf(filters, 'id', (id) => matchesPattern(`^${id}`, record.id)) &&
    anyOf(
      filters,
      'name',
      (name) => matchesPattern(name, record.name) || matchesPattern(name, `/${record.name}`),
    ) &&
    anyOf(filters, 'status', (status) => record.state.status === status) &&
    anyOf(filters, 'exited', (code) => exitedWith(record, code)) &&
    anyOf(filters, 'health', (health) => health === 'none') &&
    anyOf(filters, 'ancestor', (name) => isAncestor(state, record, name)) &&
    anyOf(filters, 'network', (name) => Object.hasOwn({ [record.hostConfig.NetworkMode ?? '']: 1 }, name)) &&
    anyOf(filters, 'volume', (volume) =>
      record.mounts.some((mount) => mount.Name === volume || mount.Destination === volume),
    ) &&
    anyOf(filters, 'publish', () => false) &&
    anyOf(filters, 'expose', (port) =>
      portsOf(record).some(
        ({ PrivatePort, Type }) => port === `${PrivatePort}/${Type}` || port === `${PrivatePort}`,
      ),
    ) &&
    anyOf(filters, 'is-task', (value) => value === 'false') &&
    matchesLabels(filters, record.config.Labels)
  );
}

function exitedWith(record: ContainerRecord, code: string): boolean {
  return record.state.status === 'exited' && record.state.exitCode === exitCodeOf(code);
}

function exitCodeOf(text: string): number {
  if (/^[-+]?\d+$/.test(text)) return Number(text);
  const why = `strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`;
  throw invalid(`invalid filter 'exited=${text}': ${why}`);
}

/** Made from the image, or from one that has it for a parent: commits have, BuildKit's images have not. */
function isAncestor(state: State, record: ContainerRecord, name: string): boolean {
  const image = lookUp(state, name);
  let at = image && state.image.get(record.image);
  while (at && at.id !== image!.id) at = at.parent && state.image.get(at.parent);
  return at !== undefined;
}

async function summarize(
  engine: Engine,
  state: State,
  record: ContainerRecord,
  size: boolean,
): Promise<ContainerSummary> {
  const sizes = size ? await sizesOf(engine, record) : undefined;
  return {
    Id: record.id,
    Names: [`/${record.name}`],
    Image: shownImage(state, record),
    ImageID: record.image,
    Command: commandOf(record),
    Created: Math.floor(record.created / 1000),
    Ports: portsOf(record),
    // As Go's omitempty has it.
    ...(sizes?.SizeRw ? { SizeRw: sizes.SizeRw } : {}),
    ...(sizes?.SizeRootFs ? { SizeRootFs: sizes.SizeRootFs } : {}),
    Labels: record.config.Labels ?? {},
    State: record.state.status,
    Status: statusOf(record, engine.host.clock.now()),
    HostConfig: { NetworkMode: record.hostConfig.NetworkMode ?? 'bridge' },
    NetworkSettings: { Networks: endpointOf(engine, record) },
    Mounts: record.mounts,
  };
}

/** The name that was given, as long as it still means that image. */
function shownImage(state: State, record: ContainerRecord): string {
  try {
    return lookUp(state, record.imageName)?.id === record.image ? record.imageName : record.image;
  } catch {
    return record.image;
  }
}

function commandOf({ path, args }: ContainerRecord): string {
  return [path, ...args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg))].join(' ');
}

/** A network knows of them while the container runs. */
function portsOf(record: ContainerRecord): ContainerSummary['Ports'] {
  if (!isRunning(record)) return [];
  return Object.keys(record.config.ExposedPorts ?? {}).map((port) => {
    const [number = '', type = 'tcp'] = port.split('/');
    return { PrivatePort: Number(number), Type: type };
  });
}

/** `Up 2 seconds`, `Exited (0) 3 minutes ago`, … */
function statusOf({ state }: ContainerRecord, now: number): string {
  const up = humanDuration(now - state.startedAt);
  const down = humanDuration(now - state.finishedAt);
  switch (state.status) {
    case 'running':
      return `Up ${up}`;
    case 'paused':
      return `Up ${up} (Paused)`;
    case 'restarting':
      return `Restarting (${state.exitCode}) ${down} ago`;
    case 'dead':
      return 'Dead';
    case 'created':
      return 'Created';
    case 'exited':
      return state.finishedAt === 0 ? 'Created' : `Exited (${state.exitCode}) ${down} ago`;
  }
}
