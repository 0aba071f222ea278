/** `docker pause` and `docker unpause`. */
import type { Cli, Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { forEach, tellFailures } from './each.ts';

export const pause: Verb = (cli, _flags, names) => act(cli, names, 'pause');
export const unpause: Verb = (cli, _flags, names) => act(cli, names, 'unpause');

async function act(cli: Cli, names: readonly string[], action: string): Promise<number> {
  const failures = await forEach(
    names,
    (name) => cli.engine.call('POST', `/containers/${segment(name)}/${action}`),
    (name) => cli.out(`${name}\n`),
  );
  return tellFailures(cli, failures);
}
