/** pushd, popd, dirs, cd. @see bash manual, 6.8.1 */
import { errnoOf, strerror } from '../../../posix/index.ts';
import { fileBuiltins } from '../../builtins/files.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { exists } from '../../file-questions.ts';
import { CommandFailure, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { shownDirectory } from '../dynamic.ts';
import { fail, parseFlags, say, usageError } from './options.ts';

function here(shell: Shell): string {
  if (isPhysical(shell, new Set())) return shell.sys.getcwd();
  return getVariable(shell.variables, 'PWD') ?? shell.sys.getcwd();
}

/** Whether links are followed: `-P`, or what `set -P` makes the default. */
export function isPhysical({ bashState }: Shell, flags: ReadonlySet<string>): boolean {
  return flags.has('P') || (bashState.options.has('physical') && !flags.has('L'));
}

function stackOf(shell: Shell): string[] {
  return [here(shell), ...shell.bashState.directories];
}

/** As the built-in that both shells have does it. */
function* changeTo(
  shell: Shell,
  operands: readonly string[],
  flags: ReadonlySet<string> = new Set(),
): Step<number> {
  const words = ['cd', ...(isPhysical(shell, flags) ? ['-P'] : []), '--', ...operands];
  return yield* fileBuiltins['cd']!.run(shell, words) as Step<number>;
}

function* list(shell: Shell): Step<number> {
  yield* wait(
    say(
      shell,
      `${stackOf(shell)
        .map((each) => shownDirectory(shell, each))
        .join(' ')}\n`,
    ),
  );
  return 0;
}

/** The place that `+N` or `-N` names; undefined where the word is none. */
function placeOf(shell: Shell, word: string | undefined): number | undefined {
  const match = /^([-+])(\d+)$/.exec(word ?? '');
  if (!match) return undefined;
  const size = stackOf(shell).length;
  const place = match[1] === '+' ? Number(match[2]) : size - 1 - Number(match[2]);
  if (place < 0 || place >= size) {
    throw fail(
      shell,
      size === 1
        ? 'directory stack empty'
        : `${shell.commandName === 'dirs' ? match[2] : word}: directory stack index out of range`,
    );
  }
  return place;
}

function* pushd(shell: Shell, words: readonly string[]): Step<number> {
  const stays = words[1] === '-n';
  const [word] = words.slice(stays ? 2 : 1).filter((each) => each !== '--');
  const { bashState: state } = shell;
  const stack = stackOf(shell);
  if (word === undefined) {
    if (stack.length < 2) throw fail(shell, 'no other directory');
    const [current, next, ...rest] = stack;
    yield* changeTo(shell, [next!]);
    state.directories = [current!, ...rest];
    return yield* list(shell);
  }
  const place = placeOf(shell, word);
  if (place !== undefined) {
    const turned = [...stack.slice(place), ...stack.slice(0, place)];
    yield* changeTo(shell, [turned[0]!]);
    state.directories = turned.slice(1);
    return yield* list(shell);
  }
  if (word[0] === '-' && word !== '-') throw usageError(shell, 'pushd', `${word}: invalid number`);
  if (stays) state.directories = [word, ...state.directories];
  else {
    yield* changeTo(shell, [word]);
    state.directories = [stack[0]!, ...state.directories];
  }
  return yield* list(shell);
}

function* popd(shell: Shell, words: readonly string[]): Step<number> {
  const stays = words[1] === '-n';
  const [word] = words.slice(stays ? 2 : 1);
  const { bashState: state } = shell;
  if (word !== undefined && !/^[-+]\d+$/.test(word))
    throw usageError(shell, 'popd', `${word}: invalid argument`);
  if (state.directories.length === 0) throw fail(shell, 'directory stack empty');
  const place = placeOf(shell, word) ?? (stays ? 1 : 0);
  if (place === 0) {
    const [next, ...rest] = state.directories;
    yield* changeTo(shell, [next!]);
    state.directories = rest;
  } else state.directories = state.directories.filter((_, index) => index !== place - 1);
  return yield* list(shell);
}

function* dirs(shell: Shell, words: readonly string[]): Step<number> {
  const indexed = words.slice(1).find((word) => /^[-+]\d+$/.test(word));
  const { flags, operands } = parseFlags(
    shell,
    words.filter((word) => word !== indexed),
    'clpv',
  );
  if (operands.length) throw usageError(shell, 'dirs', `${operands[0]}: invalid option`);
  if (flags.has('c')) {
    shell.bashState.directories = [];
    return 0;
  }
  const show = (path: string): string => (flags.has('l') ? path : shownDirectory(shell, path));
  const stack = stackOf(shell).map(show);
  if (indexed) yield* wait(say(shell, `${stack[placeOf(shell, indexed)!]}\n`));
  else if (flags.has('v'))
    yield* wait(say(shell, stack.map((path, index) => `${String(index).padStart(2)}  ${path}\n`).join('')));
  else yield* wait(say(shell, flags.has('p') ? `${stack.join('\n')}\n` : `${stack.join(' ')}\n`));
  return 0;
}

/** `shopt -s cdable_vars`: what is no directory may be the name of a variable that holds one. */
function* namedByVariable(shell: Shell, target: string): Step<string | undefined> {
  const value = shell.bashState.shopt.has('cdable_vars') && getVariable(shell.variables, target);
  return value && (yield* wait(exists(shell.sys, value))) ? value : undefined;
}

function* cd(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'LPe@');
  if (operands.length > 1) throw fail(shell, 'too many arguments');
  const [target] = operands;
  if (target === '') return 0;
  try {
    return yield* changeTo(shell, operands, flags);
  } catch (error) {
    const code = errnoOf(error);
    if (!(error instanceof CommandFailure) && code === undefined) throw error;
    const named = target === undefined ? undefined : yield* namedByVariable(shell, target);
    if (named) {
      const status = yield* changeTo(shell, [named], flags);
      yield* wait(say(shell, `${here(shell)}\n`));
      return status;
    }
    throw code === undefined ? error : fail(shell, `${target}: ${strerror(code)}`);
  }
}

export const directoryBuiltins: BuiltinTable = {
  cd: { run: cd },
  pushd: { run: pushd },
  popd: { run: popd },
  dirs: { run: dirs },
};
