/** `docker kill`: POST /containers/{id}/kill. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { forEach, tellFailures } from './each.ts';

export const kill: Verb = async (cli, flags, names) => {
  const options = query({ signal: flags.text('signal') });
  const failures = await forEach(
    names,
    (name) => cli.engine.call('POST', `/containers/${segment(name)}/kill${options}`),
    (name) => cli.out(`${name}\n`),
  );
  return tellFailures(cli, failures);
};
