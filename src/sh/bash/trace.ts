/** `set -x` in bash: PS4's first character is repeated by how indirect a command is, values are quoted where there is need. */
import type { Fd } from '../../kernel/index.ts';
import { expandPrompt } from '../prompt-text.ts';
import { type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { getVariable } from '../variables.ts';
import { quoteValue } from './quote.ts';

export function* traceCommand(
  shell: Shell,
  values: readonly { readonly name: string; readonly value: string }[],
  words: readonly string[],
): Step<void> {
  for (const { name, value } of values) yield* traceText(shell, `${name}=${value && quoteValue(value)}`);
  if (words.length) yield* traceText(shell, words.map(quoteValue).join(' '));
}

export function* traceText(shell: Shell, text: string): Step<void> {
  const prefix = yield* expandPrompt(shell, 'PS4', '+ ');
  const lead = prefix.slice(0, 1).repeat(shell.bashState.indirection);
  yield* wait(writeText(shell.sys, traceFd(shell), `${lead}${prefix}${text}\n`));
}

function traceFd(shell: Shell): Fd {
  const named = getVariable(shell.variables, 'BASH_XTRACEFD');
  return named && /^\d+$/.test(named) ? Number(named) : 2;
}
