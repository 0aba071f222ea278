/**
 * A tar into a folder of the caller's, by system calls: what `docker cp` brings out of a container.
 *
 * Files belong to the caller; modes and times are the archive's. A directory and something else never
 * take each other's place. Names cannot lead out of the folder; links are made and never followed.
 *
 * @see moby/go-archive, archive.go (Unpack)
 */
import { type StreamedEntry, type TarEntry, tarEntries } from '../../base/index.ts';
import type { Sys } from '../../kernel/index.ts';
import {
  errnoOf,
  isDir,
  makedev,
  O_CREAT,
  O_TRUNC,
  O_WRONLY,
  S_IFBLK,
  S_IFCHR,
  S_IFIFO,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { failure } from '../failure.ts';
import { pathFailure } from '../files.ts';

export interface UnpackOptions {
  readonly sys: Sys;
  readonly folder: string;
  /** What an entry and a hard link's target are called here. */
  rename(name: string): string;
}

/** @throws ECLI, ETAR */
export async function unpack(chunks: AsyncIterable<Uint8Array>, options: UnpackOptions): Promise<void> {
  const { sys } = options;
  const folders: [string, bigint][] = [];
  for await (const streamed of tarEntries(chunks)) {
    const { entry } = streamed;
    const parts = partsOf(options, options.rename(entry.name));
    const path = pathOf(options, parts);
    if (entry.type === 'other') continue;
    // What is there already of the folder itself stays as it is.
    const stat = await present(sys, path);
    if (parts.length === 0 && stat && isDir(stat.mode)) continue;
    if (stat) await clear(options, parts, stat, entry);
    try {
      await make(options, path, streamed);
      if (entry.type === 'link') continue;
      if (entry.type !== 'symlink') await sys.chmod(path, entry.mode);
      // Making what is in a folder changes its time.
      if (entry.type === 'directory') folders.push([path, entry.mtime]);
      else await sys.utimes(path, { atime: entry.mtime, mtime: entry.mtime }, { nofollow: true });
    } catch (error) {
      throw pathFailure(entry.type === 'file' ? 'open' : 'mkdir', path, error);
    }
  }
  for (const [path, time] of folders) await sys.utimes(path, { atime: time, mtime: time });
}

/** Within the folder, whatever the archive says. */
function partsOf({ folder }: UnpackOptions, name: string): string[] {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') throw failure(`"${name}" is outside of "${folder}"`);
    if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

function pathOf({ folder }: UnpackOptions, parts: readonly string[]): string {
  return [folder === '/' ? '' : folder, ...parts].join('/') || '/';
}

/** Takes away what is in the way. @throws ECLI */
async function clear(
  options: UnpackOptions,
  parts: readonly string[],
  stat: Stat,
  entry: TarEntry,
): Promise<void> {
  const [was, becomes] = [isDir(stat.mode), entry.type === 'directory'];
  if (was && becomes) return;
  const name = parts.join('/');
  const folder = options.folder.replace(/(?<=.)\/+$/, '');
  if (was) throw failure(`cannot overwrite directory "${name}" with non-directory "${folder}"`);
  if (becomes) throw failure(`cannot overwrite non-directory "${name}" with directory "${folder}"`);
  await options.sys.unlink(pathOf(options, parts));
}

async function present(sys: Sys, path: string): Promise<Stat | undefined> {
  try {
    return await sys.lstat(path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

async function make(options: UnpackOptions, path: string, { entry, contents }: StreamedEntry): Promise<void> {
  const { sys } = options;
  const device = makedev(entry.major, entry.minor);
  switch (entry.type) {
    case 'directory':
      if (!(await present(sys, path))) await sys.mkdir(path, 0o700);
      return;
    case 'symlink':
      return sys.symlink(entry.linkname, path);
    case 'link':
      return sys.link(pathOf(options, partsOf(options, options.rename(entry.linkname))), path);
    case 'fifo':
      return sys.mknod(path, S_IFIFO | entry.mode, 0);
    case 'char':
      return sys.mknod(path, S_IFCHR | entry.mode, device);
    case 'block':
      return sys.mknod(path, S_IFBLK | entry.mode, device);
    default:
      return writeContents(sys, path, contents());
  }
}

async function writeContents(sys: Sys, path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const fd = await sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600);
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; ) at += await sys.write(fd, piece.subarray(at));
    }
  } finally {
    await sys.close(fd);
  }
}
