/** What comes on standard input for a build: a tar, compressed or not, or a Dockerfile. */
import { createTarParser, TAR_BLOCK } from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';

/** How much of it decides what it is, and how much is read at once. */
const PEEK = 2 * TAR_BLOCK;
const PIECE = 64 * 1024;

/** Its first bytes, fewer where there are no more. */
export async function peekInput(sys: Sys): Promise<Uint8Array> {
  const start = new Uint8Array(PEEK);
  let filled = 0;
  while (filled < PEEK) {
    const count = await sys.read(0, start.subarray(filled));
    if (count === 0) break;
    filled += count;
  }
  return start.subarray(0, filled);
}

/** All of it, from the bytes on that were looked at. */
export async function* restOfInput(sys: Sys, start: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield start;
  for (;;) {
    const piece = new Uint8Array(PIECE);
    const count = await sys.read(0, piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

function startsWith(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The name of a compression that the engine does not take apart. */
export function otherCompression(start: Uint8Array): string | undefined {
  if (startsWith(start, 0x42, 0x5a, 0x68)) return 'bzip2';
  return startsWith(start, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0) ? 'xz' : undefined;
}

export function isArchive(start: Uint8Array): boolean {
  if (startsWith(start, 0x1f, 0x8b, 0x08)) return true;
  if (start.length < TAR_BLOCK) return false;
  try {
    const { kind } = createTarParser().header(start.subarray(0, TAR_BLOCK), TAR_BLOCK);
    return kind === 'entry' || kind === 'meta';
  } catch {
    return false;
  }
}
