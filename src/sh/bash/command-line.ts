/** What only bash takes on its command line. @see bash manual, 6.1 "Invoking Bash" */
import { describe, type Shell, ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable, setVariable } from '../variables.ts';
import { switchOption } from './builtins/settings.ts';
import { VERSION } from './dynamic.ts';
import { bashOptions } from './option-names.ts';
import { shoptNames } from './state.ts';

const IGNORED = new Set(['--norc', '--noprofile', '--noediting', '--rcfile', '--init-file', '--debugger']);

/** Obeys long options, `-O` and letters that ash has not; answers whether there is nothing to run. */
export function* takeLongOptions(shell: Shell, words: readonly string[]): Step<boolean> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--version' || word === '--help') {
      yield* wait(writeText(shell.sys, 1, word === '--version' ? versionText() : HELP));
      return true;
    }
    if (word === '-O' || word === '+O') {
      const name = words[++at]!;
      if (!shoptNames.includes(name)) throw wrong(shell, `${name}: invalid shell option name`);
      if (word === '-O') shell.bashState.shopt.add(name);
      else shell.bashState.shopt.delete(name);
    } else if (word === '--posix') yield* switchOption(shell, 'posix', true);
    else if (word === '--verbose') yield* switchOption(shell, 'verbose', true);
    else if (word === '--rcfile' || word === '--init-file') at++;
    else if (/^[-+].$/.test(word)) {
      const option = bashOptions.find(({ letter }) => letter === word[1])!;
      yield* switchOption(shell, option.name, word[0] === '-');
    } else if (!IGNORED.has(word)) throw wrong(shell, `${word}: invalid option`);
  }
  return false;
}

function wrong(shell: Shell, message: string): ShellError {
  return new ShellError(describe(shell, message).replace(/line \d+: /, ''), 2);
}

function versionText(): string {
  return `GNU bash, version ${VERSION} (x86_64-pc-linux-gnu)\nStrata's own shell, which does what that bash does.\n`;
}

const HELP =
  'Usage:\tbash [GNU long option] [option] ...\n\tbash [GNU long option] [option] script-file ...\n';

export function noteCommandLine(shell: Shell, text: string): void {
  setVariable(shell.variables, 'BASH_EXECUTION_STRING', text);
}

/** BASH_ENV, which a shell without a person reads. */
export function startUpScript({ variables, options }: Shell): string | undefined {
  return options.login ? undefined : getVariable(variables, 'BASH_ENV') || undefined;
}
