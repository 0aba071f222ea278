/**
 * `docker build`: the context as a tar to POST /build?version=2, BuildKit's messages back.
 *
 * What the engine reports as an error stands below the progress, in buildx' words.
 */
import { decodeStatus } from '../../api/index.ts';
import { encode, fromBase64 } from '../../base/index.ts';
import { rawStatus } from '../build/raw.ts';
import { buildFailure, buildQuery, openContext } from '../build/request.ts';
import type { Cli, Verb } from '../command.ts';
import { failure } from '../failure.ts';
import { writeFile } from '../files.ts';
import type { FlagValues } from '../flags.ts';
import { createDisplay, type Display } from '../progress/display.ts';
import { jsonLines } from '../pull/json-lines.ts';
import type { ProgressMessage } from '../pull/progress.ts';

type Mode = 'plain' | 'tty' | 'quiet' | 'none' | 'rawjson';

export const build: Verb = async (cli, flags, [place]) => {
  const mode = modeOf(cli, flags);
  await warnOld(cli, flags);
  const search = buildQuery(cli, flags);
  const upload = await openContext(cli, flags, place!);
  search.set('dockerfile', upload.dockerfile);
  if (upload.shownName !== upload.dockerfile) search.set('dockerfilename', upload.shownName);
  const response = await cli.engine.stream('POST', `/build?${search}`, {
    body: upload.body,
    headers: { 'content-type': 'application/x-tar' },
  });
  const display = await openDisplay(cli, mode);
  let id = '';
  let problem: string | undefined;
  for await (const message of jsonLines<ProgressMessage>(response.body)) {
    if (message.id === 'moby.buildkit.trace') await showTrace(cli, mode, display, message.aux);
    else if (message.id === 'moby.image.id') id = (message.aux as { ID: string }).ID;
    else if (message.stream !== undefined && mode !== 'quiet') await cli.out(message.stream);
    problem = message.errorDetail?.message ?? message.error ?? problem;
  }
  await display.finish();
  if (problem !== undefined) throw solveFailure(problem);
  const iidfile = flags.text('iidfile');
  if (iidfile !== undefined) await writeImageId(cli, iidfile, id);
  if (mode === 'quiet') await cli.out(`${id}\n`);
  return 0;
};

/** @throws ECLI */
function modeOf(cli: Cli, flags: FlagValues): Mode {
  const given = flags.text('progress') ?? cli.sys.env['BUILDKIT_PROGRESS'] ?? 'auto';
  if (!['auto', 'none', 'plain', 'quiet', 'rawjson', 'tty', ''].includes(given)) {
    throw failure(`ERROR: invalid progress mode ${given}`);
  }
  if (flags.bool('quiet')) {
    if (flags.has('progress') && !['auto', 'quiet'].includes(given)) {
      throw buildFailure(`progress=${given} and quiet cannot be used together`);
    }
    return 'quiet';
  }
  if (given === 'auto' || given === '') return cli.sys.isatty(2) ? 'tty' : 'plain';
  if (given === 'tty' && !cli.sys.isatty(2))
    throw buildFailure('failed to get console: provided file is not a console');
  return given as Mode;
}

async function warnOld(cli: Cli, flags: FlagValues): Promise<void> {
  if (flags.has('isolation')) await cli.err('WARNING: isolation flag is deprecated with BuildKit.\n');
  if (flags.has('squash')) {
    await cli.err(
      'WARNING: experimental flag squash is removed with BuildKit. You should squash inside build using a multi-stage Dockerfile for efficiency.\n',
    );
  }
}

function openDisplay(cli: Cli, mode: Mode): Promise<Display> {
  return createDisplay({
    mode: mode === 'plain' || mode === 'tty' ? mode : 'none',
    write: cli.err,
    now: () => cli.sys.now(),
    size: () => cli.sys.getWindowSize(2),
    color: !cli.sys.env['NO_COLOR'],
    debug: cli.debug,
  });
}

async function showTrace(cli: Cli, mode: Mode, display: Display, aux: unknown): Promise<void> {
  if (typeof aux !== 'string') return;
  const status = decodeStatus(fromBase64(aux));
  if (mode === 'rawjson') await cli.err(rawStatus(status));
  else await display.update(status);
}

/**
 * The last line says what failed; lines before it (the excerpt of the Dockerfile) stay as they are.
 */
function solveFailure(problem: string): Error {
  const at = problem.lastIndexOf('\n--------------------\n');
  const excerpt = at < 0 ? '' : problem.slice(0, at + '\n--------------------\n'.length);
  const message = problem.slice(excerpt.length);
  const solved = message.startsWith('failed to solve: ') ? message : `failed to solve: ${message}`;
  return failure(`${excerpt}ERROR: failed to build: ${solved}`);
}

async function writeImageId(cli: Cli, path: string, id: string): Promise<void> {
  try {
    await writeFile(cli.sys, path, encode(id));
  } catch (error) {
    throw failure(`ERROR: writing image ID file: ${(error as Error).message}`);
  }
}
