/**
 * `ran: {matches, exit?, shows?}`: a command that was run in this step, alone or on a line with
 * others, as `commandsIn` gives it: `docker ps` for `sudo docker container ls`.
 *
 * `exit` is what it may have ended with, where that is known. `shows` is a path that was in a
 * container's thin layer by then, so that the command had something to show.
 */
import * as v from 'valibot';
import { commandsIn } from '../commands.ts';
import { diff } from './diff.ts';
import { isPattern, kind } from './kind.ts';

export const ran = kind(
  v.strictObject({
    matches: v.pipe(v.string(), v.check(isPattern, 'is no regular expression')),
    exit: v.optional(v.union([v.number(), v.array(v.number())])),
    shows: v.optional(diff.schema),
  }),
  ({ matches, exit, shows }, situation) => {
    const pattern = new RegExp(matches);
    return situation.commands.some(
      (one) =>
        commandsIn(one.command).some(
          ({ text, last }) =>
            pattern.test(text) && (exit === undefined || !last || [exit].flat().includes(one.exit)),
        ) &&
        (!shows || diff.holds(shows, { ...situation, model: one.model ?? situation.model })),
    );
  },
);
