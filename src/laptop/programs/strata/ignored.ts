/** `strata ignored -f IGNOREFILE PATH`: whether a .dockerignore keeps PATH out of a build's context. */
import { decode, StrataError } from '../../../base/index.ts';
import { cleanPath, createIgnoreMatcher, readIgnoreFile } from '../../../dockerfile/index.ts';
import type { Sys } from '../../../kernel/index.ts';
import { readWhole } from '../io.ts';

export async function ignored(sys: Sys, args: readonly string[]): Promise<number> {
  const [flag, file, path] = args;
  if (flag !== '-f' || file === undefined || path === undefined || args.length !== 3) {
    throw new StrataError('EUSAGE', 'usage: strata ignored -f IGNOREFILE PATH');
  }
  const matcher = createIgnoreMatcher(readIgnoreFile(decode(await readWhole(sys, file))));
  const relative = cleanPath(`/${path}`).slice(1);
  return relative !== '' && matcher.excludes(relative) ? 0 : 1;
}
