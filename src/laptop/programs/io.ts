/** Whole files and whole texts, for the laptop's own programs. */
import { concat, encode } from '../../base/index.ts';
import { type Fd, type Sys, writeAll } from '../../kernel/index.ts';
import { O_RDONLY } from '../../posix/index.ts';

/** A file's contents; `-` is the standard input. @throws PosixError */
export async function readWhole(sys: Sys, path: string): Promise<Uint8Array> {
  if (path === '-') return readOpen(sys, 0);
  const fd = await sys.open(path, O_RDONLY);
  try {
    return await readOpen(sys, fd, (await sys.fstat(fd)).size);
  } finally {
    await sys.close(fd);
  }
}

/** What an open file still holds; it is read in pieces of the size that it is said to have. */
export async function readOpen(sys: Sys, fd: Fd, size = 0): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const buffer = new Uint8Array(size > 0 ? Math.min(size, 1024 * 1024) : 65_536);
  for (let count = await sys.read(fd, buffer); count > 0; count = await sys.read(fd, buffer)) {
    parts.push(buffer.slice(0, count));
  }
  return concat(parts);
}

export async function print(sys: Sys, fd: 1 | 2, text: string): Promise<void> {
  await writeAll(sys, fd, encode(text));
}

/** For a complaint that ends a program: prints it and answers the exit status. */
export async function complain(sys: Sys, text: string, status: number): Promise<number> {
  await print(sys, 2, text);
  return status;
}
