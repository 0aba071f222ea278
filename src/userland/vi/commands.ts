/** vi's command mode: a key does something, counts and registers come before it. */
import { colon } from './colon.ts';
import { beep, complain, type Editor, insert, remove, say, undo } from './editor.ts';
import { leave, writeText } from './files.ts';
import { indentAs } from './insert.ts';
import { firstNonBlank, lineEnd, lineStart, nextLine } from './lines.ts';
import { motions, move } from './motions.ts';
import { cutLine, deleteCharacters, operate, put, startInsert } from './operators.ts';
import { askLine } from './prompt.ts';
import { status } from './screen.ts';
import { halfPageBy, pageBy, place, scrollBy } from './scroll.ts';

type Command = (editor: Editor, count: number | undefined, key: string) => void | Promise<void>;

const operator: Command = (editor, count, key) => operate(editor, key, count);

const deletion: Command = (editor, count = 1, key) => deleteCharacters(editor, key, count);

const inserting =
  (placeOf: (editor: Editor) => number): Command =>
  (editor) => {
    editor.dot = placeOf(editor);
    startInsert(editor);
  };

const commands: Readonly<Record<string, Command>> = {
  '\x02': (editor) => pageBy(editor, -1),
  'page-up': (editor) => pageBy(editor, -1),
  '\x06': (editor) => pageBy(editor, 1),
  'page-down': (editor) => pageBy(editor, 1),
  '\x04': (editor) => halfPageBy(editor, 1),
  '\x15': (editor) => halfPageBy(editor, -1),
  '\x05': (editor) => scrollBy(editor, 1),
  '\x19': (editor) => scrollBy(editor, -1),
  '\x07': (editor) => say(editor, status(editor)),
  '\x0c': redraw,
  '\x12': redraw,
  '\x1b': beep,
  ':': async (editor) => {
    const line = await askLine(editor, ':');
    if (line !== undefined) await colon(editor, line.slice(1));
  },
  '<': operator,
  '>': operator,
  c: operator,
  d: operator,
  y: operator,
  Y: (editor, count) => {
    editor.keys.replay(['y']);
    return operate(editor, 'y', count);
  },
  A: inserting(({ text, dot }) => lineEnd(text, dot)),
  a: inserting(({ text, dot }) => (text[dot] === '\n' ? dot : dot + 1)),
  I: inserting(({ text, dot }) => firstNonBlank(text, dot)),
  i: inserting(({ dot }) => dot),
  insert: inserting(({ dot }) => dot),
  R: (editor) => {
    startInsert(editor);
    editor.mode = 'replace';
  },
  O: (editor) => openLine(editor, lineStart(editor.text, editor.dot)),
  o: (editor) => openLine(editor, lineEnd(editor.text, editor.dot)),
  C: (editor) => cutLine(editor, true),
  D: (editor) => cutLine(editor, false),
  s: (editor, count = 1) => {
    const { text, dot } = editor;
    const to = Math.min(lineEnd(text, dot), dot + count);
    if (to > dot) {
      editor.registers.set(editor.register, { text: text.slice(dot, to), lines: false });
      remove(editor, dot, to - dot);
    }
    startInsert(editor);
  },
  x: deletion,
  delete: deletion,
  X: deletion,
  J: join,
  '~': swapCase,
  r: replaceCharacters,
  p: (editor, count = 1, key) => put(editor, key, count),
  P: (editor, count = 1, key) => put(editor, key, count),
  u: undo,
  m: async (editor) => {
    const name = await editor.keys.next();
    if (name !== undefined && /^[a-z]$/.test(name)) editor.marks.set(name, editor.dot);
    else beep(editor);
  },
  z: async (editor) => {
    const where = await editor.keys.next();
    if (where !== undefined) place(editor, where);
  },
  Z: async (editor) => {
    const key = await editor.keys.next();
    if (key === 'Q') leave(editor, true);
    else if (key !== 'Z') beep(editor);
    else {
      const saved = editor.changes === 0 || (await writeText(editor, editor.path, {}));
      if (saved) editor.changes = 0;
      if (saved) leave(editor, false);
    }
  },
  '.': (editor, count) => {
    if (!editor.lastChange) return;
    const { keys, count: before } = editor.lastChange;
    const times = count ?? before;
    editor.keys.replay([...(times === undefined ? [] : String(times)), ...keys]);
  },
};

/** Commands that `.` does again. */
const CHANGES = new Set([...'AIOCDRXJaioscdxrpP~<>', 'delete', 'insert']);

/** Does what a key says, with what else it has to read. */
export async function command(editor: Editor, first: string): Promise<void> {
  let key: string | undefined = first;
  let digits = '';
  editor.register = 'D';
  for (;;) {
    if (key === '"') {
      const name = (await editor.keys.next()) ?? '';
      if (!/^[a-zA-Z]$/.test(name)) return beep(editor);
      editor.register = name.toLowerCase();
    } else if (key.length === 1 && key >= (digits === '' ? '1' : '0') && key <= '9') digits += key;
    else break;
    key = await editor.keys.next();
    if (key === undefined) return;
  }
  // More would take for ever and mean no more than this.
  const count = digits === '' ? undefined : Math.min(Number(digits), 10_000_000);
  if (Object.hasOwn(motions, key)) return move(editor, key, count);
  const run = Object.hasOwn(commands, key) ? commands[key]! : undefined;
  if (!run) {
    complain(editor, `'${key.length > 1 ? '' : shown(key)}' is not implemented`);
    return;
  }
  editor.column = undefined;
  if (!CHANGES.has(key)) return run(editor, count, key);
  const { register } = editor;
  const stop = editor.keys.record();
  await run(editor, count, key);
  const head = [...(register === 'D' ? [] : ['"', register]), key];
  editor.finishChange = () => {
    editor.lastChange = { keys: [...head, ...stop()], count };
  };
}

/** Ends what `.` repeats, once its last key is read. */
export function finish(editor: Editor): void {
  editor.finishChange?.();
  editor.finishChange = undefined;
}

function shown(key: string): string {
  return key < ' ' ? `^${String.fromCharCode(key.charCodeAt(0) + 0x40)}` : key;
}

function redraw(editor: Editor): void {
  editor.stale = true;
}

function openLine(editor: Editor, at: number): void {
  const { text, settings } = editor;
  const line = lineStart(text, editor.dot);
  insert(editor, at, '\n');
  editor.dot = at === line ? at : at + 1;
  startInsert(editor);
  if (settings.autoindent) indentAs(editor, at === line ? line + 1 : line);
}

function join(editor: Editor, count = 1): void {
  for (let i = 0; i < count; i++) {
    const end = lineEnd(editor.text, editor.dot);
    editor.dot = end;
    if (nextLine(editor.text, end) === undefined) break;
    remove(editor, end, 1);
    let blanks = end;
    while (editor.text[blanks] === ' ' || editor.text[blanks] === '\t') blanks++;
    remove(editor, end, blanks - end, { chained: true });
    insert(editor, end, ' ', { chained: true });
    editor.dot = end + 1;
  }
}

function swapCase(editor: Editor, count = 1): void {
  let chained = false;
  for (let i = 0; i < count; i++) {
    const char = editor.text[editor.dot]!;
    if (char === '\n') break;
    const other = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
    if (/[a-zA-Z]/.test(char)) {
      remove(editor, editor.dot, 1, { chained });
      insert(editor, editor.dot, other, { chained: true });
      chained = true;
    }
    if (editor.text[editor.dot + 1] === '\n') break;
    editor.dot++;
  }
}

async function replaceCharacters(editor: Editor, count = 1): Promise<void> {
  const char = await editor.keys.next();
  if (char === undefined || char === '\x1b' || char.length > 1) return;
  if (editor.dot + count > lineEnd(editor.text, editor.dot)) return beep(editor);
  const written = char === '\r' ? '\n' : char;
  for (let i = 0; i < count; i++) {
    remove(editor, editor.dot + i, 1, { chained: i > 0 });
    insert(editor, editor.dot + i, written, { chained: true });
  }
  editor.dot += written === '\n' ? count : count - 1;
}
