/** Built-ins about the process: cd, umask, ulimit, times. */
import { messageOf } from '../../base/index.ts';
import { errnoOf, isDir, strerror } from '../../posix/index.ts';
import { assign } from '../assign.ts';
import { complainAsApplet } from '../complaints.ts';
import { type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { failWith, parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

function* cd(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'LP');
  let target = operands[0];
  let say = false;
  if (target === undefined) {
    target = getVariable(shell.variables, 'HOME');
    if (target === undefined) {
      if (shell.dialect.name === 'ash') return 0;
      throw failWith(shell, 'HOME not set');
    }
  } else if (target === '-') {
    target = getVariable(shell.variables, 'OLDPWD');
    if (target === undefined) {
      if (shell.dialect.name !== 'ash') throw failWith(shell, 'OLDPWD not set');
      target = getVariable(shell.variables, 'PWD') ?? shell.sys.getcwd();
    }
    say = true;
  }
  const found = yield* alongCdPath(shell, target);
  if (found.path !== target) say = true;
  const { sys } = shell;
  const before = getVariable(shell.variables, 'PWD') ?? sys.getcwd();
  const logical = normalize(
    found.path.startsWith('/') ? found.path : `${before.replace(/\/$/, '')}/${found.path}`,
  );
  try {
    yield* wait(sys.chdir(flags.has('P') ? found.path : logical));
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    throw failWith(
      shell,
      shell.dialect.name === 'ash'
        ? `can't cd to ${target}: ${strerror(code)}`
        : `${target}: ${strerror(code)}`,
      shell.dialect.name === 'ash' ? 2 : 1,
    );
  }
  const now = flags.has('P') ? sys.getcwd() : logical;
  assign(shell, 'OLDPWD', before);
  assign(shell, 'PWD', now);
  if (say) yield* wait(writeText(sys, 1, `${now}\n`));
  return 0;
}

function* alongCdPath(shell: Shell, target: string): Step<{ path: string }> {
  const search = getVariable(shell.variables, 'CDPATH');
  if (!search || /^\.{0,2}\//.test(target) || target === '.' || target === '..') return { path: target };
  for (const directory of search.split(':')) {
    const lead = directory.endsWith('/') && shell.dialect.name === 'bash' ? directory : `${directory}/`;
    const path = directory === '' || directory === '.' ? target : lead + target;
    try {
      if (isDir((yield* wait(shell.sys.stat(path))).mode)) return { path };
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return { path: target };
}

/** Takes `.`, `..` and empty parts out of an absolute path, symbolic links notwithstanding. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  // POSIX leaves two leading slashes alone.
  return (/^\/\/(?!\/)/.test(path) ? '//' : '/') + parts.join('/');
}

function* umask(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'S');
  const mask = shell.sys.umask();
  const operand = operands[0];
  if (operand === undefined) {
    const text = flags.has('S') ? symbolicMask(mask) : mask.toString(8).padStart(4, '0');
    yield* wait(writeText(shell.sys, 1, `${text}\n`));
    return 0;
  }
  const wanted = /^[0-7]+$/.test(operand) ? Number.parseInt(operand, 8) : applySymbolic(mask, operand);
  if (wanted === undefined || wanted > 0o777) throw failWith(shell, `illegal mode: ${operand}`, 2);
  shell.sys.umask(wanted);
  return 0;
}

function symbolicMask(mask: number): string {
  const allowed = ~mask & 0o777;
  const bits = (shift: number): string => {
    const three = (allowed >> shift) & 7;
    return `${three & 4 ? 'r' : ''}${three & 2 ? 'w' : ''}${three & 1 ? 'x' : ''}`;
  };
  return `u=${bits(6)},g=${bits(3)},o=${bits(0)}`;
}

/** `u=rwx,g+r,o-w`: what the mask lets through. */
function applySymbolic(mask: number, text: string): number | undefined {
  let allowed = ~mask & 0o777;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause);
    if (!match) return undefined;
    const who = match[1] || 'a';
    const bits =
      (match[3]!.includes('r') ? 4 : 0) |
      (match[3]!.includes('w') ? 2 : 0) |
      (match[3]!.includes('x') ? 1 : 0);
    for (const [letter, shift] of [
      ['u', 6],
      ['g', 3],
      ['o', 0],
    ] as const) {
      if (!who.includes(letter) && !who.includes('a')) continue;
      if (match[2] === '+') allowed |= bits << shift;
      else if (match[2] === '-') allowed &= ~(bits << shift);
      else allowed = (allowed & ~(7 << shift)) | (bits << shift);
    }
  }
  return ~allowed & 0o777;
}

function* times(shell: Shell): Step<number> {
  const { self, children } = shell.sys.times();
  const show = (ms: number): string => `${Math.floor(ms / 60_000)}m${((ms % 60_000) / 1000).toFixed(3)}s`;
  // Only their sum is known: all of it counts as the user's.
  yield* wait(writeText(shell.sys, 1, `${show(self)} 0m0.000s\n${show(children)} 0m0.000s\n`));
  return 0;
}

const LIMITS: readonly (readonly [letter: string, name: string])[] = [
  ['c', 'core file size (blocks)'],
  ['d', 'data seg size (kb)'],
  ['e', 'scheduling priority'],
  ['f', 'file size (blocks)'],
  ['i', 'pending signals'],
  ['l', 'max locked memory (kb)'],
  ['m', 'max memory size (kb)'],
  ['n', 'open files'],
  ['q', 'POSIX message queues (bytes)'],
  ['r', 'real-time priority'],
  ['s', 'stack size (kb)'],
  ['t', 'cpu time (seconds)'],
  ['u', 'max user processes'],
  ['v', 'virtual memory (kb)'],
  ['x', 'file locks'],
];

const BLOCK = 512;

function* ulimit(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, `HSa${LIMITS.map(([letter]) => letter).join('')}`);
  const { limitKinds, limitValue, setLimit, shownLimit, whichLimit } = yield* wait(import('../limits.ts'));
  const kinds = limitKinds(BLOCK);
  const given = [...flags].flatMap((flag) => LIMITS.filter(([letter]) => letter === flag));
  const chosen = flags.has('a') ? LIMITS : given.length ? given : LIMITS.filter(([letter]) => letter === 'f');
  const [word] = operands;
  for (const [letter, name] of chosen) {
    const kind = kinds.get(letter)!;
    if (word === undefined) {
      const head = chosen.length > 1 ? `${name.padEnd(32)}(-${letter}) ` : '';
      yield* wait(writeText(shell.sys, 1, `${head}${shownLimit(shell.sys, kind, flags)}\n`));
      continue;
    }
    const value = /^(hard|soft)$/.test(word) ? undefined : limitValue(shell.sys, kind, word);
    if (value === undefined) {
      yield* wait(complainAsApplet(shell, `invalid number '${word}'`));
      return 1;
    }
    try {
      setLimit(shell.sys, kind, value, whichLimit(flags));
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      yield* wait(complainAsApplet(shell, `error setting limit: ${messageOf(error)}`));
      return 1;
    }
  }
  return 0;
}

export const fileBuiltins: BuiltinTable = {
  cd: { run: cd },
  chdir: { run: cd },
  umask: { run: umask },
  ulimit: { run: ulimit },
  times: { special: true, run: times },
};
