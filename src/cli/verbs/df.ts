/** `docker system df`: GET /system/df. */
import type { Cli, Verb } from '../command.ts';
import { formatList } from '../format/list.ts';
import { humanSize } from '../format/units.ts';
import { RecordValue } from '../template/index.ts';
import { type CacheRecord, verboseUsage } from './df-verbose.ts';
import type { ImageSummary } from './images.ts';
import type { ContainerSummary } from './ps.ts';
import type { Volume } from './volume.ts';

interface Usage {
  readonly LayersSize: number;
  readonly Images: readonly ImageSummary[] | null;
  readonly Containers: readonly ContainerSummary[] | null;
  readonly Volumes: readonly Volume[] | null;
  readonly BuildCache: readonly CacheRecord[] | null;
}

const HEADERS = {
  Type: 'TYPE',
  TotalCount: 'TOTAL',
  Active: 'ACTIVE',
  Size: 'SIZE',
  Reclaimable: 'RECLAIMABLE',
};

export const df: Verb = async (cli: Cli, flags) => {
  const usage = await cli.engine.call<Usage>('GET', '/system/df');
  if (flags.bool('verbose')) {
    await cli.out(verboseUsage(usage, flags.text('format'), cli.sys.now()));
    return 0;
  }
  const rows = [imageUsage(usage), containerUsage(usage), volumeUsage(usage), cacheUsage(usage)];
  const text = formatList(rows, {
    format: flags.text('format'),
    table: '{{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}',
    headers: HEADERS,
  });
  await cli.out(text);
  return 0;
};

interface Row {
  readonly type: string;
  readonly context: string;
  readonly total: number;
  readonly active: number;
  readonly size: number;
  readonly reclaimable: number;
  /** Whether the share that is reclaimable is told. */
  readonly share: boolean;
}

function row({ type, context, total, active, size, reclaimable, share }: Row): RecordValue {
  const percent = share && size > 0 ? ` (${Math.trunc((reclaimable * 100) / size)}%)` : '';
  return new RecordValue(`*formatter.${context}`, {
    Type: () => type,
    TotalCount: () => String(total),
    Active: () => String(active),
    Size: () => humanSize(size),
    Reclaimable: () => humanSize(reclaimable) + percent,
  });
}

function imageUsage({ Images, LayersSize }: Usage): RecordValue {
  const images = Images ?? [];
  const used = images.filter(({ Containers }) => Containers > 0);
  const held = used
    .filter(({ Size, SharedSize }) => Size !== -1 && SharedSize !== -1)
    .reduce((sum, { Size, SharedSize }) => sum + Size - SharedSize, 0);
  return row({
    type: 'Images',
    context: 'diskUsageImagesContext',
    total: images.length,
    active: used.length,
    size: LayersSize,
    reclaimable: LayersSize - held,
    share: true,
  });
}

function containerUsage({ Containers }: Usage): RecordValue {
  const containers = Containers ?? [];
  const active = containers.filter(({ State }) => /running|paused|restarting/.test(State));
  const sizeOf = (list: readonly ContainerSummary[]): number =>
    list.reduce((sum, { SizeRw = 0 }) => sum + SizeRw, 0);
  const size = sizeOf(containers);
  return row({
    type: 'Containers',
    context: 'diskUsageContainersContext',
    total: containers.length,
    active: active.length,
    size,
    reclaimable: size - sizeOf(active),
    share: true,
  });
}

function volumeUsage({ Volumes }: Usage): RecordValue {
  const volumes = (Volumes ?? []).map(({ UsageData }) => UsageData ?? { Size: 0, RefCount: 0 });
  const size = volumes.reduce((sum, { Size }) => sum + Math.max(0, Size), 0);
  const free = volumes.reduce((sum, { Size, RefCount }) => sum + (RefCount === 0 ? Math.max(0, Size) : 0), 0);
  return row({
    type: 'Local Volumes',
    context: 'diskUsageVolumesContext',
    total: volumes.length,
    active: volumes.filter(({ RefCount }) => RefCount > 0).length,
    size,
    reclaimable: free,
    share: true,
  });
}

function cacheUsage({ BuildCache }: Usage): RecordValue {
  const records = BuildCache ?? [];
  const own = records.filter(({ Shared }) => !Shared);
  const size = own.reduce((sum, { Size }) => sum + Size, 0);
  const held = own.filter(({ InUse }) => InUse).reduce((sum, { Size }) => sum + Size, 0);
  return row({
    type: 'Build Cache',
    context: 'diskUsageBuilderContext',
    total: records.length,
    active: records.filter(({ InUse }) => InUse).length,
    size,
    reclaimable: size - held,
    share: false,
  });
}
