/** What several programs do with files: ask without failing, copy bytes, walk to the real path. */
import { type Fd, type Sys, writeAll } from '../kernel/index.ts';
import { errnoOf, fail, isLink, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import { binaryOfBytes } from './io.ts';
import { dirName, joinPath } from './paths.ts';

/** Status of a path, or undefined where nothing is there. Other errors pass. */
export async function statOf(sys: Sys, path: string, follow = true): Promise<Stat | undefined> {
  try {
    return await (follow ? sys.stat(path) : sys.lstat(path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Copies from one descriptor to another up to the end. */
export async function copyBytes(sys: Sys, from: Fd, to: Fd): Promise<void> {
  const buffer = new Uint8Array(65_536);
  for (;;) {
    const count = await sys.read(from, buffer);
    if (count === 0) return;
    await writeAll(sys, to, buffer.subarray(0, count));
    await sys.breathe();
  }
}

/** A small file's contents as a binary string; undefined where it is not there. For /etc files and the like. */
export async function readSmallFile(sys: Sys, path: string): Promise<string | undefined> {
  let fd: Fd;
  try {
    fd = await sys.open(path, O_RDONLY);
  } catch (error) {
    if (errnoOf(error)) return undefined;
    throw error;
  }
  try {
    const buffer = new Uint8Array(65_536);
    let text = '';
    for (;;) {
      const count = await sys.read(fd, buffer);
      if (count === 0) return text;
      text += binaryOfBytes(buffer.subarray(0, count));
    }
  } finally {
    await sys.close(fd);
  }
}

/** Makes a directory and those above it that are missing. */
export async function makeDirectories(sys: Sys, path: string, mode = 0o777): Promise<void> {
  if (path === '.' || path === '/' || (await statOf(sys, path))) return;
  await makeDirectories(sys, dirName(path), mode);
  await sys.mkdir(path, mode);
}

/** Creates or replaces a file. */
export async function writeFile(sys: Sys, path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const fd = await sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
  try {
    await writeAll(sys, fd, bytes);
  } finally {
    await sys.close(fd);
  }
}

/**
 * Absolute path without symbolic links. The last part of a link's target may be missing.
 *
 * @throws ENOENT, ENOTDIR, ELOOP
 */
export async function realPath(sys: Sys, path: string): Promise<string> {
  const todo = (path.startsWith('/') ? path : `${sys.getcwd()}/${path}`).split('/').reverse();
  let done = '/';
  for (let links = 0; todo.length > 0; ) {
    const part = todo.pop()!;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      done = dirName(done);
      continue;
    }
    const next = joinPath(done, part);
    // What a link leads to need not be there.
    const stat = links > 0 && todo.length === 0 ? await statOf(sys, next, false) : await sys.lstat(next);
    if (!stat || !isLink(stat.mode)) {
      done = next;
      continue;
    }
    if (++links > 40) fail('ELOOP');
    const target = await sys.readlink(next);
    todo.push(...target.split('/').reverse());
    if (target.startsWith('/')) done = '/';
  }
  return done;
}
