/**
 * A build's context: a folder, or what comes on standard input, as the body of `POST /build`.
 *
 * Decides as buildx does what the argument means. Contexts by URL are refused.
 *
 * @see docker/buildx build/opt.go, loadInputs
 */

import { type ByteSource, concat, sourceOf } from '../../base/index.ts';
import { readAll } from '../../kernel/index.ts';
import { isDir } from '../../posix/index.ts';
import type { Cli } from '../command.ts';
import type { FlagValues } from '../flags.ts';
import { type Definition, findDefinition, inlineDefinition } from './dockerfile.ts';
import { isArchive, otherCompression, peekInput, restOfInput } from './input.ts';
import { packContext } from './pack.ts';
import { buildFailure, isUrl, lookAt } from './places.ts';

/** What goes to the engine. */
export interface Upload {
  readonly body: ByteSource;
  /** Path of the Dockerfile in the body. */
  readonly dockerfile: string;
  /** What messages call it. */
  readonly shownName: string;
  /** The body is an archive of somebody's, which is the context whole, ignore file or not. */
  readonly isArchive: boolean;
  /** What went wrong while the body was read, if anything did. */
  problem(): unknown;
}

/** @throws ECLI in buildx' words */
export async function openContext(cli: Cli, flags: FlagValues, place: string): Promise<Upload> {
  const { sys } = cli;
  const file = flags.text('file') ?? '';
  if (place === '') {
    throw buildFailure('please specify build context (e.g. "." for the current directory)');
  }
  if (place === '-') return openInput(cli, file);
  const stat = await lookAt(sys, place, true);
  if (!stat || !isDir(stat.mode)) throw noFolder(place);
  if (isUrl(file)) throw buildFailure(`a Dockerfile by URL is not supported by Strata: ${file}`);
  const root = place.replace(/(?<=.)\/+$/, '');
  const definition =
    file === '-'
      ? await inlineDefinition(sys, root, await readAll(sys, 0))
      : await findDefinition(sys, root, file);
  return uploadOf(cli, definition, root);
}

function noFolder(place: string): Error {
  const remote = isUrl(place) || /^(git:\/\/|ssh:\/\/|github\.com\/|git@)/.test(place);
  return remote
    ? buildFailure(`a build context by URL is not supported by Strata: ${place}`)
    : buildFailure(`unable to prepare context: path ${JSON.stringify(place)} not found`);
}

function uploadOf(cli: Cli, definition: Definition, root: string | undefined): Upload {
  const { dockerfile, shownName, matcher, always, extra } = definition;
  const packed = packContext({ sys: cli.sys, root, matcher, always, extra });
  let problem: unknown;
  const body: ByteSource = {
    async read() {
      try {
        return await packed.read();
      } catch (error) {
        problem ??= error;
        throw error;
      }
    },
    cancel: () => packed.cancel(),
  };
  return { body, dockerfile, shownName, isArchive: false, problem: () => problem };
}

/** `-`: a tar is the context, anything else a Dockerfile without one. */
async function openInput(cli: Cli, file: string): Promise<Upload> {
  if (file === '-') {
    throw buildFailure("invalid argument: can't use stdin for both build context and dockerfile");
  }
  const start = await peekInput(cli.sys);
  if (start.length === 0) {
    throw buildFailure('failed to solve: failed to read dockerfile: no local sources enabled');
  }
  const other = otherCompression(start);
  if (other !== undefined) {
    throw buildFailure(`a context compressed with ${other} is not supported by Strata: use gzip`);
  }
  if (isArchive(start)) {
    const dockerfile = file === '' ? 'Dockerfile' : file;
    const body = sourceOf(restOfInput(cli.sys, start));
    return { body, dockerfile, shownName: dockerfile, isArchive: true, problem: () => undefined };
  }
  if (file !== '') {
    throw buildFailure('ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles');
  }
  const contents = concat([start, await readAll(cli.sys, 0)]);
  return uploadOf(cli, await inlineDefinition(cli.sys, undefined, contents), undefined);
}
