/** `docker push`. */
import { messageOf } from '../../base/index.ts';
import { canonicalName, familiarName, parseReference, withDefaultTag } from '../../oci/index.ts';
import { authHeaders } from '../auth/headers.ts';
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';
import { showProgress } from '../pull/progress.ts';
import { platformQuery } from '../run/platform.ts';

const PLATFORM_NOTE = `
 Info -> Using --platform pushes only the specified platform manifest of a multi-platform image index.
         Other components, like attestations, will not be included.
         To push the complete multi-platform image, remove the --platform flag.
         
`;

export const push: Verb = async (cli, flags, [name]) => {
  const quiet = flags.bool('quiet');
  const allTags = flags.bool('all-tags');
  const given = flags.text('platform') ?? '';
  const platform = platformQuery(given, `Invalid platform ${given}`);
  if (platform !== undefined) await cli.out(PLATFORM_NOTE);
  let reference: ReturnType<typeof parseReference>;
  try {
    reference = parseReference(name!);
  } catch (error) {
    throw failure(messageOf(error));
  }
  if (allTags && (reference.tag || reference.digest)) {
    throw failure("tag can't be used with --all-tags/-a");
  }
  if (!allTags && !reference.tag && !reference.digest) {
    reference = withDefaultTag(reference);
    if (!quiet) await cli.out(`Using default tag: ${reference.tag}\n`);
  }
  if (reference.digest) throw failure('cannot push a digest reference');
  const tag = allTags ? undefined : reference.tag;
  const path = `/images/${segment(familiarName(reference), 'image')}/push${query({ tag, platform })}`;
  const headers = await authHeaders(cli, reference.domain);
  const response = await cli.engine.stream('POST', path, { headers });
  await showProgress(cli, response.body, quiet ? undefined : 1);
  if (quiet) await cli.out(`${canonicalName(reference)}${tag === undefined ? '' : `:${tag}`}\n`);
  return 0;
};
