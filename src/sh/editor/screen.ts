/**
 * The edited text on the terminal: prompt, text, grey hint, cursor; redrawn from the prompt's last
 * line, or only what was typed at the end. A newline is a new line: the terminal adds the return.
 */
import { placeAfter } from '../../posix/index.ts';

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
}

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
  let drawn: View | undefined;
  return {
    render(view) {
      const { columns } = view;
      if (drawn && isSame(drawn, view)) return '';
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
      const whole = shown + view.hint;
      const end = placeAfter(plain + whole, 0, columns);
      const target = placeAfter(plain + head, 0, columns);
      out += last + shown;
      if (view.hint) out += `\x1b[90m${view.hint}\x1b[0m`;
      // A full last column leaves the cursor hanging: make the wrap real.
      if (end.column === 0 && end.row > 0 && !whole.endsWith('\n')) out += '\n';
      if (head !== whole) {
        if (end.row > target.row) out += `\x1b[${end.row - target.row}A`;
        out += '\r';
        if (target.column) out += `\x1b[${target.column}C`;
      }
      cursorRow = target.row;
      endRow = end.row;
      drawn = view;
      return out;
    },
    leave() {
      const down = endRow - cursorRow;
      drawn = undefined;
      cursorRow = 0;
      endRow = 0;
      return `${down > 0 ? `\x1b[${down}B` : ''}\n`;
    },
    reset() {
      drawn = undefined;
      cursorRow = 0;
      endRow = 0;
    },
  };
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
