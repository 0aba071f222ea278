/** eval and `.`: text that runs in the shell itself. */
import { errnoOf, strerror } from '../../posix/index.ts';
import { exists } from '../file-questions.ts';
import { isPlain } from '../late.ts';
import { readFile } from '../read-file.ts';
import { runText } from '../run-text.ts';
import { describe, type Shell, ShellError } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { environmentOf } from '../variables.ts';
import { failWith, parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

function* evaluate(shell: Shell, words: readonly string[]): Step<number> {
  const text = words.slice(1).join(' ');
  shell.status = 0;
  return yield* runText(shell, text, { line: shell.line, tested: shell.tested, name: 'eval' });
}

function* source(shell: Shell, words: readonly string[]): Step<number> {
  const { operands } = parseFlags(shell, words, '');
  const name = operands[0];
  if (name === undefined) throw failWith(shell, 'filename argument required', 2);
  const found = name.includes('/') ? name : yield* findSource(shell, name);
  if (found === undefined && shell.dialect.name === 'ash')
    throw new ShellError(describe(shell, `${name}: not found`));
  const path = found ?? name;
  let text: string;
  try {
    text = yield* wait(readFile(shell.sys, path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    const message =
      shell.dialect.name === 'ash' ? `can't open '${name}': ${strerror(code)}` : `${name}: ${strerror(code)}`;
    throw new ShellError(describe(shell, message), shell.dialect.name === 'ash' ? 2 : 1);
  }
  const { parameters, commandName, line, loopDepth, tested } = shell;
  if (operands.length > 1) shell.parameters = operands.slice(1);
  shell.commandName = name;
  shell.sourceDepth++;
  shell.loopDepth = 0;
  shell.status = 0;
  try {
    const status = yield* runText(shell, text, { line: 1, tested, name, plain: isPlain(text) });
    if (shell.flow?.kind !== 'return') return status;
    const returned = shell.flow.status;
    shell.flow = undefined;
    return returned;
  } finally {
    shell.sourceDepth--;
    Object.assign(shell, { commandName, line, loopDepth });
    if (operands.length > 1) shell.parameters = parameters;
  }
}

function* findSource(shell: Shell, name: string): Step<string | undefined> {
  for (const directory of (environmentOf(shell.variables)['PATH'] ?? '').split(':')) {
    const path = directory === '' ? name : `${directory}/${name}`;
    if (yield* wait(exists(shell.sys, path))) return path;
  }
  return undefined;
}

export const sourceBuiltins: BuiltinTable = {
  eval: { special: true, run: evaluate },
  '.': { special: true, run: source },
  source: { special: true, run: source },
};
