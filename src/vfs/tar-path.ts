/**
 * Where the entries of an archive go: names and links in archives are written by strangers.
 *
 * Links on the way are followed within the root, absolute ones from it; one that climbs out is an
 * error. The words are dockerd's, which does the same with openat and its like.
 *
 * @see moby go-archive: archive.go (createTarFile, Unpack), diff.go (UnpackLayer)
 */
import { type Maybe, StrataError, type TarEntry } from '../base/index.ts';
import { type Flow, now } from './flow.ts';

const LONGEST_NAME = 255;
const LONGEST_PATH = 4095;
const MOST_LINKS = 40;

/** A tree that an archive is unpacked into. `N` stands for a node of it. */
export interface Unpacked<N> {
  /** The root's path, for errors. */
  readonly where: string;
  readonly root: N;
  child(directory: N, name: string): Maybe<N | undefined>;
  isDirectory(node: N): boolean;
  /** The target of a symbolic link; undefined of anything else. */
  target(node: N): Maybe<string | undefined>;
  /** Makes a directory that the archive implies but does not list. */
  imply(directory: N, name: string): Maybe<N>;
}

export interface TarPlace<N> {
  readonly directory: N;
  /** Of the directory, links resolved. */
  readonly path: readonly string[];
  readonly name: string;
}

/** The components of an entry's name, as Go's filepath.Clean leaves them; none for the root. */
export function cleanTarName(name: string): string[] {
  return cleaned(name) ?? refuse('EINVAL', `invalid entry name ${JSON.stringify(name)}`);
}

/** The directory that an entry is made in, made itself where it is missing. */
export function* placeOf<N>(tree: Unpacked<N>, names: readonly string[], entry: TarEntry): Flow<TarPlace<N>> {
  const name = names.at(-1)!;
  const path = names.join('/');
  const tooLong = firstTooLong(tree.where, names);
  if (tooLong) refuse('ENAMETOOLONG', `lstat ${tooLong}: file name too long`);
  const { directory, ...rest } = yield* descend(tree, names.slice(0, -1), true);
  const call = callOf(entry, path);
  if (directory === undefined) refuse('ENOTDIR', `${call}: not a directory`);
  if (byteLength(name) > LONGEST_NAME) refuse('ENAMETOOLONG', `${call}: file name too long`);
  if (entry.type === 'symlink') {
    if (entry.linkname === '') refuse('ENOENT', `${call}: no such file or directory`);
    if (byteLength(entry.linkname) > LONGEST_PATH) refuse('ENAMETOOLONG', `${call}: file name too long`);
  }
  return { directory, path: rest.path, name };
}

/** What a hard link is to. */
export function* linkTarget<N>(tree: Unpacked<N>, names: readonly string[], entry: TarEntry): Flow<N> {
  const target =
    cleaned(entry.linkname) ?? refuse('EINVAL', `invalid hardlink target ${JSON.stringify(entry.linkname)}`);
  const { directory, path } = yield* descend(tree, target.slice(0, -1), false);
  const last = target.at(-1);
  const found =
    directory === undefined || last === undefined ? undefined : yield* now(tree.child(directory, last));
  const call = `linkat ${[...path, last ?? '.'].join('/')} ${names.join('/')}`;
  if (found === undefined) refuse('ENOENT', `${call}: no such file or directory`);
  if (tree.isDirectory(found)) refuse('EPERM', `${call}: operation not permitted`);
  return found;
}

/**
 * Docker makes nothing of types it does not know, and of GNU's old sparse files neither.
 *
 * @throws StrataError `ETAR`
 */
export function refuseUnknown({ type, flag }: TarEntry): void {
  if (type !== 'other' && flag !== 'S') return;
  throw new StrataError('ETAR', `unhandled tar header type ${flag.charCodeAt(0)}`);
}

/** A refusal in the words of a system call; `errno` says which one it would have been. */
export function refuse(errno: string, message: string): never {
  throw new StrataError('ETAR', message, { errno });
}

/** Walks to a directory; undefined where something else is in the way, or where it is missing and not made. */
function* descend<N>(
  tree: Unpacked<N>,
  names: readonly string[],
  make: boolean,
): Flow<{ readonly directory: N | undefined; readonly path: readonly string[] }> {
  const where = names.join('/');
  /** Directories from the root down, and their names. */
  const above: N[] = [tree.root];
  const path: string[] = [];
  let links = 0;
  const pending = [...names].reverse();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name === '..') {
      if (path.pop() === undefined) refuse('EXDEV', `statat ${where}: path escapes from parent`);
      above.pop();
      continue;
    }
    const here = above.at(-1)!;
    let next = yield* now(tree.child(here, name));
    const target = next === undefined ? undefined : yield* now(tree.target(next));
    if (target !== undefined) {
      if (++links > MOST_LINKS) refuse('ELOOP', `statat ${where}: too many levels of symbolic links`);
      let parts = target.split('/').filter((part) => part !== '' && part !== '.');
      if (target.startsWith('/')) {
        above.length = 1;
        path.length = 0;
        parts = clamped(parts);
      }
      pending.push(...parts.reverse());
      continue;
    }
    path.push(name);
    if (next === undefined && make) next = yield* now(tree.imply(here, name));
    if (next === undefined || !tree.isDirectory(next)) return { directory: undefined, path };
    above.push(next);
  }
  return { directory: above.at(-1)!, path };
}

/** Undefined for what leads out. */
function cleaned(name: string): string[] | undefined {
  const names: string[] = [];
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') names.push(part);
    else if (names.pop() === undefined && !name.startsWith('/')) return undefined;
  }
  return names;
}

/** Parts of an absolute path: `..` in the root is the root. */
function clamped(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    if (part === '..') names.pop();
    else names.push(part);
  }
  return names;
}

/** The system call that makes an entry, as its error begins. */
function callOf({ type, linkname }: TarEntry, path: string): string {
  switch (type) {
    case 'directory':
      return `mkdirat ${path}`;
    case 'symlink':
      return `symlinkat ${linkname} ${path}`;
    case 'link':
      return `linkat ${linkname} ${path}`;
    case 'file':
      return `openat ${path}`;
    default:
      return `mknodat ${path}`;
  }
}

/** The first of the directories on the way whose path the kernel would not take. */
function firstTooLong(where: string, names: readonly string[]): string | undefined {
  let path = where.replace(/\/$/, '');
  for (const name of names) {
    path += `/${name}`;
    if (path.length > LONGEST_PATH) return path;
  }
  return undefined;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
