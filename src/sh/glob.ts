/**
 * Pathname expansion.
 *
 * Reads only the directories that the pattern's parts name. Results are sorted by bytes.
 * @see POSIX.1-2024, XCU 2.14.3
 */

import type { Sys } from '../kernel/index.ts';
import { compilePattern, errnoOf, isDir, isLink } from '../posix/index.ts';
import { type Step, wait } from './step.ts';

/** Paths that match, or none. Only unescaped characters of the pattern are special. */
export function* expandPathname(sys: Sys, pattern: string): Step<string[]> {
  const pieces = pattern.split(/(\/+)/);
  let paths = [''];
  for (let i = 0; i < pieces.length && paths.length; i++) {
    const piece = pieces[i]!;
    if (piece === '') continue;
    if (i % 2 === 1) {
      paths = paths.map((path) => path + piece);
      continue;
    }
    const last = i >= pieces.length - 1;
    const compiled = compilePattern(piece, { period: true });
    const next: string[] = [];
    for (const path of paths) {
      if (compiled.literal !== undefined) {
        if (!last || (yield* exists(sys, path + compiled.literal))) next.push(path + compiled.literal);
      } else next.push(...(yield* matchDirectory(sys, path, compiled.matches, !last)));
    }
    paths = next;
  }
  // A pattern that ends in a slash names directories only.
  if (pattern.endsWith('/')) {
    const directories: string[] = [];
    for (const path of paths) if (yield* exists(sys, path)) directories.push(path);
    paths = directories;
  }
  return paths.sort(compareBytes);
}

function* matchDirectory(
  sys: Sys,
  path: string,
  matches: (name: string) => boolean,
  directories: boolean,
): Step<string[]> {
  const found: string[] = [];
  try {
    for (const entry of yield* wait(sys.readdir(path || '.'))) {
      if (!matches(entry.name)) continue;
      if (directories && !isDir(entry.type) && !isLink(entry.type)) continue;
      found.push(path + entry.name);
    }
    for (const name of ['.', '..']) if (matches(name)) found.push(path + name);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
  return found;
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
