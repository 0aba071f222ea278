/**
 * One COPY or ADD action: from one file system into another, as BuildKit's file op copies.
 *
 * Files replace what is there, directories merge; modes, owners and times come from the source
 * unless the instruction says otherwise; directories made on the way are new.
 */
import { StrataError } from '../../base/index.ts';
import { createIgnoreMatcher, type IgnoreMatcher } from '../../dockerfile/index.ts';
import { isBlock, isChar, isDir, isFifo, isFile, isLink } from '../../posix/index.ts';
import type { FileSystem, Ino, Stat } from '../../vfs/index.ts';
import type { CopyAction } from '../graph.ts';
import { type CopyJob, prepareDestination } from './destination.ts';
import { applyMode } from './mode.ts';
import {
  child,
  type Found,
  lstat,
  type Owner,
  parentOf,
  readPieces,
  resolvePath,
  writeFile,
} from './tree.ts';
import { unpackArchive } from './unpack.ts';
import { demandStart, hasWildcard, matchWildcards } from './wildcard.ts';

/** @throws StrataError, PosixError with `data.path` */
export async function copy(job: CopyJob): Promise<void> {
  const { action, source } = job;
  if (action.wildcard && hasWildcard(action.from)) await demandStart(source, action.from);
  for (const path of await matches(source, action)) {
    const found = await followed(source, path, action);
    if (action.unpack && isFile(found.stat.mode) && (await unpackArchive(job, found))) continue;
    await copyOne(job, path, found);
  }
}

/** The source paths that an action names. */
export async function matches(source: FileSystem, action: CopyAction): Promise<string[]> {
  return action.wildcard && hasWildcard(action.from) ? matchWildcards(source, action.from) : [action.from];
}

/** What a source path names, a link at its end followed. @throws StrataError ENOENT */
async function followed(source: FileSystem, path: string, action: CopyAction): Promise<Found> {
  const resolved = await resolvePath(source, path, action.follow);
  const found = await lstat(source, resolved);
  if (!found) throw await missing(source, resolved);
  return found;
}

/** Why there is nothing at a path: below a file there cannot be anything. */
async function missing(source: FileSystem, path: string): Promise<StrataError> {
  const above = await lstat(source, path.slice(0, path.lastIndexOf('/')));
  const isBelowFile = above && !isDir(above.stat.mode);
  return isBelowFile
    ? new StrataError('ENOTDIR', `lstat ${path}: not a directory`)
    : new StrataError('ENOENT', `lstat ${path}: no such file or directory`);
}

async function copyOne(job: CopyJob, path: string, from: Found): Promise<void> {
  const { action, target } = job;
  const slash = action.to.lastIndexOf('/');
  await prepareDestination(job, action.to.slice(0, slash + 1));
  let to = await resolvePath(target, action.to);
  const there = await lstat(target, to);
  const fromDirectory = isDir(from.stat.mode);
  const intoDirectory = fromDirectory ? !action.contentsOnly && there : there && isDir(there.stat.mode);
  if (intoDirectory) to = `${to === '/' ? '' : to}/${path.split('/').findLast(Boolean) ?? ''}`;
  const parent = fromDirectory && action.contentsOnly && !there ? to : to.slice(0, to.lastIndexOf('/'));
  await prepareDestination(job, parent);
  const copier = new Copier(job);
  if (to === '/' || to === '') await copier.children(from, target.root, '');
  else await copier.entry(from, { ...(await parentOf(target, to)), path: to }, '', false);
}

interface Place {
  readonly ino: Ino;
  readonly name: string;
  readonly path: string;
}

class Copier {
  readonly #job: CopyJob;
  readonly #exclude: IgnoreMatcher;
  /** Hard links within the source stay links: by the number that is shown, which names of an overlay share. */
  readonly #links = new Map<Ino, Ino>();

  constructor(job: CopyJob) {
    this.#job = job;
    this.#exclude = createIgnoreMatcher(job.action.exclude);
  }

  /** Copies what `from` is to a name; `overwrite` says that a directory already there takes its attributes. */
  async entry(from: Found, to: Place, relative: string, overwrite: boolean): Promise<void> {
    const { target } = this.#job;
    if (
      relative &&
      this.#exclude.excludes(relative) &&
      !(isDir(from.stat.mode) && this.#exclude.hasExceptions)
    ) {
      return;
    }
    const there = await child(target, to.ino, to.name);
    if (isDir(from.stat.mode)) return this.#directory(from, to, there, relative, overwrite);
    if (there) {
      if (isDir(there.stat.mode)) {
        throw new StrataError(
          'EISDIR',
          `cannot replace to directory ${this.#job.targetPath}${to.path} with file`,
        );
      }
      await target.unlink(to.ino, to.name);
    }
    await this.#leaf(from, to);
  }

  async children(from: Found, directory: Ino, relative: string, path = ''): Promise<void> {
    const { source } = this.#job;
    const entries = [...(await source.readdir(from.ino))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name } of entries) {
      const found = await child(source, from.ino, name);
      if (!found) continue;
      const below = relative ? `${relative}/${name}` : name;
      await this.entry(found, { ino: directory, name, path: `${path}/${name}` }, below, true);
    }
  }

  async #directory(
    from: Found,
    to: Place,
    there: Found | undefined,
    relative: string,
    overwrite: boolean,
  ): Promise<void> {
    const { target } = this.#job;
    if (there && !isDir(there.stat.mode)) {
      throw new StrataError('ENOTDIR', `cannot copy to non-directory: ${this.#job.targetPath}${to.path}`);
    }
    const ino = there?.ino ?? (await target.mkdir(to.ino, to.name, this.#node(from.stat)));
    await this.children(from, ino, relative, to.path);
    if (!there || overwrite) await this.#attributes(ino, from.stat);
    // A directory that was there keeps its time, whatever was put into it.
    else await target.setattr(ino, { atime: there.stat.atime, mtime: there.stat.mtime });
  }

  async #leaf(from: Found, to: Place): Promise<void> {
    const { source, target } = this.#job;
    const { stat } = from;
    const node = this.#node(stat);
    if (isFile(stat.mode)) {
      const linked = stat.nlink > 1 ? this.#links.get(stat.ino) : undefined;
      if (linked !== undefined) return target.link(linked, to.ino, to.name);
      const ino = await writeFile(target, to, node, readPieces(source, from));
      this.#links.set(stat.ino, ino);
      return this.#attributes(ino, stat);
    }
    if (isLink(stat.mode)) {
      const ino = await target.symlink(to.ino, to.name, await source.readlink(from.ino), node);
      return target.setattr(ino, { uid: node.uid, gid: node.gid, atime: stat.mtime, mtime: stat.mtime });
    }
    // Sockets are left out: they mean nothing without their process.
    if (!isChar(stat.mode) && !isBlock(stat.mode) && !isFifo(stat.mode)) return;
    const ino = await target.mknod(to.ino, to.name, { ...node, mode: stat.mode }, stat.rdev);
    return this.#attributes(ino, stat);
  }

  #node(stat: Stat): Owner & { mode: number } {
    const { action, owner, ownerless } = this.#job;
    const from = ownerless ? { uid: 0, gid: 0 } : { uid: stat.uid, gid: stat.gid };
    const mode = action.mode && !isLink(stat.mode) ? applyMode(action.mode, stat.mode) : stat.mode & 0o7777;
    return { ...(owner ?? from), mode };
  }

  async #attributes(ino: Ino, stat: Stat): Promise<void> {
    const { target } = this.#job;
    const { mode, uid, gid } = this.#node(stat);
    await target.setattr(ino, { uid, gid });
    await target.setattr(ino, { mode, atime: stat.mtime, mtime: stat.mtime });
  }
}
