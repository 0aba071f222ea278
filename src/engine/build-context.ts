/** A build's context: a tar, as clients send it, becomes a file system in memory. */
import {
  type ByteSource,
  chunksOf,
  type Digest,
  decode,
  gunzip,
  type Hasher,
  isGzip,
} from '../base/index.ts';
import type { IgnoreFile } from '../builder/index.ts';
import { createIgnoreMatcher, type IgnoreMatcher, readIgnoreFile } from '../dockerfile/index.ts';
import { errnoOf, isDir, isFile, O_RDONLY } from '../posix/index.ts';
import { createMemoryFs, type FileSystem, FileTree, type Ino, unpackTar } from '../vfs/index.ts';

export interface BuildContext {
  readonly fs: FileSystem;
  /** Of the archive, where that is what the client gave as its context. */
  readonly archive?: Digest;
}

/** Bytes that a context may hold, since it is memory: a gzip can claim any number. */
const LARGEST = 1 << 30;

/** Unpacks a tar, gzipped or not. @param hasher takes the bytes of an archive by which it is known again; @throws ETAR, ENOSPC */
export async function unpackContext(body: ByteSource | Uint8Array, hasher?: Hasher): Promise<BuildContext> {
  const fs = createMemoryFs({ quota: LARGEST });
  await unpackTar(await tarChunks(body, (chunk) => void hasher?.update(chunk)), fs);
  return { fs, ...(hasher ? { archive: hasher.digest() } : {}) };
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
 * Takes out what `.dockerignore` excludes, and answers which file said so. Clients do so before they
 * send, but for the Dockerfile and the ignore file themselves, and other clients not at all.
 */
export async function excludeIgnored(
  context: BuildContext,
  dockerfile: string,
): Promise<IgnoreFile | undefined> {
  const ownName = `${dockerfile}.dockerignore`;
  const own = await readContextFile(context, ownName);
  const text = own ?? (await readContextFile(context, '.dockerignore'));
  if (!text) return undefined;
  const matcher = createIgnoreMatcher(readIgnoreFile(decode(text)));
  await removeExcluded(context.fs, context.fs.root, '', matcher);
  if (!own) return { size: text.length };
  if (!HIDDEN.test(dockerfile)) return { size: text.length, ownName: ownName.split('/').at(-1)! };
  // Our client's copy of the context's own, with a line that hides the Dockerfile which came along.
  const size = text.length - `\n${dockerfile}*\n`.length;
  return size > 0 ? { size } : undefined;
}

/** A Dockerfile from outside the context, as the client calls it. */
const HIDDEN = /^\.dockerfile\.[0-9a-f]{20}$/;

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
