/** An entry's contents, checked: neither longer than the directory says nor of another checksum. */
import { codeOf, crc32, inflateRaw } from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { contentsOf, type ZipEntry, ZipProblem, type ZipSource } from './directory.ts';

const STORED = 0;
const DEFLATED = 8;
const PIECE = 16 * 1024;

/** Yields the contents piece by piece. @throws ZipProblem */
export async function* unpack(
  sys: Sys,
  source: ZipSource,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array, void, void> {
  if (entry.encrypted) throw new ZipProblem('zip flag 1 (encryption) is not supported');
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new ZipProblem(`unsupported method ${entry.method}`);
  const packed = pieces(source, await contentsOf(source, entry), entry.packed);
  let size = 0;
  let crc = 0;
  for await (const piece of entry.method === STORED ? packed : inflated(packed)) {
    size += piece.length;
    // A bomb says that it is small.
    if (size > entry.size) throw new ZipProblem('bad length');
    crc = crc32(piece, crc);
    yield piece;
    await sys.breathe();
  }
  // busybox looks at this sum only where it inflates.
  if (crc !== entry.crc) throw new ZipProblem('crc error');
  if (size !== entry.size) throw new ZipProblem('bad length');
}

async function* pieces(
  source: ZipSource,
  start: number,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for (let at = 0; at < length; at += PIECE) {
    yield (await source.read(start + at, Math.min(PIECE, length - at))).slice();
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* inflateRaw(packed);
  } catch (error) {
    throw codeOf(error) === 'EGZIP' ? new ZipProblem('corrupted data') : error;
  }
}
