/** What vi shows: rows of text, `~` below it, the bottom line. Only rows that changed are sent. */
import type { Editor } from './editor.ts';
import { columnAfter, columnOf, countLines, lineEnd, lineStart, nextLine, previousLine } from './lines.ts';

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** What stands on the terminal, row by row. */
export interface Shown {
  rows: string[];
  bottom: string;
}

export function sizeOf({ io }: Editor): Size {
  const { rows, columns } = io.sys.getWindowSize(1);
  return { rows: rows || 24, columns: columns || 80 };
}

/** Rows of text; the last is the bottom line. */
export const textRows = (editor: Editor): number => Math.max(1, sizeOf(editor).rows - 1);

/** Offset of the last line that is on the screen. */
export function lastShown(editor: Editor): number {
  let line = editor.top;
  for (let i = 1; i < textRows(editor); i++) {
    const next = nextLine(editor.text, line);
    if (next === undefined) break;
    line = next;
  }
  return line;
}

/** Moves the window so that the cursor is in it. */
function follow(editor: Editor, columns: number): number {
  const { text, dot } = editor;
  const rows = textRows(editor);
  const line = lineStart(text, dot);
  const half = Math.floor(rows / 2);
  if (line < editor.top) centre(editor, line, countLines(text, line, editor.top), half);
  else {
    const last = lastShown(editor);
    const below = line > last ? countLines(text, last, line) : 0;
    if (below > half) centre(editor, line, below, half);
    else for (let i = 0; i < below; i++) editor.top = nextLine(text, editor.top)!;
  }
  const column = columnOf(text, dot, editor.settings.tabstop);
  if (column < editor.shift) editor.shift = column;
  if (column > columns - 1 + editor.shift) editor.shift = column - columns + 1;
  return column;
}

/** A line that is far off comes to the middle, one that is near to the edge. */
function centre(editor: Editor, line: number, distance: number, half: number): void {
  editor.top = line;
  if (distance <= half) return;
  for (let i = 0; i < half; i++) editor.top = previousLine(editor.text, editor.top) ?? editor.top;
}

/** Sends what changed, and puts the cursor in its place. */
export function draw(editor: Editor, shown: Shown): void {
  const { io, text } = editor;
  const { columns } = sizeOf(editor);
  const rows = textRows(editor);
  const column = follow(editor, columns);
  if (editor.stale) {
    io.put('\x1b[H\x1b[J');
    shown.rows = [];
    shown.bottom = '';
    editor.stale = false;
  }
  let line: number | undefined = editor.top;
  let cursorRow = 0;
  const cursorLine = lineStart(text, editor.dot);
  for (let row = 0; row < rows; row++) {
    if (line === cursorLine) cursorRow = row;
    const wanted: string = line === undefined ? '~'.slice(editor.shift) : rowOf(editor, line, columns);
    if (shown.rows[row] !== wanted) io.put(`\x1b[${row + 1};1H${wanted}\x1b[K`);
    shown.rows[row] = wanted;
    if (line !== undefined) line = nextLine(text, line);
  }
  drawBottom(editor, shown, rows, columns);
  if (editor.bell) io.put('\x07');
  editor.bell = false;
  io.put(`\x1b[${cursorRow + 1};${Math.min(column - editor.shift, columns - 1) + 1}H`);
}

function drawBottom(editor: Editor, shown: Shown, rows: number, columns: number): void {
  const said = (editor.message || status(editor)).slice(0, columns - 1);
  const bottom = editor.message && editor.alert ? `\x1b[7m${said}\x1b[m` : said;
  if (shown.bottom === bottom && !editor.bottomGone) return;
  editor.bottomGone = false;
  editor.io.put(`\x1b[${rows + 1};1H${bottom}\x1b[K`);
  shown.bottom = bottom;
}

/** A line as it is shown: tabs as blanks, control characters as `^X`, bytes above ASCII as dots. */
function rowOf({ text, shift, settings }: Editor, line: number, columns: number): string {
  const end = lineEnd(text, line);
  let row = '';
  let column = 0;
  for (let at = line; at < end && column < shift + columns; at++) {
    const char = text[at]!;
    const next = columnAfter(char, column, settings.tabstop);
    if (char === '\t') row += ' '.repeat(next - column);
    else if (char < ' ') row += `^${String.fromCharCode(char.charCodeAt(0) + 0x40)}`;
    else if (char === '\x7f') row += '^?';
    else row += char > '~' ? '.' : char;
    column = next;
  }
  return row.slice(shift, shift + columns);
}

/** The bottom line while nothing else is said: mode, file, line of how many. */
export function status(editor: Editor): string {
  const { text, dot, mode, path, changes } = editor;
  const total = countLines(text);
  const number = countLines(text, 0, lineStart(text, dot)) + 1;
  const sign = { command: '-', insert: 'I', replace: 'R' }[mode];
  const flags = `${editor.readonly ? ' [Readonly]' : ''}${changes > 0 ? ' [Modified]' : ''}`;
  return `${sign} ${path ?? 'No file'}${flags} ${number}/${total} ${Math.floor((number * 100) / total)}%`;
}
