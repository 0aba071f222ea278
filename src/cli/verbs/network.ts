/** `docker network ls`. */
import type { Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { formatList } from '../format/list.ts';
import { labelText, shortId } from '../format/words.ts';
import { RecordValue } from '../template/index.ts';

interface Network {
  readonly Id: string;
  readonly Name: string;
  readonly Driver: string;
  readonly Scope: string;
  readonly Created: string;
  readonly EnableIPv4?: boolean;
  readonly EnableIPv6?: boolean;
  readonly Internal?: boolean;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

const HEADERS = {
  ID: 'NETWORK ID',
  Name: 'NAME',
  Driver: 'DRIVER',
  Scope: 'SCOPE',
  IPv4: 'IPV4',
  IPv6: 'IPV6',
  Internal: 'INTERNAL',
  Labels: 'LABELS',
  CreatedAt: 'CREATED AT',
};

export const listNetworks: Verb = async (cli, flags) => {
  const path = `/networks${query({ filters: filterQuery(flags.list('filter')) })}`;
  const found = await cli.engine.call<Network[]>('GET', path);
  const sorted = [...found].sort((a, b) => (a.Name < b.Name ? -1 : 1));
  const trunc = !flags.bool('no-trunc');
  const format = flags.text('format');
  const table = format === undefined || format === '' || format.startsWith('table');
  const rows = sorted.map(
    (network) =>
      new RecordValue(
        '*network.networkContext',
        {
          ID: () => (trunc ? shortId(network.Id) : network.Id),
          Name: () => network.Name,
          Driver: () => network.Driver,
          Scope: () => network.Scope,
          IPv4: () => String(network.EnableIPv4 ?? false),
          IPv6: () => String(network.EnableIPv6 ?? false),
          Internal: () => String(network.Internal ?? false),
          Labels: () => labelText(network.Labels),
          CreatedAt: () => network.Created.replace('T', ' ').replace(/Z$/, ' +0000 UTC'),
        },
        { Label: (name) => network.Labels?.[String(name)] ?? '' },
      ),
  );
  const text = formatList(rows, {
    format: flags.bool('quiet') && table ? '{{.ID}}' : format,
    table: '{{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}',
    headers: HEADERS,
  });
  await cli.out(text);
  return 0;
};
