/** The environment of programs: exported functions are variables there. @see bash manual, 3.3 */
import type { Env } from '../../kernel/index.ts';
import { fileQuestions } from '../file-questions.ts';
import { createReader, parseLine } from '../parser.ts';
import { runForked, waitForChild } from '../process.ts';
import { SyntaxProblem } from '../reader.ts';
import { type Shell, writeText } from '../shell.ts';
import { runBuiltin } from '../simple.ts';
import { type Step, wait } from '../step.ts';
import { builtins } from './builtins/table.ts';
import { textWord } from './parse-words.ts';
import { functionText } from './print-command.ts';
import { quoteValue } from './quote.ts';

const NAME = /^BASH_FUNC_(.+)%%$/;

export function environment(shell: Shell, env: Env): Env {
  const { exportedFunctions } = shell.bashState;
  if (exportedFunctions.size === 0) return env;
  const all: Record<string, string> = { ...env };
  for (const name of exportedFunctions) {
    const body = shell.functions.get(name);
    if (body)
      all[`BASH_FUNC_${name}%%`] = functionText(name, body)
        .slice(name.length + 1)
        .replace(/^\(\) \n\{ \n/, '() { ')
        .trimEnd();
  }
  return all;
}

/** Defines the functions that the environment brought. */
export function importFunctions(shell: Shell, env: Env): void {
  for (const [variable, value] of Object.entries(env)) {
    const name = NAME.exec(variable)?.[1];
    if (name === undefined || !value.startsWith('() {')) continue;
    try {
      const reader = createReader(`${name} ${value}`, shell);
      const command = parseLine(reader)?.[0]?.command;
      if (command?.kind !== 'function') continue;
      shell.functions.set(name, command.body);
      shell.bashState.exportedFunctions.add(name);
      shell.bashState.functionSources.set(name, 'environment');
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
    }
  }
}

/** A program that takes the shell's place is no deeper than it. */
export function leavingEnvironment(shell: Shell, env: Env): Env {
  const level = Number(env['SHLVL']);
  return shell.subshell || !level ? env : { ...env, SHLVL: String(level - 1) };
}

/** `shopt -s autocd`: a person's command that is a folder is entered. */
export function* enterFolder(shell: Shell, words: readonly string[]): Step<number | undefined> {
  if (!shell.interactive || !shell.bashState.shopt.has('autocd')) return undefined;
  if (!(yield* wait(fileQuestions(shell.sys).is('-d', words[0]!)))) return undefined;
  yield* wait(writeText(shell.sys, 2, `cd -- ${words.map(quoteValue).join(' ')}\n`));
  return yield* runBuiltin(shell, builtins().get('cd')!, ['cd', '--', ...words]);
}

/** `command_not_found_handle`, if there is one, in a subshell. */
export function* handleNotFound(shell: Shell, words: readonly string[]): Step<number | undefined> {
  const entered = yield* enterFolder(shell, words);
  if (entered !== undefined) return entered;
  const body = shell.functions.get('command_not_found_handle');
  if (!body) return undefined;
  const call = {
    kind: 'simple',
    assignments: [],
    redirects: [],
    line: shell.line,
    text: words.join(' '),
  } as const;
  const command = { ...call, words: ['command_not_found_handle', ...words].map(textWord) };
  return yield* waitForChild(shell, runForked(shell, { kind: 'command', command }, {}));
}
