/** What a write has to do besides writing, where a file system keeps its bytes elsewhere. */
import { chain, type Maybe } from '../base/index.ts';
import { errnoOf } from '../posix/index.ts';
import type { FileSystem, OpenFile } from './types.ts';

/**
 * Waits where more is unsaved than should be; answers `end`, where the write of so many bytes ended. What
 * a full disk could not take is cut off again: a write(2) that fails leaves nothing of itself.
 *
 * @throws ENOSPC
 */
export function settleWrite(fs: FileSystem, file: OpenFile, end: number, length: number): Maybe<number> {
  const settling = fs.settle?.();
  if (!(settling instanceof Promise)) return end;
  return settling.then(
    () => end,
    async (error: unknown) => {
      if (errnoOf(error) === 'ENOSPC') {
        await chain(file.stat(), ({ size }) => (size === end ? file.truncate(end - length) : undefined));
      }
      throw error;
    },
  );
}
