/** `docker logs`: GET /containers/{id}/logs, told apart into stdout and stderr. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { apiTime } from '../format/time.ts';
import { copyOutput } from '../stream/output.ts';

export const logs: Verb = async (cli, flags, [container]) => {
  const found = await cli.engine.call<{ Id: string; Config: { Tty: boolean } }>(
    'GET',
    `/containers/${segment(container!)}/json`,
  );
  const time = (name: string): string | undefined => {
    const given = flags.text(name);
    if (given === undefined) return undefined;
    const read = apiTime(given, cli.sys.now());
    if (read !== undefined) return read;
    throw failure(`invalid value for "${name}": failed to parse value as time or duration: "${given}"`);
  };
  const options = query({
    details: flags.bool('details'),
    follow: flags.bool('follow'),
    stdout: true,
    stderr: true,
    since: time('since'),
    until: time('until'),
    tail: flags.text('tail') ?? 'all',
    timestamps: flags.bool('timestamps'),
  });
  const response = await cli.engine.stream('GET', `/containers/${found.Id}/logs${options}`);
  await copyOutput(cli, response.body, !found.Config.Tty);
  return 0;
};
