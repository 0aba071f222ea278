/** `docker volume create`, `ls`, `rm`. */
import type { Verb } from '../command.ts';
import { filterQuery, query, segment } from '../engine.ts';
import { isNotFound } from '../failure.ts';
import { formatList } from '../format/list.ts';
import { humanSize } from '../format/units.ts';
import { labelText } from '../format/words.ts';
import { pairs, readLabels } from '../run/environment.ts';
import { RecordValue } from '../template/index.ts';
import { forEach, tellFailures } from './each.ts';

export interface Volume {
  readonly Name: string;
  readonly Driver: string;
  readonly Mountpoint: string;
  readonly Scope: string;
  readonly Labels: Readonly<Record<string, string>> | null;
  /** Only `docker system df` asks for it. */
  readonly UsageData?: { readonly Size: number; readonly RefCount: number } | null;
}

export const HEADERS = {
  Name: 'VOLUME NAME',
  Driver: 'DRIVER',
  Scope: 'SCOPE',
  Mountpoint: 'MOUNTPOINT',
  Labels: 'LABELS',
  Links: 'LINKS',
  Size: 'SIZE',
  Group: 'GROUP',
  Availability: 'AVAILABILITY',
  Status: 'STATUS',
};

export const createVolume: Verb = async (cli, flags, [name]) => {
  const { Name } = await cli.engine.call<Volume>('POST', '/volumes/create', {
    json: {
      Name: name ?? '',
      Driver: flags.text('driver') ?? 'local',
      DriverOpts: pairs(flags.list('opt')),
      Labels: await readLabels(cli, flags),
    },
  });
  await cli.out(`${Name}\n`);
  return 0;
};

export const listVolumes: Verb = async (cli, flags) => {
  const path = `/volumes${query({ filters: filterQuery(flags.list('filter')) })}`;
  const { Volumes } = await cli.engine.call<{ Volumes: readonly Volume[] | null }>('GET', path);
  const sorted = [...(Volumes ?? [])].sort((a, b) => (a.Name < b.Name ? -1 : 1));
  const format = flags.text('format');
  const table = format === undefined || format === '' || format.startsWith('table');
  const text = formatList(sorted.map(volumeRow), {
    format: flags.bool('quiet') && table ? '{{.Name}}' : format,
    table: '{{.Driver}}\t{{.Name}}',
    headers: HEADERS,
  });
  await cli.out(text);
  return 0;
};

export function volumeRow(volume: Volume): RecordValue {
  return new RecordValue(
    '*formatter.volumeContext',
    {
      Name: () => volume.Name,
      Driver: () => volume.Driver,
      Scope: () => volume.Scope,
      Mountpoint: () => volume.Mountpoint,
      Labels: () => labelText(volume.Labels),
      Links: () => (volume.UsageData ? String(volume.UsageData.RefCount) : 'N/A'),
      Size: () => (volume.UsageData ? humanSize(volume.UsageData.Size) : 'N/A'),
      Group: () => 'N/A',
      Availability: () => 'N/A',
      Status: () => 'N/A',
    },
    { Label: (name) => volume.Labels?.[String(name)] ?? '' },
  );
}

export const removeVolumes: Verb = async (cli, flags, names) => {
  const force = flags.bool('force');
  const failures = await forEach(
    names,
    async (name) => {
      try {
        await cli.engine.call('DELETE', `/volumes/${segment(name, 'volume')}${query({ force })}`);
      } catch (error) {
        if (!force || !isNotFound(error)) throw error;
      }
    },
    (name) => cli.out(`${name}\n`),
  );
  return tellFailures(cli, failures);
};
