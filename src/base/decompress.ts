/**
 * Archives unpacked by what they begin with, whatever they are called: gzip and zstd.
 *
 * @see moby go-archive/compression (DetectCompression, DecompressStream)
 */
import { concat } from './bytes.ts';
import { codeOf, StrataError } from './errors.ts';
import { gunzip, isGzip } from './gzip.ts';
import type { TarSource } from './tar.ts';

/** Bytes that are read at a time. */
const PIECE = 256 * 1024;

export type Compression = 'gzip' | 'zstd' | 'bzip2' | 'xz';

/** What bytes begin as; undefined for what is not compressed. */
export function compressionOf(head: Uint8Array): Compression | undefined {
  const begins = (...magic: readonly number[]): boolean => magic.every((byte, i) => head[i] === byte);
  if (isGzip(head)) return 'gzip';
  if (begins(0x28, 0xb5, 0x2f, 0xfd)) return 'zstd';
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
    for await (const chunk of gunzip(pieces(source, onBytes))) {
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
  stream.onmember = () => {
    check = 0;
    size = 0;
  };
  let tail: Uint8Array = new Uint8Array(0);
  try {
    for await (const piece of pieces(source, onBytes)) {
      stream.push(piece);
      tail = concat([tail, piece]).slice(-8);
      yield* ready.splice(0);
    }
    stream.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  } catch (error) {
    throw damaged('EGZIP', 'gzip: invalid data', error);
  }
  // fflate takes a stream's end as it comes and checks nothing; what is wrong shows in the last trailer.
  const trailer = new DataView(tail.buffer, tail.byteOffset, tail.length);
  if (tail.length < 8 || trailer.getUint32(4, true) !== size) throw damaged('EGZIP', 'unexpected EOF');
  if (trailer.getUint32(0, true) !== check) throw damaged('EGZIP', 'gzip: invalid checksum');
}

/** Seldom met: the decoder comes when it is. */
async function* unzstd(
  source: TarSource,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const { Decompress } = await import('fzstd');
  const ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => void ready.push(chunk));
  let left = source.size;
  for await (const piece of pieces(source, onBytes)) {
    left -= piece.length;
    try {
      stream.push(piece, left === 0);
    } catch (error) {
      throw damaged('EZSTD', `zstd: ${error instanceof Error ? error.message : String(error)}`, error);
    }
    yield* ready.splice(0);
  }
}

function damaged(code: string, message: string, cause?: unknown): StrataError {
  return new StrataError(code, message, {}, cause);
}

let table: Uint32Array | undefined;

/** RFC 1952's CRC-32 of bytes that follow what `seed` is the CRC of. */
function crc32(bytes: Uint8Array, seed: number): number {
  table ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = ~seed;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
