/** What COPY and ADD read that is no stage: the build context, inline documents, URLs. */
import { codeOf, type Digest, digestOf, digestSync, encode, messageOf, StrataError } from '../base/index.ts';
import { createMemoryFs, type FileSystem } from '../vfs/index.ts';
import type { CopyAction, HttpOperation, PlanVertex } from './graph.ts';
import { nameOf } from './graph.ts';
import { checksum, type KnownDigests } from './ops/checksum.ts';
import { writeFile } from './ops/tree.ts';
import { isPattern } from './ops/wildcard.ts';
import { newRef } from './snapshot-id.ts';
import type { SolveOptions } from './solve-options.ts';
import { mountLayers } from './stack.ts';
import { selectedBytes } from './transfer.ts';

export interface Sources {
  /** Once each; undefined is scratch. */
  files(source: PlanVertex | undefined): Promise<FileSystem>;
  /** Digest of what an action of a step selects. @throws StrataError in BuildKit's words */
  contentOf(vertex: PlanVertex, action: CopyAction): Promise<Digest>;
}

/** A source that is built, and not only sent or downloaded. */
export function isStage(source: PlanVertex | undefined): source is PlanVertex {
  return source !== undefined && !['context', 'inline', 'http'].includes(source.operation.kind);
}

const NOTHING = digestSync('scratch');

/** @param stageFiles the files of a stage, which is built first where it must be */
export function createSources(
  options: SolveOptions,
  signal: AbortSignal,
  stageFiles: (stage: PlanVertex) => Promise<FileSystem>,
): Sources {
  const { progress, host } = options;
  const known: KnownDigests = new Map();
  const opened = new Map<PlanVertex, Promise<FileSystem>>();
  const files = (source: PlanVertex | undefined): Promise<FileSystem> => {
    if (!source) return Promise.resolve(mountLayers([], host.openBlob));
    let fs = opened.get(source);
    if (!fs) {
      fs = isStage(source) ? stageFiles(source) : load(source, options, signal);
      fs.catch(() => {});
      opened.set(source, fs);
    }
    return fs;
  };
  return {
    files,
    async contentOf(vertex, action) {
      const source = vertex.sources[action.source];
      // Nothing is no input: what is missing in it is missed by the copy.
      if (!source) return NOTHING;
      const selection = {
        source: await files(source),
        action,
        ownerless: source.operation.kind === 'context',
      };
      try {
        return await checksum(selection, known);
      } catch (error) {
        const reason = `failed to calculate checksum of ref ${newRef()}: ${messageOf(error)}`;
        progress.start(nameOf(vertex));
        progress.complete(nameOf(vertex), { error: reason });
        throw new StrataError('ENOENT', `failed to compute cache key: ${reason}`, {}, error);
      }
    },
  };
}

async function load(source: PlanVertex, options: SolveOptions, signal: AbortSignal): Promise<FileSystem> {
  const { progress, request } = options;
  const { operation } = source;
  // It came whole, and was told of.
  if (operation.kind === 'context' && request.archive) return request.context;
  const vertex = nameOf(source);
  progress.start(vertex);
  try {
    const fs =
      operation.kind === 'context'
        ? await loadContext(options, vertex.digest)
        : operation.kind === 'inline'
          ? await inlineFile(operation.name, encode(operation.content), operation.mode)
          : await download(operation as HttpOperation, options, signal);
    progress.complete(vertex);
    return fs;
  } catch (error) {
    progress.complete(vertex, { error: messageOf(error) });
    if (operation.kind !== 'http' || codeOf(error) === 'EDIGEST') throw error;
    throw new StrataError('EFETCH', `failed to load cache key: ${messageOf(error)}`, {}, error);
  }
}

async function loadContext(
  { progress, request, contextPaths, host }: SolveOptions,
  vertex: Digest,
): Promise<FileSystem> {
  const id = 'transferring context:';
  const name = 'transferring';
  progress.status(vertex, { id, name });
  let current = 0;
  try {
    checkPatterns(contextPaths);
    current = await selectedBytes(request.context, contextPaths, host.cache);
  } finally {
    progress.status(vertex, { id, name, current, done: true });
  }
  return request.context;
}

/** What is asked for is a list of patterns, and a broken one breaks the transfer. @throws StrataError */
function checkPatterns(contextPaths: ReadonlySet<string>): void {
  const patterns = [...contextPaths].map((path) => path.slice(1)).sort();
  if (patterns.every(isPattern)) return;
  const words = `invalid includepatterns: [${patterns.join(' ')}]: syntax error in pattern`;
  // No instruction is to blame for it.
  const lines = [{ start: 0, end: 0 }];
  throw new StrataError('EPATTERN', `rpc error: code = Unknown desc = ${words}`, { lines });
}

async function inlineFile(name: string, content: Uint8Array, mode: number): Promise<FileSystem> {
  const fs = createMemoryFs();
  const at = { ino: fs.root, name };
  await writeFile(fs, at, { mode, uid: 0, gid: 0 }, [content]);
  return fs;
}

/** A URL's content as one file: mode 600, and the time that the server says, or the beginning of all. */
async function download(
  operation: HttpOperation,
  { host }: SolveOptions,
  signal: AbortSignal,
): Promise<FileSystem> {
  const { url, fileName, checksum } = operation;
  const response = await host.fetch(url, { signal, redirect: 'follow' });
  if (!response.ok) throw new StrataError('EFETCH', `invalid response status ${response.status}`);
  const content = new Uint8Array(await response.arrayBuffer());
  if (checksum) {
    const digest = await digestOf(content);
    if (digest !== checksum) throw new StrataError('EDIGEST', `digest mismatch ${digest}: ${checksum}`);
  }
  const fs = await inlineFile(fileName, content, 0o600);
  const modified = Date.parse(response.headers.get('last-modified') ?? '');
  const time = BigInt(Number.isNaN(modified) ? 0 : modified) * 1_000_000n;
  await fs.setattr(await fs.lookup(fs.root, fileName), { atime: time, mtime: time });
  return fs;
}
