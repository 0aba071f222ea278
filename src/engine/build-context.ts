/** A build's context: a tar, as clients send it, becomes a file system in memory. */
import { type ByteSource, chunksOf, gunzip, isGzip } from '../base/index.ts';
import { errnoOf, isFile, O_RDONLY } from '../posix/index.ts';
import { createMemoryFs, type FileSystem, unpackTar } from '../vfs/index.ts';

export interface BuildContext {
  readonly fs: FileSystem;
  /** Bytes that the client sent. */
  readonly bytes: number;
}

/** Unpacks a tar, gzipped or not. @throws ETAR, ENOSPC */
export async function unpackContext(body: ByteSource | Uint8Array): Promise<BuildContext> {
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of body instanceof Uint8Array ? [body] : chunksOf(body)) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const fs = createMemoryFs();
  await unpackTar(await plain(counted()), fs);
  return { fs, bytes };
}

/** Looks at the first chunk for gzip's magic number. */
async function plain(chunks: AsyncGenerator<Uint8Array, void, void>): Promise<AsyncIterable<Uint8Array>> {
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Uint8Array, void, void> {
    if (first.done) return;
    yield first.value;
    yield* chunks;
  }
  return !first.done && isGzip(first.value) ? gunzip(all()) : all();
}

/** A file of the context by its path; undefined where there is none. */
export async function readContextFile(context: BuildContext, path: string): Promise<Uint8Array | undefined> {
  const { fs } = context;
  let at = fs.root;
  try {
    for (const part of path.split('/')) {
      if (part === '' || part === '.') continue;
      // Clamped to the context: what leads out of it is not there.
      if (part === '..') return undefined;
      at = await fs.lookup(at, part);
    }
    const stat = await fs.stat(at);
    if (!isFile(stat.mode)) return undefined;
    const file = await fs.open(at, O_RDONLY);
    const bytes = new Uint8Array(stat.size);
    await file.readAt(bytes, 0);
    await file.close();
    return bytes;
  } catch (error) {
    if (errnoOf(error)) return undefined;
    throw error;
  }
}
