/**
 * `docker build`: the context as a tar to POST /build?version=2, BuildKit's messages back.
 *
 * What the engine reports as an error stands below the progress, in buildx' words.
 */
import { type ApiResponse, decodeStatus } from '../../api/index.ts';
import { fromBase64, messageOf, StrataError } from '../../base/index.ts';
import type { SourceRange } from '../../builder/index.ts';
import { excerpt } from '../../dockerfile/index.ts';
import { buildAuthHeaders } from '../auth/headers.ts';
import { openContext, type Upload } from '../build/context.ts';
import { removeImageId, writeImageId } from '../build/image-id.ts';
import { rawStatus } from '../build/raw.ts';
import { buildQuery, checkNetwork, readOptions } from '../build/request.ts';
import type { Cli, Verb } from '../command.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { createDisplay, type Display } from '../progress/display.ts';
import { jsonLines } from '../pull/json-lines.ts';
import type { ProgressMessage } from '../pull/progress.ts';

type Mode = 'plain' | 'tty' | 'quiet' | 'none' | 'rawjson';

export const build: Verb = async (cli, flags, [place]) => {
  await warnOld(cli, flags);
  const options = readOptions(cli, flags);
  const iidfile = flags.text('iidfile') ?? '';
  if (iidfile !== '') await removeImageId(cli.sys, iidfile, 'ERROR: ');
  const mode = modeOf(cli, flags);
  const search = buildQuery(cli, flags, options);
  const upload = await openContext(cli, flags, place!);
  checkNetwork(flags);
  if (!upload.isArchive) search.set('remote', 'client-session');
  search.set('dockerfile', upload.dockerfile);
  if (upload.shownName !== upload.dockerfile) search.set('dockerfilename', upload.shownName);
  const display = await openDisplay(cli, mode);
  const outcome = await solve(cli, mode, display, `/build?${search}`, upload);
  await display.finish();
  if (outcome.problem !== undefined) throw solveFailure(outcome.problem, outcome.excerpt);
  if (mode === 'quiet') await cli.out(`${outcome.id}\n`);
  if (iidfile !== '') await writeImageId(cli.sys, iidfile, outcome.id, 'ERROR: writing image ID file: ');
  return 0;
};

interface Outcome {
  id: string;
  problem: string | undefined;
  /** The lines of the Dockerfile that failed. */
  excerpt: string;
}

async function solve(cli: Cli, mode: Mode, display: Display, path: string, upload: Upload): Promise<Outcome> {
  const outcome: Outcome = { id: '', problem: undefined, excerpt: '' };
  let response: ApiResponse;
  try {
    const headers = { 'content-type': 'application/x-tar', ...(await buildAuthHeaders(cli)) };
    response = await cli.engine.stream('POST', path, { body: upload.body, headers });
  } catch (error) {
    // What became of the request says less than why its body broke off.
    const broken = upload.problem();
    if (broken !== undefined) return { ...outcome, problem: messageOf(broken) };
    const said = error instanceof StrataError ? error.data['message'] : undefined;
    if (typeof said !== 'string') throw error;
    return { ...outcome, problem: said };
  }
  for await (const message of jsonLines<ProgressMessage>(response.body)) {
    if (message.id === 'moby.buildkit.trace') await showTrace(cli, mode, display, message.aux);
    else if (message.id === 'moby.image.id') outcome.id = (message.aux as { ID: string }).ID;
    else if (message.id === 'strata.build.source') outcome.excerpt = excerptOf(message.aux as Source);
    else if (message.stream !== undefined && mode !== 'quiet') await cli.out(message.stream);
    outcome.problem = message.errorDetail?.message ?? message.error ?? outcome.problem;
  }
  return outcome;
}

/** What our engine says of where a build failed; BuildKit's wire has it in the error's details. */
interface Source {
  readonly name: string;
  readonly text: string;
  readonly ranges: readonly SourceRange[];
}

function excerptOf({ name, text, ranges }: Source): string {
  const lines = ranges.map(({ start, end }) => ({ start: start.line, end: end.line }));
  const shown = excerpt(name, text, lines);
  return shown === '' ? '' : `${shown}\n`;
}

/** @throws ECLI */
function modeOf(cli: Cli, flags: FlagValues): Mode {
  const flag = flags.text('progress') ?? 'auto';
  if (flags.bool('quiet')) {
    if (!['auto', 'quiet'].includes(flag)) {
      throw failure(`ERROR: progress=${flag} and quiet cannot be used together`);
    }
    return 'quiet';
  }
  // The variable decides even where the flag says auto, and knows fewer words.
  const variable = flag === 'auto' ? cli.sys.env['BUILDKIT_PROGRESS'] : undefined;
  const given = variable || flag || 'auto';
  const known = ['auto', 'plain', 'quiet', 'rawjson', 'tty', ...(variable ? [] : ['none'])];
  if (!known.includes(given)) throw failure(`ERROR: invalid progress mode ${given}`);
  if (given === 'auto') return cli.sys.isatty(2) ? 'tty' : 'plain';
  if (given === 'tty' && !cli.sys.isatty(2))
    throw failure('ERROR: failed to get console: provided file is not a console');
  return given as Mode;
}

async function warnOld(cli: Cli, flags: FlagValues): Promise<void> {
  if (flags.has('isolation')) await cli.err('WARNING: isolation flag is deprecated with BuildKit.\n');
  if (flags.has('security-opt')) {
    await cli.err(
      'WARNING: security-opt flag is deprecated. "RUN --security=insecure" should be used with BuildKit.\n',
    );
  }
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

function solveFailure(problem: string, shown: string): Error {
  const solved = problem.startsWith('failed to solve: ') ? problem : `failed to solve: ${problem}`;
  return failure(`${shown}ERROR: failed to build: ${solved}`);
}
