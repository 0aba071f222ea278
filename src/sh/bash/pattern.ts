/** Patterns and pathnames as `shopt` has them: extglob, nocasematch, dotglob, globstar, nullglob, failglob. */
import {
  compilePattern as compilePlain,
  errnoOf,
  isDir,
  isLink,
  type Pattern,
  type PatternOptions,
} from '../../posix/index.ts';
import type { Field } from '../fields.ts';
import type { Shell } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { compileExtglob, EXTGLOB } from './extglob.ts';
import { discard } from './values.ts';

/** `always`: where `[[` matches, groups have a meaning whatever `shopt` says. */
export function compilePattern(shell: Shell, source: string, always = false): Pattern {
  const { shopt } = shell.bashState;
  return compile(
    source,
    always || shopt.has('extglob'),
    shopt.has('nocasematch') ? { ignoreCase: true } : {},
  );
}

function compile(source: string, extended: boolean, options: PatternOptions): Pattern {
  return extended && EXTGLOB.test(source) ? compileExtglob(source, options) : compilePlain(source, options);
}

/** The paths that a field stands for; itself where there are none, as `shopt` wants it. */
export function* expandPattern(shell: Shell, { pattern, text }: Field): Step<readonly string[]> {
  const { shopt } = shell.bashState;
  const extended = shopt.has('extglob') && EXTGLOB.test(pattern!);
  // Without extglob an unquoted parenthesis alone makes no pattern.
  if (!extended && !/[*?]|\[[\s\S]*\]/.test(pattern!.replace(/\\[\s\S]/g, ''))) return [text];
  let paths = yield* expandPath(shell, pattern!, extended);
  const ignored = getVariable(shell.variables, 'GLOBIGNORE');
  if (ignored) {
    const patterns = ignored.split(':').map((each) => compile(each, true, {}));
    paths = paths.filter(
      (path) => !/(^|\/)\.\.?$/.test(path) && !patterns.some((each) => each.matches(path)),
    );
  }
  if (paths.length) return paths;
  if (shopt.has('failglob')) throw discard(shell, `no match: ${text}`);
  return shopt.has('nullglob') ? [] : [text];
}

function* expandPath(shell: Shell, pattern: string, extended: boolean): Step<string[]> {
  const { shopt } = shell.bashState;
  const hidden = shopt.has('dotglob') || !!getVariable(shell.variables, 'GLOBIGNORE');
  const options = { period: !hidden, ignoreCase: shopt.has('nocaseglob') };
  const pieces = splitPath(pattern, extended);
  let paths = [''];
  for (let i = 0; i < pieces.length && paths.length; i++) {
    const piece = pieces[i]!;
    if (piece === '') continue;
    if (/^\/+$/.test(piece)) {
      const ends = i === pieces.length - 2 && pieces[i + 1] === '';
      if (i > 1 && ends) paths = paths.filter((path) => path !== '');
      paths = paths.map((path) =>
        (path === '' && i === 1 && pieces[0] === '') || (path !== '' && !path.endsWith('/'))
          ? path + piece
          : path,
      );
      continue;
    }
    const last = i === pieces.length - 1;
    const next: string[] = [];
    if (piece === '**' && shopt.has('globstar')) {
      for (const path of paths) yield* walk(shell, path, hidden, last, next);
      paths = next;
      continue;
    }
    const compiled = compile(piece, extended, options);
    for (const path of paths) {
      if (compiled.literal !== undefined) {
        if (!last || (yield* exists(shell, path + compiled.literal))) next.push(path + compiled.literal);
      } else {
        const dots = piece.startsWith('.') && !shopt.has('globskipdots');
        for (const { name, folder } of yield* entries(shell, path, dots)) {
          if (compiled.matches(name) && (last || folder)) next.push(path + name);
        }
      }
    }
    paths = next;
  }
  if (pattern.endsWith('/')) {
    const folders: string[] = [];
    for (const path of paths) if (yield* exists(shell, path)) folders.push(path);
    paths = folders;
  }
  return paths.filter((path) => path !== '').sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Parts and the slashes between them; slashes in groups end none. */
function splitPath(pattern: string, extended: boolean): string[] {
  if (!extended) return pattern.split(/(\/+)/);
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  for (const run of pattern.match(/\\[\s\S]|\/+|[\s\S]/g) ?? []) {
    if (run === '(') depth++;
    if (run === ')') depth--;
    if (run[0] === '/' && depth <= 0) {
      pieces.push(piece, run);
      piece = '';
    } else piece += run;
  }
  return [...pieces, piece];
}

/** `**`: what is below, and below that; `last`: files too. */
function* walk(shell: Shell, path: string, hidden: boolean, last: boolean, found: string[]): Step<void> {
  if (!last || path !== '') found.push(path);
  for (const { name, folder, link } of yield* entries(shell, path, false)) {
    if (name.startsWith('.') && !hidden) continue;
    if (last) found.push(path + name);
    if (folder && !link) yield* walkBelow(shell, `${path}${name}/`, hidden, last, found);
  }
}

function* walkBelow(shell: Shell, path: string, hidden: boolean, last: boolean, found: string[]): Step<void> {
  const below: string[] = [];
  yield* walk(shell, path, hidden, last, below);
  found.push(...below.filter((each) => !last || each !== path));
}

interface Entry {
  readonly name: string;
  readonly folder: boolean;
  readonly link: boolean;
}

function* entries(shell: Shell, path: string, dots: boolean): Step<Entry[]> {
  try {
    const list = yield* wait(shell.sys.readdir(path || '.'));
    const found = list.map(({ name, type }) => ({
      name,
      folder: isDir(type) || isLink(type),
      link: isLink(type),
    }));
    for (const name of dots ? ['.', '..'] : []) found.push({ name, folder: true, link: false });
    return found;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

function* exists(shell: Shell, path: string): Step<boolean> {
  try {
    yield* wait(shell.sys.lstat(path));
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}
