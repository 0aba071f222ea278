/** What bash does around a prompt: PROMPT_COMMAND, PS0, the history in what is entered. @see bash manual, 6.9, 9.3 */

import { promptEscapes } from '../prompt-escapes.ts';
import { expandPrompt } from '../prompt-text.ts';
import { runText } from '../run-text.ts';
import { type Shell, ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { expandHistory } from './history-expansion.ts';
import { listOf } from './values.ts';

/** Runs PROMPT_COMMAND, which may be a list; `$?` stays. */
export function* beforePrompt(shell: Shell): Step<void> {
  const { values } = listOf(shell, 'PROMPT_COMMAND');
  const { status } = shell;
  const { pipeStatus, lastArgument } = shell.bashState;
  for (const command of values) {
    try {
      yield* runText(shell, command, { line: 1 });
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    }
    shell.status = status;
  }
  Object.assign(shell.bashState, { pipeStatus, lastArgument });
}

/** What was entered with its history put in; undefined where it is not to run. */
export function* afterEntering(shell: Shell, line: string): Step<string | undefined> {
  const expanded = expandHistory(shell, line);
  if (typeof expanded === 'string') {
    yield* wait(writeText(shell.sys, 2, `${shell.arg0}: ${expanded}\n`));
    return undefined;
  }
  if (expanded.changed) yield* wait(writeText(shell.sys, 2, `${expanded.text}\n`));
  return expanded.printOnly ? undefined : expanded.text;
}

/** PS0, before a command runs. */
export function* beforeRunning(shell: Shell): Step<void> {
  const text = yield* promptEscapes(shell, yield* expandPrompt(shell, 'PS0', ''));
  if (text) yield* wait(writeText(shell.sys, 2, text.replace(/[\x01\x02]/g, '')));
}
