/** What package managers put into the tree, with its owner, mode and times. */
import type { TarEntry } from '../base/index.ts';
import { type Sys, writeAll } from '../kernel/index.ts';
import { makedev, O_CREAT, O_TRUNC, O_WRONLY, S_IFBLK, S_IFCHR, S_IFIFO } from '../posix/index.ts';

/** Makes a file, device or FIFO of an archive, at a path where nothing is. */
export async function placeEntry(
  sys: Sys,
  path: string,
  entry: TarEntry,
  contents: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  if (entry.type === 'file') {
    const fd = await sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, entry.mode & 0o777);
    try {
      for await (const part of contents) await writeAll(sys, fd, part);
    } finally {
      await sys.close(fd);
    }
  } else {
    const kind = entry.type === 'char' ? S_IFCHR : entry.type === 'block' ? S_IFBLK : S_IFIFO;
    await sys.mknod(path, kind | (entry.mode & 0o777), makedev(entry.major, entry.minor));
  }
  await sys.chown(path, entry.uid, entry.gid);
  await sys.chmod(path, entry.mode & 0o7777);
  await sys.utimes(path, { atime: entry.mtime, mtime: entry.mtime });
}
