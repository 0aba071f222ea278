/** Entries of a tar as it comes: each with its contents, to be read or skipped before the next. */
import { createTarParser, padded, StrataError, TAR_BLOCK, type TarEntry } from '../../base/index.ts';

export interface StreamedEntry {
  readonly entry: TarEntry;
  /** The contents in pieces; what is left of them is skipped. */
  contents(): AsyncGenerator<Uint8Array, void, void>;
}

/** @throws StrataError ETAR where the archive is malformed or ends early */
export async function* tarEntries(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<StreamedEntry, void, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parser = createTarParser();
  let held: Uint8Array = new Uint8Array(0);
  let position = 0;
  /** At most so many bytes, none at the end. */
  const some = async (most: number): Promise<Uint8Array> => {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done) return held;
      held = next.value;
    }
    const piece = held.subarray(0, most);
    held = held.subarray(piece.length);
    position += piece.length;
    return piece;
  };
  async function* pieces(length: number): AsyncGenerator<Uint8Array, void, void> {
    for (let left = length; left > 0; ) {
      const piece = await some(left);
      if (piece.length === 0) throw new StrataError('ETAR', 'unexpected EOF');
      left -= piece.length;
      yield piece;
    }
  }
  const exactly = async (length: number): Promise<Uint8Array> => {
    const whole = new Uint8Array(length);
    let filled = 0;
    for await (const piece of pieces(length)) {
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  };
  try {
    for (;;) {
      if (held.length === 0) {
        // Between entries an archive may end without its two empty blocks.
        const first = await iterator.next();
        if (first.done) break;
        held = first.value;
        continue;
      }
      const step = parser.header(await exactly(TAR_BLOCK), position);
      if (step.kind === 'end') break;
      const end = position + padded(step.size);
      if (step.kind === 'meta') parser.meta(await exactly(step.size));
      else if (step.kind === 'entry') yield { entry: step.entry, contents: () => pieces(step.size) };
      await exactly(end - position);
    }
    parser.close();
  } finally {
    await iterator.return?.();
  }
}
