/** getopts, in both shells: the place within an operand is the shell's own. @see POSIX.1-2024, XCU getopts */
import { assign } from '../assign.ts';
import { type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable, unsetVariable } from '../variables.ts';

/** In what the shells differ. */
export interface GetoptsHabits {
  /** Whether OPTIND names the operand after the one that is being looked at, or that one until it is done. */
  readonly ahead: boolean;
  /** OPTARG of an option without an argument. */
  readonly none: string | undefined;
  /** Characters that are never options. */
  readonly never: string;
  /** The line about an option that there is not, or that has no argument. */
  complaint(shell: Shell, letter: string, known: boolean): string;
  /** Called before the variable gets its value. @throws {CommandFailure} */
  checkName(shell: Shell, name: string): void;
}

export function* getopts(
  shell: Shell,
  letters: string,
  name: string,
  operands: readonly string[],
  habits: GetoptsHabits,
): Step<number> {
  const args = operands.length ? operands : shell.parameters;
  const silent = letters.startsWith(':');
  const quiet = silent || getVariable(shell.variables, 'OPTERR') === '0';
  const { index } = shell.getopts;
  let { offset } = shell.getopts;
  let at = offset > 0 && habits.ahead ? index - 2 : index - 1;
  const finish = (letter: string, argument: string | undefined, status = 0): number => {
    const next = offset > 0 && habits.ahead ? at + 2 : at + 1;
    assign(shell, 'OPTIND', String(next));
    shell.getopts = { index: next, offset };
    if (argument === undefined) unsetVariable(shell.variables, 'OPTARG');
    else assign(shell, 'OPTARG', argument);
    habits.checkName(shell, name);
    assign(shell, name, letter);
    return status;
  };
  let word = offset > 0 ? args[at] : undefined;
  if (word === undefined || offset >= word.length) {
    offset = 0;
    at = index - 1;
    word = args[at];
    if (word === undefined || word[0] !== '-' || word === '-') return finish('?', undefined, 1);
    if (word === '--') {
      at++;
      return finish('?', undefined, 1);
    }
    offset = 1;
  }
  const letter = word[offset++]!;
  const place = habits.never.includes(letter) ? -1 : letters.indexOf(letter, silent ? 1 : 0);
  const takes = place >= 0 && letters[place + 1] === ':';
  const rest = word.slice(offset);
  if (rest === '' || takes) {
    at++;
    offset = 0;
  }
  if (place >= 0) {
    if (!takes) return finish(letter, habits.none);
    if (rest !== '') return finish(letter, rest);
    const argument = args[at];
    if (argument !== undefined) {
      at++;
      return finish(letter, argument);
    }
  }
  if (silent) return finish(place < 0 ? '?' : ':', letter);
  if (!quiet) yield* wait(writeText(shell.sys, 2, `${habits.complaint(shell, letter, place >= 0)}\n`));
  return finish('?', undefined);
}
