/** The history of an interactive shell: in memory, and in a file that lasts. */
import { bytesOf, errnoOf, O_APPEND, O_CREAT, O_WRONLY } from '../../posix/index.ts';
import { readFile } from '../read-file.ts';
import { type Shell, writeAll } from '../shell.ts';
import { getVariable } from '../variables.ts';

/** As many as are kept. */
const MOST = 1000;

export interface History {
  readonly entries: string[];
}

function historyFile(shell: Shell): string | undefined {
  const named = getVariable(shell.variables, 'HISTFILE');
  if (named !== undefined) return named || undefined;
  const home = getVariable(shell.variables, 'HOME');
  return home === undefined
    ? undefined
    : `${home}/${shell.dialect.name === 'ash' ? '.ash_history' : '.bash_history'}`;
}

export async function loadHistory(shell: Shell): Promise<History> {
  const path = historyFile(shell);
  if (path === undefined) return { entries: [] };
  try {
    const lines = (await readFile(shell.sys, path)).split('\n').filter((line) => line !== '');
    return { entries: lines.slice(-MOST).map(decodeEntry) };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return { entries: [] };
  }
}

/** Adds what was entered, unless it repeats the entry before; appends it to the file. */
export async function addHistory(shell: Shell, history: History, entry: string): Promise<void> {
  const text = entry.replace(/\n+$/, '');
  if (text.trim() === '' || text === history.entries.at(-1)) return;
  if (shell.dialect.name === 'bash' && text.startsWith(' ')) return;
  // `set +o history`.
  if (shell.bashState.options?.has('history') === false) return;
  history.entries.push(text);
  if (history.entries.length > MOST) history.entries.shift();
  const path = historyFile(shell);
  if (path === undefined) return;
  try {
    const fd = await shell.sys.open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600);
    try {
      await writeAll(shell.sys, fd, bytesOf(`${encodeEntry(text)}\n`));
    } finally {
      await shell.sys.close(fd);
    }
  } catch (error) {
    // A history that cannot be written is no reason to bother anybody.
    if (errnoOf(error) === undefined) throw error;
  }
}

/** An entry of several lines is one line of the file: its newlines become U+2028. */
const encodeEntry = (text: string): string => text.replaceAll('\n', '\u2028');
const decodeEntry = (line: string): string => line.replaceAll('\u2028', '\n');
