/**
 * The edited text on the terminal: prompt, text, grey hint, cursor; redrawn from the prompt's last
 * line, or only what was typed at the end. A newline is a new line: the terminal adds the return.
 *
 * Of text with more rows than the screen those around the cursor are shown: what has left the screen
 * above cannot be drawn over.
 */
import { placeAfter, rowsOf, textWidth } from '../../posix/index.ts';

export interface Screen {
  /** Draws; answers what to write. */
  render(view: View): string;
  /** Moves behind the text, to a fresh line. */
  leave(): string;
  /** Forgets what is on the screen: the next drawing begins where the cursor is. */
  reset(): void;
}

export interface View {
  readonly prompt: string;
  readonly text: string;
  readonly cursor: number;
  readonly hint: string;
  readonly columns: number;
  /** How many rows may be used; infinite for what is left behind. */
  readonly rows: number;
}

/** Rows that a hint may take beside the text's own. */
const HINT_ROWS = 2;

/** Control characters as ^X, tabs as blanks: what is shown has one width everywhere. */
export function printable(text: string): string {
  return text
    .replace(/\t/g, '    ')
    .replace(/[\x00-\x09\x0b-\x1f\x7f]/g, (char) => `^${String.fromCharCode(char.charCodeAt(0) ^ 0x40)}`);
}

/** A prompt's last line as it is shown, and its text alone. */
function splitPrompt(prompt: string): { before: string; last: string; plain: string } {
  const at = prompt.lastIndexOf('\n') + 1;
  const last = prompt.slice(at).replace(/[\x01\x02]/g, '');
  const plain = prompt
    .slice(at)
    .replace(/\x01[^\x02]*\x02/g, '')
    .replace(/\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07/g, '');
  return { before: prompt.slice(0, at).replace(/[\x01\x02]/g, ''), last, plain };
}

export function createScreen(): Screen {
  /** Rows from the prompt's line to the cursor, and to the text's last line. */
  let cursorRow = 0;
  let endRow = 0;
  /** The first row of the text that is shown. */
  let top = 0;
  let windowed = false;
  let drawn: View | undefined;
  return {
    render(view) {
      const { columns } = view;
      if (drawn && isSame(drawn, view) && (!windowed || drawn.rows === view.rows)) return '';
      const { before, last, plain } = splitPrompt(view.prompt);
      const appended = drawn && appendedText(drawn, view, plain);
      if (appended !== undefined) {
        drawn = view;
        return appended;
      }
      let out = '';
      if (drawn) out += `${cursorRow ? `\x1b[${cursorRow}A` : ''}\r\x1b[J`;
      else out += before;
      const shown = printable(view.text);
      const head = printable(view.text.slice(0, view.cursor));
      const hint = cutHint(plain + shown, view);
      const whole = shown + hint;
      const end = placeAfter(plain + whole, 0, columns);
      const target = placeAfter(plain + head, 0, columns);
      drawn = view;
      windowed = end.row >= view.rows;
      if (windowed) {
        top = Math.min(Math.max(top, target.row - view.rows + 1), target.row, end.row - view.rows + 1);
        cursorRow = target.row - top;
        endRow = view.rows - 1;
        return out + drawWindow(last, plain, shown, top, view) + moveBack(endRow - cursorRow, target.column);
      }
      top = 0;
      out += last + shown;
      if (hint) out += `\x1b[90m${hint}\x1b[0m`;
      // A full last column leaves the cursor hanging: make the wrap real.
      if (end.column === 0 && end.row > 0 && !whole.endsWith('\n')) out += '\n';
      if (head !== whole) out += moveBack(end.row - target.row, target.column);
      cursorRow = target.row;
      endRow = end.row;
      return out;
    },
    leave() {
      const down = endRow - cursorRow;
      drawn = undefined;
      cursorRow = endRow = top = 0;
      return `${down > 0 ? `\x1b[${down}B` : ''}\n`;
    },
    reset() {
      drawn = undefined;
      cursorRow = endRow = top = 0;
    },
  };
}

function moveBack(up: number, column: number): string {
  return `${up ? `\x1b[${up}A` : ''}\r${column ? `\x1b[${column}C` : ''}`;
}

function drawWindow(last: string, plain: string, shown: string, top: number, view: View): string {
  const rows = rowsOf(plain + shown, view.columns).slice(top, top + view.rows);
  const text = rows.join('\n');
  return top === 0 && text.startsWith(plain) ? last + text.slice(plain.length) : text;
}

/** As much of the hint as is no hindrance: a line of the history may be longer than the screen. */
function cutHint(before: string, { hint, columns, rows }: View): string {
  if (!hint) return '';
  const { row, column } = placeAfter(before, 0, columns);
  const room = columns * Math.min(HINT_ROWS + 1, rows - row) - column - 1;
  if (hint.length <= room && textWidth(hint) <= room) return hint;
  let cut = '';
  let width = 1;
  for (const char of hint.slice(0, Math.max(room, 0))) {
    width += textWidth(char);
    if (width > room) break;
    cut += char;
  }
  return cut && `${cut}…`;
}

function isSame(a: View, b: View): boolean {
  return (
    a.prompt === b.prompt &&
    a.text === b.text &&
    a.cursor === b.cursor &&
    a.hint === b.hint &&
    a.columns === b.columns
  );
}

/** The frequent case: a character typed at the end that fits into the line. */
function appendedText(before: View, now: View, plain: string): string | undefined {
  if (before.hint || now.hint || before.prompt !== now.prompt || before.columns !== now.columns)
    return undefined;
  if (before.cursor !== before.text.length || now.cursor !== now.text.length) return undefined;
  if (!now.text.startsWith(before.text) || now.text.length === before.text.length) return undefined;
  const added = now.text.slice(before.text.length);
  if (!/^[\x20-\x7e]+$/.test(added)) return undefined;
  const { row, column } = placeAfter(plain + printable(before.text), 0, now.columns);
  return row >= 0 && column + added.length < now.columns ? added : undefined;
}
