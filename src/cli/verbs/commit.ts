/** `docker commit`: POST /commit. */
import { messageOf } from '../../base/index.ts';
import { familiarName, parseReference } from '../../oci/index.ts';
import type { Verb } from '../command.ts';
import { failure } from '../failure.ts';

export const commit: Verb = async (cli, flags, [container, name]) => {
  const search = new URLSearchParams({ container: container! });
  if (name !== undefined && name !== '') {
    try {
      const reference = parseReference(name);
      if (reference.digest) throw failure('refusing to create a tag with a digest reference');
      search.set('repo', familiarName(reference));
      if (reference.tag) search.set('tag', reference.tag);
    } catch (error) {
      throw failure(messageOf(error));
    }
  }
  if (flags.has('author')) search.set('author', flags.text('author')!);
  if (flags.has('message')) search.set('comment', flags.text('message')!);
  for (const change of flags.list('change')) search.append('changes', change);
  if (!flags.bool('pause', true)) search.set('pause', '0');
  const { Id } = await cli.engine.call<{ Id: string }>('POST', `/commit?${search}`, { json: {} });
  await cli.out(`${Id}\n`);
  return 0;
};
