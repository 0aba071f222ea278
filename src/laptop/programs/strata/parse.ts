/** `strata parse FILE`: a Dockerfile's parse tree, in the form that BuildKit's parser dumps. */
import { decode, StrataError } from '../../../base/index.ts';
import { parseDockerfile, toSexpr } from '../../../dockerfile/index.ts';
import type { Sys } from '../../../kernel/index.ts';
import { print, readWhole } from '../io.ts';

export async function parse(sys: Sys, args: readonly string[]): Promise<number> {
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith('--')) {
    throw new StrataError('EUSAGE', 'usage: strata parse FILE');
  }
  await print(sys, 1, `${toSexpr(parseDockerfile(decode(await readWhole(sys, file))))}\n`);
  return 0;
}
