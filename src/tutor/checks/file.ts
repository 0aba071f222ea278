/** `file: {path, contains?, matches?, ignoreCase?, executable?}`: a file in the laptop's home folder. */
import * as v from 'valibot';
import { isPattern, kind } from './kind.ts';

export const file = kind(
  v.strictObject({
    path: v.string(),
    contains: v.optional(v.string()),
    matches: v.optional(v.pipe(v.string(), v.check(isPattern, 'is no regular expression'))),
    ignoreCase: v.optional(v.boolean()),
    executable: v.optional(v.boolean()),
  }),
  async ({ path, contains, matches, ignoreCase, executable }, situation) => {
    const found = await situation.file(path);
    if (!found) return false;
    if (contains !== undefined && !found.content.includes(contains)) return false;
    if (matches !== undefined && !new RegExp(matches, ignoreCase ? 'im' : 'm').test(found.content)) {
      return false;
    }
    return executable === undefined || found.executable === executable;
  },
);
