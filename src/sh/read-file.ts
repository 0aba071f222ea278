/** A whole file as text. */
import { readAll, type Sys } from '../kernel/index.ts';
import { O_CLOEXEC, O_RDONLY, textOf } from '../posix/index.ts';

/** @throws {PosixError} */
export async function readFile(sys: Sys, path: string): Promise<string> {
  const fd = await sys.open(path, O_RDONLY | O_CLOEXEC);
  try {
    return textOf(await readAll(sys, fd));
  } finally {
    await sys.close(fd);
  }
}
