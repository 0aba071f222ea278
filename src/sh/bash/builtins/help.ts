/** help: synopses and one line about each; the long texts are in bash's manual. @see bash manual, 4.2 */
import type { BuiltinTable } from '../../builtins/types.ts';
import { complain, type Shell } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { VERSION } from '../dynamic.ts';
import { compilePattern } from '../pattern.ts';
import { fail, parseFlags, say } from './options.ts';
import { summaries, usages } from './usages.ts';

function* help(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'dms');
  if (flags.has('m')) throw fail(shell, '-m: not supported here');
  if (operands.length === 0) {
    yield* wait(say(shell, overview(shell)));
    return 0;
  }
  if (/[*?[]/.test(operands[0]!)) {
    const keywords = `keyword${operands.length > 1 ? 's' : ''}`;
    yield* wait(say(shell, `Shell commands matching ${keywords} \`${operands.join(', ')}'\n\n`));
  }
  let found = false;
  for (const operand of operands) {
    for (const topic of topicsOf(shell, operand)) {
      found = true;
      const usage = `${topic}: ${usages[topic]}\n`;
      if (flags.has('d')) yield* wait(say(shell, `${topic} - ${summaries[topic]}.\n`));
      else yield* wait(say(shell, flags.has('s') ? usage : `${usage}    ${summaries[topic]}.\n`));
    }
  }
  if (found) return 0;
  const last = operands.at(-1);
  yield* wait(
    complain(
      shell,
      `no help topics match \`${last}'.  Try \`help help' or \`man -k ${last}' or \`info ${last}'.`,
    ),
  );
  return 1;
}

/** The topic of that name or those that a pattern matches; if there are none, those that begin so. */
function topicsOf(shell: Shell, operand: string): string[] {
  const pattern = compilePattern(shell, operand);
  const all = Object.keys(usages);
  const exact = all.filter((topic) => topic === operand || pattern.matches(topic));
  return exact.length ? exact : all.filter((topic) => topic.startsWith(operand));
}

/** All synopses in two columns. */
function overview(shell: Shell): string {
  const topics = Object.keys(usages);
  const columns = Number(getVariable(shell.variables, 'COLUMNS')) || 80;
  const width = Math.min(Math.floor(columns / 2), 256);
  const rows = Math.ceil(topics.length / 2);
  const cell = (topic: string, room: number): string => {
    const text = `${shell.bashState.disabled.has(topic) ? '*' : ' '}${usages[topic]}`;
    return text.length > room ? `${text.slice(0, room - 1)}>` : text;
  };
  let text = `GNU bash, version ${VERSION} (x86_64-pc-linux-gnu)
These shell commands are defined internally.  Type \`help' to see this list.
Type \`help name' to find out more about the function \`name'.
Use \`info bash' to find out more about the shell in general.
Use \`man -k' or \`info' to find out more about commands not in this list.

A star (*) next to a name means that the command is disabled.

`;
  for (let row = 0; row < rows; row++) {
    const left = cell(topics[row]!, width - 1);
    const right = topics[row + rows];
    text += right === undefined ? `${left}\n` : `${left.padEnd(width)}${cell(right, width - 2)}\n`;
  }
  return text;
}

export const helpBuiltins: BuiltinTable = { help: { run: help } };
