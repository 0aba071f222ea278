/** `docker pull`. */
import { messageOf } from '../../base/index.ts';
import { canonicalReference, parseReference, withDefaultTag } from '../../oci/index.ts';
import type { Verb } from '../command.ts';
import { failure } from '../failure.ts';
import { pullImage } from '../pull/pull.ts';

export const pull: Verb = async (cli, flags, [name]) => {
  let reference: ReturnType<typeof parseReference>;
  try {
    reference = parseReference(name!);
  } catch (error) {
    throw failure(messageOf(error));
  }
  const allTags = flags.bool('all-tags');
  const quiet = flags.bool('quiet');
  if (allTags && (reference.tag || reference.digest)) throw failure("tag can't be used with --all-tags/-a");
  if (!allTags && !reference.tag && !reference.digest) {
    reference = withDefaultTag(reference);
    if (!quiet) await cli.out(`Using default tag: ${reference.tag}\n`);
  }
  const platform = flags.text('platform') ?? cli.sys.env['DOCKER_DEFAULT_PLATFORM'];
  await pullImage(cli, { reference: canonicalReference(reference), platform, quiet, allTags, fd: 1 });
  await cli.out(`${canonicalReference(reference)}\n`);
  return 0;
};
