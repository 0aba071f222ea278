/** What a name means as a command: type, command -v, hash; help and history. */
import { chain } from '../../base/index.ts';
import { exists } from '../file-questions.ts';
import { isKeyword } from '../parser.ts';
import { searchProgram } from '../program.ts';
import { complain, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { quoteSingle } from '../trace.ts';
import { getVariable } from '../variables.ts';
import { builtins } from './index.ts';
import { parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

/** One line a name; `long` as type and command -V. Answers 127 where the last was not found. */
export function* describeCommands(shell: Shell, names: readonly string[], long: boolean): Step<number> {
  let status = 0;
  for (const name of names) {
    const text = yield* describeCommand(shell, name, long);
    if (text === undefined) {
      status = 127;
      if (long) yield* wait(writeText(shell.sys, 1, `${name}: not found\n`));
    } else yield* wait(writeText(shell.sys, 1, `${text}\n`));
  }
  return status;
}

function* describeCommand(shell: Shell, name: string, long: boolean): Step<string | undefined> {
  if (isKeyword(name)) return long ? `${name} is a shell keyword` : name;
  const alias = shell.aliases.get(name);
  if (alias !== undefined)
    return long ? `${name} is an alias for ${alias}` : `alias ${name}=${quoteSingle(alias)}`;
  const builtin = builtins.get(name);
  if (builtin?.special) return long ? `${name} is a special shell builtin` : name;
  if (shell.functions.has(name)) return long ? `${name} is a function` : name;
  if (builtin) return long ? `${name} is a shell builtin` : name;
  const path = name.includes('/')
    ? (yield* wait(exists(shell.sys, name)))
      ? name
      : undefined
    : yield* searchProgram(shell, name, getVariable(shell.variables, 'PATH') ?? '');
  if (path === undefined) return undefined;
  if (!long) return path;
  return `${name} is ${shell.hash.has(name) && !name.includes('/') ? 'a tracked alias for ' : ''}${path}`;
}

function* hash(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'r');
  if (flags.has('r')) {
    shell.hash.clear();
    return 0;
  }
  if (operands.length === 0) {
    for (const { path } of shell.hash.values()) yield* wait(writeText(shell.sys, 1, `${path}\n`));
    return 0;
  }
  let status = 0;
  for (const name of operands) {
    if (builtins.has(name) || shell.functions.has(name) || name.includes('/')) continue;
    const path = yield* searchProgram(shell, name, getVariable(shell.variables, 'PATH') ?? '');
    if (path !== undefined) shell.hash.set(name, { path, hits: 0 });
    else {
      yield* wait(complain(shell, `${name}: not found`));
      status = 1;
    }
  }
  return status;
}

function type(shell: Shell, words: readonly string[]): Step<number> {
  return describeCommands(shell, words.slice(1), true);
}

function help(shell: Shell): ReturnType<typeof chain<void, number>> {
  const text = [...builtins.keys()].sort().join(' ');
  const lines = text.match(/.{1,62}(?= |$)/g)!.map((line) => `\t${line.trim()}\n`);
  return chain(writeText(shell.sys, 1, `Built-in commands:\n------------------\n${lines.join('')}`), () => 0);
}

/** The history of an interactive shell, oldest first. */
function history(shell: Shell): ReturnType<typeof chain<void, number>> {
  // busybox counts from 0.
  const text = shell.history.entries
    .map((entry, index) => `${String(index).padStart(5)} ${entry}\n`)
    .join('');
  return chain(writeText(shell.sys, 1, text), () => 0);
}

export const lookupBuiltins: BuiltinTable = {
  hash: { run: hash },
  type: { run: type },
  help: { run: help },
  history: { run: history },
};
