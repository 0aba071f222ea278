/** What vi does with a part of the text: delete, change, yank, shift; and putting back what was taken. */
import { beep, commitPending, complain, type Editor, insert, type Register, remove, say } from './editor.ts';
import { countLines, firstNonBlank, lineEnd, lineStart, nextLine, previousLine } from './lines.ts';
import { motions } from './motions.ts';

interface Range {
  readonly from: number;
  /** Behind the last character. */
  readonly to: number;
  readonly lines: boolean;
}

/** Keys that cannot be what an operator works on, although they move. */
const NO_RANGE = new Set(['M', 'g']);

/** Reads the movement behind an operator; undefined where there is none, or nothing in it. */
async function readRange(
  editor: Editor,
  operator: string,
  count: number | undefined,
): Promise<Range | undefined> {
  let key = await editor.keys.next();
  let times = count;
  if (key !== undefined && key >= '1' && key <= '9') {
    let digits = '';
    for (; key !== undefined && key >= '0' && key <= '9'; key = await editor.keys.next()) digits += key;
    times = (times ?? 1) * Number(digits);
  }
  if (key === undefined || key === '\x1b') return undefined;
  const { text, dot } = editor;
  if (key === operator || (operator === 'y' && key === 'Y')) return wholeLines(editor, times ?? 1);
  if (!Object.hasOwn(motions, key) || NO_RANGE.has(key)) return undefined;
  if (operator === 'c' && (key === 'w' || key === 'W') && !/\s/.test(text[dot]!)) {
    return changedWord(editor, key, times);
  }
  const target = await motions[key]!(editor, times);
  if (!target) return undefined;
  const [from, last] = target.at < dot ? [target.at, dot] : [dot, target.at];
  if (target.takes === 'lines')
    return { from: lineStart(text, from), to: lineEnd(text, last) + 1, lines: true };
  let to = last + (target.takes === 'through' ? 1 : 0);
  // A word's end is not the next line's beginning.
  if ((key === 'w' || key === 'W') && to > from) to = withoutLineEnd(text, from, to);
  if (to <= from) return undefined;
  // From a line's start to another's is whole lines.
  const lines = text[to - 1] === '\n' && from === lineStart(text, from);
  return { from, to, lines: lines && operator !== 'c' && !/w/i.test(key) };
}

function wholeLines({ text, dot }: Editor, count: number): Range | undefined {
  let last = lineStart(text, dot);
  for (let i = 1; i < count; i++) {
    const next = nextLine(text, last);
    if (next === undefined) return undefined;
    last = next;
  }
  return { from: lineStart(text, dot), to: lineEnd(text, last) + 1, lines: true };
}

/** `cw` leaves the blanks behind a word. */
async function changedWord(
  editor: Editor,
  key: string,
  count: number | undefined,
): Promise<Range | undefined> {
  const target = await motions[key]!(editor, count);
  if (!target) return undefined;
  let to = target.at;
  if (to === editor.text.length - 1 && editor.text[to] !== '\n') to++;
  while (to > editor.dot + 1 && /\s/.test(editor.text[to - 1]!)) to--;
  return { from: editor.dot, to, lines: false };
}

function withoutLineEnd(text: string, from: number, to: number): number {
  const start = lineStart(text, to);
  if (start <= from || /[^ \t]/.test(text.slice(start, to))) return to;
  return Math.max(start - 1, from + 1);
}

/** Puts a part into the named register; `D` always has what was deleted last. */
function keep(editor: Editor, { from, to, lines }: Range): void {
  const register: Register = { text: editor.text.slice(from, to), lines };
  editor.registers.set(editor.register, register);
}

function tell(editor: Editor, what: string, text: string): void {
  say(editor, `${what} ${countLines(text)} lines (${text.length} chars) from [${editor.register}]`);
}

/** d, c, y, < and > with what follows. */
export async function operate(editor: Editor, operator: string, count: number | undefined): Promise<void> {
  const before = editor.dot;
  const range = await readRange(editor, operator, count);
  if (!range) {
    if (!editor.message) beep(editor);
    editor.dot = before;
    return;
  }
  if (operator === '<' || operator === '>') return shift(editor, operator, range);
  const taken = editor.text.slice(range.from, range.to);
  keep(editor, range);
  if (operator === 'y') {
    tell(editor, 'Yank', taken);
    return;
  }
  if (operator === 'c') return change(editor, range);
  remove(editor, range.from, range.to - range.from);
  editor.dot = Math.min(range.from, editor.text.length - 1);
  if (range.lines) {
    if (editor.dot === editor.text.length - 1 && range.from >= editor.text.length - 1)
      editor.dot = lineStart(editor.text, editor.dot);
    if (range.from >= editor.text.length) editor.dot = previousLine(editor.text, editor.dot) ?? 0;
    editor.dot = firstNonBlank(editor.text, editor.dot);
  }
  tell(editor, 'Delete', taken);
}

function change(editor: Editor, range: Range): void {
  const last = range.to >= editor.text.length;
  remove(editor, range.from, range.to - range.from);
  // In place of lines there is an empty one for what is typed.
  if (range.lines && !(last && range.from === 0)) insert(editor, range.from, '\n', { chained: true });
  editor.dot = range.from;
  startInsert(editor);
}

export function startInsert(editor: Editor): void {
  commitPending(editor);
  editor.mode = 'insert';
}

function shift(editor: Editor, operator: string, { from, to }: Range): void {
  const { tabstop, expandtab } = editor.settings;
  const lines = countLines(editor.text, from, to - 1) + 1;
  let line: number | undefined = lineStart(editor.text, from);
  let chained = false;
  for (let i = 0; i < lines && line !== undefined; i++) {
    if (operator === '>') {
      if (editor.text[line] !== '\n') {
        insert(editor, line, expandtab ? ' '.repeat(tabstop) : '\t', { chained });
        chained = true;
      }
    } else {
      const blanks = /^(?:\t| *\t?)/.exec(editor.text.slice(line, line + tabstop))![0];
      if (blanks !== '') {
        remove(editor, line, blanks.length, { chained });
        chained = true;
      }
    }
    line = nextLine(editor.text, line);
  }
  editor.dot = firstNonBlank(editor.text, from);
}

/** x and X, count times: within the line. */
export function deleteCharacters(editor: Editor, key: string, count: number): void {
  let chained = false;
  for (let i = 0; i < count; i++) {
    const { text, dot } = editor;
    const at = key === 'X' ? dot - 1 : dot;
    if (key === 'X' ? at < lineStart(text, dot) : text[at] === '\n') break;
    keep(editor, { from: at, to: at + 1, lines: false });
    remove(editor, at, 1, { chained });
    chained = true;
    editor.dot = editor.text[at] === '\n' && at > lineStart(editor.text, at) && key !== 'X' ? at - 1 : at;
    if (editor.dot < at) break;
  }
}

/** D and C: to the end of the line. */
export function cutLine(editor: Editor, changes: boolean): void {
  const { text, dot } = editor;
  const to = lineEnd(text, dot);
  if (to > dot) {
    keep(editor, { from: dot, to, lines: false });
    remove(editor, dot, to - dot);
  }
  if (changes) startInsert(editor);
}

/** p and P. */
export function put(editor: Editor, key: string, count: number): void {
  const register = editor.registers.get(editor.register);
  if (!register) {
    complain(editor, `Nothing in register ${editor.register}`);
    return;
  }
  const { text, lines } = register;
  const { dot } = editor;
  const line = key === 'p' ? lineEnd(editor.text, dot) + 1 : lineStart(editor.text, dot);
  const at = lines ? line : key === 'p' && editor.text[dot] !== '\n' ? dot + 1 : dot;
  for (let i = 0; i < count; i++) insert(editor, at + i * text.length, text, { chained: i > 0 });
  editor.dot = lines ? at : at + Math.max(0, text.length * count - 1);
  while (/[ \t]/.test(editor.text[editor.dot]!)) editor.dot++;
  tell(editor, 'Put', text.repeat(count));
}
