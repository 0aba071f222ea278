/** Built-ins that are also applets: echo, printf, test, `[`, `[[`, pwd, true, false. */

import { chain, type Maybe } from '../../base/index.ts';
import { writeAll } from '../../kernel/index.ts';
import { evaluateTest, formatEcho, loadPrintf } from '../../posix/index.ts';
import { complainAsApplet } from '../complaints.ts';
import { fileQuestions } from '../file-questions.ts';
import { type Shell, writeText } from '../shell.ts';
import { getVariable } from '../variables.ts';
import { parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

function echo(shell: Shell, words: readonly string[]): Maybe<number> {
  return chain(writeAll(shell.sys, 1, formatEcho(words.slice(1))), () => 0);
}

/** Once it is there: a loop of printf must not wait. */
let formatPrintf: Awaited<ReturnType<typeof loadPrintf>>['formatPrintf'] | undefined;

function printf(shell: Shell, words: readonly string[]): Maybe<number> {
  const [, first, ...rest] = words;
  const [format, ...args] = first === '--' ? rest : first === undefined ? [] : [first, ...rest];
  if (format === undefined)
    return chain(complainAsApplet(shell, 'usage: printf FORMAT [ARGUMENT...]'), () => 2);
  if (!formatPrintf) {
    return loadPrintf().then((late) => {
      formatPrintf = late.formatPrintf;
      return printf(shell, words);
    });
  }
  const { output, errors, status } = formatPrintf(format, args);
  return chain(writeAll(shell.sys, 1, output), () => {
    if (errors.length === 0) return status;
    return chain(complainAsApplet(shell, ...errors), () => status);
  });
}

function test(shell: Shell, words: readonly string[]): Maybe<number> {
  const name = words[0]!;
  const close = name === '[' ? ']' : name === '[[' ? ']]' : undefined;
  let args = words.slice(1);
  if (close !== undefined) {
    if (args.at(-1) !== close) return chain(complainAsApplet(shell, `missing ${close}`), () => 2);
    args = args.slice(0, -1);
    if (name === '[[') args = args.map((word) => (word === '&&' ? '-a' : word === '||' ? '-o' : word));
  }
  return chain(evaluateTest(args, fileQuestions(shell.sys), name === '[['), ({ status, error }) =>
    error === undefined ? status : chain(complainAsApplet(shell, error), () => status),
  );
}

function pwd(shell: Shell, words: readonly string[]): Maybe<number> {
  const { flags } = parseFlags(shell, words, 'LP');
  const physical = flags.has('P');
  const logical = getVariable(shell.variables, 'PWD');
  const directory = physical || !logical?.startsWith('/') ? shell.sys.getcwd() : logical;
  return chain(writeText(shell.sys, 1, `${directory}\n`), () => 0);
}

export const outputBuiltins: BuiltinTable = {
  echo: { run: echo },
  printf: { run: printf },
  test: { run: test },
  '[': { run: test },
  '[[': { run: test },
  pwd: { run: pwd },
  true: { run: () => 0 },
  false: { run: () => 1 },
  ':': { special: true, run: () => 0 },
};
