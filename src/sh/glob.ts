/**
 * Pathname expansion.
 *
 * Reads only the directories that the pattern's parts name. Results are sorted by bytes.
 * @see POSIX.1-2024, XCU 2.14.3
 */

import type { Sys } from '../kernel/index.ts';
import { compilePattern, errnoOf, isDir, isLink, type Pattern } from '../posix/index.ts';
import type { DirEntry } from '../vfs/index.ts';
import { type Step, wait } from './step.ts';

/** What a shell's options make of it. */
export interface Globbing {
  /** Parts, and at every other place the slashes between them. */
  split(pattern: string): string[];
  compile(part: string): Pattern;
  /** Whether `.` and `..` are looked at for a part. */
  hasDots(part: string): boolean;
  /** The paths below one for a part that is more than a name; undefined for one that is none. */
  descend?(path: string, part: string, last: boolean): Step<string[]> | undefined;
}

const PLAIN: Globbing = {
  split: (pattern) => pattern.split(/(\/+)/),
  compile: (part) => compilePattern(part, { period: true }),
  hasDots: () => true,
};

/** Paths that match, or none. Only unescaped characters of the pattern are special. */
export function* expandPathname(sys: Sys, pattern: string, globbing = PLAIN): Step<string[]> {
  const pieces = globbing.split(pattern);
  let paths = [''];
  for (let i = 0; i < pieces.length && paths.length; i++) {
    const piece = pieces[i]!;
    if (piece === '') continue;
    if (i % 2 === 1) {
      paths = withSlashes(paths, pieces, i);
      continue;
    }
    const last = i === pieces.length - 1;
    const next: string[] = [];
    const part: Part = { pattern: globbing.compile(piece), last, hasDots: globbing.hasDots(piece) };
    for (const path of paths)
      next.push(...(yield* globbing.descend?.(path, piece, last) ?? partsIn(sys, path, part)));
    paths = next;
  }
  // A pattern that ends in a slash names directories only.
  if (pattern.endsWith('/')) {
    const directories: string[] = [];
    for (const path of paths) if (yield* exists(sys, path)) directories.push(path);
    paths = directories;
  }
  return paths.filter((path) => path !== '').sort(compareBytes);
}

/** A part that stands for no directory has no slash behind it. */
function withSlashes(paths: readonly string[], pieces: readonly string[], i: number): string[] {
  const slashes = pieces[i]!;
  const isRoot = i === 1 && pieces[0] === '';
  const ends = i === pieces.length - 2 && pieces[i + 1] === '';
  const kept = i > 1 && ends ? paths.filter((path) => path !== '') : paths;
  return kept.map((path) => (isRoot || (path !== '' && !path.endsWith('/')) ? path + slashes : path));
}

interface Part {
  readonly pattern: Pattern;
  readonly last: boolean;
  readonly hasDots: boolean;
}

/** What a part that is a name or a pattern stands for in a directory. */
function* partsIn(sys: Sys, path: string, { pattern, last, hasDots }: Part): Step<string[]> {
  const { literal, matches } = pattern;
  if (literal !== undefined) return !last || (yield* exists(sys, path + literal)) ? [path + literal] : [];
  const found: string[] = [];
  for (const { name, type } of yield* entriesOf(sys, path))
    if (matches(name) && (last || isDir(type) || isLink(type))) found.push(path + name);
  if (hasDots) for (const name of ['.', '..']) if (matches(name)) found.push(path + name);
  return found;
}

/** None where it is no directory that can be read. */
export function* entriesOf(sys: Sys, path: string): Step<readonly DirEntry[]> {
  try {
    return yield* wait(sys.readdir(path || '.'));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

function* exists(sys: Sys, path: string): Step<boolean> {
  try {
    yield* wait(sys.lstat(path));
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** UTF-16 order differs from UTF-8 order only where surrogates meet U+E000 and up. */
function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
