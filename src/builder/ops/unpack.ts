/**
 * ADD of a local archive: unpacked into the destination, which then is a directory.
 *
 * What counts is the content, as with Docker: a tar, or a gzip that holds one. Other compressions
 * cannot be looked into yet and are refused; nothing tells whether they hold a tar.
 */
import { createTarParser, gunzip, isGzip, StrataError, TAR_BLOCK } from '../../base/index.ts';
import { type FileSystem, unpackTar } from '../../vfs/index.ts';
import { type CopyJob, prepareDestination } from './destination.ts';
import { type Found, lstat, readPieces } from './tree.ts';

/** Unpacks the file if it is an archive; says whether it was. @throws StrataError `ETAR` for a broken one */
export async function unpackArchive(job: CopyJob, found: Found): Promise<boolean> {
  const { source, target, action, owner } = job;
  const head = await take(readPieces(source, found), TAR_BLOCK);
  const refused = otherCompression(head);
  if (refused) {
    throw new StrataError(
      'EUNSUPPORTED',
      `ADD of a file compressed with ${refused} is not supported by Strata`,
    );
  }
  const open = (): AsyncGenerator<Uint8Array> =>
    isGzip(head) ? gunzip(readPieces(source, found)) : readPieces(source, found);
  if (!(await beginsTar(open()))) return false;
  const directory = await prepareDestination({ ...job, action: { ...action, mode: '' } }, action.to);
  const into = await inoOf(target, directory);
  await unpackTar(open(), target, { into, ...(owner ? { owner } : {}) });
  return true;
}

async function inoOf(fs: FileSystem, path: string): Promise<number> {
  return (await lstat(fs, path))?.ino ?? fs.root;
}

/** Whether the first block is a tar header with a right checksum. */
async function beginsTar(pieces: AsyncGenerator<Uint8Array>): Promise<boolean> {
  try {
    const block = await take(pieces, TAR_BLOCK);
    return (
      block.length === TAR_BLOCK && /^(entry|meta|map)$/.test(createTarParser().header(block, TAR_BLOCK).kind)
    );
  } catch {
    return false;
  }
}

/** The first bytes of a stream; the rest is not read. */
async function take(pieces: AsyncGenerator<Uint8Array>, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let at = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    head.set(part, at);
    at += part.length;
    if (at === length) break;
  }
  return head.subarray(0, at);
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

function otherCompression(head: Uint8Array): string | undefined {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))?.[0];
}
