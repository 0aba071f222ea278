/** Sources of COPY and ADD with `*`, `?` and `[…]`, found in a file system. */
import { StrataError } from '../../base/index.ts';
import { isDir } from '../../posix/index.ts';
import type { FileSystem } from '../../vfs/index.ts';
import { lstat, resolvePath } from './tree.ts';

/** Whether a name has wildcards that are not escaped. */
export function hasWildcard(name: string): boolean {
  return /[*?[]/.test(name.replace(/\\./gs, ''));
}

/** Whether brackets are closed and a last backslash escapes something. */
export function isPattern(name: string): boolean {
  return !/[[\\]/.test(name.replace(/\\./gs, '').replace(/\[\^?[^\]]+\]/g, ''));
}

/** The directory above the first wildcard has to be there, once something is copied. @throws StrataError ENOENT */
export async function demandStart(fs: FileSystem, pattern: string): Promise<void> {
  const parts = pattern.split('/').filter(Boolean);
  const fixed = `/${parts.slice(0, parts.findIndex(hasWildcard)).join('/')}`;
  if (await lstat(fs, await resolvePath(fs, fixed))) return;
  throw new StrataError('ENOENT', `lstat ${fixed}: no such file or directory`);
}

/**
 * The paths that a pattern names, sorted as directories list them; none is no error.
 *
 * Links above the first wildcard are followed, those that wildcards meet are not walked through.
 */
export async function matchWildcards(fs: FileSystem, pattern: string): Promise<string[]> {
  const parts = pattern.split('/').filter(Boolean);
  const first = parts.findIndex(hasWildcard);
  const fixed = parts.slice(0, first).join('/');
  let found = [await resolvePath(fs, `/${fixed}`)];
  for (const part of parts.slice(first)) {
    const test = compileName(part);
    const next: string[] = [];
    for (const directory of found) next.push(...(await matching(fs, directory, test)));
    found = next;
  }
  return found;
}

async function matching(fs: FileSystem, directory: string, test: RegExp): Promise<string[]> {
  const found = await lstat(fs, directory);
  if (!found || !isDir(found.stat.mode)) return [];
  const names = (await fs.readdir(found.ino)).map(({ name }) => name).filter((name) => test.test(name));
  return names.sort().map((name) => `${directory === '/' ? '' : directory}/${name}`);
}

/** One component of a pattern, as Go's filepath.Match has it. */
function compileName(pattern: string): RegExp {
  const source = pattern.replace(
    /\\(.)|\[(\^?)((?:\\.|[^\]\\])*)\]|\*|\?|[.+(){}|^$\]/\\[]/gsu,
    (text, plain, not, set) => {
      if (plain !== undefined) return plain.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
      if (set !== undefined) return `[${not}${set.replace(/[[&~|]/g, '\\$&')}]`;
      if (text === '*') return '[^/]*';
      return text === '?' ? '[^/]' : `\\${text}`;
    },
  );
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return /^(?!)/;
  }
}
