/** alias, unalias: start-up files are made of them. */
import { describe, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { quoteSingle } from '../trace.ts';
import { parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

function* alias(shell: Shell, words: readonly string[]): Step<number> {
  if (words.length === 1) {
    for (const [name, value] of [...shell.aliases].sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield* wait(writeText(shell.sys, 1, aliasLine(shell, name, value)));
    }
    return 0;
  }
  let status = 0;
  for (const word of words.slice(1)) {
    const equals = word.indexOf('=', 1);
    if (equals > 0) {
      shell.aliases.set(word.slice(0, equals), word.slice(equals + 1));
      continue;
    }
    const value = shell.aliases.get(word);
    if (value !== undefined) yield* wait(writeText(shell.sys, 1, aliasLine(shell, word, value)));
    else {
      const text =
        shell.dialect.name === 'ash' ? `alias: ${word} not found` : describe(shell, `${word}: not found`);
      yield* wait(writeText(shell.sys, 2, `${text}\n`));
      status = 1;
    }
  }
  return status;
}

function aliasLine(shell: Shell, name: string, value: string): string {
  return `${shell.dialect.name === 'bash' ? 'alias ' : ''}${name}=${quoteSingle(value)}\n`;
}

function* unalias(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'a');
  if (flags.has('a')) shell.aliases.clear();
  let status = 0;
  for (const name of operands) {
    if (shell.aliases.delete(name)) continue;
    status = 1;
    const text =
      shell.dialect.name === 'ash' ? `unalias: ${name} not found` : describe(shell, `${name}: not found`);
    yield* wait(writeText(shell.sys, 2, `${text}\n`));
  }
  return status;
}

export const aliasBuiltins: BuiltinTable = {
  alias: { run: alias },
  unalias: { run: unalias },
};
