/** A build's context: a tar, as clients send it, becomes a file system in memory. */
import { type ByteSource, chunksOf, decode, gunzip, isGzip } from '../base/index.ts';
import { createIgnoreMatcher, type IgnoreMatcher, readIgnoreFile } from '../dockerfile/index.ts';
import { errnoOf, isDir, isFile, O_RDONLY } from '../posix/index.ts';
import { createMemoryFs, type FileSystem, FileTree, type Ino, unpackTar } from '../vfs/index.ts';

export interface BuildContext {
  readonly fs: FileSystem;
  /** Bytes that the client sent. */
  readonly bytes: number;
}

/** Bytes that a context may hold, since it is memory: a gzip can claim any number. */
const LARGEST = 1 << 30;

/** Unpacks a tar, gzipped or not. @throws ETAR, ENOSPC */
export async function unpackContext(body: ByteSource | Uint8Array): Promise<BuildContext> {
  let bytes = 0;
  const fs = createMemoryFs({ quota: LARGEST });
  const chunks = await tarChunks(body, (chunk) => {
    bytes += chunk.length;
  });
  await unpackTar(chunks, fs);
  return { fs, bytes };
}

/** What a client sends as a tar, uncompressed. */
async function tarChunks(
  body: ByteSource | Uint8Array,
  count: (chunk: Uint8Array) => void = () => {},
): Promise<AsyncIterable<Uint8Array>> {
  async function* counted(): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of body instanceof Uint8Array ? [body] : chunksOf(body)) {
      count(chunk);
      yield chunk;
    }
  }
  return plain(counted());
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
  const tree = new FileTree(context.fs);
  // What leads out of the context is not there; links cannot lead out.
  if (path.split('/').includes('..')) return undefined;
  try {
    const { fs, ino, stat } = await tree.find(tree.superuser(), `/${path}`);
    if (!isFile(stat.mode)) return undefined;
    const file = await fs.open(ino, O_RDONLY);
    const bytes = new Uint8Array(stat.size);
    await file.readAt(bytes, 0);
    await file.close();
    return bytes;
  } catch (error) {
    if (errnoOf(error)) return undefined;
    throw error;
  }
}

/**
 * Takes out what `.dockerignore` excludes. Clients do so before they send, but for the Dockerfile and
 * the ignore file themselves, and other clients not at all.
 */
export async function excludeIgnored(context: BuildContext, dockerfile: string): Promise<void> {
  const text =
    (await readContextFile(context, `${dockerfile}.dockerignore`)) ??
    (await readContextFile(context, '.dockerignore'));
  if (!text) return;
  const matcher = createIgnoreMatcher(readIgnoreFile(decode(text)));
  await removeExcluded(context.fs, context.fs.root, '', matcher);
}

async function removeExcluded(
  fs: FileSystem,
  directory: Ino,
  below: string,
  matcher: IgnoreMatcher,
): Promise<void> {
  for (const { name, ino, type } of await fs.readdir(directory)) {
    const path = below + name;
    const excluded = matcher.excludes(path);
    if (isDir(type)) {
      // All of an excluded directory goes, unless a `!` pattern may take something in it back.
      if (excluded && !matcher.hasExceptions) await removeTree(fs, directory, name, ino);
      else await removeExcluded(fs, ino, `${path}/`, matcher);
      if (excluded && matcher.hasExceptions && (await fs.readdir(ino)).length === 0) {
        await fs.rmdir(directory, name);
      }
    } else if (excluded) await fs.unlink(directory, name);
  }
}

async function removeTree(fs: FileSystem, directory: Ino, name: string, ino: Ino): Promise<void> {
  for (const entry of await fs.readdir(ino)) {
    if (isDir(entry.type)) await removeTree(fs, ino, entry.name, entry.ino);
    else await fs.unlink(ino, entry.name);
  }
  await fs.rmdir(directory, name);
}
