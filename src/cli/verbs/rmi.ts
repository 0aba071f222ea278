/** `docker rmi`: DELETE /images/{name}. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { isNotFound } from '../failure.ts';
import { platformQuery } from '../run/platform.ts';
import { forEach, tellFailures } from './each.ts';

/** One thing that a removal did, as the engine reports it. */
export interface Removed {
  readonly Untagged?: string;
  readonly Deleted?: string;
}

export const rmi: Verb = async (cli, flags, names) => {
  const force = flags.bool('force');
  const platforms = flags.list('platform').map((text) => platformQuery(text));
  const options = query({ force, noprune: flags.bool('no-prune'), platforms: platforms[0] });
  let missing = 0;
  const failures = await forEach(
    names,
    async (name) => {
      try {
        const removed = await cli.engine.call<Removed[]>(
          'DELETE',
          `/images/${segment(name, 'image')}${options}`,
        );
        for (const { Deleted, Untagged } of removed) {
          await cli.out(Deleted ? `Deleted: ${Deleted}\n` : `Untagged: ${Untagged}\n`);
        }
      } catch (error) {
        if (force && isNotFound(error)) missing++;
        throw error;
      }
    },
    async () => {},
  );
  const status = await tellFailures(cli, failures);
  return failures.length === missing ? 0 : status;
};
