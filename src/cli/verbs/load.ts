/** `docker load` and `docker import`: tars from a file or standard input to the engine. */
import { type ByteSource, messageOf, sourceOf } from '../../base/index.ts';
import { parseReference } from '../../oci/index.ts';
import { O_RDONLY } from '../../posix/index.ts';
import type { Cli, Verb } from '../command.ts';
import { hostOf, query, unsendable } from '../engine.ts';
import { failure } from '../failure.ts';
import { pathFailure } from '../files.ts';
import { showProgress } from '../pull/progress.ts';
import { platformQuery } from '../run/platform.ts';

export const load: Verb = async (cli, flags) => {
  const input = flags.text('input');
  if (input === undefined && cli.sys.isatty(0))
    throw failure('requested load from stdin, but stdin is empty');
  const quiet = flags.bool('quiet') || !cli.sys.isatty(1);
  const path = `/images/load${query({ quiet, platform: platformQuery(flags.text('platform'), 'invalid platform: ') })}`;
  const response = await cli.engine.stream('POST', path, {
    body: await bytesOf(cli, input, path),
    headers: { 'content-type': 'application/x-tar' },
  });
  await showProgress(cli, response.body, 1);
  return 0;
};

export const importTar: Verb = async (cli, flags, [source, repository = '']) => {
  const at = repository.lastIndexOf(':');
  const tagged = at > repository.lastIndexOf('/');
  const remote = /^https?:\/\//.test(source!);
  const search = new URLSearchParams({ fromSrc: remote ? source! : '-' });
  if (repository !== '') search.set('repo', tagged ? repository.slice(0, at) : repository);
  if (tagged) search.set('tag', repository.slice(at + 1));
  if (flags.has('message')) search.set('message', flags.text('message')!);
  if (flags.has('platform')) search.set('platform', flags.text('platform')!);
  for (const change of flags.list('change')) search.append('changes', change);
  const path = `/images/create?${search}`;
  if (repository !== '') checkReference(repository);
  const body = remote ? undefined : await bytesOf(cli, source === '-' ? undefined : source, path);
  const response = await cli.engine.stream('POST', path, {
    ...(body ? { body } : {}),
    headers: { 'content-type': 'application/x-tar' },
  });
  await showProgress(cli, response.body, 1);
  return 0;
};

function checkReference(text: string): void {
  try {
    parseReference(text);
  } catch (error) {
    throw failure(messageOf(error));
  }
}

/** What a request to `request` sends: a file, or standard input where there is no path. */
async function bytesOf(cli: Cli, path: string | undefined, request: string): Promise<ByteSource> {
  let fd = 0;
  try {
    if (path !== undefined) fd = await cli.sys.open(path, O_RDONLY);
  } catch (error) {
    throw pathFailure('open', path!, error);
  }
  const pieces = chunks(cli, fd);
  // What cannot be read shows now, and not in the middle of a request.
  const first = await pieces.next().catch((error: unknown) => {
    const why = pathFailure('read', path ?? '/dev/stdin', error);
    throw unsendable(hostOf(cli.sys.env), request, messageOf(why));
  });
  async function* all(): AsyncGenerator<Uint8Array, void, void> {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  return sourceOf(all());
}

async function* chunks(cli: Cli, fd: number): AsyncGenerator<Uint8Array, void, void> {
  try {
    for (;;) {
      const buffer = new Uint8Array(64 * 1024);
      const got = cli.sys.read(fd, buffer);
      const count = got instanceof Promise ? await got : got;
      if (count === 0) return;
      yield buffer.subarray(0, count);
    }
  } finally {
    if (fd > 2) await cli.sys.close(fd);
  }
}
