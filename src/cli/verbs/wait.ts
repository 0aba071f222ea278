/** `docker wait`: POST /containers/{id}/wait. */
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';
import { forEach, tellFailures } from './each.ts';

export const wait: Verb = async (cli, _flags, names) => {
  const codes = new Map<string, number>();
  const failures = await forEach(
    names,
    async (name) => {
      const { StatusCode } = await cli.engine.call<{ StatusCode: number }>(
        'POST',
        `/containers/${segment(name)}/wait`,
      );
      codes.set(name, StatusCode);
    },
    (name) => cli.out(`${codes.get(name)}\n`),
  );
  return tellFailures(cli, failures);
};
