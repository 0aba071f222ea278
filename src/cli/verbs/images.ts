/** `docker images`: GET /images/json, a row for each name of each image. */
import { familiarName, parseReference } from '../../oci/index.ts';
import type { Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { formatList } from '../format/list.ts';
import { ago, goTime } from '../format/time.ts';
import { humanSize } from '../format/units.ts';
import { shortId } from '../format/words.ts';
import { RecordValue } from '../template/index.ts';

export interface ImageSummary {
  readonly Id: string;
  readonly RepoTags: readonly string[] | null;
  readonly RepoDigests: readonly string[] | null;
  readonly Created: number;
  readonly Size: number;
  readonly SharedSize: number;
  readonly Containers: number;
}

export const HEADERS = {
  ID: 'IMAGE ID',
  Repository: 'REPOSITORY',
  Tag: 'TAG',
  Digest: 'DIGEST',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  Size: 'SIZE',
  Containers: 'CONTAINERS',
  VirtualSize: 'SIZE',
  SharedSize: 'SHARED SIZE',
  UniqueSize: 'UNIQUE SIZE',
};

export const images: Verb = async (cli, flags, [name]) => {
  const filters = [...flags.list('filter'), ...(name === undefined ? [] : [`reference=${name}`])];
  const path = `/images/json${query({ all: flags.bool('all'), filters: filterQuery(filters) })}`;
  const found = await cli.engine.call<ImageSummary[]>('GET', path);
  const digests = flags.bool('digests');
  const rows = found.flatMap((image) => namesOf(image, digests).map((row) => [image, row] as const));
  const columns = ['Repository', 'Tag', ...(digests ? ['Digest'] : []), 'ID', 'CreatedSince', 'Size'];
  const format = flags.text('format');
  const table = format === undefined || format === '' || format.startsWith('table');
  const trunc = !flags.bool('no-trunc');
  const text = formatList(
    rows.map(([image, row]) => imageRow(image, row, trunc, cli.sys.now())),
    {
      format: flags.bool('quiet') && table ? '{{.ID}}' : format,
      table: columns.map((column) => `{{.${column}}}`).join('\t'),
      headers: HEADERS,
    },
  );
  await cli.out(text);
  return 0;
};

interface ImageName {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const NONE = '<none>';

/** Names of an image; with `digests`, each digest of a repository makes a row with each of its tags. */
export function namesOf(image: ImageSummary, digests: boolean): ImageName[] {
  const repositories = new Map<string, { tags: string[]; digests: string[] }>();
  const at = (repository: string): { tags: string[]; digests: string[] } => {
    const known = repositories.get(repository) ?? { tags: [], digests: [] };
    repositories.set(repository, known);
    return known;
  };
  for (const text of image.RepoTags ?? []) {
    const reference = parse(text);
    if (reference?.tag) at(familiarName(reference)).tags.push(reference.tag);
  }
  for (const text of image.RepoDigests ?? []) {
    const reference = parse(text);
    if (reference?.digest) at(familiarName(reference)).digests.push(reference.digest);
  }
  if (repositories.size === 0) return [{ repository: NONE, tag: NONE, digest: NONE }];
  return [...repositories].flatMap(([repository, known]) => {
    if (known.tags.length === 0 && !digests)
      return [{ repository, tag: NONE, digest: known.digests[0] ?? NONE }];
    const tags = known.tags.length === 0 ? [NONE] : known.tags;
    const listed = digests && known.digests.length > 0 ? known.digests : [known.digests[0] ?? NONE];
    return tags.flatMap((tag) => listed.map((digest) => ({ repository, tag, digest })));
  });
}

function parse(text: string): ReturnType<typeof parseReference> | undefined {
  try {
    return parseReference(text);
  } catch {
    // `<none>:<none>` of old engines.
    return undefined;
  }
}

export function imageRow(image: ImageSummary, name: ImageName, trunc: boolean, now: number): RecordValue {
  const unknown = 'N/A';
  return new RecordValue('*formatter.imageContext', {
    ID: () => (trunc ? shortId(image.Id) : image.Id),
    Repository: () => name.repository,
    Tag: () => name.tag,
    Digest: () => name.digest,
    CreatedSince: () => ago(image.Created, now),
    CreatedAt: () => goTime(image.Created),
    Size: () => humanSize(image.Size, 3),
    Containers: () => (image.Containers === -1 ? unknown : String(image.Containers)),
    VirtualSize: () => humanSize(image.Size),
    SharedSize: () => (image.SharedSize === -1 ? unknown : humanSize(image.SharedSize)),
    UniqueSize: () => (image.SharedSize === -1 ? unknown : humanSize(image.Size - image.SharedSize)),
  });
}
