/** `docker save` and `docker export`: tars from the engine to a file or standard output. */

import type { ApiResponse } from '../../api/index.ts';
import { chunksOf } from '../../base/index.ts';
import { O_CREAT, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import type { Cli, Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { pathFailure } from '../files.ts';
import { platformQuery } from '../run/platform.ts';

export const save: Verb = async (cli, flags, names) => {
  checkOutput(
    cli,
    flags.text('output'),
    'cowardly refusing to save to a terminal. Use the -o flag or redirect',
  );
  const search = new URLSearchParams(names.map((name) => ['names', name]));
  const platform = platformQuery(flags.text('platform'), 'invalid platform: ');
  if (platform !== undefined) search.append('platform', platform);
  return write(cli, flags.text('output'), await cli.engine.stream('GET', `/images/get?${search}`));
};

export const exportTar: Verb = async (cli, flags, [container]) => {
  checkOutput(
    cli,
    flags.text('output'),
    'cowardly refusing to save to a terminal. Use the -o flag or redirect',
  );
  const path = `/containers/${segment(container!)}/export`;
  return write(cli, flags.text('output'), await cli.engine.stream('GET', path));
};

function checkOutput(cli: Cli, output: string | undefined, message: string): void {
  if (output === undefined && cli.sys.isatty(1)) throw failure(message);
}

async function write(cli: Cli, output: string | undefined, response: ApiResponse): Promise<number> {
  if (output === undefined) {
    for await (const chunk of chunksOf(response.body)) await cli.out(chunk);
    return 0;
  }
  let fd: number;
  try {
    fd = await cli.sys.open(output, O_WRONLY | O_CREAT | O_TRUNC, 0o600);
  } catch (error) {
    throw pathFailure('open', output, error);
  }
  try {
    for await (const chunk of chunksOf(response.body)) await cli.sys.write(fd, chunk);
  } finally {
    await cli.sys.close(fd);
  }
  return 0;
}
