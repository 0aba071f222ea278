/** getopts, umask, ulimit, times, pwd, echo, bind, coproc: bash's words, or one line that refuses. */
import { messageOf } from '../../../base/index.ts';
import { errnoOf, PosixError } from '../../../posix/index.ts';
import { fileBuiltins } from '../../builtins/files.ts';
import { type GetoptsHabits, getopts } from '../../builtins/getopts.ts';
import { outputBuiltins } from '../../builtins/output.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { limitKinds, limitValue, setLimit, shownLimit, whichLimit } from '../../limits.ts';
import { isName } from '../../parser.ts';
import { complain, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { isPhysical } from './directories.ts';
import { expandUnicode, fail, parseFlags, say, usageError } from './options.ts';

function refuse(message: string) {
  return function* (shell: Shell): Step<number> {
    yield* wait(complain(shell, message));
    return 1;
  };
}

const GETOPTS: GetoptsHabits = {
  ahead: false,
  none: undefined,
  never: ':?',
  complaint: ({ arg0 }, letter, known) =>
    `${arg0}: ${known ? 'option requires an argument' : 'illegal option'} -- ${letter}`,
  checkName(shell, name) {
    if (!isName(name)) throw fail(shell, `\`${name}': not a valid identifier`);
  },
};

function* getoptsBuiltin(shell: Shell, words: readonly string[]): Step<number> {
  const [, letters, name, ...operands] = words;
  if (letters === undefined || name === undefined) throw usageError(shell, 'getopts');
  return yield* getopts(shell, letters, name, operands, GETOPTS);
}

function* umask(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'Sp');
  const [mode] = operands;
  if (mode !== undefined) {
    if (/^\d/.test(mode) && !/^[0-7]{1,4}$/.test(mode))
      throw fail(shell, `${mode}: octal number out of range`);
    const symbolic = /^(?:[ugoa]*[-+=][rwxXst]*,?)+$/.test(mode);
    if (!/^[0-7]/.test(mode) && !symbolic) throw fail(shell, `\`${mode[0]}': invalid symbolic mode operator`);
    return yield* fileBuiltins['umask']!.run(shell, ['umask', mode]) as Step<number>;
  }
  if (flags.has('p')) yield* wait(say(shell, flags.has('S') ? 'umask -S ' : 'umask '));
  return yield* fileBuiltins['umask']!.run(shell, [
    'umask',
    ...(flags.has('S') ? ['-S'] : []),
  ]) as Step<number>;
}

/** Resources by letter, as they are listed. */
const LIMITS: Readonly<Record<string, string>> = {
  R: 'real-time non-blocking time  (microseconds, -R)',
  c: 'core file size              (blocks, -c)',
  d: 'data seg size               (kbytes, -d)',
  e: 'scheduling priority                 (-e)',
  f: 'file size                   (blocks, -f)',
  i: 'pending signals                     (-i)',
  l: 'max locked memory           (kbytes, -l)',
  m: 'max memory size             (kbytes, -m)',
  n: 'open files                          (-n)',
  p: 'pipe size                (512 bytes, -p)',
  q: 'POSIX message queues         (bytes, -q)',
  r: 'real-time priority                  (-r)',
  s: 'stack size                  (kbytes, -s)',
  t: 'cpu time                   (seconds, -t)',
  u: 'max user processes                  (-u)',
  v: 'virtual memory              (kbytes, -v)',
  x: 'file locks                          (-x)',
};

/** bash's blocks are kilobytes. */
const BLOCK = 1024;
/** What is no limit of setrlimit(2): the room of a pipe in units of 512 bytes. */
const FIXED: Readonly<Record<string, string>> = { p: '8', R: 'unlimited' };

function* ulimit(shell: Shell, words: readonly string[]): Step<number> {
  const { sys } = shell;
  const { flags, operands } = parseFlags(shell, words, `HSa${Object.keys(LIMITS).join('')}`);
  const kinds = limitKinds(BLOCK);
  const given = Object.keys(LIMITS).filter((letter) => flags.has(letter));
  const chosen = flags.has('a') ? Object.keys(LIMITS) : given.length ? given : ['f'];
  const [word] = operands;
  for (const letter of chosen) {
    const kind = kinds.get(letter);
    if (word === undefined) {
      const head = chosen.length > 1 ? `${LIMITS[letter]} ` : '';
      yield* wait(say(shell, `${head}${kind ? shownLimit(sys, kind, flags) : FIXED[letter]}\n`));
      continue;
    }
    const name = LIMITS[letter]!.replace(/ {2,}.*/, '');
    const value = kind && limitValue(sys, kind, word);
    if (value === undefined && !/^(?:unlimited|hard|soft|\d+)$/.test(word)) {
      throw fail(shell, `${word}: invalid number`);
    }
    try {
      if (!kind || value === undefined) throw new PosixError('EINVAL');
      setLimit(sys, kind, value, whichLimit(flags));
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      throw fail(shell, `${name}: cannot modify limit: ${messageOf(error)}`);
    }
  }
  return 0;
}

function* times(shell: Shell): Step<number> {
  const { self, children } = shell.sys.times();
  const show = (ms: number): string => `${Math.floor(ms / 60_000)}m${((ms % 60_000) / 1000).toFixed(3)}s`;
  // Only their sum is known: all of it counts as the user's.
  yield* wait(say(shell, `${show(self)} 0m0.000s\n${show(children)} 0m0.000s\n`));
  return 0;
}

function* pwd(shell: Shell, words: readonly string[]): Step<number> {
  const { flags } = parseFlags(shell, words, 'LP');
  const logical = getVariable(shell.variables, 'PWD');
  const physical = isPhysical(shell, flags) || !logical?.startsWith('/');
  yield* wait(say(shell, `${physical ? shell.sys.getcwd() : logical}\n`));
  return 0;
}

/** `echo -x` with a letter that is none of n, e, E is a text; xpg_echo makes -e the default. */
function echo(shell: Shell, words: readonly string[]) {
  const expands = shell.bashState.shopt.has('xpg_echo');
  const escapes = expands || /^-[neE]*e/.test(words[1] ?? '') || /^-[neE]*e/.test(words[2] ?? '');
  const texts = escapes ? words.map(expandUnicode) : words;
  return outputBuiltins['echo']!.run(shell, expands ? ['echo', '-e', ...texts.slice(1)] : texts);
}

export const otherBuiltins: BuiltinTable = {
  getopts: { run: getoptsBuiltin },
  umask: { run: umask },
  ulimit: { run: ulimit },
  times: { special: true, run: times },
  pwd: { run: pwd },
  echo: { run: echo },
  bind: { run: refuse('line editing keys cannot be changed here') },
  coproc: { run: refuse('coprocesses are not supported here') },
};
