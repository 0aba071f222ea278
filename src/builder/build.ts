/**
 * One build: Dockerfile → program → plan → solve → image config.
 *
 * Stores layers and cache records through the host as it goes; what names the image (its record, its
 * tags) is the engine's, told about by `exportImage`.
 */
import {
  type Digest,
  digestSync,
  encode,
  goTime,
  messageOf,
  StrataError,
  systemRandom,
  toHex,
} from '../base/index.ts';
import {
  type CheckWarning,
  checkOptions,
  createLinter,
  excerpt,
  fault,
  type Linter,
  linesOf,
  type Program,
  parseDockerfile,
  quote,
  toProgram,
  warningText,
} from '../dockerfile/index.ts';
import { readImageConfig } from '../oci/index.ts';
import { serialize } from './draft.ts';
import { type Plan, plan } from './plan.ts';
import { createProgress, type Progress, type VertexName } from './progress.ts';
import { createJournal } from './record.ts';
import { createResolver } from './resolve.ts';
import { type Result, solve } from './solve.ts';
import { fileBytes } from './transfer.ts';
import type { BuildHost, BuildRequest, BuildResult, SolveStatus, SourceRange } from './types.ts';

/**
 * Builds an image.
 *
 * @throws StrataError whose message is BuildKit's, without `failed to solve: `; `data.vertex` names
 * the step that failed, `data.exitCode` is RUN's, `data.source` is `{ name, text, ranges, excerpt }`, where
 * `excerpt` is the block that the client prints, without a final newline.
 */
export async function build(
  request: BuildRequest,
  host: BuildHost,
  emit: (status: SolveStatus) => void,
): Promise<BuildResult> {
  const progress = createProgress(host.clock, emit);
  const session = toHex(systemRandom.bytes(16));
  const journal = createJournal(host.clock, host.cache, request.dockerfileName);
  try {
    const epoch = sourceDateEpoch(request.buildArgs);
    const definition = request.archive
      ? loadArchive(request.archive, host, progress)
      : loadDefinition(request, progress, session);
    const { program, linter } = read(request, (warning) => report(warning, request, progress, definition));
    const planned = await plan({
      program,
      request,
      linter,
      session,
      resolve: createResolver(request, host, progress),
      onResolved: async () => {
        if (!request.archive && !request.ignoreFile?.ownName) loadIgnoreFile(request, progress, session);
      },
    });
    const { contextPaths, target } = planned;
    const result = await solve(target.vertex, { request, host, progress, journal, contextPaths });
    return finish(planned, result, journal.finish(), epoch);
  } catch (error) {
    throw withSource(error, request);
  }
}

function loadDefinition(request: BuildRequest, progress: Progress, session: string): VertexName {
  const name = `[internal] load build definition from ${request.dockerfileName}`;
  const vertex = { digest: digestSync(name + session), inputs: [], name };
  const { ignoreFile } = request;
  const baseName = request.dockerfileName.split('/').at(-1)!;
  const files = [{ name: baseName, size: encode(request.dockerfile).length }];
  if (ignoreFile?.ownName) files.push({ name: ignoreFile.ownName, size: ignoreFile.size });
  transfer(progress, vertex, 'dockerfile', fileBytes(files));
  return vertex;
}

/** Archives that an engine has unpacked before, which BuildKit finds in its cache. */
const unpacked = new WeakMap<object, Set<Digest>>();

/** An archive is all there is: nothing is asked of the client. Answers the vertex that has the files. */
function loadArchive(archive: Digest, host: BuildHost, progress: Progress): VertexName {
  const known = unpacked.get(host.cache) ?? new Set();
  unpacked.set(host.cache, known);
  const first = { digest: archive, inputs: [], name: '[internal] load remote build context' };
  const copy = { digest: digestSync(`copy ${archive}`), inputs: [archive], name: 'copy /context /' };
  progress.announce([first, copy]);
  for (const vertex of [first, copy]) {
    if (known.has(archive)) progress.cached(vertex);
    else {
      progress.start(vertex);
      progress.complete(vertex);
    }
  }
  known.add(archive);
  return copy;
}

function loadIgnoreFile({ ignoreFile }: BuildRequest, progress: Progress, session: string): void {
  const name = '[internal] load .dockerignore';
  const vertex = { digest: digestSync(name + session), inputs: [], name };
  const files = ignoreFile ? [{ name: '.dockerignore', size: ignoreFile.size }] : [];
  transfer(progress, vertex, 'context', fileBytes(files));
}

function transfer(progress: Progress, vertex: VertexName, what: string, bytes: number): void {
  const id = `transferring ${what}:`;
  progress.announce([vertex]);
  progress.start(vertex);
  progress.status(vertex.digest, { id, name: 'transferring' });
  progress.status(vertex.digest, { id, name: 'transferring', current: bytes, done: true });
  progress.complete(vertex);
}

function read(
  { dockerfile, buildArgs }: BuildRequest,
  onWarning: (warning: CheckWarning) => void,
): { program: Program; linter: Linter } {
  if (dockerfile === '') throw fault('the Dockerfile cannot be empty');
  const linter = createLinter(buildArgs['BUILDKIT_DOCKERFILE_CHECK'] ?? checkOptions(dockerfile), onWarning);
  const tree = parseDockerfile(dockerfile);
  return { program: toProgram(tree, linter), linter };
}

function report(warning: CheckWarning, request: BuildRequest, progress: Progress, vertex: VertexName): void {
  progress.warn({
    vertex: vertex.digest,
    level: 1,
    short: warningText(warning),
    detail: [warning.description],
    url: warning.url,
    sourceName: request.dockerfileName,
    source: request.dockerfile,
    ranges: rangesOf([warning.lines]),
  });
}

/** Milliseconds of SOURCE_DATE_EPOCH, which is what the image's new parts are dated. @throws StrataError */
function sourceDateEpoch(buildArgs: BuildRequest['buildArgs']): number | undefined {
  const text = buildArgs['SOURCE_DATE_EPOCH'];
  if (!text) return undefined;
  if (/^[+-]?\d+$/.test(text)) return Number(text) * 1000;
  const why = `strconv.ParseInt: parsing ${quote(text)}: invalid syntax`;
  throw fault(`invalid SOURCE_DATE_EPOCH: ${text}: ${why}`);
}

function finish(
  { target }: Plan,
  result: Result,
  record: BuildResult['record'],
  epoch: number | undefined,
): BuildResult {
  const layers = result.layers.map(({ diffId }, i) => {
    const created = result.created[i];
    return { diffId, created: created === undefined ? undefined : goTime(created) };
  });
  const created = epoch === undefined ? undefined : goTime(epoch);
  const history = target.draft.history.map((row) => (created && !row.created ? { ...row, created } : row));
  const text = serialize({ ...target.draft, history }, layers);
  const config = encode(text);
  const parsedConfig = readImageConfig(text);
  return { imageId: digestSync(config), config, parsedConfig, layers: result.layers, record };
}

function rangesOf(lines: readonly { start: number; end: number }[]): SourceRange[] {
  return lines.flatMap(({ start, end }) =>
    Array.from({ length: Math.max(end - start, 0) + 1 }, (_, i) => ({
      start: { line: start + i, character: 0 },
      end: { line: start + i, character: 0 },
    })),
  );
}

function withSource(error: unknown, request: BuildRequest): unknown {
  const lines = linesOf(error);
  if (!(error instanceof StrataError) || lines.length === 0) return error;
  const { dockerfileName: name, dockerfile: text } = request;
  const shown = lines.map((each) => excerpt(name, text, [each])).filter(Boolean);
  const source = { name, text, ranges: rangesOf(lines), excerpt: shown.join('\n') };
  return new StrataError(error.code, messageOf(error), { ...error.data, source }, error.cause);
}
