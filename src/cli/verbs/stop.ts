/** `docker stop` and `docker restart`. */
import type { Cli, Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { forEach, tellFailures } from './each.ts';

export const stop: Verb = (cli, flags, names) => act(cli, flags, names, 'stop');
export const restart: Verb = (cli, flags, names) => act(cli, flags, names, 'restart');

async function act(cli: Cli, flags: FlagValues, names: readonly string[], action: string): Promise<number> {
  if (flags.has('time')) {
    await cli.out('Flag --time has been deprecated, use --timeout instead\n');
    if (flags.has('timeout')) {
      throw failure('conflicting options: cannot specify both --timeout and --time');
    }
  }
  const t = flags.number('timeout') ?? flags.number('time');
  const options = query({ t, signal: flags.text('signal') });
  const failures = await forEach(
    names,
    (name) => cli.engine.call('POST', `/containers/${segment(name)}/${action}${options}`),
    (name) => cli.out(`${name}\n`),
  );
  return tellFailures(cli, failures);
}
