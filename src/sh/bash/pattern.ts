/** Patterns and pathnames as `shopt` has them: extglob, nocasematch, dotglob, globstar, nullglob, failglob. */
import type { Sys } from '../../kernel/index.ts';
import {
  compilePattern as compilePlain,
  isDir,
  type Pattern,
  type PatternOptions,
} from '../../posix/index.ts';
import type { Field } from '../fields.ts';
import { entriesOf, expandPathname } from '../glob.ts';
import type { Shell } from '../shell.ts';
import type { Step } from '../step.ts';
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
  const { sys } = shell;
  const { shopt } = shell.bashState;
  const hidden = shopt.has('dotglob') || !!getVariable(shell.variables, 'GLOBIGNORE');
  const options = { period: !hidden, ignoreCase: shopt.has('nocaseglob') };
  return yield* expandPathname(sys, pattern, {
    split: (text) => splitPath(text, extended),
    compile: (part) => compile(part, extended, options),
    hasDots: (part) => part.startsWith('.') && !shopt.has('globskipdots'),
    descend: (path, part, last) =>
      part === '**' && shopt.has('globstar') ? walk(sys, path, hidden, last) : undefined,
  });
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

/** `**`: what is below, and below that; `last`: files too, and not the folder itself. */
function* walk(sys: Sys, path: string, hidden: boolean, last: boolean): Step<string[]> {
  const found = last && path === '' ? [] : [path];
  for (const { name, type } of yield* entriesOf(sys, path)) {
    if (name.startsWith('.') && !hidden) continue;
    if (last) found.push(path + name);
    if (!isDir(type)) continue;
    const below = yield* walk(sys, `${path}${name}/`, hidden, last);
    found.push(...(last ? below.slice(1) : below));
  }
  return found;
}
