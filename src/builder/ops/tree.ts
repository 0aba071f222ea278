/**
 * Paths in one file system, confined to it: what file operations of a build need and no more.
 *
 * Works as root and without mounts, so it asks the file system directly. Symbolic links cannot lead
 * out: an absolute target and `..` at the top stay inside, as in BuildKit's RootPath.
 */

import { StrataError } from '../../base/index.ts';
import { errnoOf, isDir, isLink, O_RDONLY, O_WRONLY, PosixError } from '../../posix/index.ts';
import type { FileSystem, Ino, Stat } from '../../vfs/index.ts';

export interface Found {
  readonly ino: Ino;
  readonly stat: Stat;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const MOST_LINKS = 255;
const PIECE = 1024 * 1024;

/** The path without symbolic links; what does not exist stays as written. `last` says to follow the last one. */
export async function resolvePath(fs: FileSystem, path: string, last = true): Promise<string> {
  const pending = path.split('/').filter(Boolean).reverse();
  let resolved: string[] = [];
  let links = 0;
  while (pending.length > 0) {
    const name = pending.pop()!;
    if (name === '.') continue;
    if (name === '..') {
      resolved.pop();
      continue;
    }
    const next = [...resolved, name];
    const found = last || pending.length > 0 ? await lstat(fs, `/${next.join('/')}`) : undefined;
    if (!found || !isLink(found.stat.mode)) {
      resolved = next;
      continue;
    }
    if (++links > MOST_LINKS) throw new StrataError('ELOOP', 'too many links', { path });
    const target = await fs.readlink(found.ino);
    if (target.startsWith('/')) resolved = [];
    pending.push(...target.split('/').filter(Boolean).reverse());
  }
  return `/${resolved.join('/')}`;
}

/** What a path without links in it names; undefined where nothing does. */
export async function lstat(fs: FileSystem, path: string): Promise<Found | undefined> {
  let ino = fs.root;
  try {
    for (const name of path.split('/')) if (name) ino = await fs.lookup(ino, name);
    return { ino, stat: await fs.stat(ino) };
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The directory that holds a resolved path, and the path's last name. @throws ENOENT */
export async function parentOf(fs: FileSystem, path: string): Promise<{ ino: Ino; name: string }> {
  const slash = path.lastIndexOf('/');
  const parent = await lstat(fs, path.slice(0, slash));
  if (!parent) throw new PosixError('ENOENT', { path });
  return { ino: parent.ino, name: path.slice(slash + 1) };
}

/**
 * Makes a directory and what is missing above it.
 *
 * @throws StrataError ENOTDIR: what goes on below a file is missed by lstat, a file in the place by mkdir
 */
export async function mkdirAll(fs: FileSystem, path: string, mode: number, owner: Owner): Promise<void> {
  let ino = fs.root;
  const names = path.split('/').filter(Boolean);
  for (const [depth, name] of names.entries()) {
    const found = await child(fs, ino, name);
    ino = found?.ino ?? (await fs.mkdir(ino, name, { mode, ...owner }));
    if (!found || isDir(found.stat.mode)) continue;
    const isLast = depth === names.length - 1;
    const wanted = `/${names.slice(0, depth + 2).join('/')}`;
    throw new StrataError('ENOTDIR', `${isLast ? 'mkdir' : 'lstat'} ${wanted}: not a directory`);
  }
}

export async function child(fs: FileSystem, directory: Ino, name: string): Promise<Found | undefined> {
  try {
    const ino = await fs.lookup(directory, name);
    return { ino, stat: await fs.stat(ino) };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The contents of a file, in pieces. */
export async function* readPieces(fs: FileSystem, { ino, stat }: Found): AsyncGenerator<Uint8Array> {
  const file = await fs.open(ino, O_RDONLY);
  try {
    for (let at = 0; at < stat.size; ) {
      const buffer = new Uint8Array(Math.min(PIECE, stat.size - at));
      const read = await file.readAt(buffer, at);
      if (read === 0) return;
      yield buffer.subarray(0, read);
      at += read;
    }
  } finally {
    await file.close();
  }
}

/** Makes a new file with these contents. */
export async function writeFile(
  fs: FileSystem,
  at: { readonly ino: Ino; readonly name: string },
  node: Owner & { readonly mode: number },
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Ino> {
  const ino = await fs.create(at.ino, at.name, node);
  const file = await fs.open(ino, O_WRONLY);
  try {
    let position = 0;
    for await (const piece of pieces) position = await file.writeAt(piece, position);
  } finally {
    await file.close();
  }
  return ino;
}

/** All of a small file, or undefined where there is none; for /etc/passwd and the like. */
export async function readText(fs: FileSystem, path: string): Promise<string | undefined> {
  const found = await lstat(fs, await resolvePath(fs, path));
  if (!found || isDir(found.stat.mode)) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of readPieces(fs, found)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
