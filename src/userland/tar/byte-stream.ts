/** Bytes of a file or of chunks, taken in pieces of any size; what it is made of may be gzip. */
import { gunzip, isGzip, type Maybe } from '../../base/index.ts';
import type { Reader } from '../io.ts';

type Chunks = AsyncIterator<Uint8Array, unknown>;

export class ByteStream {
  private held: Uint8Array = new Uint8Array(0);
  private readonly chunks: Chunks;

  constructor(chunks: Chunks) {
    this.chunks = chunks;
  }

  /** Exactly so many bytes; fewer only where the input ends. */
  async take(count: number): Promise<Uint8Array> {
    while (this.held.length < count && (await this.more())) {
      // More came.
    }
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(taken.length);
    return taken;
  }

  /** So many bytes in the pieces in which they come; answers how many are missing. */
  async pass(count: number, to: (piece: Uint8Array) => Maybe<void>): Promise<number> {
    let left = count;
    while (left > 0) {
      if (this.held.length === 0 && !(await this.more())) return left;
      const piece = this.held.subarray(0, left);
      this.held = this.held.subarray(piece.length);
      left -= piece.length;
      await to(piece);
    }
    return 0;
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    if (this.held.length === 0) this.held = next.value;
    else {
      const joined = new Uint8Array(this.held.length + next.value.length);
      joined.set(this.held);
      joined.set(next.value, this.held.length);
      this.held = joined;
    }
    return true;
  }
}

/** A reader's bytes, unpacked where they begin as gzip does. */
export async function openStream(reader: Reader): Promise<ByteStream> {
  const chunks = chunksOf(reader);
  const first = await chunks.next();
  const head = first.done ? new Uint8Array(0) : first.value;
  const all = again(head, chunks);
  return new ByteStream(isGzip(head) ? gunzip(all)[Symbol.asyncIterator]() : all);
}

async function* chunksOf(reader: Reader): AsyncGenerator<Uint8Array, void> {
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) yield chunk.slice();
}

async function* again(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  yield head;
  yield* rest;
}
