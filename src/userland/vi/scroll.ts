/** Moves vi's window over the text: by lines, by halves and whole pages, to a place. */
import type { Editor } from './editor.ts';
import { atColumn, columnOf, firstNonBlank, lineStart, nextLine, previousLine } from './lines.ts';
import { lastShown, textRows } from './screen.ts';

/** Moves the window by lines; the cursor stays where it was, or at the window's edge. */
export function scrollBy(editor: Editor, count: number): void {
  const { text, settings } = editor;
  const column = columnOf(text, editor.dot, settings.tabstop);
  const step = count < 0 ? previousLine : nextLine;
  let beyond = false;
  for (let i = 0; i < Math.abs(count); i++) {
    const next = step(text, editor.top);
    beyond ||= next === undefined && count > 0;
    editor.top = next ?? editor.top;
  }
  if (beyond && editor.dot < editor.top) {
    editor.dot = text.length - 1;
    return;
  }
  const last = lastShown(editor);
  let line = lineStart(text, editor.dot);
  if (line < editor.top) line = editor.top;
  else if (line > last) line = last;
  else return;
  editor.dot = atColumn(text, line, column, settings.tabstop);
}

/** ^F and ^B: a page less two lines. */
export function pageBy(editor: Editor, direction: 1 | -1): void {
  turn(editor, direction * Math.max(1, textRows(editor) - 1));
}

/** ^D and ^U. */
export function halfPageBy(editor: Editor, direction: 1 | -1): void {
  turn(editor, direction * Math.floor((textRows(editor) - 1) / 2));
}

function turn(editor: Editor, count: number): void {
  const { dot } = editor;
  scrollBy(editor, count);
  // Behind the last page the cursor is at the end.
  if (editor.dot !== dot && editor.dot < editor.text.length - 1) {
    editor.dot = firstNonBlank(editor.text, editor.dot);
  }
}

/** `z`: the cursor's line comes to the top, the middle or the bottom. */
export function place(editor: Editor, where: string): void {
  const rows = textRows(editor);
  const above = where === '.' ? Math.floor((rows - 1) / 2) : where === '-' ? rows - 1 : 0;
  editor.top = lineStart(editor.text, editor.dot);
  for (let i = 0; i < above; i++) editor.top = previousLine(editor.text, editor.top) ?? editor.top;
}
