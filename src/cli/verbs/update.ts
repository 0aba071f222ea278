/** `docker update`: POST /containers/{id}/update; of all it can change, Strata has the restart policy. */
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { parseRestart } from '../run/restart.ts';
import { forEach, tellFailures } from './each.ts';

export const update: Verb = async (cli, flags, names) => {
  const policy = flags.text('restart');
  if (policy === undefined) throw failure('you must provide one or more flags when using this command');
  const json = { RestartPolicy: parseRestart(policy) };
  const failures = await forEach(
    names,
    (name) => cli.engine.call('POST', `/containers/${segment(name)}/update`, { json }),
    (name) => cli.out(`${name}\n`),
  );
  return tellFailures(cli, failures);
};
