/** The text that is edited: lines, a cursor, what was cut, and the way back. */

export interface Cursor {
  readonly row: number;
  /** In UTF-16 units, never inside a surrogate pair. */
  readonly column: number;
}

interface State {
  readonly lines: readonly string[];
  readonly cursor: Cursor;
}

export interface EditedText {
  lines: readonly string[];
  cursor: Cursor;
  /** Lines that ^K took, for ^U; grows while ^K follows ^K. */
  cut: readonly string[];
  cutting: boolean;
  modified: boolean;
  readonly undo: State[];
  readonly redo: State[];
  /** Whether the last change was typing, which undoes as one. */
  typing: boolean;
}

const MOST_UNDO = 500;

export function createText(content: string): EditedText {
  return {
    lines: content.split('\n'),
    cursor: { row: 0, column: 0 },
    cut: [],
    cutting: false,
    modified: false,
    undo: [],
    redo: [],
    typing: false,
  };
}

/** As it is saved: with a newline at the end, unless it is empty. */
export function contentOf({ lines }: EditedText): string {
  const content = lines.join('\n');
  return content === '' || content.endsWith('\n') ? content : `${content}\n`;
}

/** Lines as people count them: the empty one behind the last newline is none. */
export function countLines(text: EditedText): number {
  return contentOf(text).split('\n').length - 1;
}

/** Remembers the state before a change. Typing in one place is one change. */
function begin(text: EditedText, typing: boolean): void {
  if (!(typing && text.typing)) {
    text.undo.push({ lines: text.lines, cursor: text.cursor });
    if (text.undo.length > MOST_UNDO) text.undo.shift();
  }
  text.redo.length = 0;
  text.typing = typing;
  text.modified = true;
}

function replaceLines(text: EditedText, from: number, count: number, ...lines: string[]): void {
  text.lines = [...text.lines.slice(0, from), ...lines, ...text.lines.slice(from + count)];
}

export function insertText(text: EditedText, added: string): void {
  begin(text, added.length === 1 && added !== '\n');
  const { row, column } = text.cursor;
  const line = text.lines[row]!;
  const pieces = added.split('\n');
  const last = pieces.length - 1;
  const end = pieces[last]!.length + (last === 0 ? column : 0);
  pieces[0] = line.slice(0, column) + pieces[0]!;
  pieces[last] += line.slice(column);
  replaceLines(text, row, 1, ...pieces);
  text.cursor = { row: row + last, column: end };
}

export function backspace(text: EditedText): void {
  const { row, column } = text.cursor;
  if (row === 0 && column === 0) return;
  moveLeft(text);
  deleteForward(text);
}

export function deleteForward(text: EditedText): void {
  const { row, column } = text.cursor;
  const line = text.lines[row]!;
  if (column < line.length) {
    begin(text, true);
    replaceLines(text, row, 1, line.slice(0, column) + line.slice(nextColumn(line, column)));
  } else if (row + 1 < text.lines.length) {
    begin(text, false);
    replaceLines(text, row, 2, line + text.lines[row + 1]!);
  }
}

/** ^K: takes the whole line away; lines taken one after the other come back together. */
export function cutLine(text: EditedText): void {
  const { row } = text.cursor;
  const line = text.lines[row]!;
  if (row === text.lines.length - 1 && line === '') return;
  begin(text, false);
  text.cut = text.cutting ? [...text.cut, line] : [line];
  text.cutting = true;
  replaceLines(text, row, 1, ...(row === text.lines.length - 1 ? [''] : []));
  text.cursor = { row, column: 0 };
}

/** ^U: puts back above the current line what was cut. */
export function paste(text: EditedText): void {
  if (text.cut.length === 0) return;
  begin(text, false);
  const { row } = text.cursor;
  replaceLines(text, row, 0, ...text.cut);
  text.cursor = { row: row + text.cut.length, column: 0 };
}

/** Goes one change back, or forth; false where there is none. */
export function travel(text: EditedText, from: 'undo' | 'redo'): boolean {
  const state = text[from].pop();
  if (!state) return false;
  text[from === 'undo' ? 'redo' : 'undo'].push({ lines: text.lines, cursor: text.cursor });
  text.lines = state.lines;
  text.cursor = state.cursor;
  text.typing = false;
  text.modified = true;
  return true;
}

export function moveLeft(text: EditedText): void {
  const { row, column } = text.cursor;
  if (column > 0) text.cursor = { row, column: previousColumn(text.lines[row]!, column) };
  else if (row > 0) text.cursor = { row: row - 1, column: text.lines[row - 1]!.length };
}

export function moveRight(text: EditedText): void {
  const { row, column } = text.cursor;
  const line = text.lines[row]!;
  if (column < line.length) text.cursor = { row, column: nextColumn(line, column) };
  else if (row + 1 < text.lines.length) text.cursor = { row: row + 1, column: 0 };
}

/** To another line, as near to the column as that allows. */
export function moveTo(text: EditedText, row: number, column = text.cursor.column): void {
  const target = Math.min(Math.max(row, 0), text.lines.length - 1);
  const line = text.lines[target]!;
  const within = Math.min(Math.max(column, 0), line.length);
  const low = line.charCodeAt(within);
  text.cursor = { row: target, column: low >= 0xdc00 && low <= 0xdfff ? within - 1 : within };
}

export function moveWord(text: EditedText, by: 1 | -1): void {
  const { row, column } = text.cursor;
  const line = text.lines[row]!;
  if (by > 0) {
    const rest = /^[\p{L}\p{N}_]*[^\p{L}\p{N}_]*/u.exec(line.slice(column))![0].length;
    if (column < line.length) text.cursor = { row, column: column + rest };
    else moveRight(text);
  } else if (column === 0) moveLeft(text);
  else {
    const before = /[\p{L}\p{N}_]*[^\p{L}\p{N}_]*$/u.exec(line.slice(0, column))![0].length;
    text.cursor = { row, column: column - before };
  }
}

/** The next place of `needle` behind the cursor, going round the end; undefined where there is none. */
export function search({ lines, cursor }: EditedText, needle: string): Cursor | undefined {
  const wanted = needle.toLowerCase();
  for (let i = 0; i <= lines.length; i++) {
    const row = (cursor.row + i) % lines.length;
    const from = i === 0 ? cursor.column + 1 : 0;
    const column = lines[row]!.toLowerCase().indexOf(wanted, from);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

function nextColumn(line: string, column: number): number {
  return column + String.fromCodePoint(line.codePointAt(column)!).length;
}

function previousColumn(line: string, column: number): number {
  const low = line.charCodeAt(column - 1);
  return low >= 0xdc00 && low <= 0xdfff && column > 1 ? column - 2 : column - 1;
}
