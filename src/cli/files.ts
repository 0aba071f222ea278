/** Whole files of the laptop, read and written through system calls. */
import { concat } from '../base/index.ts';
import type { Sys } from '../kernel/index.ts';
import { errnoOf, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY, strerror } from '../posix/index.ts';
import { failure } from './failure.ts';

const PIECE = 64 * 1024;

/** @throws ECLI with Go's words: `open NAME: no such file or directory` */
export async function readFile(sys: Sys, path: string): Promise<Uint8Array> {
  const fd = await opened(sys, path, O_RDONLY);
  try {
    return await readAll(sys, fd);
  } finally {
    await sys.close(fd);
  }
}

/** Everything up to the end of a descriptor. */
export async function readAll(sys: Sys, fd: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const buffer = new Uint8Array(PIECE);
  for (;;) {
    const got = sys.read(fd, buffer);
    const count = got instanceof Promise ? await got : got;
    if (count === 0) return concat(parts);
    parts.push(buffer.slice(0, count));
  }
}

/** @throws ECLI */
export async function writeFile(sys: Sys, path: string, data: Uint8Array, mode = 0o644): Promise<void> {
  const fd = await opened(sys, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
  try {
    await sys.write(fd, data);
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
