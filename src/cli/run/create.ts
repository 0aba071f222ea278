/**
 * Making a container: pulls the image where it is not here, writes the ID file, tells warnings.
 *
 * Shared by `run` and `create`, whose errors both come with a pointer to their help.
 */
import { encode, messageOf, StrataError } from '../../base/index.ts';
import { familiarReference, parseReference, withDefaultTag } from '../../oci/index.ts';
import { errnoOf } from '../../posix/index.ts';
import type { Cli } from '../command.ts';
import { query } from '../engine.ts';
import { failure, isNotFound } from '../failure.ts';
import { writeFile } from '../files.ts';
import type { FlagValues } from '../flags.ts';
import { pullImage } from '../pull/pull.ts';
import type { ContainerRequest } from './config.ts';
import { parsePlatform } from './platform.ts';

/** An error of `run` or `create`, with Docker's prefix, pointer to help and exit status. */
export function withHelp(cli: Cli, error: unknown, status = 125): unknown {
  if (!(error instanceof StrataError) || error.data['usage'] === true) return error;
  const text = messageOf(error);
  if (text === '') return error;
  return failure(`docker: ${text}\n\nRun '${cli.path} --help' for more information`, status);
}

/** Of making or starting one: a program that is not there is 127, one that cannot be run 126, all else 125. */
export function startFailure(cli: Cli, error: unknown): unknown {
  const text = messageOf(error);
  const missing = /executable file not found|no such file or directory|system cannot find the file specified/;
  if (missing.test(text)) return withHelp(cli, error, 127);
  return withHelp(cli, error, /permission denied|is a directory/.test(text) ? 126 : 125);
}

/** Answers the container's ID. @throws ECLI */
export async function createContainer(
  cli: Cli,
  flags: FlagValues,
  request: ContainerRequest,
): Promise<string> {
  const policy = flags.text('pull') ?? 'missing';
  if (!['always', 'missing', 'never', ''].includes(policy)) {
    throw failure(`invalid pull option: '${policy}': must be one of "always", "missing" or "never"`);
  }
  const cidfile = flags.text('cidfile');
  if (!cidfile) return makeContainer(cli, flags, request);
  await openIdFile(cli, cidfile);
  try {
    const id = await makeContainer(cli, flags, request);
    await writeFile(cli.sys, cidfile, encode(id));
    return id;
  } catch (error) {
    await cli.sys.unlink(cidfile);
    throw error;
  }
}

/** Made before the container, so that none is made whose ID cannot be kept. @throws ECLI */
async function openIdFile(cli: Cli, path: string): Promise<void> {
  if (await exists(cli, path)) {
    throw failure(`container ID file found, make sure the other container isn't running or delete ${path}`);
  }
  try {
    await writeFile(cli.sys, path, encode(''), 0o666);
  } catch (error) {
    throw failure(`failed to create the container ID file: ${messageOf(error)}`);
  }
}

async function makeContainer(cli: Cli, flags: FlagValues, request: ContainerRequest): Promise<string> {
  const policy = flags.text('pull') ?? 'missing';
  const reference = referenceOf(request.Image);
  const platform = flags.text('platform') ?? cli.sys.env['DOCKER_DEFAULT_PLATFORM'];
  if (platform) parsePlatform(platform, 'error parsing specified platform: ');
  const pull = async (): Promise<void> => {
    if (reference === undefined) return;
    await pullImage(cli, { reference, platform, quiet: flags.bool('quiet'), allTags: false, fd: 2 });
  };
  if (policy === 'always') await pull();
  const make = (): Promise<Created> =>
    cli.engine.call<Created>('POST', `/containers/create${query({ name: flags.text('name'), platform })}`, {
      json: request,
    });
  let created: Created;
  try {
    created = await make();
  } catch (error) {
    if (!isNotFound(error) || reference === undefined || policy !== 'missing' || !isMissingImage(error))
      throw error;
    if (!flags.bool('quiet')) await cli.err(`Unable to find image '${reference}' locally\n`);
    await pull();
    created = await make();
  }
  for (const warning of created.Warnings ?? []) await cli.err(`WARNING: ${warning}\n`);
  return created.Id;
}

interface Created {
  readonly Id: string;
  readonly Warnings: readonly string[] | null;
}

function isMissingImage(error: unknown): boolean {
  return /No such image|image with reference|does not match the specified platform/i.test(messageOf(error));
}

/** Name and tag as Docker shows them; undefined for an ID. @throws ECLI */
function referenceOf(image: string): string | undefined {
  if (/^(sha256:)?[0-9a-f]{64}$/.test(image)) return undefined;
  try {
    return familiarReference(withDefaultTag(parseReference(image)));
  } catch (error) {
    throw failure(messageOf(error));
  }
}

async function exists(cli: Cli, path: string): Promise<boolean> {
  try {
    await cli.sys.stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}
