/** Whether a file system is whole: each name leads somewhere, and each file can be read to its end. */
import { messageOf } from '../base/index.ts';
import { isDir, isFile, O_RDONLY } from '../posix/index.ts';
import type { SyncFileSystem } from './sync.ts';
import type { Ino } from './types.ts';

const PIECE = 1024 * 1024;

/** The first thing that is wrong, by path. */
export function checkTree(fs: SyncFileSystem, directory: Ino = fs.root): string | undefined {
  for (const { name, ino } of fs.readdir(directory)) {
    const found = checkEntry(fs, ino);
    if (found !== undefined) return `${name}${found}`;
  }
  return undefined;
}

function checkEntry(fs: SyncFileSystem, ino: Ino): string | undefined {
  const { mode, nlink, size } = fs.stat(ino);
  if (nlink < 1) return ' has no links';
  if (isDir(mode)) {
    const below = checkTree(fs, ino);
    return below === undefined ? undefined : `/${below}`;
  }
  if (!isFile(mode)) return undefined;
  const file = fs.open(ino, O_RDONLY);
  try {
    const buffer = new Uint8Array(Math.min(PIECE, size));
    for (let at = 0; at < size; at += buffer.length) file.readAt(buffer, at);
    return undefined;
  } catch (error) {
    return ` cannot be read: ${messageOf(error)}`;
  } finally {
    file.close();
  }
}
