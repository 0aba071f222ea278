/**
 * Where things are before a build: folders resolved and links followed as buildx' file sync does.
 *
 * @see tonistiigi/fsutil, fs.go (NewFS) and followlinks.go
 */
import { cleanPath } from '../../dockerfile/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { errnoOf, isDir, isFile, isLink } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { failure } from '../failure.ts';
import { goErrno } from '../files.ts';

/** Links that are followed on the way to one file. */
const MOST_LINKS = 255;

/** What stops a build before or in its solving, as buildx prints it. */
export function buildFailure(message: string): Error {
  return failure(`ERROR: failed to build: ${message}`);
}

export function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text);
}

/** Absolute and clean; nothing is looked up. */
export function absolute(sys: Sys, path: string): string {
  return cleanPath(path.startsWith('/') ? path : `${sys.getcwd()}/${path}`);
}

/** Directory and last part of a path, as Go's filepath.Dir and Base. */
export function splitPath(path: string): { readonly directory: string; readonly name: string } {
  const trimmed = path.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  const whole = path.endsWith('/') ? trimmed : path.slice(0, slash + 1);
  return { directory: cleanPath(whole === '' ? '.' : whole), name: trimmed.slice(slash + 1) || '/' };
}

/** Undefined where the path leads nowhere. */
export async function lookAt(sys: Sys, path: string, follow: boolean): Promise<Stat | undefined> {
  try {
    return await (follow ? sys.stat(path) : sys.lstat(path));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

/** @throws ECLI where the path is no directory, in the words of Go's EvalSymlinks. */
export async function requireDirectory(sys: Sys, path: string): Promise<void> {
  const parts = path.split('/');
  for (let count = 1; count <= parts.length; count++) {
    const prefix = parts.slice(0, count).join('/');
    if (prefix === '') continue;
    let stat: Stat;
    try {
      stat = await sys.stat(prefix);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      throw buildFailure(`resolve : lstat ${prefix}: ${goErrno(errno)}`);
    }
    if (isDir(stat.mode)) continue;
    throw buildFailure(
      count < parts.length ? 'resolve : not a directory' : `stat ${prefix}: not a directory`,
    );
  }
}

/**
 * The regular file that `name` leads to within `root`, links followed as in a chroot to it; `plain`
 * where none was on the way. Undefined where there is no such file.
 */
export async function fileWithin(
  sys: Sys,
  root: string,
  name: string,
): Promise<{ readonly path: string; readonly plain: boolean } | undefined> {
  let left = name.split('/');
  let links = 0;
  const done: string[] = [];
  while (left.length > 0) {
    const part = left.shift()!;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      done.pop();
      continue;
    }
    const path = [root, ...done, part].join('/');
    const stat = await lookAt(sys, path, false);
    if (stat === undefined) return undefined;
    if (isLink(stat.mode)) {
      if (++links > MOST_LINKS) return undefined;
      const target = await sys.readlink(path);
      if (target.startsWith('/')) done.length = 0;
      left = [...target.split('/'), ...left];
    } else if (isDir(stat.mode)) done.push(part);
    else return left.length === 0 && isFile(stat.mode) ? { path, plain: links === 0 } : undefined;
  }
  return undefined;
}
