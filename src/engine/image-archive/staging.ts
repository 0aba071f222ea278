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
  collect,
  compressionOf,
  concat,
  decompress,
  peek,
  type StreamedEntry,
  tarEntries,
  wholeContents,
} from '../../base/index.ts';
import type { Staged } from '../../store/index.ts';
import { stageChunks } from '../stage-chunks.ts';
import type { Engine } from '../types.ts';
import { type ArchiveFile, type ArchiveTree, createArchiveTree } from './tree.ts';

/** Files up to this are held in memory, as long as all of them are not more than the other. Bytes. */
const SMALL = 64 * 1024;
const MOST_HELD = 16 * 1024 * 1024;

export interface StagedArchive extends ArchiveTree {
  /** Gives up all that was staged and not put. */
  discard(): Promise<void>;
}

/** Reads an archive, compressed or not. @throws ETAR, EGZIP, EZSTD, ENOSPC */
export async function stageArchive(
  engine: Engine,
  body: ByteSource,
  signal: AbortSignal,
): Promise<StagedArchive> {
  // dockerd unpacks archives into a folder of a random name, and says so in errors.
  const number = new DataView(engine.host.random.bytes(4).buffer).getUint32(0);
  const tree = createArchiveTree(`/var/lib/docker/tmp/docker-import-${number}`);
  const stages = new Set<Staged>();
  const budget = { held: 0 };
  const discard = async (): Promise<void> => {
    await Promise.all([...stages].map((staged) => staged.discard()));
  };
  try {
    for await (const streamed of tarEntries(await plainChunks(engine, body, stages))) {
      signal.throwIfAborted();
      const isFile = streamed.entry.type === 'file';
      tree.add(streamed.entry, isFile ? await stageFile(engine, stages, budget, streamed) : undefined);
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { ...tree, discard };
}

async function stageFile(
  engine: Engine,
  stages: Set<Staged>,
  budget: { held: number },
  { entry, contents }: StreamedEntry,
): Promise<ArchiveFile> {
  const chunks = wholeContents(entry, contents());
  if (entry.size <= SMALL && budget.held + entry.size <= MOST_HELD) {
    const bytes = await collect(chunks);
    budget.held += bytes.length;
    return { source: bytesSource(bytes) };
  }
  const staged = await stageChunks(engine.host.store, chunks);
  stages.add(staged);
  return { source: engine.host.openBlob(staged.ref), staged };
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
  const { head, all } = await peek(chunksOf(body), 8);
  if (compressionOf(concat(head)) === undefined) return all();
  const staged = await stageChunks(engine.host.store, all());
  stages.add(staged);
  return decompress(engine.host.openBlob(staged.ref));
}
