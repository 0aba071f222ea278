/** `set -x`: each command as it runs, on stderr behind PS4. */
import { isKeyword } from './parser.ts';
import { expandPrompt } from './prompt-text.ts';
import { type Shell, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';

export function* traceCommand(
  shell: Shell,
  values: readonly { readonly name: string; readonly value: string }[],
  words: readonly string[],
): Step<void> {
  const assignments = values.map(({ name, value }) => `${name}=${quoteTraced(value)}`);
  const named = words.map((word) => (isKeyword(word) ? quoteSingle(word) : quoteTraced(word)));
  const text = [...assignments, ...named].join(' ');
  const prefix = yield* expandPrompt(shell, 'PS4', '+ ');
  yield* wait(writeText(shell.sys, 2, `${prefix}${text}\n`));
}

/** Quotes where a character would mean something to the shell. */
function quoteTraced(text: string): string {
  return /[\x00-*;-?[\\`{-\uffff]/.test(text) ? quoteSingle(text) : text;
}

/** In single quotes; single quotes themselves in double ones, as ash shows values. */
export function quoteSingle(text: string): string {
  if (text === '') return "''";
  const quoted = text.replace(/'+|[^']+/g, (run) => (run[0] === "'" ? `"${run}"` : `'${run}'`));
  return quoted;
}
