/**
 * An archive of images on its way in: its files laid down where they can be read in any order, since
 * what they are is said at its end.
 *
 * Memory is bounded: large files are staged in the store, small ones are counted.
 */
import {
  type ByteSource,
  bytesSource,
  chunksOf,
  compressionOf,
  concat,
  decode,
  decompress,
  StrataError,
  type StreamedEntry,
  type TarSource,
  tarEntries,
} from '../../base/index.ts';
import type { Staged } from '../../store/index.ts';
import { cleanTarName, refuseUnknown } from '../../vfs/index.ts';
import { failure } from '../failure.ts';
import type { Engine } from '../types.ts';

/** Files up to this are held in memory, as long as all of them are not more than the other. Bytes. */
const SMALL = 64 * 1024;
const MOST_HELD = 16 * 1024 * 1024;
/** Documents such as manifests and configs; more is an attack or a mistake. Bytes. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
const MOST_FILES = 100_000;
const MOST_LINKS = 40;

export interface ArchiveFile {
  readonly source: TarSource;
  /** Absent where it is in memory. */
  readonly staged?: Staged;
}

export interface ArchiveFiles {
  /** The file at a path, links followed within the archive. */
  find(path: string): ArchiveFile | undefined;
  /** A document's text. @throws where it is not there or too large */
  text(path: string): string;
  /** Gives up all that was staged and not put. */
  discard(): Promise<void>;
}

type Item = ArchiveFile | { readonly link: string } | 'directory';

/** Reads an archive, compressed or not. @throws ETAR, EGZIP, EZSTD, ENOSPC */
export async function stageArchive(
  engine: Engine,
  body: ByteSource,
  signal: AbortSignal,
): Promise<ArchiveFiles> {
  const items = new Map<string, Item>();
  const stages = new Set<Staged>();
  const budget = { held: 0 };
  const discard = async (): Promise<void> => {
    await Promise.all([...stages].map((staged) => staged.discard()));
  };
  try {
    for await (const streamed of tarEntries(await plainChunks(engine, body, stages))) {
      signal.throwIfAborted();
      if (items.size >= MOST_FILES) throw failure('ESYSTEM', `archive has more than ${MOST_FILES} files`);
      await addEntry(engine, items, stages, budget, streamed);
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    find: (path) => {
      const item = locate(items, path);
      return typeof item === 'object' && 'source' in item ? item : undefined;
    },
    text(path) {
      const item = locate(items, path);
      if (typeof item !== 'object' || !('source' in item)) throw notThere(engine, path);
      if (item.source.size > LARGEST_DOCUMENT)
        throw failure('ESYSTEM', `${path}: more than ${LARGEST_DOCUMENT} bytes: refused`);
      return decode(item.source.readSync(0, item.source.size));
    },
    discard,
  };
}

/** As dockerd says it, which unpacks archives into a folder of a random name. */
function notThere(engine: Engine, path: string): Error {
  const number = new DataView(engine.host.random.bytes(4).buffer).getUint32(0);
  const folder = `docker-import-${number}`;
  return failure('ESYSTEM', `open /var/lib/docker/tmp/${folder}/${path}: no such file or directory`);
}

async function addEntry(
  engine: Engine,
  items: Map<string, Item>,
  stages: Set<Staged>,
  budget: { held: number },
  { entry, contents }: StreamedEntry,
): Promise<void> {
  refuseUnknown(entry);
  const path = cleanTarName(entry.name).join('/');
  if (entry.type === 'directory') items.set(path, 'directory');
  else if (entry.type === 'symlink') items.set(path, { link: entry.linkname });
  else if (entry.type === 'link') items.set(path, { link: `/${entry.linkname}` });
  else if (entry.type === 'file') {
    if (entry.sparse)
      throw failure('ESYSTEM', `${entry.name}: sparse files in archives of images are not supported`);
    if (entry.size <= SMALL && budget.held + entry.size <= MOST_HELD) {
      const parts: Uint8Array[] = [];
      for await (const chunk of contents()) parts.push(chunk);
      budget.held += entry.size;
      items.set(path, { source: bytesSource(concat(parts)) });
    } else {
      const staged = await stageChunks(engine, contents());
      stages.add(staged);
      items.set(path, { source: engine.host.openBlob(staged.ref), staged });
    }
  }
}

/** Writes chunks to where they can be read again. @throws ENOSPC, and what the chunks throw */
export async function stageChunks(
  engine: Engine,
  chunks: AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Promise<Staged> {
  const stage = engine.host.store.stage();
  const free = await engine.host.store.free();
  let written = 0;
  try {
    for await (const chunk of chunks) {
      written += chunk.length;
      // A few bytes that claim to be many end here, before the disk is full of them.
      if (written > free) throw new StrataError('ENOSPC', 'no space left on device');
      await stage.write(chunk);
      onChunk(chunk);
    }
    return await stage.finish();
  } catch (error) {
    await stage.discard();
    throw error;
  }
}

/**
 * The bytes of a stream, uncompressed. One that is compressed is staged first: several members of gzip
 * can only be read from a source that can be read again.
 */
export async function plainChunks(
  engine: Engine,
  body: ByteSource,
  stages: Set<Staged>,
): Promise<AsyncIterable<Uint8Array>> {
  const chunks = chunksOf(body);
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < 8) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = concat(first);
  async function* all(): AsyncGenerator<Uint8Array, void, void> {
    if (head.length) yield head;
    yield* chunks;
  }
  if (compressionOf(head) === undefined) return all();
  const staged = await stageChunks(engine, all());
  stages.add(staged);
  return decompress(engine.host.openBlob(staged.ref));
}

/** Walks to an item; links lead within the archive, as in a chroot. */
function locate(items: ReadonlyMap<string, Item>, path: string): Item | undefined {
  let links = 0;
  const here: string[] = [];
  const pending = path.split('/').reverse();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      here.pop();
      continue;
    }
    here.push(name);
    const item = items.get(here.join('/'));
    if (typeof item !== 'object' || !('link' in item)) continue;
    if (++links > MOST_LINKS) return undefined;
    here.pop();
    if (item.link.startsWith('/')) here.length = 0;
    pending.push(...item.link.split('/').reverse());
  }
  return items.get(here.join('/'));
}
