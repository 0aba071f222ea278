/** history, fc. @see bash manual, 9.2 */
import { errnoOf, O_APPEND, O_TRUNC, strerror } from '../../../posix/index.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { historyFile, pushEntry, readHistory, writeEntries } from '../../editor/history.ts';
import { runText } from '../../run-text.ts';
import { complain, type Shell, writeText } from '../../shell.ts';
import { type Step, wait } from '../../step.ts';
import { getVariable } from '../../variables.ts';
import { expandWord } from '../history-expansion.ts';
import { discard } from '../values.ts';
import { fail, parseFlags, say } from './options.ts';

function* history(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'canrwpsd:');
  const { entries } = shell.history;
  const files = [...flags].filter((flag) => 'anrw'.includes(flag));
  if (files.length > 1) throw fail(shell, 'cannot use more than one of -anrw');
  if (flags.has('c')) {
    entries.length = 0;
    shell.history.unsaved = 0;
    if (operands.length === 0) return 0;
  }
  if (flags.has('s')) {
    if (operands.length) yield* wait(pushEntry(shell, shell.history, operands.join(' ')));
    return 0;
  }
  if (flags.has('p')) return yield* printExpanded(shell, operands);
  if (values.has('d')) return deleteEntries(shell, values.get('d')!);
  if (files.length) return yield* useFile(shell, files[0]!, operands[0]);
  if (flags.has('c')) return 0;
  const [count] = operands;
  if (count !== undefined && !/^[-+]?\d+$/.test(count))
    throw fail(shell, `${count}: numeric argument required`);
  if (operands.length > 1) throw discard(shell, 'too many arguments');
  const first = count === undefined ? 0 : Math.max(entries.length - Math.abs(Number(count)), 0);
  const text = entries
    .slice(first)
    .map((entry, index) => `${String(first + index + 1).padStart(5)}  ${entry}\n`);
  yield* wait(say(shell, text.join('')));
  return 0;
}

/** `-p`: what the history makes of words, printed and not kept. */
function* printExpanded(shell: Shell, words: readonly string[]): Step<number> {
  let status = 0;
  for (const word of words) {
    const expanded = expandWord(shell, word);
    if (expanded !== undefined) yield* wait(say(shell, `${expanded}\n`));
    else {
      yield* wait(complain(shell, `${word}: history expansion failed`));
      status = 1;
    }
  }
  return status;
}

/** `-d 3`, `-d -1` from the end, `-d 2-5`. */
function deleteEntries(shell: Shell, text: string): number {
  const { entries } = shell.history;
  const [, from, to] = /^([-+]?\d+)(?:-([-+]?\d+))?$/.exec(text) ?? [];
  const placeOf = (word: string | undefined): number => {
    const place = word?.startsWith('-') ? entries.length + Number(word) : Number(word) - 1;
    if (place >= 0 && place < entries.length) return place;
    throw fail(shell, `${word ?? text}: history position out of range`);
  };
  const first = placeOf(from);
  const last = to === undefined ? first : placeOf(to);
  entries.splice(first, Math.max(last - first + 1, 0));
  return last < first ? 1 : 0;
}

/** `-a`, `-n`, `-r`, `-w`. */
function* useFile(shell: Shell, action: string, given: string | undefined): Step<number> {
  const { history: kept } = shell;
  // Only a shell with a person has a file that nobody named.
  const own = shell.interactive ? historyFile(shell) : getVariable(shell.variables, 'HISTFILE');
  // Without one readline's own default is used, but for -a, which has nowhere to append.
  const path = given || own || `${getVariable(shell.variables, 'HOME') ?? ''}/.history`;
  if (action === 'a' && !given && !own) return kept.unsaved ? 1 : 0;
  try {
    if (action === 'a') {
      // What a person enters is in the file at once.
      if (!shell.interactive || path !== own) {
        const entries = kept.entries.slice(kept.entries.length - kept.unsaved);
        yield* wait(writeEntries(shell, path, O_APPEND, entries));
        if (path === own) kept.appended.push(...entries);
      }
      kept.unsaved = 0;
    } else if (action === 'w') yield* wait(writeEntries(shell, path, O_TRUNC, kept.entries));
    else {
      const all = yield* wait(readHistory(shell, path));
      const { appended } = kept;
      let lines = all;
      if (action === 'n') {
        // Others append to the file as well; what came from here is known.
        lines = all.slice(kept.linesRead).filter((line) => line !== appended[0] || !appended.shift());
      }
      kept.entries.push(...lines);
      kept.linesRead = all.length;
      kept.appended = [];
    }
    return 0;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    if (action === 'a') throw fail(shell, `${path}: cannot create: ${strerror(code)}`);
    return 1;
  }
}

/** `fc -l` lists, `fc -s` runs again; there is no editor to put them into. */
function* fc(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(
    shell,
    words.map((word) => (/^-\d+$/.test(word) ? `\0${word}` : word)),
    'lnrse:',
  );
  const { entries } = shell.history;
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
