/** history, fc. @see bash manual, 9.2 */
import type { BuiltinTable } from '../../builtins/types.ts';
import { runText } from '../../run-text.ts';
import { complain, type Shell, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { fail, parseFlags, say } from './options.ts';

function* history(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'canrwpsd:');
  const entries = shell.history as string[];
  if (flags.has('c')) {
    entries.length = 0;
    return 0;
  }
  if (values.has('d')) {
    const at = Number(values.get('d'));
    if (!Number.isInteger(at) || at < 1 || at > entries.length)
      throw fail(shell, `${values.get('d')}: history position out of range`);
    entries.splice(at - 1, 1);
    return 0;
  }
  if (flags.has('s')) {
    entries.push(operands.join(' '));
    return 0;
  }
  if (flags.size) return 0;
  const [count] = operands;
  if (count !== undefined && !/^-?\d+$/.test(count)) throw fail(shell, `${count}: numeric argument required`);
  const first = count === undefined ? 0 : Math.max(entries.length - Math.abs(Number(count)), 0);
  const text = entries
    .slice(first)
    .map((entry, index) => `${String(first + index + 1).padStart(5)}  ${entry}\n`);
  yield* wait(say(shell, text.join('')));
  return 0;
}

/** `fc -l` lists, `fc -s` runs again; there is no editor to put them into. */
function* fc(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(
    shell,
    words.map((word) => (/^-\d+$/.test(word) ? `\0${word}` : word)),
    'lnrse:',
  );
  const entries = shell.history;
  // The fc itself is no command of the past.
  const last = entries.length - 1;
  const placeOf = (text: string | undefined, otherwise: number): number => {
    const plain = text?.replace('\0', '');
    if (plain === undefined) return otherwise;
    if (/^-\d+$/.test(plain)) return last + Number(plain);
    if (/^\d+$/.test(plain)) return Number(plain) - 1;
    return entries.slice(0, last).findLastIndex((entry) => entry.startsWith(plain));
  };
  if (flags.has('s')) {
    const [change, pattern] = /=/.test(operands[0] ?? '') ? operands : [undefined, operands[0]];
    let text = entries[placeOf(pattern, last - 1)];
    if (text === undefined) throw fail(shell, 'no command found');
    if (change)
      text = text.replaceAll(change.slice(0, change.indexOf('=')), change.slice(change.indexOf('=') + 1));
    yield* wait(writeText(shell.sys, 2, `${text}\n`));
    return yield* runText(shell, text, { line: shell.line });
  }
  if (!flags.has('l')) {
    yield* wait(complain(shell, 'editing is not supported here: use fc -l or fc -s'));
    return 1;
  }
  if (entries.length === 0) return 1;
  const from = Math.max(placeOf(operands[0], last - 16), 0);
  const to = Math.min(placeOf(operands[1], last - 1), last);
  const lines = entries
    .slice(from, to + 1)
    .map((entry, index) => `${flags.has('n') ? '' : from + index + 1}\t ${entry}\n`);
  yield* wait(say(shell, (flags.has('r') ? lines.reverse() : lines).join('')));
  return 0;
}

export const historyBuiltins: BuiltinTable = { history: { run: history }, fc: { run: fc } };
