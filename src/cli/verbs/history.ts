/** `docker history`: GET /images/{name}/history as rows. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { formatList } from '../format/list.ts';
import { ago, rfc3339 } from '../format/time.ts';
import { humanSize } from '../format/units.ts';
import { ellipsis, shortId } from '../format/words.ts';
import { platformQuery } from '../run/platform.ts';
import { RecordValue } from '../template/index.ts';

interface HistoryItem {
  readonly Id: string;
  readonly Created: number;
  readonly CreatedBy: string;
  readonly Size: number;
  readonly Comment: string;
}

const HEADERS = {
  ID: 'IMAGE',
  CreatedSince: 'CREATED',
  CreatedAt: 'CREATED AT',
  CreatedBy: 'CREATED BY',
  Size: 'SIZE',
  Comment: 'COMMENT',
};

export const history: Verb = async (cli, flags, [image]) => {
  const platform = platformQuery(flags.text('platform'), 'invalid platform: ');
  const path = `/images/${segment(image!, 'image')}/history${query({ platform })}`;
  const items = await cli.engine.call<HistoryItem[]>('GET', path);
  const human = flags.bool('human', true);
  const trunc = !flags.bool('no-trunc');
  const now = cli.sys.now();
  const rows = items.map((item) => historyRow(item, human, trunc, now));
  const format = flags.text('format');
  const table = format === undefined || format === '' || format.startsWith('table');
  const text = formatList(rows, {
    format: flags.bool('quiet') && table ? '{{.ID}}' : format,
    table: `{{.ID}}\t${human ? '{{.CreatedSince}}' : '{{.CreatedAt}}'}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}`,
    headers: HEADERS,
  });
  await cli.out(text);
  return 0;
};

function historyRow(item: HistoryItem, human: boolean, trunc: boolean, now: number): RecordValue {
  const createdBy = item.CreatedBy.replaceAll('\t', ' ');
  return new RecordValue('*image.historyContext', {
    ID: () => (trunc ? shortId(item.Id) : item.Id),
    CreatedSince: () => (item.Created < 1 ? 'N/A' : human ? ago(item.Created, now) : rfc3339(item.Created)),
    CreatedAt: () => (item.Created < 1 ? 'N/A' : rfc3339(item.Created)),
    CreatedBy: () => (trunc ? ellipsis(createdBy, 45) : createdBy),
    Size: () => (human ? humanSize(item.Size, 3) : String(item.Size)),
    Comment: () => item.Comment,
  });
}
