/** `=~`: POSIX extended regular expressions, whose groups are left in BASH_REMATCH. */
import { binaryOf, bytesOfBinary, compileRegex, textOf } from '../../posix/index.ts';
import type { Word } from '../ast.ts';
import { expandText } from '../expand.ts';
import type { Shell } from '../shell.ts';
import type { Step } from '../step.ts';
import { assignList, putRecord } from './values.ts';

/** @throws {RegexError} */
export function* matchRegex(shell: Shell, text: string, word: Word): Step<number> {
  const source = yield* regexSource(shell, word);
  const ignoreCase = shell.bashState.shopt.has('nocasematch');
  const subject = binaryOf(text);
  const match = compileRegex(binaryOf(source), { extended: true, ignoreCase }).exec(subject, 0);
  putRecord(shell, 'BASH_REMATCH', { value: undefined, traits: {}, readonly: false });
  const groups = match ? match.groups.map((group) => textOf(bytesOfBinary(group ?? ''))) : [];
  assignList(
    shell,
    'BASH_REMATCH',
    groups.map((value) => ({ value })),
    false,
  );
  return match ? 0 : 1;
}

/** Quoted characters stand for themselves. */
function* regexSource(shell: Shell, word: Word): Step<string> {
  let source = '';
  for (const part of word.parts) {
    const text =
      part.kind === 'text' ? part.text : yield* expandText(shell, { parts: [part], plain: undefined });
    const quoted = 'quoted' in part && part.quoted;
    source += quoted ? text.replace(/[\\^$.[\]|()?*+{}]/g, '\\$&') : text;
  }
  return source;
}
