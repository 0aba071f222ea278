/** The `prune` commands: asking first, then POST /…/prune, then what was won. */
import type { Cli, Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { parseDuration } from '../format/duration.ts';
import { humanSize } from '../format/units.ts';
import type { Removed } from './rmi.ts';

/** Asks on the terminal; anything but y is no. */
async function confirmed(cli: Cli, flags: FlagValues, warning: string): Promise<boolean> {
  if (flags.bool('force')) return true;
  await cli.out(`${warning} [y/N] `);
  const buffer = new Uint8Array(64);
  let answer = '';
  while (!answer.includes('\n')) {
    const got = cli.sys.read(0, buffer);
    const count = got instanceof Promise ? await got : got;
    if (count === 0) break;
    answer += new TextDecoder().decode(buffer.subarray(0, count));
  }
  return answer.trim().toLowerCase() === 'y';
}

interface Report {
  readonly ContainersDeleted?: readonly string[] | null;
  readonly VolumesDeleted?: readonly string[] | null;
  readonly ImagesDeleted?: readonly Removed[] | null;
  readonly NetworksDeleted?: readonly string[] | null;
  readonly CachesDeleted?: readonly string[] | null;
  readonly SpaceReclaimed?: number;
}

interface Pruned {
  readonly text: string;
  readonly space: number;
}

async function containers(cli: Cli, filters: readonly string[]): Promise<Pruned> {
  const report = await ask(cli, '/containers/prune', filters);
  const deleted = report.ContainersDeleted ?? [];
  return { text: section('Deleted Containers:', deleted), space: report.SpaceReclaimed ?? 0 };
}

async function volumes(cli: Cli, filters: readonly string[]): Promise<Pruned> {
  const report = await ask(cli, '/volumes/prune', filters);
  return {
    text: section('Deleted Volumes:', report.VolumesDeleted ?? []),
    space: report.SpaceReclaimed ?? 0,
  };
}

async function networks(cli: Cli, filters: readonly string[]): Promise<Pruned> {
  const report = await ask(cli, '/networks/prune', filters);
  return { text: section('Deleted Networks:', report.NetworksDeleted ?? []), space: 0 };
}

async function images(cli: Cli, filters: readonly string[], all: boolean): Promise<Pruned> {
  const report = await ask(cli, '/images/prune', [...filters, `dangling=${!all}`]);
  const lines = (report.ImagesDeleted ?? []).map(({ Deleted, Untagged }) =>
    Untagged ? `untagged: ${Untagged}` : `deleted: ${Deleted}`,
  );
  return { text: section('Deleted Images:', lines), space: report.SpaceReclaimed ?? 0 };
}

function ask(cli: Cli, path: string, filters: readonly string[]): Promise<Report> {
  return cli.engine.call<Report>('POST', `${path}${query({ filters: filterQuery(filters) })}`);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `${line}\n`).join('')}\n`;
}

async function tell(cli: Cli, { text, space }: Pruned): Promise<number> {
  await cli.out(`${text}Total reclaimed space: ${humanSize(space)}\n`);
  return 0;
}

export const pruneContainers: Verb = async (cli, flags) => {
  const warning = 'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?';
  if (!(await confirmed(cli, flags, warning))) return 0;
  return tell(cli, await containers(cli, flags.list('filter')));
};

export const pruneVolumes: Verb = async (cli, flags) => {
  const all = flags.bool('all');
  const which = all ? 'all local volumes' : 'anonymous local volumes';
  const warning = `WARNING! This will remove ${which} not used by at least one container.\nAre you sure you want to continue?`;
  if (!(await confirmed(cli, flags, warning))) return 0;
  return tell(cli, await volumes(cli, [...flags.list('filter'), ...(all ? ['all=true'] : [])]));
};

export const pruneImages: Verb = async (cli, flags) => {
  const all = flags.bool('all');
  const warning = all
    ? 'WARNING! This will remove all images without at least one container associated to them.\nAre you sure you want to continue?'
    : 'WARNING! This will remove all dangling images.\nAre you sure you want to continue?';
  if (!(await confirmed(cli, flags, warning))) return 0;
  return tell(cli, await images(cli, flags.list('filter'), all));
};

export const pruneNetworks: Verb = async (cli, flags) => {
  const warning =
    'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue?';
  if (!(await confirmed(cli, flags, warning))) return 0;
  await cli.out((await networks(cli, flags.list('filter'))).text);
  return 0;
};

/** What buildx itself looks at of them. @throws ECLI */
function checkCacheFilters(filters: readonly string[]): void {
  const seen = new Set<string>();
  for (const filter of filters) {
    const at = filter.indexOf('=');
    const [name, value] = [filter.slice(0, at), filter.slice(at + 1)];
    if (seen.has(name)) throw failure('ERROR: filters expect only one value');
    seen.add(name);
    if ((name === 'until' || name === 'unused-for') && parseDuration(value) === undefined) {
      const wrong = `time: invalid duration ${JSON.stringify(value)}`;
      throw failure(`ERROR: "${name}" filter expects a duration (e.g., '24h'): ${wrong}`);
    }
  }
}

export const pruneBuilder: Verb = async (cli, flags) => {
  const all = flags.bool('all');
  const warning = all
    ? 'WARNING! This will remove all build cache. Are you sure you want to continue?'
    : 'WARNING! This will remove all dangling build cache. Are you sure you want to continue?';
  if (!(await confirmed(cli, flags, warning))) return 0;
  checkCacheFilters(flags.list('filter'));
  const filters = filterQuery(flags.list('filter'));
  const report = await cli.engine.call<Report>('POST', `/build/prune${query({ all, filters })}`);
  const ids = report.CachesDeleted ?? [];
  const text = ids.length === 0 ? '' : `ID\n${ids.map((id) => `${id}\n`).join('')}`;
  await cli.out(`${text}Total:\t${humanSize(report.SpaceReclaimed ?? 0)}\n`);
  return 0;
};

export const pruneSystem: Verb = async (cli, flags) => {
  const all = flags.bool('all');
  const withVolumes = flags.bool('volumes');
  const filters = flags.list('filter');
  const items = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(withVolumes ? ['all anonymous volumes not used by at least one container'] : []),
    all ? 'all images without at least one container associated to them' : 'all dangling images',
    all ? 'all build cache' : 'unused build cache',
  ];
  const chosen =
    filters.length === 0
      ? ''
      : `\n  Items to be pruned will be filtered with:\n${filters.map((each) => `  - ${each}\n`).join('')}`;
  const warning = `WARNING! This will remove:\n${items.map((item) => `  - ${item}\n`).join('')}${chosen}\nAre you sure you want to continue?`;
  if (!(await confirmed(cli, flags, warning))) return 0;
  const parts = [await containers(cli, filters), await networks(cli, filters)];
  if (withVolumes) parts.push(await volumes(cli, filters));
  parts.push(await images(cli, filters, all));
  const cache = await cli.engine.call<Report>(
    'POST',
    `/build/prune${query({ all, filters: filterQuery(filters) })}`,
  );
  parts.push({
    text: section('Deleted build cache objects:', cache.CachesDeleted ?? []),
    space: cache.SpaceReclaimed ?? 0,
  });
  return tell(cli, {
    text: parts.map(({ text }) => text).join(''),
    space: parts.reduce((sum, { space }) => sum + space, 0),
  });
};
