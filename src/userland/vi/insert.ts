/** What is typed in insert and in replace mode. */
import { beep, commitPending, type Editor, insert, remove, undo } from './editor.ts';
import { columnOf, firstNonBlank, lineStart } from './lines.ts';
import { motions, move } from './motions.ts';
import { pageBy } from './scroll.ts';

/** Takes one key; back to command mode with Escape. */
export async function typed(editor: Editor, key: string): Promise<void> {
  if (key === '\x1b') return leave(editor);
  if (key === 'insert') {
    editor.mode = editor.mode === 'insert' ? 'replace' : 'insert';
    return;
  }
  if (key === 'page-up' || key === 'page-down') return pageBy(editor, key === 'page-up' ? -1 : 1);
  if (key === 'delete') {
    if (editor.text[editor.dot] !== '\n') remove(editor, editor.dot, 1, { queued: true });
    return;
  }
  if (key.length > 1) {
    if (Object.hasOwn(motions, key)) await move(editor, key, undefined);
    else beep(editor);
    return;
  }
  editor.column = undefined;
  if (key === '\x7f' || key === '\x08') return backspace(editor);
  if (key === '\x16') {
    const literal = await editor.keys.next();
    if (literal?.length === 1) put(editor, literal);
    return;
  }
  if (key === '\x04') return dedent(editor);
  put(editor, key === '\r' ? '\n' : key);
}

function leave(editor: Editor): void {
  editor.mode = 'command';
  commitPending(editor);
  editor.column = undefined;
  if (editor.dot > lineStart(editor.text, editor.dot)) editor.dot--;
}

function backspace(editor: Editor): void {
  // What was typed over comes back.
  if (editor.mode === 'replace') undo(editor);
  else if (editor.dot > 0) {
    editor.dot--;
    remove(editor, editor.dot, 1, { queued: true });
  }
}

function put(editor: Editor, char: string): void {
  const { settings } = editor;
  if (editor.mode === 'replace' && char !== '\n' && editor.text[editor.dot] !== '\n') {
    remove(editor, editor.dot, 1);
    insert(editor, editor.dot, char, { chained: true });
    editor.dot++;
    return;
  }
  if (char === '\t' && settings.expandtab) {
    const column = columnOf(editor.text, editor.dot, settings.tabstop);
    for (let i = column % settings.tabstop; i < settings.tabstop; i++) putPlain(editor, ' ');
    return;
  }
  const line = lineStart(editor.text, editor.dot);
  putPlain(editor, char);
  if (char === '\n' && settings.autoindent) indentAs(editor, line);
  if (settings.showmatch && ')]}'.includes(char)) {
    if (!hasPartner(editor.text, editor.dot - 1)) beep(editor);
  }
}

function putPlain(editor: Editor, char: string): void {
  insert(editor, editor.dot, char, { queued: true });
  editor.dot++;
}

/** Gives the line at the cursor the blanks of another. */
export function indentAs(editor: Editor, line: number): void {
  const blanks = editor.text.slice(line, firstNonBlank(editor.text, line));
  for (const blank of blanks) putPlain(editor, blank);
}

/** ^D: a line's blanks become one step less. */
function dedent(editor: Editor): void {
  const { text, dot, settings } = editor;
  const start = lineStart(text, dot);
  const from = firstNonBlank(text, dot);
  if (from === start) return;
  const width = columnOf(text, from, settings.tabstop);
  const wanted = Math.floor((width - 1) / settings.tabstop) * settings.tabstop;
  const blanks = settings.expandtab ? ' '.repeat(wanted) : '\t'.repeat(wanted / settings.tabstop);
  remove(editor, start, from - start);
  insert(editor, start, blanks, { chained: true });
  editor.dot = Math.max(start, dot - (from - start) + blanks.length);
}

function hasPartner(text: string, at: number): boolean {
  const opening = '([{'[')]}'.indexOf(text[at]!)]!;
  let depth = 0;
  for (let i = at; i >= 0; i--) {
    if (text[i] === text[at]) depth++;
    else if (text[i] === opening && --depth === 0) return true;
  }
  return false;
}
