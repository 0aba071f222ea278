/** `docker ps`: GET /containers/json as rows. */
import { messageOf } from '../../base/index.ts';
import type { Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { failure } from '../failure.ts';
import { formatList } from '../format/list.ts';
import { ago, goTime } from '../format/time.ts';
import { humanSize } from '../format/units.ts';
import { ellipsis, labelText, shortId } from '../format/words.ts';
import { compile, NIL, RecordValue } from '../template/index.ts';
import { quoted } from '../template/quote.ts';

/** What the engine says of a container in a list. */
export interface ContainerSummary {
  readonly Id: string;
  readonly Names: readonly string[];
  readonly Image: string;
  readonly ImageID: string;
  readonly Command: string;
  readonly Created: number;
  readonly Ports?: readonly PortSummary[];
  readonly SizeRw?: number;
  readonly SizeRootFs?: number;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly State: string;
  readonly Status: string;
  readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, unknown>> };
  readonly Mounts?: readonly {
    readonly Type?: string;
    readonly Name?: string;
    readonly Source?: string;
    readonly Driver?: string;
  }[];
}

interface PortSummary {
  readonly IP?: string;
  readonly PrivatePort: number;
  readonly PublicPort?: number;
  readonly Type: string;
}

export const HEADERS = {
  ID: 'CONTAINER ID',
  Names: 'NAMES',
  Image: 'IMAGE',
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  RunningFor: 'CREATED',
  Ports: 'PORTS',
  State: 'STATE',
  Status: 'STATUS',
  Size: 'SIZE',
  Labels: 'LABELS',
  Mounts: 'MOUNTS',
  LocalVolumes: 'LOCAL VOLUMES',
  Networks: 'NETWORKS',
  Platform: 'PLATFORM',
};

export const ps: Verb = async (cli, flags) => {
  const format = flags.text('format');
  const trunc = !flags.bool('no-trunc');
  const size = flags.bool('size') || usesSize(format);
  const last = flags.bool('latest') ? 1 : flags.number('last');
  const path = `/containers/json${query({
    all: flags.bool('all'),
    limit: last !== undefined && last > 0 ? last : undefined,
    size,
    filters: filterQuery(flags.list('filter')),
  })}`;
  const found = await cli.engine.call<ContainerSummary[]>('GET', path);
  const quiet = flags.bool('quiet');
  if (quiet && format) {
    await cli.err('WARNING: Ignoring custom format, because both --format and --quiet are set.\n');
  }
  const columns = ['ID', 'Image', 'Command', 'RunningFor', 'Status', 'Ports', 'Names'];
  if (flags.bool('size')) columns.push('Size');
  const text = formatList(
    found.map((container) => containerRow(container, trunc, cli.sys.now())),
    {
      format: quiet ? '{{.ID}}' : format,
      table: columns.map((name) => `{{.${name}}}`).join('\t'),
      headers: HEADERS,
    },
  );
  await cli.out(text);
  return 0;
};

/** Docker tries the template on an empty container, to see whether it asks for sizes. */
function usesSize(format: string | undefined): boolean {
  if (format === undefined || format === '' || format === 'json' || format === 'table') return false;
  let asked = false;
  const render = compileProbe(format);
  const fields = Object.fromEntries(Object.keys(HEADERS).map((name) => [name, () => '']));
  const probe = new RecordValue(
    TYPE,
    {
      ...fields,
      Size: () => {
        asked = true;
        return '';
      },
    },
    { Label: (_name) => '' },
  );
  try {
    render(probe);
  } catch (error) {
    throw failure(`failed to execute template: ${messageOf(error)}`);
  }
  return asked;
}

function compileProbe(format: string): ReturnType<typeof compile> {
  try {
    return compile(format);
  } catch (error) {
    throw failure(`failed to parse template: ${messageOf(error)}`);
  }
}

const TYPE = '*formatter.ContainerContext';

export function containerRow(container: ContainerSummary, trunc: boolean, now: number): RecordValue {
  const mounts = container.Mounts ?? [];
  return new RecordValue(
    TYPE,
    {
      ID: () => (trunc ? shortId(container.Id) : container.Id),
      Names: () => namesOf(container, trunc),
      Image: () => imageOf(container, trunc),
      Command: () => quoted(trunc ? ellipsis(container.Command, 20) : container.Command),
      CreatedAt: () => goTime(container.Created),
      RunningFor: () => ago(container.Created, now),
      Ports: () => portsText(container.Ports ?? []),
      State: () => container.State,
      Status: () => container.Status,
      Size: () => sizeText(container),
      Labels: () => labelText(container.Labels),
      Mounts: () =>
        mounts
          .map((mount) => mount.Name || mount.Source || '')
          .map((name) => (trunc ? ellipsis(name, 15) : name))
          .join(','),
      LocalVolumes: () => String(mounts.filter((mount) => mount.Driver === 'local').length),
      Networks: () => Object.keys(container.NetworkSettings?.Networks ?? {}).join(','),
      Platform: () => NIL,
    },
    { Label: (name) => container.Labels?.[String(name)] ?? '' },
  );
}

function namesOf(container: ContainerSummary, trunc: boolean): string {
  const names = container.Names.map((name) => name.replace(/^\//, ''));
  // A second slash marks the name that a link gives.
  return (trunc ? names.filter((name) => !name.includes('/')) : names).join(',');
}

function imageOf({ Image, ImageID }: ContainerSummary, trunc: boolean): string {
  if (Image === '') return '<no image>';
  if (!trunc) return Image;
  if (shortId(Image) === shortId(ImageID)) return shortId(Image);
  // A reference with tag and digest is shown without its digest.
  return Image.replace(/^([^@]*:[^@/]+)@sha256:[0-9a-f]{64}$/, '$1');
}

function sizeText({ SizeRw = 0, SizeRootFs = 0 }: ContainerSummary): string {
  const own = humanSize(SizeRw, 3);
  return SizeRootFs > 0 ? `${own} (virtual ${humanSize(SizeRootFs, 3)})` : own;
}

function portsText(ports: readonly PortSummary[]): string {
  return [...ports]
    .sort((a, b) => a.PrivatePort - b.PrivatePort || (a.IP ?? '').localeCompare(b.IP ?? ''))
    .map((port) => {
      const inside = `${port.PrivatePort}/${port.Type}`;
      if (!port.PublicPort) return inside;
      const host = port.IP?.includes(':') ? `[${port.IP}]` : (port.IP ?? '');
      return `${host}:${port.PublicPort}->${inside}`;
    })
    .join(', ');
}
