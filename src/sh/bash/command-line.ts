/** What only bash takes on its command line. @see bash manual, 6.1 "Invoking Bash" */
import { describe, type Shell, ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable, setVariable } from '../variables.ts';
import { switchOption } from './builtins/settings.ts';
import { VERSION } from './dynamic.ts';
import { bashOptions, lacksOption } from './option-names.ts';
import { shoptNames, switchShopt } from './state.ts';

/** What the start-up reads of the command line itself (main.ts). */
const OF_START_UP = new Set(['--norc', '--noprofile']);
const RC_FILE = /^--(?:rcfile|init-file)$/;
/** Of other bashes, and not of this one. */
const LACKING = new Set(
  ['debug', 'debugger', 'dump-po-strings', 'dump-strings', 'noediting', 'pretty-print', 'restricted'].map(
    (name) => `--${name}`,
  ),
);

/** Obeys long options, `-O` and letters that ash has not; answers whether there is nothing to run. */
export function* takeLongOptions(shell: Shell, words: readonly string[]): Step<boolean> {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--version' || word === '--help') {
      yield* wait(writeText(shell.sys, 1, versionText() + (word === '--help' ? `${USAGE}\n` : '')));
      return true;
    }
    if (word === '-O' || word === '+O') {
      const name = words[++at]!;
      if (!shoptNames.includes(name)) throw wrong(shell, `${name}: invalid shell option name`);
      if (!switchShopt(shell, name, word === '-O')) throw wrong(shell, `${name}: not supported here`);
    } else if (/^[-+]o$/.test(word)) {
      const name = words[++at]!;
      if (lacksOption(shell, name, word === '-o')) throw wrong(shell, `${name}: not supported here`);
      if (!(yield* switchOption(shell, name, word === '-o')))
        // bash takes itself for the built-in, in a line before the first.
        throw wrong(
          shell,
          name
            ? `line 0: ${shell.arg0}: ${name}: invalid option name`
            : `${word}: option requires an argument`,
        );
    } else if (word === '--posix') yield* switchOption(shell, 'posix', true);
    else if (word === '--verbose') yield* switchOption(shell, 'verbose', true);
    else if (RC_FILE.test(word)) {
      if (!words[++at]) throw wrong(shell, `${word.slice(2)}: option requires an argument`);
    } else if (/^[-+].$/.test(word)) yield* switchLetter(shell, word);
    else if (LACKING.has(word)) throw wrong(shell, `${word}: not supported here`);
    else if (!OF_START_UP.has(word)) throw wrong(shell, `${word}: invalid option`, `\n${USAGE}`);
  }
  return false;
}

function* switchLetter(shell: Shell, word: string): Step<void> {
  const option = bashOptions.find(({ letter }) => letter === word[1]);
  if (/^-[rD]$/.test(word)) throw wrong(shell, `${word}: not supported here`);
  if (!option) throw wrong(shell, `${word}: invalid option`, `\n${USAGE}`);
  if (lacksOption(shell, option.name, word[0] === '-')) throw wrong(shell, `${word}: not supported here`);
  yield* switchOption(shell, option.name, word[0] === '-');
  if (word !== '-p') return;
  // A privileged shell has no functions of the environment.
  const { exportedFunctions } = shell.bashState;
  for (const name of exportedFunctions) shell.functions.delete(name);
  exportedFunctions.clear();
}

/** The files of an interactive shell: `--rcfile` takes the place of the person's own. */
export function startUpFiles(usual: readonly string[], words: readonly string[]): readonly string[] {
  const at = words.findLastIndex((word) => RC_FILE.test(word));
  return at < 0 ? usual : [...usual.slice(0, -1), words[at + 1]!];
}

function wrong(shell: Shell, message: string, usage = ''): ShellError {
  return new ShellError(describe(shell, message).replace(/line \d+: /, '') + usage, 2);
}

function versionText(): string {
  return `GNU bash, version ${VERSION} (x86_64-pc-linux-gnu)\nStrata's own shell, which does what that bash does.\n`;
}

const USAGE = `Usage:\tbash [GNU long option] [option] ...
\tbash [GNU long option] [option] script-file ...
GNU long options:
${'debug debugger dump-po-strings dump-strings help init-file login noediting noprofile norc posix pretty-print rcfile restricted verbose version'
  .split(' ')
  .map((name) => `\t--${name}\n`)
  .join('')}Shell options:
\t-ilrsD or -c command or -O shopt_option\t\t(invocation only)
\t-abefhkmnptuvxBCEHPT or -o option`;

export function noteCommandLine(shell: Shell, text: string): void {
  setVariable(shell.variables, 'BASH_EXECUTION_STRING', text);
}

/** BASH_ENV, which a shell without a person reads. */
export function startUpScript({ variables, options, bashState }: Shell): string | undefined {
  return options.login || bashState.options.has('privileged')
    ? undefined
    : getVariable(variables, 'BASH_ENV') || undefined;
}
