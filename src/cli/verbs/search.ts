/** `docker search`: GET /images/search, a row an image. */
import type { Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { formatList } from '../format/list.ts';
import { RecordValue } from '../template/index.ts';

interface Found {
  readonly name: string;
  readonly description: string;
  readonly star_count: number;
  readonly is_official: boolean;
  readonly is_automated: boolean;
}

const HEADERS = {
  Name: 'NAME',
  Description: 'DESCRIPTION',
  StarCount: 'STARS',
  IsOfficial: 'OFFICIAL',
  IsAutomated: 'AUTOMATED',
};

const TABLE = '{{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}';

/** Columns that a description may have. */
const DESCRIPTION = 45;

export const search: Verb = async (cli, flags, [term]) => {
  const limit = Number(flags.text('limit') ?? 0);
  const path = `/images/search${query({ term, limit: limit || undefined, filters: filterQuery(flags.list('filter')) })}`;
  const found = await cli.engine.call<Found[]>('GET', path);
  const trunc = !flags.bool('no-trunc');
  // As the client sorts them; what has equal stars stays in the engine's order.
  const rows = [...found].sort((a, b) => b.star_count - a.star_count).map((image) => rowOf(image, trunc));
  await cli.out(formatList(rows, { format: flags.text('format'), table: TABLE, headers: HEADERS }));
  return 0;
};

function rowOf(image: Found, trunc: boolean): RecordValue {
  const marked = (yes: boolean): string => (yes ? '[OK]' : '');
  return new RecordValue('*formatter.searchContext', {
    Name: () => image.name,
    Description: () => {
      const text = image.description.replaceAll('\n', ' ').replaceAll('\r', ' ');
      return trunc ? ellipsis(text, DESCRIPTION) : text;
    },
    StarCount: () => String(image.star_count),
    IsOfficial: () => marked(image.is_official),
    IsAutomated: () => marked(image.is_automated),
  });
}

function ellipsis(text: string, most: number): string {
  return [...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;
}
