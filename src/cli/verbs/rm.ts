/** `docker rm`: DELETE /containers/{id}. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure, isNotFound } from '../failure.ts';
import { forEach, tellFailures } from './each.ts';

export const rm: Verb = async (cli, flags, names) => {
  const force = flags.bool('force');
  const options = query({ force, v: flags.bool('volumes'), link: flags.bool('link') });
  let missing = 0;
  const failures = await forEach(
    names,
    async (name) => {
      const bare = name.replace(/^\/+/, '');
      if (bare === '') throw failure('container name cannot be empty');
      try {
        await cli.engine.call('DELETE', `/containers/${segment(bare)}${options}`);
      } catch (error) {
        if (force && isNotFound(error)) missing++;
        throw error;
      }
    },
    (name) => cli.out(`${name}\n`),
  );
  const status = await tellFailures(cli, failures);
  return failures.length === missing ? 0 : status;
};
