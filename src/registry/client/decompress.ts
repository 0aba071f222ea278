/**
 * Layers unpacked by what they begin with, as dockerd does, whatever their media type says.
 *
 * @see moby pkg/archive (DetectCompression)
 */
import { gunzip, isGzip } from '../../base/index.ts';
import { refusal } from './failure.ts';

/** The tar in a layer. `onBytes` is told how many compressed bytes have gone in. */
export function decompress(
  bytes: Uint8Array,
  onBytes: (count: number) => void,
): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (isGzip(bytes)) return gunzip(counted(bytes, onBytes));
  if (startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd])) return unzstd(bytes, onBytes);
  const name = startsWith(bytes, [0x42, 0x5a, 0x68])
    ? 'bzip2'
    : startsWith(bytes, [0xfd, 0x37, 0x7a, 0x58, 0x5a])
      ? 'xz'
      : undefined;
  if (name) throw refusal('ESYSTEM', `layer is compressed with ${name}: not supported by Strata`);
  return counted(bytes, onBytes);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

const PIECE = 256 * 1024;

function* counted(bytes: Uint8Array, onBytes: (count: number) => void): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    onBytes(Math.min(at + PIECE, bytes.length));
  }
}

/** Seldom met: the decoder comes when it is. */
async function* unzstd(
  bytes: Uint8Array,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const { Decompress } = await import('fzstd');
  const ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => void ready.push(chunk));
  try {
    let left = bytes.length;
    for (const piece of counted(bytes, onBytes)) {
      left -= piece.length;
      stream.push(piece, left === 0);
      yield* ready.splice(0);
    }
  } catch (error) {
    throw refusal('ESYSTEM', `zstd: ${error instanceof Error ? error.message : String(error)}`);
  }
}
