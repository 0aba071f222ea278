/** What COPY and ADD read that is no stage: the build context, inline documents, URLs. */
import { type Digest, digestOf, encode, messageOf, StrataError, systemRandom, toHex } from '../base/index.ts';
import { createMemoryFs, type FileSystem } from '../vfs/index.ts';
import type { HttpOperation, PlanVertex } from './graph.ts';
import { writeFile } from './ops/tree.ts';
import { nameOf, type SolveOptions } from './solve.ts';
import { selectedBytes } from './transfer.ts';

export interface Sources {
  files(source: PlanVertex): Promise<FileSystem>;
  /** How errors name what a checksum was taken of. */
  refOf(source: PlanVertex | undefined): string;
}

/** Names the worker that holds what is built; one for as long as this engine runs. */
const WORKER = [4, 2, 2, 2, 6].map(randomHex).join('-');

export function createSources(options: SolveOptions, signal: AbortSignal): Sources {
  const { progress } = options;
  return {
    refOf: () =>
      `${WORKER}::${BigInt(`0x${randomHex(16)}`)
        .toString(36)
        .padStart(25, '0')}`,
    async files(source) {
      const { operation } = source;
      const vertex = nameOf(source);
      progress.start(vertex);
      try {
        const fs =
          operation.kind === 'context'
            ? await loadContext(options, vertex.digest)
            : operation.kind === 'inline'
              ? await inlineFile(operation.name, encode(operation.content))
              : await download(operation as HttpOperation, options, signal);
        progress.complete(vertex);
        return fs;
      } catch (error) {
        progress.complete(vertex, { error: messageOf(error) });
        throw error;
      }
    },
  };
}

async function loadContext(
  { progress, request, contextPaths, host }: SolveOptions,
  vertex: Digest,
): Promise<FileSystem> {
  const id = 'transferring context:';
  const name = 'transferring';
  progress.status(vertex, { id, name });
  const current = await selectedBytes(request.context, contextPaths, host.cache);
  progress.status(vertex, { id, name, current, done: true });
  return request.context;
}

async function inlineFile(name: string, content: Uint8Array, mode = 0o644): Promise<FileSystem> {
  const fs = createMemoryFs();
  const at = { ino: fs.root, name };
  await writeFile(fs, at, { mode, uid: 0, gid: 0 }, [content]);
  return fs;
}

/** A URL's content as one file: mode 600, and the time that the server says. */
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
    if (digest !== checksum) throw new StrataError('EDIGEST', `digest mismatch ${checksum}: ${digest}`);
  }
  const fs = await inlineFile(fileName, content, 0o600);
  const modified = Date.parse(response.headers.get('last-modified') ?? '');
  if (!Number.isNaN(modified)) {
    const time = BigInt(modified) * 1_000_000n;
    await fs.setattr(await fs.lookup(fs.root, fileName), { atime: time, mtime: time });
  }
  return fs;
}

function randomHex(bytes: number): string {
  return toHex(systemRandom.bytes(bytes));
}
