/** `docker cp`: which way, and between whom. */
import type { Verb } from '../command.ts';
import { copyFrom } from '../cp/from.ts';
import { splitArgument } from '../cp/paths.ts';
import { copyTo } from '../cp/to.ts';
import { failure } from '../failure.ts';

export const cp: Verb = async (cli, flags, [from, to]) => {
  if (from === '') throw failure('source can not be empty');
  if (to === '') throw failure('destination can not be empty');
  const source = splitArgument(from!);
  const target = splitArgument(to!);
  const options = {
    source: source.path,
    target: target.path,
    follow: flags.bool('follow-link'),
    archive: flags.bool('archive'),
    // Without a terminal there is nobody to tell.
    quiet: flags.bool('quiet', !cli.sys.isatty(1)),
  };
  if (source.container && target.container) throw failure('copying between containers is not supported');
  if (source.container) await copyFrom(cli, { ...options, container: source.container });
  else if (target.container) await copyTo(cli, { ...options, container: target.container });
  else throw failure('must specify at least one container source');
  return 0;
};
