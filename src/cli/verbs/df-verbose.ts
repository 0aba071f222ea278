/** `docker system df -v`: each image, container, volume and cache record with its size. */
import { messageOf } from '../../base/index.ts';
import { failure } from '../failure.ts';
import { compileFormat, formatList } from '../format/list.ts';
import { ago, goInstant } from '../format/time.ts';
import { humanSize } from '../format/units.ts';
import { shortId } from '../format/words.ts';
import { RecordValue, StructValue } from '../template/index.ts';
import { HEADERS as IMAGE_HEADERS, type ImageSummary, imageRow, namesOf } from './images.ts';
import { HEADERS as CONTAINER_HEADERS, type ContainerSummary, containerRow } from './ps.ts';
import { HEADERS as VOLUME_HEADERS, type Volume, volumeRow } from './volume.ts';

export interface CacheRecord {
  readonly ID: string;
  readonly Parents?: readonly string[] | null;
  readonly Type: string;
  readonly Description: string;
  readonly InUse: boolean;
  readonly Shared: boolean;
  readonly Size: number;
  readonly CreatedAt: string;
  readonly LastUsedAt: string | null;
  readonly UsageCount: number;
}

interface Everything {
  readonly Images: readonly ImageSummary[] | null;
  readonly Containers: readonly ContainerSummary[] | null;
  readonly Volumes: readonly Volume[] | null;
  readonly BuildCache: readonly CacheRecord[] | null;
}

const CACHE_HEADERS = {
  ID: 'CACHE ID',
  Parent: 'PARENT',
  CacheType: 'CACHE TYPE',
  Size: 'SIZE',
  CreatedSince: 'CREATED',
  LastUsedSince: 'LAST USED',
  UsageCount: 'USAGE',
  InUse: 'IN USE',
  Shared: 'SHARED',
};

/** The four tables, or what a template makes of them all. @throws ECLI */
export function verboseUsage(usage: Everything, format: string | undefined, now: number): string {
  const table = format === undefined || format === '' || format.startsWith('table');
  // Each image once, by its first name.
  const images = (usage.Images ?? []).map((image) => imageRow(image, namesOf(image, false)[0]!, table, now));
  // Their images' share is told with the images.
  const containers = (usage.Containers ?? []).map((container) =>
    containerRow({ ...container, SizeRootFs: 0 }, table, now),
  );
  const volumes = (usage.Volumes ?? []).map(volumeRow);
  const cache = [...(usage.BuildCache ?? [])].sort(byLastUse).map((record) => cacheRow(record, table, now));
  if (!table) {
    const lists = { Images: images, Containers: containers, Volumes: volumes, BuildCache: cache };
    const fields = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, () => list]));
    const all = new StructValue('*formatter.diskUsageContext', fields, [], Object.entries(lists));
    const render = compileFormat(format === 'json' ? '{{json .}}' : format!);
    try {
      return render(all);
    } catch (error) {
      throw failure(messageOf(error));
    }
  }
  const show = (rows: readonly RecordValue[], columns: string, headers: Record<string, string>): string => {
    const fields = columns.split(' ').map((column) => `{{.${column}}}`);
    return formatList(rows, { format: undefined, table: fields.join('\t'), headers });
  };
  const size = (usage.BuildCache ?? []).reduce((sum, { Shared, Size }) => sum + (Shared ? 0 : Size), 0);
  return [
    'Images space usage:\n\n',
    show(images, 'Repository Tag ID CreatedSince Size SharedSize UniqueSize Containers', IMAGE_HEADERS),
    '\nContainers space usage:\n\n',
    show(containers, 'ID Image Command LocalVolumes Size RunningFor Status Names', CONTAINER_HEADERS),
    '\nLocal Volumes space usage:\n\n',
    show(volumes, 'Name Links Size', VOLUME_HEADERS),
    `\nBuild cache usage: ${humanSize(size)}\n\n`,
    show(cache, 'ID CacheType Size CreatedSince LastUsedSince UsageCount Shared', CACHE_HEADERS),
  ].join('');
}

/** What was never used first, the latest use last. */
function byLastUse(a: CacheRecord, b: CacheRecord): number {
  const [first, second] = [a.LastUsedAt ?? '', b.LastUsedAt ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return a.ID < b.ID ? -1 : 1;
}

function cacheRow(record: CacheRecord, trunc: boolean, now: number): RecordValue {
  const since = (time: string): string => ago(Date.parse(time) / 1000, now);
  return new RecordValue('*formatter.buildCacheContext', {
    ID: () => (trunc ? shortId(record.ID) : record.ID) + (record.InUse ? '*' : ''),
    Parent: () => (record.Parents ?? []).join(', '),
    CacheType: () => record.Type,
    Description: () => record.Description,
    Size: () => humanSize(record.Size, 3),
    CreatedAt: () => goInstant(record.CreatedAt),
    CreatedSince: () => since(record.CreatedAt),
    LastUsedAt: () => (record.LastUsedAt ? goInstant(record.LastUsedAt) : ''),
    LastUsedSince: () => (record.LastUsedAt ? since(record.LastUsedAt) : ''),
    UsageCount: () => String(record.UsageCount),
    InUse: () => String(record.InUse),
    Shared: () => String(record.Shared),
  });
}
