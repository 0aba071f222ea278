/** ADD of a local archive: unpacked into the destination, which then is a directory. */
import { StrataError } from '../../base/index.ts';
import type { CopyJob } from './copy.ts';
import { type Found, readPieces } from './tree.ts';

/** Unpacks the file if it is an archive; says whether it was. */
export async function unpackArchive({ source }: CopyJob, found: Found): Promise<boolean> {
  const head = await headOf(source, found);
  const kind = kindOf(head);
  if (!kind) return false;
  throw new StrataError('EUNSUPPORTED', `ADD cannot unpack ${kind} archives in Strata yet`);
}

async function headOf(source: CopyJob['source'], found: Found): Promise<Uint8Array> {
  for await (const piece of readPieces(source, found)) return piece.subarray(0, 512);
  return new Uint8Array(0);
}

/** By the first bytes, as moby's archive package tells. */
function kindOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(257, 262));
  if (text === 'ustar') return 'tar';
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  if (head[0] === 0x42 && head[1] === 0x5a && head[2] === 0x68) return 'bzip2';
  if (head[0] === 0xfd && head[1] === 0x37 && head[2] === 0x7a && head[3] === 0x58) return 'xz';
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : undefined;
}
