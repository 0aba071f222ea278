/** `docker save` and `docker export`: tars from the engine to a file or standard output. */
import type { ApiResponse } from '../../api/index.ts';
import { chunksOf } from '../../base/index.ts';
import type { Cli, Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { openOutput } from '../output.ts';
import { platformQuery } from '../run/platform.ts';

export const save: Verb = async (cli, flags, names) => {
  const search = new URLSearchParams(names.map((name) => ['names', name]));
  const platform = platformQuery(flags.text('platform'), 'invalid platform: ');
  if (platform !== undefined) search.append('platform', platform);
  const write = await outputOf(cli, flags.text('output'), 'failed to save image');
  return write(await cli.engine.stream('GET', `/images/get?${search}`));
};

export const exportTar: Verb = async (cli, flags, [container]) => {
  const write = await outputOf(cli, flags.text('output'), 'failed to export container');
  return write(await cli.engine.stream('GET', `/containers/${segment(container!)}/export`));
};

type Write = (response: ApiResponse) => Promise<number>;

/** @throws ECLI for a place that cannot be written */
async function outputOf(cli: Cli, output: string | undefined, what: string): Promise<Write> {
  if (output !== undefined && output !== '') {
    const write = await openOutput(cli.sys, output, what);
    return async (response) => {
      await write(chunksOf(response.body));
      return 0;
    };
  }
  if (cli.sys.isatty(1)) {
    throw failure('cowardly refusing to save to a terminal. Use the -o flag or redirect');
  }
  return async (response) => {
    for await (const chunk of chunksOf(response.body)) await cli.out(chunk);
    return 0;
  };
}
