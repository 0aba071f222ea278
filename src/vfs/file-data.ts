/**
 * A regular file's bytes in chunks: sparse, growing without copying what is there.
 *
 * Accounts what it allocates with the file system's quota and says which chunks changed. A chunk that
 * is stored elsewhere need not be in memory as well: it is read again when it is looked at. Knows
 * nothing of inodes.
 */
import { fail } from '../posix/index.ts';

export const CHUNK = 64 * 1024;
const PAGE = 4096;
const ALL_PAGES = 2 ** (CHUNK / PAGE) - 1;
/** Linux's s_maxbytes of tmpfs is 2^63-1; ours is what a number counts exactly. */
const LARGEST = Number.MAX_SAFE_INTEGER;
const SMALLEST_BUFFER = 256;

/** Who pays for the bytes, and who wants to know what changed. */
export interface DataOwner {
  /** Takes (or with a negative number gives back) bytes of quota. @throws ENOSPC */
  charge(bytes: number): void;
  /** So many bytes more have to be written to where they last. */
  dirtied(bytes: number): void;
  /** Whether it pays for each page by itself. */
  readonly paged: boolean;
}

/** Where a chunk can be read again. */
export interface StoredChunk {
  readonly size: number;
  /** @throws EIO */
  read(): Uint8Array;
}

export class FileData {
  size = 0;
  /** Those in memory, by index; a short one ends in zeros. */
  readonly #chunks = new Map<number, Uint8Array>();
  /** Of those in memory, where the unchanged ones are stored. */
  readonly #stored = new Map<number, StoredChunk>();
  /** Those that are only stored. What is neither in memory nor here is a hole. */
  readonly #away = new Map<number, StoredChunk>();
  /** A bit for each page that was written to, of chunks with pages that were not. */
  readonly #pages = new Map<number, number>();
  /** Indexes changed since the last flush; undefined while nobody persists. */
  changed: Set<number> | undefined;
  readonly #owner: DataOwner;

  constructor(owner: DataOwner) {
    this.#owner = owner;
  }

  read(buffer: Uint8Array, position: number): number {
    const length = Math.min(buffer.length, this.size - position);
    if (length <= 0) return 0;
    for (let done = 0; done < length; ) {
      const at = position + done;
      const index = Math.floor(at / CHUNK);
      const within = at - index * CHUNK;
      const count = Math.min(length - done, CHUNK - within);
      const chunk = this.#look(index);
      const there = chunk ? Math.max(0, Math.min(count, chunk.length - within)) : 0;
      if (there) buffer.set(chunk!.subarray(within, within + there), done);
      if (there < count) buffer.fill(0, done + there, done + count);
      done += count;
    }
    return length;
  }

  write(data: Uint8Array, position: number): void {
    const end = position + data.length;
    if (end > LARGEST) fail('EFBIG');
    for (let done = 0; done < data.length; ) {
      const at = position + done;
      const index = Math.floor(at / CHUNK);
      const within = at - index * CHUNK;
      const count = Math.min(data.length - done, CHUNK - within);
      const pages = this.#pagesOf(index) | pageBits(within, count);
      if (count === CHUNK) this.#abandon(index);
      this.#room(index, within + count).set(data.subarray(done, done + count), within);
      this.restorePages(index, pages);
      this.#change(index);
      done += count;
      // As write(2) does, what fitted before the quota ran out stays.
      if (at + count > this.size) this.size = at + count;
    }
  }

  #change(index: number): void {
    this.#stored.delete(index);
    if (!this.changed || this.changed.has(index)) return;
    this.changed.add(index);
    this.#owner.dirtied(CHUNK);
  }

  truncate(size: number): void {
    if (size > LARGEST) fail('EFBIG');
    if (size < this.size) {
      const last = Math.ceil(size / CHUNK);
      for (const index of this.indexes()) {
        if (index < last) continue;
        this.#owner.charge(-this.#length(index));
        this.#chunks.delete(index);
        this.#stored.delete(index);
        this.#away.delete(index);
        this.#pages.delete(index);
        this.changed?.add(index);
      }
      const rest = size % CHUNK;
      const tail = rest ? this.#look(last - 1) : undefined;
      if (tail) {
        // Bytes past the end must read as zeros if the file grows again.
        tail.fill(0, Math.min(rest, tail.length));
        this.#stored.delete(last - 1);
        this.restorePages(last - 1, this.#pagesOf(last - 1) & pageBits(0, rest));
        this.changed?.add(last - 1);
        if (this.#owner.paged) this.#cut(last - 1, tail, wholePages(rest));
      }
    }
    this.size = size;
  }

  /** Gives all bytes back. */
  release(): void {
    this.truncate(0);
  }

  /** Units of 512 bytes in whole pages. */
  get blocks(): number {
    if (this.#owner.paged) {
      return this.charged / 512;
    }
    let pages = (this.#chunks.size + this.#away.size - this.#pages.size) * (CHUNK / PAGE);
    for (const bits of this.#pages.values()) pages += bitCount(bits);
    return pages * (PAGE / 512);
  }

  /** Bytes of quota that it takes. */
  get charged(): number {
    return this.indexes().reduce((sum, index) => sum + this.#length(index), 0);
  }

  /** The chunks that are no holes. */
  indexes(): number[] {
    return [...this.#chunks.keys(), ...this.#away.keys()];
  }

  /** The bytes of a chunk that lie within the file. */
  bytesOf(index: number): Uint8Array | undefined {
    const chunk = this.#look(index);
    return chunk?.subarray(0, Math.max(0, Math.min(chunk.length, this.size - index * CHUNK)));
  }

  /** Takes a chunk as it was stored; charges nothing. */
  restore(index: number, bytes: Uint8Array): void {
    this.#chunks.set(index, bytes);
    if (!this.#pages.has(index)) this.restorePages(index, this.pagesWithin(index));
  }

  /** A bit for each page of a chunk that lies within the file. */
  pagesWithin(index: number): number {
    return pageBits(0, Math.min(CHUNK, this.size - index * CHUNK));
  }

  /** The chunks that have pages which were never written to: a bit for each that was. */
  get partial(): ReadonlyMap<number, number> {
    return this.#pages;
  }

  restorePages(index: number, bits: number): void {
    if (bits === ALL_PAGES) this.#pages.delete(index);
    else this.#pages.set(index, bits);
  }

  /** Whether a chunk may have to be read again. */
  get needsStore(): boolean {
    return this.#stored.size + this.#away.size > 0;
  }

  /**
   * From now on a chunk need not be in memory, until it changes: it can be read from there.
   * Answers whether it is in memory.
   */
  isStoredAt(index: number, place: StoredChunk): boolean {
    const here = this.#chunks.has(index);
    if (!here && !this.#pages.has(index)) this.restorePages(index, this.pagesWithin(index));
    (here ? this.#stored : this.#away).set(index, place);
    return here;
  }

  /** Lets a chunk's memory go, where it is stored. */
  evict(index: number): void {
    const chunk = this.#chunks.get(index);
    const stored = this.#stored.get(index);
    if (!chunk || !stored) return;
    this.#chunks.delete(index);
    this.#stored.delete(index);
    this.#away.set(index, stored);
    this.#owner.charge(stored.size - chunk.length);
  }

  #look(index: number): Uint8Array | undefined {
    const chunk = this.#chunks.get(index);
    if (chunk) return chunk;
    const stored = this.#away.get(index);
    if (!stored) return undefined;
    const read = stored.read();
    this.#away.delete(index);
    this.#chunks.set(index, read);
    this.#stored.set(index, stored);
    return read;
  }

  /** Forgets a stored chunk that is about to be written over: reading it would be for nothing. */
  #abandon(index: number): void {
    const stored = this.#away.get(index);
    if (!stored) return;
    this.#away.delete(index);
    this.#owner.charge(-stored.size);
  }

  #pagesOf(index: number): number {
    const isHole = !this.#chunks.has(index) && !this.#away.has(index);
    return isHole ? 0 : (this.#pages.get(index) ?? ALL_PAGES);
  }

  #length(index: number): number {
    return this.#chunks.get(index)?.length ?? this.#away.get(index)?.size ?? 0;
  }

  /** A chunk with room for `length` bytes; doubling, so that a log of short lines is not copied each time. */
  #room(index: number, length: number): Uint8Array {
    const old = this.#look(index);
    if (old && old.length >= length) return old;
    const wanted = Math.max(length, old ? old.length * 2 : SMALLEST_BUFFER);
    const capacity = this.#owner.paged ? wholePages(length) : Math.min(CHUNK, wanted);
    this.#owner.charge(capacity - (old?.length ?? 0));
    const grown = new Uint8Array(capacity);
    if (old) grown.set(old);
    this.#chunks.set(index, grown);
    return grown;
  }

  /** Gives back what lies behind the first `length` bytes of a chunk. */
  #cut(index: number, chunk: Uint8Array, length: number): void {
    if (chunk.length <= length) return;
    this.#chunks.set(index, chunk.slice(0, length));
    this.#owner.charge(length - chunk.length);
  }
}

/** A bit for each page of a chunk that some of its bytes lie in. */
function pageBits(within: number, count: number): number {
  const end = Math.ceil((within + count) / PAGE);
  return (ALL_PAGES >> (CHUNK / PAGE - end)) & (ALL_PAGES << Math.floor(within / PAGE));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}

function wholePages(bytes: number): number {
  return Math.ceil(bytes / PAGE) * PAGE;
}
