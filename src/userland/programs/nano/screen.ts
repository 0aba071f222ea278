/** What nano shows: a title, the text's window, a message or a prompt, and what the keys do. */
import { textWidth } from '../../../posix/index.ts';
import type { Cursor, EditedText } from './text.ts';

export interface View {
  readonly title: string;
  readonly text: EditedText;
  /** First line that is shown. */
  top: number;
  /** Above the help; replaced by a prompt while one is open. */
  message: string;
  prompt: { readonly question: string; readonly answer: string } | undefined;
  readonly help: readonly (readonly [key: string, what: string])[];
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

const REVERSE = '\x1b[7m';
const PLAIN = '\x1b[0m';
const TAB = 8;
/** Title, message, two lines of help. */
const FRAME = 4;

export function textRows({ rows }: Size): number {
  return Math.max(rows - FRAME, 1);
}

/** The whole screen, and the cursor in its place. */
export function draw(view: View, size: Size): string {
  const { columns } = size;
  const height = textRows(size);
  const { row } = view.text.cursor;
  if (row < view.top || row >= view.top + height) view.top = Math.max(row - Math.floor(height / 2), 0);
  const cursor = cursorColumn(view.text.lines[row]!, view.text.cursor.column);
  const shift = shiftOf(cursor, columns);
  let out = `\x1b[?25l\x1b[H${REVERSE}${titleLine(view, columns)}${PLAIN}`;
  for (let i = 0; i < height; i++) {
    const line = view.text.lines[view.top + i];
    const own = view.top + i === row ? shift : 0;
    out += `\x1b[${i + 2};1H\x1b[K${line === undefined ? '' : visible(expand(line), own, columns)}`;
  }
  const below = height + 2;
  const { prompt } = view;
  if (prompt) {
    const shown = tail(` ${prompt.question}: ${prompt.answer}`, columns - 1);
    out += `\x1b[${below};1H${REVERSE}${pad(shown, columns)}${PLAIN}`;
    out += helpLines(view.help, below + 1, columns);
    return `${out}\x1b[${below};${textWidth(shown) + 1}H\x1b[?25h`;
  }
  const said = view.message === '' ? '' : `[ ${view.message} ]`;
  const indent = Math.max(Math.floor((columns - said.length) / 2), 0);
  out += `\x1b[${below};1H\x1b[K${said && `${' '.repeat(indent)}${REVERSE}${said.slice(0, columns)}${PLAIN}`}`;
  out += helpLines(view.help, below + 1, columns);
  return `${out}\x1b[${row - view.top + 2};${cursor - shift + 1}H\x1b[?25h`;
}

function titleLine({ title, text }: View, columns: number): string {
  const left = '  nano';
  const right = text.modified ? 'Modified  ' : '';
  const room = Math.max(columns - left.length - right.length, 0);
  const name = tail(title, room);
  const gap = Math.floor((room - textWidth(name)) / 2);
  return pad(`${left}${' '.repeat(Math.max(gap, 0))}${name}`, columns - right.length) + right;
}

function helpLines(help: View['help'], from: number, columns: number): string {
  const perLine = Math.ceil(help.length / 2);
  const width = Math.max(Math.floor(columns / perLine), 1);
  let out = '';
  for (let line = 0; line < 2; line++) {
    out += `\x1b[${from + line};1H\x1b[K`;
    let used = 0;
    for (let i = 0; i < perLine; i++) {
      const entry = help[i * 2 + line];
      if (!entry || used + width > columns) break;
      const [key, what] = entry;
      const label = ` ${what}`.slice(0, Math.max(width - key.length - 1, 0));
      out += `${REVERSE}${key}${PLAIN}${label}${' '.repeat(Math.max(width - key.length - label.length, 0))}`;
      used += width;
    }
  }
  return out;
}

/** Tabs as blanks, control characters as ^X. */
function expand(line: string): string {
  let out = '';
  let at = 0;
  for (const char of line) {
    const shown =
      char === '\t'
        ? ' '.repeat(TAB - (at % TAB))
        : char < ' '
          ? `^${String.fromCharCode(char.charCodeAt(0) + 64)}`
          : char;
    out += shown;
    at += textWidth(shown);
  }
  return out;
}

function cursorColumn(line: string, column: Cursor['column']): number {
  return textWidth(expand(line.slice(0, column)));
}

/** How far a line that is too long is moved to the left, so that the cursor is seen. */
function shiftOf(cursor: number, columns: number): number {
  const page = Math.max(columns - 8, 1);
  return cursor < columns - 1 ? 0 : Math.floor(cursor / page) * page;
}

function visible(line: string, shift: number, columns: number): string {
  let out = '';
  let at = 0;
  for (const char of line) {
    const width = textWidth(char);
    if (at >= shift && at + width <= shift + columns) out += char;
    at += width;
  }
  const cut = at > shift + columns;
  const body = cut ? out.slice(0, -1) : out;
  return `${shift > 0 ? `${REVERSE}<${PLAIN}${body.slice(1)}` : body}${cut ? `${REVERSE}>${PLAIN}` : ''}`;
}

function tail(text: string, columns: number): string {
  let out = text;
  while (textWidth(out) > columns && out !== '') out = out.slice(1);
  return out;
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(columns - textWidth(text), 0));
}
