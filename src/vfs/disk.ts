/**
 * A memory file system that lasts: written behind to a store, read back at start.
 *
 * Each flush is one atomic commit of what changed since the last: within 0.7 s of the first change,
 * and at once on `sync`. A crash loses at most what was not flushed and never leaves half a flush.
 * A commit that fails (a full disk) is reported and nothing is forgotten: the next flush tries it all.
 * Where it also takes something away, that goes first, since it makes the room: then a file whose new
 * contents did not fit reads as zeros there after a crash, as on other full disks.
 *
 * Names, inodes and small files are in memory; of large ones what was looked at or written last.
 */
import { type Clock, codeOf, type Maybe, systemClock } from '../base/index.ts';
import { fail } from '../posix/index.ts';
import type { Backend, Json, OpenBlob, Put } from '../store/index.ts';
import {
  chunkKey,
  damaged,
  decodePage,
  encodeInode,
  FORMAT_VERSION,
  inosOf,
  isInline,
  META,
  pageKey,
  pageOf,
  parseChunkKey,
} from './disk-format.ts';
import { createMemoryFs, type DirtySet, type MemoryFs, type MemoryFsOptions } from './memory.ts';
import type { MemoryInode } from './memory-inode.ts';
import { createResidents, LARGE, type Residents } from './residents.ts';
import type { Ino } from './types.ts';

/** A view of a back end in which the keys of one file system are all there is. */
export type DiskStore = Pick<Backend, 'getMany' | 'handles' | 'keys' | 'commit' | 'space'>;

export interface DiskOptions extends MemoryFsOptions {
  readonly clock?: Clock;
  /** How stored bytes are read; without it, all that is in files is in memory. */
  readonly openBlob?: OpenBlob;
  /** Told when a flush that nobody waits for failed; it is tried again. */
  readonly onError?: (error: unknown) => void;
}

export interface Disk {
  readonly fs: MemoryFs;
  /** Makes durable all that was written until now. @throws ENOSPC and what else the store throws */
  flush(): Promise<void>;
  /** Flushes, and stops writing behind. */
  close(): Promise<void>;
}

/** Changes are durable within a second: this long they gather, the rest is for the commit. */
const GATHER = 700;
const RETRY = 5000;
/** Bytes that may wait to be written; beyond, who writes waits, and hears when the disk is full. */
const MOST_DIRTY = 8 * 1024 * 1024;
/** Records read at a time, to bound what is in flight. */
const BATCH = 256;

export async function openDisk(store: DiskStore, options: DiskOptions = {}): Promise<Disk> {
  const fs = createMemoryFs(options);
  const residents = options.openBlob && createResidents(options.openBlob);
  const stored = await load(store, fs, residents);
  return writeBehind(store, fs, stored, residents, options);
}

/** Which chunks of which files are in the store. */
type Stored = Map<Ino, Set<number>>;

/** Keys of one flush, and how to take it back or count it as done. */
interface Flush {
  /** Inodes, in pages. */
  readonly puts: readonly Put[];
  /** Chunks. */
  readonly contents: readonly Put[];
  readonly deletes: readonly string[];
  /** The chunks that are put. */
  readonly written: readonly { readonly inode: MemoryInode; readonly chunk: number }[];
  done(): void;
  /** All but the contents was committed: those are dirty again. */
  doneWithoutContents(): void;
  undo(): void;
}

function writeBehind(
  store: DiskStore,
  fs: MemoryFs,
  stored: Stored,
  residents: Residents | undefined,
  options: DiskOptions,
): Disk {
  const clock = options.clock ?? systemClock;
  const stopping = new AbortController();
  let scheduled = false;
  let running: Promise<void> = Promise.resolve();

  const schedule = (delay: number): void => {
    if (scheduled || stopping.signal.aborted) return;
    scheduled = true;
    clock.sleep(delay, stopping.signal).then(
      () => {
        scheduled = false;
        flush().catch((error: unknown) => {
          options.onError?.(error);
          schedule(RETRY);
        });
      },
      () => {},
    );
  };
  /** The last flush found no room: until one does, nothing more is taken without asking. */
  let full = false;
  const flushNow = async (): Promise<void> => {
    const journal = fs.journal!;
    const { dirty, dirtyBytes } = journal;
    if (dirty.inodes.size === 0 && dirty.removed.size === 0) return;
    const flushing = prepare(fs, stored);
    journal.dirtyBytes = 0;
    try {
      await store.commit([...flushing.puts, ...flushing.contents], flushing.deletes);
    } catch (error) {
      journal.dirtyBytes += dirtyBytes;
      full = codeOf(error) === 'ENOSPC';
      if (full && flushing.deletes.length > 0 && (await removed(flushing))) return flushNow();
      flushing.undo();
      throw error;
    }
    full = false;
    flushing.done();
    // What was written is safe by now, whether or not its memory can be let go.
    await placeWritten(flushing.written).catch((error: unknown) => options.onError?.(error));
  };
  const removed = async (flushing: Flush): Promise<boolean> => {
    try {
      await store.commit(flushing.puts, flushing.deletes);
    } catch {
      return false;
    }
    flushing.doneWithoutContents();
    return true;
  };
  const placeWritten = async (written: Flush['written']): Promise<void> => {
    const large = written.filter(({ inode }) => inode.data!.size >= LARGE);
    for (let at = 0; residents && at < large.length; at += BATCH) {
      const batch = large.slice(at, at + BATCH);
      const keys = batch.map(({ inode, chunk }) => chunkKey(inode.ino, chunk));
      const refs = await store.handles(keys);
      batch.forEach(({ inode, chunk }, i) => {
        // Or it was written anew meanwhile, cut off, or removed.
        if (!refs[i] || inode.data!.changed!.has(chunk) || !fs.inodes.has(inode.ino)) return;
        residents.place(keys[i]!, inode.data!, chunk, refs[i]);
      });
    }
  };
  /** One commit at a time, in order. */
  const flush = (): Promise<void> => {
    const next = running.then(flushNow);
    running = next.catch(() => {});
    return next;
  };
  const settle = (): Maybe<void> => {
    if (!full && fs.journal!.dirtyBytes < MOST_DIRTY) return;
    return flush()
      .catch(throwErrno)
      .catch((error: unknown) => {
        if (codeOf(error) === 'ENOSPC') throw error;
        // Whatever else it is, the next flush tries again; the bytes are in memory.
        options.onError?.(error);
      });
  };
  const left = [...stored.keys()].filter((ino) => !fs.inodes.has(ino));
  fs.journal = {
    // Chunks of files that lost their last name while they were open.
    dirty: { inodes: new Set(), removed: new Set(left) },
    dirtyBytes: 0,
    changed: () => schedule(GATHER),
    sync: () => flush().catch(throwErrno),
    settle,
    space: () => store.space(),
  };
  for (const { data } of fs.inodes.values()) if (data) data.changed = new Set();
  return {
    fs,
    flush,
    async close() {
      stopping.abort();
      await flush();
    },
  };
}

/** A full store is what programs know as ENOSPC. */
function throwErrno(error: unknown): never {
  if (codeOf(error) === 'ENOSPC') fail('ENOSPC');
  throw error;
}

function emptySet(): DirtySet {
  return { inodes: new Set(), removed: new Set() };
}

/** Takes the dirty set, and makes of it what to put and delete, as things are at this moment. */
function prepare(fs: MemoryFs, stored: Stored): Flush {
  const journal = fs.journal!;
  const taken = journal.dirty;
  journal.dirty = emptySet();
  const puts: Put[] = [{ key: META, value: { version: FORMAT_VERSION, next: fs.nextIno } }];
  const contents: Put[] = [];
  const deletes: string[] = [];
  const pages = new Set<number>();
  const after = new Map<Ino, Set<number> | undefined>();
  const changed = new Map<Ino, Set<number>>();
  const written: { inode: MemoryInode; chunk: number }[] = [];
  const drop = (ino: Ino, keep: ReadonlySet<number>): void => {
    for (const chunk of stored.get(ino) ?? []) if (!keep.has(chunk)) deletes.push(chunkKey(ino, chunk));
  };
  for (const ino of taken.removed) {
    pages.add(pageOf(ino));
    drop(ino, new Set());
    after.set(ino, undefined);
  }
  for (const ino of taken.inodes) {
    pages.add(pageOf(ino));
    const inode = fs.inodes.get(ino);
    if (!inode?.data) continue;
    const keep = chunksToStore(inode);
    const known = stored.get(ino);
    for (const chunk of keep) {
      if (known?.has(chunk) && !inode.data.changed?.has(chunk)) continue;
      contents.push({ key: chunkKey(ino, chunk), value: inode.data.bytesOf(chunk)!.slice() });
      written.push({ inode, chunk });
    }
    drop(ino, keep);
    after.set(ino, keep.size ? keep : undefined);
    changed.set(ino, inode.data.changed ?? new Set());
    inode.data.changed = new Set();
  }
  for (const page of pages) {
    const records: Json[] = [];
    for (const ino of inosOf(page)) {
      const inode = fs.inodes.get(ino);
      // What is only open and has no name does not outlive its opener.
      if (inode && inode.nlink > 0) records.push(encodeInode(inode));
    }
    if (records.length) puts.push({ key: pageKey(page), value: records });
    else deletes.push(pageKey(page));
  }
  const soil = (): void => {
    const { dirty } = fs.journal!;
    for (const ino of taken.inodes) if (fs.inodes.has(ino)) dirty.inodes.add(ino);
    for (const [ino, chunks] of changed) {
      const now = fs.inodes.get(ino)?.data?.changed;
      for (const chunk of chunks) now?.add(chunk);
    }
  };
  return {
    puts,
    contents,
    deletes,
    written,
    done() {
      for (const [ino, chunks] of after) {
        if (chunks) stored.set(ino, chunks);
        else stored.delete(ino);
      }
    },
    doneWithoutContents() {
      for (const [ino, chunks] of after) {
        const known = stored.get(ino);
        const left = new Set([...(chunks ?? [])].filter((chunk) => known?.has(chunk)));
        if (left.size) stored.set(ino, left);
        else stored.delete(ino);
      }
      soil();
    },
    undo() {
      for (const ino of taken.removed) fs.journal!.dirty.removed.add(ino);
      soil();
    },
  };
}

/** A file that is only open takes no room, unless it is large: then it is not to take memory either. */
function chunksToStore({ nlink, data }: MemoryInode): Set<number> {
  if (isInline(data!)) return new Set();
  if (nlink === 0 && data!.size < LARGE && !data!.needsStore) return new Set();
  return new Set(data!.indexes());
}

/** Reads everything back; a store without anything is a new file system. */
async function load(store: DiskStore, fs: MemoryFs, residents: Residents | undefined): Promise<Stored> {
  const stored: Stored = new Map();
  const [meta] = (await store.getMany([META])) as [{ version: number; next: number } | undefined];
  if (!meta) return stored;
  if (meta.version !== FORMAT_VERSION) throw damaged();
  const decoded: ReturnType<typeof decodePage> = [];
  await readAll(store, await store.keys('i/'), (_, value) => {
    decoded.push(...decodePage(value as Json, fs));
  });
  const inodes = new Map(decoded.map(({ inode }) => [inode.ino, inode]));
  for (const { link } of decoded) link(inodes);
  if (!inodes.get(fs.root)?.entries) throw damaged();
  const small: string[] = [];
  const large: string[] = [];
  for (const key of await store.keys('c/')) {
    const { ino, chunk } = parseChunkKey(key);
    const known = stored.get(ino);
    if (known) known.add(chunk);
    else stored.set(ino, new Set([chunk]));
    const data = inodes.get(ino)?.data;
    if (data) (residents && data.size >= LARGE ? large : small).push(key);
  }
  await readAll(store, small, (key, value) => {
    const { ino, chunk } = parseChunkKey(key);
    inodes.get(ino)!.data!.restore(chunk, value as Uint8Array);
  });
  for (let at = 0; at < large.length; at += BATCH) {
    const keys = large.slice(at, at + BATCH);
    const refs = await store.handles(keys);
    keys.forEach((key, i) => {
      const { ino, chunk } = parseChunkKey(key);
      if (!refs[i]) throw damaged();
      residents!.place(key, inodes.get(ino)!.data!, chunk, refs[i]);
    });
  }
  fs.restore(inodes.values(), meta.next);
  return stored;
}

async function readAll(
  store: DiskStore,
  keys: readonly string[],
  take: (key: string, value: unknown) => void,
): Promise<void> {
  for (let at = 0; at < keys.length; at += BATCH) {
    const batch = keys.slice(at, at + BATCH);
    const values = await store.getMany(batch);
    batch.forEach((key, i) => {
      if (values[i] !== undefined) take(key, values[i]);
    });
  }
}
