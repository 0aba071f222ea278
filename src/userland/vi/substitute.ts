/** `:s/old/new/`: plain text for plain text, as busybox without its regular expressions has it. */
import { complain, type Editor, insert, remove, say } from './editor.ts';
import { lineAt, lineEnd, lineStart, nextLine } from './lines.ts';
import { locate } from './search.ts';

/** Replaces in lines `first` to `last`; in each the first place, with `g` all. */
export function substitute(editor: Editor, words: string, first: number, last: number): void {
  const separator = words[0];
  if (separator === undefined) {
    complain(editor, "':s' is not implemented");
    return;
  }
  const [wanted = '', replacement = '', flags = ''] = words.slice(1).split(separator);
  const old = wanted || editor.search.slice(1);
  if (old === '') {
    complain(editor, 'No previous search');
    return;
  }
  if (wanted !== '') editor.search = `/${wanted}`;
  const everywhere = flags.includes('g');
  let count = 0;
  let changedLines = 0;
  let at: number | undefined = lineAt(editor.text, first);
  for (let line = first; line <= last && at !== undefined; line++) {
    let from: number = at;
    let changed = false;
    for (;;) {
      const found = locate(editor, old, from, 'forward');
      if (found === undefined || found + old.length > lineEnd(editor.text, at)) break;
      remove(editor, found, old.length, { chained: count > 0 });
      insert(editor, found, replacement, { chained: true });
      editor.dot = found;
      changed = true;
      count++;
      from = found + replacement.length;
      if (!everywhere) break;
    }
    if (changed) changedLines++;
    at = nextLine(editor.text, at);
  }
  if (count === 0) {
    complain(editor, 'No match');
    return;
  }
  editor.dot = lineStart(editor.text, editor.dot);
  if (count > 1) say(editor, `${count} substitutions on ${changedLines} lines`);
}
