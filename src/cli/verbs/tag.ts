/** `docker tag`: POST /images/{name}/tag. */
import { messageOf } from '../../base/index.ts';
import { familiarName, parseReference, withDefaultTag } from '../../oci/index.ts';
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure } from '../failure.ts';

export const tag: Verb = async (cli, _flags, [source, target]) => {
  checked(source!);
  const reference = checked(target!);
  if (reference.digest) throw failure('refusing to create a tag with a digest reference');
  const options = query({ repo: familiarName(reference), tag: withDefaultTag(reference).tag });
  await cli.engine.call('POST', `/images/${segment(source!, 'image')}/tag${options}`);
  return 0;
};

function checked(text: string): ReturnType<typeof parseReference> {
  try {
    return parseReference(text);
  } catch (error) {
    throw failure(`Error parsing reference: "${text}" is not a valid repository/tag: ${messageOf(error)}`);
  }
}
