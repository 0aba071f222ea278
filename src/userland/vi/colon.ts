/** vi's `:` commands, by name and unique beginning. */
import { runProgram } from '../launch.ts';
import { COOKED, withTermios } from '../termios.ts';
import { type Addressed, currentLine, parseAddresses } from './address.ts';
import { complain, type Editor, insert, remove, say } from './editor.ts';
import { leave, openFile, readForInsert, type WriteRules, writeText } from './files.ts';
import { countLines, firstNonBlank, lineAt, lineEnd } from './lines.ts';
import { awaitReturn, clearBottom } from './prompt.ts';
import { set } from './settings.ts';
import { substitute } from './substitute.ts';

interface Line {
  readonly name: string;
  readonly force: boolean;
  readonly words: string;
  readonly addressed: Addressed;
}

type Verb = (editor: Editor, line: Line) => void | Promise<void>;

/** In the order in which beginnings are looked up. */
const verbs: readonly (readonly [name: string, run: Verb])[] = [
  ['delete', deleteLines],
  ['edit', edit],
  ['file', file],
  ['features', features],
  ['list', list],
  ['next', (editor, line) => step(editor, line, 1)],
  ['prev', (editor, line) => step(editor, line, -1)],
  ['quit', (editor, { force }) => leave(editor, force)],
  ['read', read],
  ['rewind', (editor, line) => goTo(editor, line, 0)],
  ['substitute', replace],
  ['set', (editor, { words }) => set(editor, words)],
  ['version', (editor) => say(editor, '1.37.0')],
  ['write', write],
  ['wq', writeAndLeave],
  ['wn', writeAndNext],
  ['x', writeAndLeave],
  ['yank', yank],
];

/** Does one line; what stands before a `"` begins no comment here, as in busybox. */
export async function colon(editor: Editor, text: string): Promise<void> {
  const addressed = parseAddresses(editor, text);
  if (!addressed) return;
  const { first, last, rest } = addressed;
  const total = countLines(editor.text);
  const ends = [first, last].filter((number) => number !== undefined);
  if (ends.some((number) => number < 0 || number > total) || (last !== undefined && first! > last)) {
    return complain(editor, 'Invalid range');
  }
  if (rest === '') return first === undefined ? undefined : jump(editor, last ?? first);
  if (rest.startsWith('!')) return shell(editor, rest.slice(1));
  if (/^=\s*$/.test(rest)) return say(editor, String(last ?? first ?? currentLine(editor)));
  // `s` needs no blank before what separates its parts.
  const found = /^s(?![a-z])/.exec(rest) ? ['s', 's', '', rest.slice(1)] : /^([a-z]+)(!?)\s*(.*)$/.exec(rest);
  const name = found?.[1] ?? rest;
  const verb = found && verbs.find(([long]) => long.startsWith(name));
  if (!verb) return complain(editor, `'${rest.split(' ')[0]}' is not implemented`);
  await verb[1](editor, { name, force: found[2] === '!', words: found[3]!.trimEnd(), addressed });
}

function jump(editor: Editor, number: number): void {
  editor.dot = firstNonBlank(editor.text, lineAt(editor.text, Math.max(1, number))!);
}

/** The lines that a command is about: the current one where none are given. */
function linesOf(editor: Editor, { first, last }: Addressed): { from: number; to: number } {
  const begin = first ?? currentLine(editor);
  const from = lineAt(editor.text, Math.max(1, begin))!;
  return { from, to: lineEnd(editor.text, lineAt(editor.text, last ?? Math.max(1, begin))!) + 1 };
}

function deleteLines(editor: Editor, { addressed }: Line): void {
  const { from, to } = linesOf(editor, addressed);
  editor.registers.set('D', { text: editor.text.slice(from, to), lines: true });
  remove(editor, from, to - from);
  const end = editor.text.length;
  editor.dot = from < end ? firstNonBlank(editor.text, from) : end - 1;
}

function yank(editor: Editor, { addressed }: Line): void {
  const { from, to } = linesOf(editor, addressed);
  const text = editor.text.slice(from, to);
  editor.registers.set('D', { text, lines: true });
  say(editor, `Yank ${countLines(text)} lines (${text.length} chars) into [D]`);
}

/** `%` is this file's name, `#` the other's. */
function expandName(editor: Editor, words: string): string | undefined {
  let missing = false;
  const expanded = words.replace(/\\(.)|[%#]/g, (whole, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped;
    const name = whole === '%' ? editor.path : editor.otherPath;
    missing ||= name === undefined;
    return name ?? '';
  });
  if (!missing) return expanded;
  complain(editor, 'No previous filename');
  return undefined;
}

async function edit(editor: Editor, { force, words }: Line): Promise<void> {
  if (editor.changes > 0 && !force) return complain(editor, 'No write since last change (:e! overrides)');
  const path = words === '' ? editor.path : expandName(editor, words);
  if (path === undefined) {
    if (words === '') complain(editor, 'No current filename');
    return;
  }
  if (path !== editor.path) editor.otherPath = editor.path;
  const isNew = !(await openFile(editor, path));
  if (editor.message) return;
  const flags = `${isNew ? ' [New file]' : ''}${editor.readonly ? ' [Readonly]' : ''}`;
  say(editor, `'${path}'${flags} ${countLines(editor.text)}L, ${editor.text.length}C`);
}

function file(editor: Editor, { words }: Line): void {
  if (words === '') return;
  const path = expandName(editor, words);
  if (path === undefined) return;
  editor.otherPath = editor.path;
  editor.path = path;
}

async function features(editor: Editor): Promise<void> {
  clearBottom(editor);
  editor.io.put(`${FEATURES.map((feature) => `\t${feature}\r\n`).join('')}`);
  await awaitReturn(editor);
}

/** What this vi can, in our own words; `vi -H` prints the same. */
export const FEATURES: readonly string[] = [
  'Searching for text with / and ?',
  'Repeating the last change with .',
  'Marking lines with m and going back with apostrophe',
  'Registers, named with quote and a letter',
  'Settings, listed by :set',
  'Commands behind a colon',
  'Undoing with u, change by change',
  'Following the size of the window',
];

async function list(editor: Editor, { addressed }: Line): Promise<void> {
  const { from, to } = linesOf(editor, addressed);
  const shown = editor.text
    .slice(from, to)
    .replace(/[^ -~\n]/g, (char) => (char > '~' ? '.' : `^${String.fromCharCode(char.charCodeAt(0) ^ 0x40)}`))
    .replaceAll('\n', '$\r\n');
  clearBottom(editor);
  editor.io.put(`\r\n${shown}`);
  await awaitReturn(editor);
}

function step(editor: Editor, line: Line, by: 1 | -1): Promise<void> | void {
  return goTo(editor, line, editor.fileIndex + by);
}

/** Another file of the command line. */
async function goTo(editor: Editor, { name, force }: Line, index: number): Promise<void> {
  if (editor.changes > 0 && !force) {
    return complain(editor, `No write since last change (:${name}! overrides)`);
  }
  if (index >= editor.files.length) return complain(editor, 'No more files to edit');
  if (index < 0) return complain(editor, 'No previous files to edit');
  editor.fileIndex = index;
  editor.otherPath = editor.path;
  editor.message = '';
  await openFile(editor, editor.files[index]);
}

async function read(editor: Editor, { addressed, words }: Line): Promise<void> {
  const path = words === '' ? editor.path : expandName(editor, words);
  if (path === undefined) {
    if (words === '') complain(editor, 'No current filename');
    return;
  }
  const text = await readForInsert(editor, path);
  if (text === undefined) return;
  const { first } = addressed;
  const at =
    first === 0
      ? 0
      : lineEnd(editor.text, first === undefined ? editor.dot : lineAt(editor.text, first)!) + 1;
  // One that does not end with a newline joins what follows it.
  insert(editor, at, text);
  if (!editor.text.endsWith('\n')) editor.text += '\n';
  editor.dot = Math.min(at, editor.text.length - 1);
  say(
    editor,
    `'${path}'${editor.readonly ? ' [Readonly]' : ''} ${countLines(text) + (/[^\n]$/.test(text) ? 1 : 0)}L, ${text.length}C`,
  );
}

function replace(editor: Editor, { addressed: { first, last }, words }: Line): void {
  const begin = first ?? currentLine(editor);
  substitute(editor, words, Math.max(1, begin), last ?? Math.max(1, begin));
}

async function write(editor: Editor, line: Line): Promise<boolean> {
  const { addressed, force, words } = line;
  const path = words === '' ? editor.path : expandName(editor, words);
  if (path === undefined && words !== '') return false;
  const part = addressed.first !== undefined;
  const rules: WriteRules = part ? { force, ...linesOf(editor, addressed) } : { force };
  if (!(await writeText(editor, path, rules))) return false;
  // A text that had no name has one now.
  editor.path ??= path;
  if (!part) editor.changes = 0;
  return true;
}

async function writeAndLeave(editor: Editor, line: Line): Promise<void> {
  const { force, name, words } = line;
  if (name.startsWith('x') && editor.changes === 0) return leave(editor, force);
  if (await write(editor, line)) leave(editor, force || words !== '');
}

async function writeAndNext(editor: Editor, line: Line): Promise<void> {
  if (!(await write(editor, line))) return;
  if (editor.fileIndex + 1 < editor.files.length) await goTo(editor, line, editor.fileIndex + 1);
  else leave(editor, line.force);
}

async function shell(editor: Editor, words: string): Promise<void> {
  const { io } = editor;
  const command = expandName(editor, words);
  if (command === undefined) return;
  clearBottom(editor);
  await io.flush();
  await withTermios(io.sys, 0, COOKED, () => runProgram(io.sys, ['/bin/sh', '-c', command]));
  await awaitReturn(editor);
}
