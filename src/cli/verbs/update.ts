/** `docker update`: POST /containers/{id}/update. */
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { resourceFlags } from '../run/resources.ts';
import { parseRestart } from '../run/restart.ts';
import { forEach, tellFailures } from './each.ts';

export const update: Verb = async (cli, flags, names) => {
  const policy = flags.text('restart');
  const json = {
    ...resourceFlags(flags),
    ...(policy === undefined ? {} : { RestartPolicy: parseRestart(policy) }),
  };
  if (Object.keys(json).length === 0) {
    throw failure('you must provide one or more flags when using this command');
  }
  const warnings: string[] = [];
  const failures = await forEach(
    names,
    async (name) => {
      const path = `/containers/${segment(name)}/update`;
      const answer = await cli.engine.call<{ Warnings: readonly string[] | null }>('POST', path, { json });
      warnings.push(...(answer.Warnings ?? []));
    },
    (name) => cli.out(`${name}\n`),
  );
  if (warnings.length > 0) await cli.out(`${warnings.join('\n')}\n`);
  return tellFailures(cli, failures);
};
