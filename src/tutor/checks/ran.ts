/** `ran: {matches, exit?}`: a command that was run since the step before was done. */
import * as v from 'valibot';
import { isPattern, kind } from './kind.ts';

export const ran = kind(
  v.strictObject({
    matches: v.pipe(v.string(), v.check(isPattern, 'is no regular expression')),
    exit: v.optional(v.number()),
  }),
  ({ matches, exit }, { commands }) => {
    const pattern = new RegExp(matches);
    return commands.some(
      (one) =>
        pattern.test(one.command.trim().replace(/^\$ /, '').replace(/\s+/g, ' ')) &&
        (exit === undefined || one.exit === exit),
    );
  },
);
