/** Entries of a tar as it comes: each with its contents, to be read or skipped before the next. */
import { createTarParser, padded, TAR_BLOCK, type TarEntry } from './tar.ts';
import { tarError } from './tar-field.ts';

export interface StreamedEntry {
  readonly entry: TarEntry;
  /** The stored contents in pieces; what is left of them is skipped. */
  contents(): AsyncGenerator<Uint8Array, void, void>;
}

/**
 * Yields the entries of an archive in order. Memory is bounded: nothing is read ahead. What follows
 * an archive's end is read too, so that who writes is not left waiting, whatever it is.
 *
 * @throws StrataError `ETAR` where the archive is malformed or ends early
 */
export async function* tarEntries(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<StreamedEntry, void, void> {
  const reader = createReader(chunks);
  const parser = createTarParser();
  try {
    // Between entries an archive may end without its two empty blocks, or within the last padding.
    while (await reader.more()) {
      const step = parser.header(await reader.take(TAR_BLOCK), reader.position);
      if (step.kind === 'end') break;
      const end = reader.position + step.size;
      if (step.kind === 'meta') parser.meta(await reader.take(step.size));
      else if (step.kind === 'entry') {
        yield { entry: step.entry, contents: () => reader.pieces(end - reader.position) };
      }
      for await (const _ of reader.pieces(end - reader.position));
      await reader.skip(padded(step.size) - step.size);
    }
    parser.close();
    await drain(reader);
  } finally {
    await reader.close();
  }
}

/** As Go's archive/tar, which looks no further: damage behind the end, such as of a checksum, is none. */
async function drain(reader: Reader): Promise<void> {
  try {
    while (await reader.more()) await reader.skip(Number.POSITIVE_INFINITY);
  } catch {
    // The source has said all that it can.
  }
}

interface Reader {
  readonly position: number;
  more(): Promise<boolean>;
  /** So many bytes in one piece. @throws ETAR where there are fewer */
  take(length: number): Promise<Uint8Array>;
  /** So many bytes as they come. @throws ETAR where there are fewer */
  pieces(length: number): AsyncGenerator<Uint8Array, void, void>;
  /** At most so many bytes. */
  skip(length: number): Promise<void>;
  close(): Promise<void>;
}

function createReader(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Reader {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let held: Uint8Array = new Uint8Array(0);
  let position = 0;
  const more = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done) return false;
      held = next.value;
    }
    return true;
  };
  const cut = (most: number): Uint8Array => {
    const piece = held.subarray(0, most);
    held = held.subarray(piece.length);
    position += piece.length;
    return piece;
  };
  async function* pieces(length: number): AsyncGenerator<Uint8Array, void, void> {
    for (let left = length; left > 0; ) {
      if (!(await more())) throw tarError('unexpected EOF');
      const piece = cut(left);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    get position() {
      return position;
    },
    more,
    pieces,
    async take(length) {
      if (held.length >= length) return cut(length);
      const whole = new Uint8Array(length);
      let filled = 0;
      for await (const piece of pieces(length)) {
        whole.set(piece, filled);
        filled += piece.length;
      }
      return whole;
    },
    async skip(length) {
      for (let left = length; left > 0 && (await more()); ) left -= cut(left).length;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
