/**
 * `docker build` with DOCKER_BUILDKIT=0: the context as a tar to POST /build, the builder's words back.
 *
 * @see docker/cli cli/command/image/build.go
 */
import type { ApiResponse } from '../../api/index.ts';
import { type ByteSource, messageOf } from '../../base/index.ts';
import { parseReference } from '../../oci/index.ts';
import { openClassicContext } from '../build/classic-context.ts';
import { removeImageId, writeImageId } from '../build/image-id.ts';
import type { Cli, Verb } from '../command.ts';
import { failure, flagError } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { humanSize } from '../format/units.ts';
import { jsonLines } from '../pull/json-lines.ts';
import type { ProgressMessage } from '../pull/progress.ts';

/** Bytes between two figures of how much was sent. */
const STEP = 512 * 1024;

export const buildClassic: Verb = async (cli, flags, [place]) => {
  for (const tag of flags.list('tag')) checkTag(tag);
  const quiet = flags.bool('quiet');
  const iidfile = flags.text('iidfile') ?? '';
  if (iidfile !== '') await removeImageId(cli.sys, iidfile, '');
  const { body, dockerfile } = await openClassicContext(cli.sys, place!, flags.text('file') ?? '');
  const held: string[] = [];
  const print = async (text: string): Promise<void> => {
    if (quiet) held.push(text);
    else await cli.out(text);
  };
  const search = queryOf(cli, flags, dockerfile);
  const upload = counted(body, cli.sys.isatty(1), print);
  const headers = { 'content-type': 'application/x-tar' };
  let response: ApiResponse;
  try {
    response = await cli.engine.stream('POST', `/build?${search}`, { body: upload, headers });
  } catch (error) {
    await cli.err(held.join(''));
    throw error;
  }
  const sent = held.length;
  let id = '';
  for await (const message of jsonLines<ProgressMessage>(response.body)) {
    const problem = message.errorDetail?.message ?? message.error;
    if (problem !== undefined) {
      await cli.err(held.join(''));
      throw failure(problem, message.errorDetail?.code || 1);
    }
    const made = (message.aux as { readonly ID?: string } | undefined)?.ID;
    if (made !== undefined) id = made;
    if (message.stream !== undefined) await print(message.stream);
    else if (message.status !== undefined)
      await print(`${message.id ? `${message.id}: ` : ''}${message.status}\n`);
  }
  if (quiet) {
    // All that the engine says then is the ID, which goes to the file with its newline.
    id = held.slice(sent).join('');
    await cli.out(id);
  }
  if (iidfile === '') return 0;
  if (id === '') throw failure(`Server did not provide an image ID. Cannot write ${iidfile}`);
  await writeImageId(cli.sys, iidfile, id, '');
  return 0;
};

/** @throws ECLI with the usage */
function checkTag(tag: string): void {
  try {
    parseReference(tag);
  } catch (error) {
    throw flagError(`invalid argument ${JSON.stringify(tag)} for "-t, --tag" flag: ${messageOf(error)}`);
  }
}

/** Says how much goes to the engine: as it goes on a terminal, and else when all of it went. */
function counted(body: ByteSource, terminal: boolean, print: (text: string) => Promise<void>): ByteSource {
  let total = 0;
  let told = 0;
  const line = (): string => `Sending build context to Docker daemon ${humanSize(total).padStart(8)}\r`;
  return {
    async read() {
      const chunk = await body.read();
      total += chunk?.length ?? 0;
      if (chunk === undefined) await print(`${line()}\r\n`);
      else if (terminal && total - told >= STEP) {
        told = total;
        await print(line());
      }
      return chunk;
    },
    cancel: () => body.cancel(),
  };
}

function queryOf(cli: Cli, flags: FlagValues, dockerfile: string): URLSearchParams {
  const search = new URLSearchParams({ dockerfile, rm: flags.bool('rm', true) ? '1' : '0' });
  const set = (name: string, value: string | undefined): void => {
    if (value) search.set(name, value);
  };
  for (const tag of flags.list('tag')) search.append('t', tag);
  const pairs = (name: string, otherwise: (name: string) => string | null): string => {
    const found = flags.list(name).map((text): [string, string | null] => {
      const equals = text.indexOf('=');
      return equals < 0 ? [text, otherwise(text)] : [text.slice(0, equals), text.slice(equals + 1)];
    });
    return found.length > 0 ? JSON.stringify(Object.fromEntries(found)) : '';
  };
  set(
    'buildargs',
    pairs('build-arg', (name) => cli.sys.env[name] ?? null),
  );
  set(
    'labels',
    pairs('label', () => ''),
  );
  set('q', flags.bool('quiet') ? '1' : '');
  set('nocache', flags.bool('no-cache') ? '1' : '');
  set('forcerm', flags.bool('force-rm') ? '1' : '');
  set('pull', flags.bool('pull') ? '1' : '');
  set('networkmode', flags.text('network') ?? 'default');
  set('target', flags.text('target'));
  set('platform', flags.text('platform') ?? cli.sys.env['DOCKER_DEFAULT_PLATFORM']);
  return search;
}
