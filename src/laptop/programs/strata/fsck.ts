/** `strata fsck`: whether all that engine and laptop store is there and whole; exit status 1 where not. */

import type { FsckReport } from '../../../api/index.ts';
import { chunksOf, collect, decode, StrataError } from '../../../base/index.ts';
import type { Sys } from '../../../kernel/index.ts';
import { checkTree } from '../../../vfs/index.ts';
import type { Services } from '../../laptop.ts';
import { print } from '../io.ts';

export async function fsck(sys: Sys, args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new StrataError('EUSAGE', 'usage: strata fsck');
  const transport = sys.service<Services['connect']>('connect')!(sys.env['DOCKER_HOST'] || undefined);
  const response = await transport({ method: 'GET', path: '/strata/v1/fsck' });
  const body = decode(await collect(chunksOf(response.body)));
  if (response.status === 404) throw new StrataError('ENOSYS', 'this engine is not Strata’s');
  if (response.status !== 200) throw new StrataError('ESYSTEM', body.trim());
  const report = JSON.parse(body) as FsckReport;
  const { garbage, checked } = report;
  const own = checkTree(sys.service<Services['disk']>('disk')!);
  const problems = [...report.problems, ...(own === undefined ? [] : [`the laptop: ${own}`])];
  for (const problem of problems) await print(sys, 2, `${problem}\n`);
  const counts = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
  await print(sys, 1, `checked ${counts.join(', ')}\n`);
  if (garbage.length) await print(sys, 1, `${garbage.length} blobs wait to be swept\n`);
  await print(sys, 1, problems.length ? `${problems.length} problems\n` : 'everything is whole\n');
  return problems.length ? 1 : 0;
}
