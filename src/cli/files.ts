/** Whole files of the laptop, read and written through system calls. */
import { readAll, type Sys, writeAll } from '../kernel/index.ts';
import { errnoOf, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY, strerror } from '../posix/index.ts';
import { failure } from './failure.ts';

/** @throws ECLI with Go's words: `open NAME: no such file or directory` */
export async function readFile(sys: Sys, path: string): Promise<Uint8Array> {
  const fd = await opened(sys, path, O_RDONLY);
  try {
    return await readAll(sys, fd);
  } finally {
    await sys.close(fd);
  }
}

/** @throws ECLI */
export async function writeFile(sys: Sys, path: string, data: Uint8Array, mode = 0o644): Promise<void> {
  const fd = await opened(sys, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
  try {
    await writeAll(sys, fd, data);
  } finally {
    await sys.close(fd);
  }
}

async function opened(sys: Sys, path: string, flags: number, mode?: number): Promise<number> {
  try {
    return await sys.open(path, flags, mode);
  } catch (error) {
    throw pathFailure('open', path, error);
  }
}

/** Go's PathError. What is no errno is thrown on as it is. */
export function pathFailure(operation: string, path: string, error: unknown): unknown {
  const errno = errnoOf(error);
  return errno === undefined ? error : failure(`${operation} ${path}: ${goErrno(errno)}`);
}

/** Errno texts as Go prints them: glibc's words in lower case. */
export function goErrno(errno: string): string {
  if (errno === 'EIO') return 'input/output error';
  if (errno === 'ELOOP') return 'too many levels of symbolic links';
  return strerror(errno).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
