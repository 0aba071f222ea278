/**
 * A file that a command writes as a whole: under another name until it is complete, so that a
 * command that fails leaves neither half a file nor none where one was.
 *
 * @see moby/sys atomicwriter
 */
import { messageOf, toHex } from '../base/index.ts';
import type { Sys } from '../kernel/index.ts';
import {
  errnoOf,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  O_CREAT,
  O_EXCL,
  O_WRONLY,
} from '../posix/index.ts';
import { failure } from './failure.ts';
import { pathFailure } from './files.ts';

/** Checks first, so that nothing is asked of the engine in vain. @throws ECLI with `what` before the reason */
export async function openOutput(
  sys: Sys,
  path: string,
  what: string,
): Promise<(chunks: AsyncIterable<Uint8Array>) => Promise<void>> {
  try {
    await checkDestination(sys, path);
  } catch (error) {
    throw failure(`${what}: ${messageOf(error)}`);
  }
  const slash = path.lastIndexOf('/') + 1;
  const draft = `${path.slice(0, slash)}.tmp-${path.slice(slash)}${toHex(sys.random(5))}`;
  return async (chunks) => {
    const fd = await sys.open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600);
    try {
      try {
        for await (const chunk of chunks) {
          for (let at = 0; at < chunk.length; ) at += await sys.write(fd, chunk.subarray(at));
        }
      } finally {
        await sys.close(fd);
      }
      await sys.rename(draft, path);
    } catch (error) {
      await sys.unlink(draft);
      throw pathFailure('write', path, error);
    }
  };
}

async function checkDestination(sys: Sys, path: string): Promise<void> {
  const directory = path.replace(/\/+[^/]*$/, '') || '/';
  if (path.includes('/')) {
    let found: { readonly mode: number };
    try {
      found = await sys.stat(directory);
    } catch (error) {
      throw failure(`invalid output path: ${messageOf(pathFailure('stat', directory, error))}`);
    }
    if (!isDir(found.mode)) throw failure(`invalid output path: stat ${directory}: not a directory`);
  }
  try {
    const { mode } = await sys.lstat(path);
    if (!isFile(mode)) throw failure(`cannot write to ${kindOf(mode)}`);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw pathFailure('failed to stat output path: lstat', path, error);
  }
}

function kindOf(mode: number): string {
  if (isDir(mode)) return 'a directory';
  if (isLink(mode)) return 'a symbolic link directly';
  if (isChar(mode)) return 'a character device file';
  if (isBlock(mode)) return 'a device';
  return isFifo(mode) ? 'a named pipe (FIFO)' : 'a socket';
}
