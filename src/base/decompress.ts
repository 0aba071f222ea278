/**
 * Archives unpacked by what they begin with, whatever they are called: gzip and zstd.
 *
 * @see moby go-archive/compression (DetectCompression, DecompressStream)
 */
import { crc32 } from './crc32.ts';
import { codeOf, messageOf, StrataError } from './errors.ts';
import { gunzip, isGzip } from './gzip.ts';
import type { TarSource } from './tar.ts';
import { isZstd, unzstd } from './zstd.ts';

/** Bytes that are read at a time. */
const PIECE = 256 * 1024;
/** Bytes that are unpacked at a time: they may become a thousand times as many, all in memory at once. */
const MORSEL = 16 * 1024;

export type Compression = 'gzip' | 'zstd' | 'bzip2' | 'xz';

/** What bytes begin as; undefined for what is not compressed. */
export function compressionOf(head: Uint8Array): Compression | undefined {
  const begins = (...magic: readonly number[]): boolean => magic.every((byte, i) => head[i] === byte);
  if (isGzip(head)) return 'gzip';
  if (isZstd(head)) return 'zstd';
  if (begins(0x42, 0x5a, 0x68)) return 'bzip2';
  if (begins(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00)) return 'xz';
  return undefined;
}

/**
 * The bytes that a source is the compressed form of, or its own. `onBytes` is told how many of the
 * source's have gone in.
 *
 * @throws StrataError `EGZIP`, `EZSTD` (while iterating) where they are damaged, `ENOSYS` for what
 * we cannot read
 */
export function decompress(
  source: TarSource,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array, void, void> {
  const compression = compressionOf(source.readSync(0, Math.min(source.size, 8)));
  if (compression === undefined) return pieces(source, onBytes);
  if (compression === 'gzip') return gunzipAll(source, onBytes);
  if (compression === 'zstd') return unzstd(source, onBytes);
  throw new StrataError(
    'ENOSYS',
    `archives that are compressed with ${compression}: not supported by Strata yet`,
  );
}

async function* pieces(
  source: TarSource,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < source.size; at += PIECE) {
    const piece = source.readSync(at, Math.min(PIECE, source.size - at));
    yield piece;
    onBytes(at + piece.length);
  }
}

async function* morsels(
  source: TarSource,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  for await (const piece of pieces(source, onBytes)) {
    for (let at = 0; at < piece.length; at += MORSEL) yield piece.subarray(at, at + MORSEL);
  }
}

/**
 * The platform's gunzip knows one member, but pigz and eStargz write several; then a slower one takes
 * over from where it stopped.
 */
async function* gunzipAll(
  source: TarSource,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  let done = 0;
  try {
    for await (const chunk of gunzip(morsels(source, onBytes))) {
      yield chunk;
      done += chunk.length;
    }
    return;
  } catch (error) {
    if (codeOf(error) !== 'EGZIP') throw error;
  }
  for await (const chunk of gunzipMembers(source, onBytes)) {
    if (chunk.length > done) yield chunk.subarray(done);
    done = Math.max(0, done - chunk.length);
  }
}

async function* gunzipMembers(
  source: TarSource,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const { Gunzip } = await import('fflate');
  const ready: Uint8Array[] = [];
  let check = 0;
  let size = 0;
  const stream = new Gunzip((chunk) => {
    ready.push(chunk);
    check = crc32(chunk, check);
    size = (size + chunk.length) >>> 0;
  });
  let verified = 0;
  // fflate skips trailers.
  stream.onmember = (end) => {
    if (end > source.size) throw damaged('unexpected EOF');
    const trailer = source.readSync(end - 8, 8);
    const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.length);
    if (view.getUint32(0, true) !== check || view.getUint32(4, true) !== size) {
      throw damaged('gzip: invalid checksum');
    }
    verified = end;
    check = 0;
    size = 0;
  };
  try {
    for await (const morsel of morsels(source, onBytes)) {
      stream.push(morsel);
      yield* ready.splice(0);
    }
  } catch (error) {
    // What came before the damage is good: a tar may have ended in it.
    yield* ready.splice(0);
    if (error instanceof StrataError) throw error;
    throw damaged(
      messageOf(error) === 'invalid gzip data' ? 'gzip: invalid header' : 'gzip: invalid data',
      error,
    );
  }
  // Nor does it say whether the last one was whole: another behind it does.
  try {
    stream.push(EMPTY_MEMBER);
  } catch (error) {
    if (error instanceof StrataError) throw error;
  }
  if (verified < source.size) throw damaged('unexpected EOF');
}

/** gzip of nothing. */
const EMPTY_MEMBER = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

function damaged(message: string, cause?: unknown): StrataError {
  return new StrataError('EGZIP', message, {}, cause);
}
