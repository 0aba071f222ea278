/**
 * nano: a plain editor on the terminal, with nano's keys.
 *
 * Reads a file, shows it, saves it where it was asked to; nothing is lost without a question.
 */
import { encode } from '../../../base/index.ts';
import { type Main, readAll, type Sys, writeAll } from '../../../kernel/index.ts';
import {
  bytesOf,
  errnoOf,
  isDir,
  type Key,
  O_RDONLY,
  readKey,
  SA_RESTART,
  signals,
  strerror,
  textOf,
} from '../../../posix/index.ts';
import { writeFile } from '../../files.ts';
import { RAW, withTermios } from '../../termios.ts';
import { draw, type Size, textRows, type View } from './screen.ts';
import {
  backspace,
  contentOf,
  countLines,
  createText,
  cutLine,
  deleteForward,
  insertText,
  moveLeft,
  moveRight,
  moveTo,
  moveWord,
  paste,
  search,
  travel,
} from './text.ts';

const HELP: View['help'] = [
  ['^O', 'Write Out'],
  ['^X', 'Exit'],
  ['^W', 'Where Is'],
  ['^K', 'Cut'],
  ['^U', 'Paste'],
  ['^C', 'Location'],
  ['M-U', 'Undo'],
  ['M-E', 'Redo'],
];
const ASK_HELP: View['help'] = [
  [' Y', 'Yes'],
  [' N', 'No'],
  ['^C', 'Cancel'],
];
const PROMPT_HELP: View['help'] = [
  ['^M', 'Enter'],
  ['^C', 'Cancel'],
];

const USAGE = `Usage: nano [+LINE[,COLUMN]] [FILE]

Edit a file on the terminal

^O saves, ^X leaves, ^W searches, ^K and ^U move lines, M-U undoes.
`;

interface Editor {
  readonly sys: Sys;
  view: View;
  path: string;
  lastSearch: string;
  done: boolean;
}

export const main: Main = async (sys) => {
  if (sys.argv[1] === '--help') {
    await writeAll(sys, 1, encode(USAGE));
    return 0;
  }
  const request = parse(sys.argv.slice(1));
  if (typeof request === 'string') return complain(sys, request);
  if (!sys.isatty(0) || !sys.isatty(1)) return complain(sys, 'nano: Standard input is not a terminal\n');
  let loaded: { content: string; message: string };
  try {
    loaded = await load(sys, request.path);
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    return complain(sys, `nano: ${request.path}: ${strerror(code)}\n`);
  }
  const text = createText(loaded.content);
  moveTo(text, request.line - 1, request.column - 1);
  const view: View = {
    title: request.path || 'New Buffer',
    text,
    top: 0,
    message: loaded.message,
    prompt: undefined,
    help: HELP,
  };
  const editor: Editor = { sys, view, path: request.path, lastSearch: '', done: false };
  await onTerminal(editor, async () => {
    while (!editor.done) await handle(editor, await nextKey(editor));
  });
  return 0;
};

/** `nano [+LINE[,COLUMN]] [FILE]` */
function parse(args: readonly string[]): { path: string; line: number; column: number } | string {
  let path: string | undefined;
  let line = 1;
  let column = 1;
  let literal = false;
  for (const word of args) {
    const place = /^\+(\d+)(?:,(\d+))?$/.exec(word);
    if (!literal && word === '--') literal = true;
    else if (!literal && place) {
      line = Number(place[1]);
      column = Number(place[2] ?? 1);
    } else if (!literal && word.startsWith('-') && word !== '-') {
      return `nano: unrecognized option: ${word}\nUsage: nano [+LINE[,COLUMN]] [FILE]\n`;
    } else if (path === undefined) path = word;
    else return 'nano: one file at a time\nUsage: nano [+LINE[,COLUMN]] [FILE]\n';
  }
  return { path: path ?? '', line, column };
}

async function load(sys: Sys, path: string): Promise<{ content: string; message: string }> {
  if (path === '') return { content: '', message: 'New File' };
  try {
    if (isDir((await sys.stat(path)).mode)) return { content: '', message: `"${path}" is a directory` };
    const content = await readText(sys, path);
    const count = countLines(createText(content));
    return { content, message: `Read ${count} ${count === 1 ? 'line' : 'lines'}` };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return { content: '', message: 'New File' };
  }
}

async function readText(sys: Sys, path: string): Promise<string> {
  const fd = await sys.open(path, O_RDONLY);
  try {
    return textOf(await readAll(sys, fd));
  } finally {
    await sys.close(fd);
  }
}

/** The second screen and raw keys while `work` runs; the terminal as it was afterwards. */
async function onTerminal(editor: Editor, work: () => Promise<void>): Promise<void> {
  const { sys } = editor;
  sys.sigaction(signals.WINCH, { flags: SA_RESTART, handler: () => void redraw(editor, true) });
  await withTermios(sys, 0, RAW, async () => {
    await writeAll(sys, 1, encode('\x1b[?1049h\x1b[?2004h'));
    try {
      await work();
    } finally {
      await writeAll(sys, 1, encode('\x1b[?2004l\x1b[?1049l'));
    }
  });
}

async function redraw(editor: Editor, clear = false): Promise<void> {
  const size = sizeOf(editor);
  await writeAll(editor.sys, 1, encode((clear ? '\x1b[2J' : '') + draw(editor.view, size)));
}

function sizeOf({ sys }: Editor): Size {
  const { rows, columns } = sys.getWindowSize(1);
  return { rows: rows || 24, columns: columns || 80 };
}

async function nextKey(editor: Editor): Promise<Key> {
  await redraw(editor);
  return readKey(async () => {
    const buffer = new Uint8Array(1);
    return (await editor.sys.read(0, buffer)) === 0 ? undefined : buffer[0];
  });
}

async function handle(editor: Editor, key: Key): Promise<void> {
  const { view } = editor;
  const { text } = view;
  view.message = '';
  if (key.kind === 'end') {
    editor.done = true;
    return;
  }
  if (key.kind !== 'key') {
    text.cutting = false;
    insertText(text, key.text);
    return;
  }
  if (key.name !== 'ctrl-k') text.cutting = false;
  const command = Object.hasOwn(commands, key.name) ? commands[key.name] : undefined;
  if (command) await command(editor);
  else if (key.name !== 'unknown') view.message = `Unbound key: ${shown(key.name)}`;
}

function shown(name: string): string {
  return name.replace(/^ctrl-(.)$/, (_, letter: string) => `^${letter.toUpperCase()}`).replace(/^alt-/, 'M-');
}

type Command = (editor: Editor) => void | Promise<void>;

const onText =
  (change: (text: View['text'], size: Size) => void): Command =>
  (editor) => {
    if (change !== typed) editor.view.text.typing = false;
    change(editor.view.text, sizeOf(editor));
  };

/** What goes on with the typing before it. */
const typed = (text: View['text']): void => backspace(text);

const left = onText(moveLeft);
const right = onText(moveRight);
const up = onText((text) => moveTo(text, text.cursor.row - 1));
const down = onText((text) => moveTo(text, text.cursor.row + 1));
const home = onText((text) => moveTo(text, text.cursor.row, 0));
const end = onText((text) => moveTo(text, text.cursor.row, text.lines[text.cursor.row]!.length));
const pageUp = onText((text, size) => moveTo(text, text.cursor.row - textRows(size) + 1));
const pageDown = onText((text, size) => moveTo(text, text.cursor.row + textRows(size) - 1));
const deletion = onText((text) => deleteForward(text));

const commands: Readonly<Record<string, Command>> = {
  left,
  'ctrl-b': left,
  right,
  'ctrl-f': right,
  up,
  'ctrl-p': up,
  down,
  'ctrl-n': down,
  home,
  'ctrl-a': home,
  end,
  'ctrl-e': end,
  'page-up': pageUp,
  'ctrl-y': pageUp,
  'page-down': pageDown,
  'ctrl-v': pageDown,
  'word-left': onText((text) => moveWord(text, -1)),
  'word-right': onText((text) => moveWord(text, 1)),
  'alt-\\': onText((text) => moveTo(text, 0, 0)),
  'alt-/': onText((text) => moveTo(text, text.lines.length - 1, Number.POSITIVE_INFINITY)),
  'word-home': onText((text) => moveTo(text, 0, 0)),
  'word-end': onText((text) => moveTo(text, text.lines.length - 1, Number.POSITIVE_INFINITY)),
  backspace: onText(typed),
  'ctrl-h': onText(typed),
  delete: deletion,
  'ctrl-d': deletion,
  enter: onText((text) => insertText(text, '\n')),
  tab: onText((text) => insertText(text, '\t')),
  'ctrl-k': onText(cutLine),
  'ctrl-u': onText(paste),
  'alt-u': ({ view }) => {
    if (!travel(view.text, 'undo')) view.message = 'Nothing to undo';
  },
  'alt-e': ({ view }) => {
    if (!travel(view.text, 'redo')) view.message = 'Nothing to redo';
  },
  'ctrl-l': (editor) => redraw(editor, true),
  'ctrl-c': ({ view }) => {
    const { row, column } = view.text.cursor;
    view.message = `line ${row + 1}/${view.text.lines.length}, col ${column + 1}`;
  },
  'ctrl-g': ({ view }) => {
    view.message = '^O saves, ^X leaves, ^W searches, ^K and ^U move lines, M-U undoes';
  },
  'ctrl-w': find,
  'ctrl-o': async (editor) => void (await writeOut(editor)),
  'ctrl-s': async (editor) =>
    void (editor.path === '' ? await writeOut(editor) : await save(editor, editor.path)),
  'ctrl-x': leave,
};

async function find(editor: Editor): Promise<void> {
  const { view } = editor;
  const before = editor.lastSearch;
  const answer = await ask(editor, before === '' ? 'Search' : `Search [${before}]`, '');
  if (answer === undefined) return;
  const needle = answer || before;
  if (needle === '') return;
  editor.lastSearch = needle;
  const found = search(view.text, needle);
  if (found) view.text.cursor = found;
  else view.message = `"${needle}" not found`;
}

/** Asks for the name and saves; false where that was given up or failed. */
async function writeOut(editor: Editor): Promise<boolean> {
  const path = await ask(editor, 'File Name to Write', editor.path);
  if (path === undefined || path === '') {
    editor.view.message = 'Cancelled';
    return false;
  }
  return save(editor, path);
}

async function save(editor: Editor, path: string): Promise<boolean> {
  const { sys, view } = editor;
  try {
    await writeFile(sys, path, bytesOf(contentOf(view.text)));
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    view.message = `Error writing ${path}: ${strerror(code)}`;
    return false;
  }
  editor.path = path;
  editor.view = { ...view, title: path };
  view.text.modified = false;
  const count = countLines(view.text);
  editor.view.message = `Wrote ${count} ${count === 1 ? 'line' : 'lines'}`;
  return true;
}

async function leave(editor: Editor): Promise<void> {
  if (!editor.view.text.modified) {
    editor.done = true;
    return;
  }
  const choice = await choose(editor, 'Save modified buffer?');
  if (choice === 'no') editor.done = true;
  else if (choice === 'yes') editor.done = await writeOut(editor);
  else editor.view.message = 'Cancelled';
}

/** A line typed at the bottom; undefined where ^C gave it up. */
async function ask(editor: Editor, question: string, given: string): Promise<string | undefined> {
  let answer = given;
  const help = editor.view.help;
  try {
    for (;;) {
      editor.view = { ...editor.view, prompt: { question, answer }, help: PROMPT_HELP };
      const key = await nextKey(editor);
      if (key.kind === 'end') return undefined;
      if (key.kind !== 'key') answer += key.text.replaceAll('\n', ' ');
      else if (key.name === 'enter') return answer;
      else if (key.name === 'ctrl-c' || key.name === 'ctrl-x') return undefined;
      else if (key.name === 'backspace' || key.name === 'ctrl-h') answer = [...answer].slice(0, -1).join('');
      else if (key.name === 'ctrl-u') answer = '';
    }
  } finally {
    editor.view = { ...editor.view, prompt: undefined, help };
  }
}

async function choose(editor: Editor, question: string): Promise<'yes' | 'no' | 'cancel'> {
  const help = editor.view.help;
  try {
    for (;;) {
      editor.view = { ...editor.view, prompt: { question, answer: '' }, help: ASK_HELP };
      const key = await nextKey(editor);
      if (key.kind === 'end') return 'no';
      if (key.kind === 'text' && /^y$/i.test(key.text)) return 'yes';
      if (key.kind === 'text' && /^n$/i.test(key.text)) return 'no';
      if (key.kind === 'key' && key.name === 'ctrl-c') return 'cancel';
    }
  } finally {
    editor.view = { ...editor.view, prompt: undefined, help };
  }
}

async function complain(sys: Sys, text: string): Promise<number> {
  await writeAll(sys, 2, encode(text));
  return 1;
}
