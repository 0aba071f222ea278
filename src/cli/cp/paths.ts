/**
 * Paths as `docker cp` reads them: what a trailing slash and a trailing `/.` assert, and which name an
 * archive's entries take at their destination.
 *
 * @see moby/go-archive, copy.go
 */
import { cleanPath } from '../../dockerfile/index.ts';

/** A container's name, '' for this machine, and the path there. */
export function splitArgument(argument: string): { readonly container: string; readonly path: string } {
  const colon = argument.indexOf(':');
  if (argument.startsWith('/') || colon < 0 || argument.startsWith('.')) {
    return { container: '', path: argument };
  }
  return { container: argument.slice(0, colon), path: argument.slice(colon + 1) };
}

export function baseOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') return path === '' ? '.' : '/';
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

const endsInSlash = (path: string): boolean => path.endsWith('/');
const endsInDot = (path: string): boolean => baseOf(path) === '.';

/** `a/` and `a/.` say that a is a folder. */
export function assertsFolder(path: string): boolean {
  return endsInSlash(path) || endsInDot(path);
}

/** Folder and entry; `a/.` is the entry `.` of a. */
export function splitEntry(path: string): { readonly folder: string; readonly entry: string } {
  const clean = cleanPath(path);
  if (endsInDot(path)) return { folder: clean, entry: '.' };
  return { folder: cleanPath(clean.slice(0, clean.lastIndexOf('/') + 1) || '.'), entry: baseOf(clean) };
}

/** Cleaned, with the trailing slash or dot that the original had. */
export function keepAssertion(clean: string, original: string): string {
  if (endsInDot(original) && !endsInDot(clean)) return `${clean}/.`;
  return endsInSlash(original) && !endsInSlash(clean) ? `${clean}/` : clean;
}

/** Where a followed link leads, and the name that the copy keeps. */
export function rebased(path: string, target: string): { readonly path: string; readonly name: string } {
  const kept = keepAssertion(target, path);
  return { path: kept, name: baseOf(path) === baseOf(kept) ? '' : baseOf(path) };
}

/** One side of a copy. */
export interface Side {
  readonly path: string;
  readonly exists: boolean;
  readonly isFolder: boolean;
  /** The name that the entry had before a link was followed; '' for its own. */
  readonly name?: string;
}

export interface Route {
  /** Where the archive is unpacked. */
  readonly folder: string;
  /** From a name in the archive to the one at the destination. */
  rename(name: string): string;
}

/** Decides where an archive of `source` goes so that it ends up at `target`. Answers a complaint where it cannot. */
export function routeOf(source: Side, target: Side): Route | string {
  const to = splitEntry(target.path);
  const name = source.name || splitEntry(source.path).entry;
  if (target.exists && target.isFolder) return { folder: target.path, rename: (entry) => entry };
  if (target.exists && source.isFolder) return 'cannot copy directory';
  if (!target.exists && !source.isFolder && assertsFolder(target.path)) return 'no such directory';
  const old = name === '/' ? '' : name;
  return { folder: to.folder, rename: (entry) => entry.replace(old, () => to.entry) };
}
