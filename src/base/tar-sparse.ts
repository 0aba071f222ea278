/**
 * Sparse files in archives: which pieces of the file the contents are, in GNU tar's four formats.
 *
 * The old one has the map in the header and in blocks behind it; pax 0.0 and 0.1 have it in records,
 * pax 1.0 in front of the contents.
 *
 * @see GNU tar manual, "Storing Sparse Files"; Go archive/tar, which Docker reads archives with
 */
import { decode } from './bytes.ts';
import { malformed, numberAt } from './tar-field.ts';
import { type PaxRecords, SPARSE_MAP } from './tar-pax.ts';

/** A piece of a file that is data; the pieces lie in the archive one after the other. */
export interface SparsePiece {
  readonly offset: number;
  readonly length: number;
}

/** A map that takes more than this is an attack or damage. */
const LONGEST_MAP = 1024 * 1024;

/** Takes the blocks in which a map comes. */
export interface SparseReader {
  /** The whole map, once a block ends it. @throws StrataError `ETAR` */
  block(block: Uint8Array): readonly SparsePiece[] | undefined;
}

/** What pax records say: a map, `1.0` where it comes with the contents, nothing of other files. */
export function paxSparse(pax: PaxRecords): readonly SparsePiece[] | '1.0' | undefined {
  const text = (key: string): string => decode(pax.get(`GNU.sparse.${key}`) ?? new Uint8Array(0));
  const version = `${text('major')}.${text('minor')}`;
  if (version === '1.0') return '1.0';
  if (version !== '0.0' && version !== '0.1' && (version !== '.' || !pax.has(SPARSE_MAP))) return undefined;
  const numbers = decode(pax.get(SPARSE_MAP) ?? new Uint8Array(0))
    .split(',')
    .filter((number) => number !== '')
    .map(decimal);
  if (numbers.length !== 2 * decimal(text('numblocks'))) throw malformed();
  return pairs(numbers);
}

/** The old format: four pieces in the header itself, 21 in each block that follows. */
export function oldSparse(
  header: Uint8Array,
): SparseReader & { readonly first: readonly SparsePiece[] | undefined } {
  const pieces: SparsePiece[] = [];
  let bytes = 0;
  const take = (block: Uint8Array, at: number, count: number): readonly SparsePiece[] | undefined => {
    bytes += block.length;
    if (bytes > LONGEST_MAP) throw malformed();
    for (let i = 0; i < count; i++) {
      const place = at + 24 * i;
      if (block[place] === 0) break;
      pieces.push({ offset: numberAt(block, place, 12), length: numberAt(block, place + 12, 12) });
    }
    return block[at + 24 * count] ? undefined : pieces;
  };
  return { first: take(header, 386, 4), block: (block) => take(block, 0, 21) };
}

/** Pax 1.0: decimal numbers, a line each, the first of them how many pieces there are. */
export function newSparse(): SparseReader {
  let text = '';
  return {
    block(block) {
      text += decode(block);
      if (text.length > LONGEST_MAP) throw malformed();
      const lines = text.split('\n');
      if (lines.length < 2) return undefined;
      const wanted = 2 * decimal(lines[0]!);
      // The last is what is not a whole line yet.
      return lines.length - 2 < wanted ? undefined : pairs(lines.slice(1, 1 + wanted).map(decimal));
    },
  };
}

/** @throws StrataError `ETAR` unless the pieces are in order, within the file, and what is stored */
export function verifySparse(pieces: readonly SparsePiece[], size: number, stored: number): void {
  let end = 0;
  let sum = 0;
  for (const { offset, length } of pieces) {
    if (offset < end || offset + length > size) throw malformed();
    end = offset + length;
    sum += length;
  }
  if (sum !== stored) throw malformed();
}

/** Zeros that are made at a time. */
const HOLE = 64 * 1024;

/** A file's contents from what is stored of it, with zeros for its holes. */
export async function* wholeContents(
  { size, sparse }: { readonly size: number; readonly sparse?: readonly SparsePiece[] },
  stored: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let at = 0;
  function* hole(end: number): Generator<Uint8Array, void, void> {
    while (at < end) {
      const piece = new Uint8Array(Math.min(HOLE, end - at));
      at += piece.length;
      yield piece;
    }
  }
  const pieces = (sparse ?? [{ offset: 0, length: size }]).filter(({ length }) => length > 0);
  let next = 0;
  for await (const chunk of stored) {
    for (let rest = chunk; rest.length > 0; ) {
      const { offset, length } = pieces[next]!;
      yield* hole(offset);
      const part = rest.subarray(0, offset + length - at);
      at += part.length;
      rest = rest.subarray(part.length);
      yield part;
      if (at === offset + length) next++;
    }
  }
  yield* hole(size);
}

function pairs(numbers: readonly number[]): SparsePiece[] {
  const pieces: SparsePiece[] = [];
  for (let i = 0; i < numbers.length; i += 2) pieces.push({ offset: numbers[i]!, length: numbers[i + 1]! });
  return pieces;
}

function decimal(text: string): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw malformed();
  return value;
}
