/** The history of an interactive shell: in memory, and in a file that lasts. */
import { writeAll } from '../../kernel/index.ts';
import { bytesOf, errnoOf, O_APPEND, O_CREAT, O_WRONLY } from '../../posix/index.ts';
import { readFile } from '../read-file.ts';
import type { Shell } from '../shell.ts';
import { getVariable } from '../variables.ts';

/** As many as are kept. */
const MOST = 1000;

export interface History {
  readonly entries: string[];
  /** How many of the last entries `history -a` has not seen. */
  unsaved: number;
  /** How many lines of the file were read, and what was appended to it since. */
  linesRead: number;
  appended: string[];
}

export const createHistory = (): History => ({ entries: [], unsaved: 0, linesRead: 0, appended: [] });

/** The file that entries are appended to; none where HISTFILE is empty. */
export function historyFile(shell: Shell): string | undefined {
  const named = getVariable(shell.variables, 'HISTFILE');
  if (named !== undefined) return named || undefined;
  const home = getVariable(shell.variables, 'HOME');
  return home === undefined
    ? undefined
    : `${home}/${shell.dialect.name === 'ash' ? '.ash_history' : '.bash_history'}`;
}

/** All entries of a file. @throws {PosixError} */
export async function readHistory(shell: Shell, path: string): Promise<string[]> {
  const lines = (await readFile(shell.sys, path)).split('\n').filter((line) => line !== '');
  return lines.map(decodeEntry);
}

export async function loadHistory(shell: Shell): Promise<History> {
  const history = createHistory();
  const path = historyFile(shell);
  if (path === undefined) return history;
  try {
    const entries = await readHistory(shell, path);
    history.linesRead = entries.length;
    history.entries.push(...entries.slice(-MOST));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
  return history;
}

/** Adds what was entered, unless it repeats the entry before; appends it to the file. */
export async function addHistory(shell: Shell, history: History, entry: string): Promise<void> {
  const text = entry.replace(/\n+$/, '');
  if (text.trim() === '' || text === history.entries.at(-1)) return;
  if (shell.dialect.name === 'bash' && text.startsWith(' ')) return;
  // `set +o history`.
  if (shell.bashState.options?.has('history') === false) return;
  await pushEntry(shell, history, text);
}

/** Adds an entry whatever it is; that of an interactive shell to its file, too. */
export async function pushEntry(shell: Shell, history: History, text: string): Promise<void> {
  history.entries.push(text);
  history.unsaved++;
  if (history.entries.length > MOST) history.entries.shift();
  const path = shell.interactive ? historyFile(shell) : undefined;
  if (path === undefined) return;
  try {
    await writeEntries(shell, path, O_APPEND, [text]);
    history.appended.push(text);
  } catch (error) {
    // A history that cannot be written is no reason to bother anybody.
    if (errnoOf(error) === undefined) throw error;
  }
}

/** Writes entries to a file. @throws {PosixError} */
export async function writeEntries(
  { sys }: Shell,
  path: string,
  mode: number,
  entries: readonly string[],
): Promise<void> {
  const fd = await sys.open(path, O_WRONLY | O_CREAT | mode, 0o600);
  try {
    await writeAll(sys, fd, bytesOf(entries.map((entry) => `${encodeEntry(entry)}\n`).join('')));
  } finally {
    await sys.close(fd);
  }
}

/** An entry of several lines is one line of the file: its newlines become U+2028. */
const encodeEntry = (text: string): string => text.replaceAll('\n', '\u2028');
const decodeEntry = (line: string): string => line.replaceAll('\u2028', '\n');
