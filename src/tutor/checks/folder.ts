/** `folder: {path, entered?}`: a folder in the laptop's home folder; with a shell that stands in it. */
import * as v from 'valibot';
import { kind } from './kind.ts';

export const folder = kind(
  v.strictObject({ path: v.string(), entered: v.optional(v.literal(true)) }),
  async ({ path, entered }, situation) =>
    entered ? (await situation.entered()).includes(path) : situation.isFolder(path),
);
