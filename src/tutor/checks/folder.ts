/** `folder: {at}`: a shell of the laptop stands in this folder of the home folder. */
import * as v from 'valibot';
import { kind } from './kind.ts';

export const folder = kind(v.strictObject({ at: v.string() }), async ({ at }, situation) =>
  (await situation.folders()).includes(at),
);
