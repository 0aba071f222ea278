/** This machine's side of a copy: paths made absolute, links resolved, outputs checked. */
import { cleanPath } from '../../dockerfile/index.ts';
import type { Sys } from '../../kernel/index.ts';
import { errnoOf, isBlock, isChar, isDir, isLink } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { failure } from '../failure.ts';
import { pathFailure } from '../files.ts';
import { assertsFolder, baseOf, keepAssertion, rebased, type Side, splitEntry } from './paths.ts';

const MOST_LINKS = 255;

/** Absolute, and a folder where it was said to be one. */
export function resolveLocal(sys: Sys, path: string): string {
  const clean = cleanPath(path.startsWith('/') ? path : `${sys.getcwd()}/${path}`);
  return keepAssertion(clean, path);
}

/** @throws ECLI */
export async function localSource(sys: Sys, path: string, follow: boolean): Promise<Side> {
  if (follow) {
    const target = rebased(path, await realPath(sys, path));
    return { ...target, exists: true, isFolder: isDir((await look(sys, target.path)).mode) };
  }
  const slash = path.lastIndexOf('/');
  const parent = await realPath(sys, path.slice(0, slash + 1) || '/');
  const resolved = `${parent === '/' ? '' : parent}/${path.slice(slash + 1)}`;
  const name = path.endsWith('/') && baseOf(path) !== baseOf(resolved) ? baseOf(path) : '';
  return { path: resolved, name, exists: true, isFolder: isDir((await look(sys, resolved)).mode) };
}

/** Where a copy goes: the path need not exist, the folder it is in has to. @throws ECLI */
export async function localTarget(sys: Sys, path: string): Promise<Side> {
  let at = path;
  for (let links = 0; ; links++) {
    const stat = await peek(sys, at);
    if (!stat) break;
    if (!isLink(stat.mode)) return { path: at, exists: true, isFolder: isDir(stat.mode) };
    if (links > 10) throw failure(`too many symlinks in ${path}`);
    const target = await sys.readlink(at);
    at = target.startsWith('/') ? target : cleanPath(`${splitEntry(at).folder}/${target}`);
  }
  const { folder } = splitEntry(at);
  let parent: Stat;
  try {
    parent = await sys.stat(folder);
  } catch (error) {
    throw pathFailure('stat', folder, error);
  }
  if (!isDir(parent.mode)) throw failure('not a directory');
  return { path: at, exists: false, isFolder: false };
}

/** As Docker checks all its outputs. @throws ECLI */
export async function checkOutputPath(sys: Sys, path: string): Promise<void> {
  const { folder } = splitEntry(cleanPath(path));
  if (folder !== '.' && !(await found(sys, folder))) {
    throw failure(`invalid output path: directory ${JSON.stringify(folder)} does not exist`);
  }
  const stat = await demanded(sys, path);
  if (stat && (isChar(stat.mode) || isBlock(stat.mode))) {
    throw failure(
      `invalid output path: ${JSON.stringify(path)} must be a directory or a regular file: got a device`,
    );
  }
}

async function found(sys: Sys, path: string): Promise<Stat | undefined> {
  try {
    return await sys.stat(path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

/** The same of what a path leads to. */
async function demanded(sys: Sys, path: string): Promise<Stat | undefined> {
  try {
    return await sys.stat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw pathFailure('stat', path, error);
  }
}

/** Undefined where there is nothing. @throws ECLI for what else goes wrong */
async function peek(sys: Sys, path: string): Promise<Stat | undefined> {
  try {
    return await sys.lstat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw pathFailure('lstat', path, error);
  }
}

/** What a path names itself; with a trailing slash or dot it has to be a folder. @throws ECLI */
async function look(sys: Sys, path: string): Promise<Stat> {
  const stat = await peek(sys, path.replace(/(?<=.)\/+$/, ''));
  if (!stat) throw failure(`lstat ${path}: no such file or directory`);
  if (!assertsFolder(path) || isDir(stat.mode)) return stat;
  const followed = isLink(stat.mode) ? await found(sys, path) : undefined;
  if (!followed || !isDir(followed.mode)) throw failure(`lstat ${path}: not a directory`);
  return followed;
}

/** Go's EvalSymlinks of an absolute path. @throws ECLI */
export async function realPath(sys: Sys, path: string): Promise<string> {
  const left = path.split('/').filter((part) => part !== '' && part !== '.');
  const done: string[] = [];
  for (let links = 0; left.length > 0; ) {
    const part = left.shift()!;
    if (part === '..') {
      done.pop();
      continue;
    }
    const at = `/${[...done, part].join('/')}`;
    const stat = await peek(sys, at);
    if (!stat) throw failure(`lstat ${at}: no such file or directory`);
    if (isLink(stat.mode)) {
      if (++links > MOST_LINKS) throw failure('EvalSymlinks: too many links');
      const target = await sys.readlink(at);
      if (target.startsWith('/')) done.length = 0;
      left.unshift(...target.split('/').filter((step) => step !== '' && step !== '.'));
    } else if (!isDir(stat.mode) && (left.length > 0 || path.endsWith('/'))) {
      throw failure('not a directory');
    } else done.push(part);
  }
  return `/${done.join('/')}`;
}
