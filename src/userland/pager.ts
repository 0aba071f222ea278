/**
 * A screen over a text that is read as far as it is looked at: what less and more show on a terminal.
 *
 * Keys come from /dev/tty where stdin is the text. Knows nothing of options.
 */
import type { Fd, Sys } from '../kernel/index.ts';
import {
  bytesOfBinary,
  compileRegex,
  errnoOf,
  type Key,
  O_RDONLY,
  type Regex,
  RegexError,
  readKey,
  textOf,
} from '../posix/index.ts';
import type { Io, Reader } from './io.ts';
import { BY_KEY, withTermios } from './termios.ts';

export interface PagerText {
  readonly name: string;
  readonly reader: Reader;
}

export interface PagerRules {
  /** Leaves at the end, as more does. */
  readonly quitAtEnd: boolean;
  readonly numbers: boolean;
}

interface Pager {
  readonly io: Io;
  readonly text: PagerText;
  readonly rules: PagerRules;
  readonly lines: string[];
  ended: boolean;
  top: number;
  message: string;
  search: Regex | undefined;
}

/** Shows a text until the reader leaves; true where nothing further is wanted. */
export async function showPages(io: Io, text: PagerText, rules: PagerRules): Promise<boolean> {
  const { sys } = io;
  const keys = await openKeys(sys);
  const pager: Pager = { io, text, rules, lines: [], ended: false, top: 0, message: '', search: undefined };
  try {
    return await withTermios(sys, keys, BY_KEY, async () => {
      for (;;) {
        await draw(pager);
        if (rules.quitAtEnd && pager.ended && pager.top + page(pager) >= pager.lines.length) return false;
        const key = await readKey(byteReader(sys, keys));
        if (key.kind === 'end') return true;
        const left = await act(pager, key, keys);
        if (left) return true;
      }
    });
  } finally {
    io.put('\r\x1b[K');
    await io.flush();
    if (keys !== 0) await sys.close(keys);
  }
}

async function openKeys(sys: Sys): Promise<Fd> {
  if (sys.isatty(0)) return 0;
  return sys.open('/dev/tty', O_RDONLY);
}

function byteReader(sys: Sys, fd: Fd): () => Promise<number | undefined> {
  const buffer = new Uint8Array(1);
  return async () => {
    for (;;) {
      try {
        return (await sys.read(fd, buffer)) === 0 ? undefined : buffer[0];
      } catch (error) {
        if (errnoOf(error) !== 'EINTR') throw error;
      }
    }
  };
}

function size({ io }: Pager): { rows: number; columns: number } {
  const { rows, columns } = io.sys.getWindowSize(1);
  return { rows: rows || 24, columns: columns || 80 };
}

/** Rows of text on the screen; the last row is the prompt. */
const page = (pager: Pager): number => Math.max(1, size(pager).rows - 1);

/** Reads on until there are so many lines, or no more. */
async function fill(pager: Pager, count: number): Promise<void> {
  while (!pager.ended && pager.lines.length < count) {
    const line = await pager.text.reader.line();
    if (line === undefined) pager.ended = true;
    else pager.lines.push(line);
    if (pager.lines.length % 1000 === 0) await pager.io.sys.breathe();
  }
}

async function draw(pager: Pager): Promise<void> {
  const { io, rules, lines } = pager;
  const rows = page(pager);
  await fill(pager, pager.top + rows + 1);
  pager.top = Math.max(0, Math.min(pager.top, lines.length - rows));
  const { columns } = size(pager);
  let screen = '\x1b[H\x1b[J';
  for (let i = pager.top; i < pager.top + rows; i++) {
    const line = lines[i];
    if (line === undefined) screen += '~\r\n';
    else screen += `${rowOf(pager, i, line, columns, rules.numbers)}\r\n`;
  }
  io.put(screen);
  const end = pager.ended && pager.top + rows >= lines.length;
  const prompt = pager.message || (end ? '(END)' : pager.top === 0 ? pager.text.name || ':' : ':');
  io.print(`\x1b[7m${prompt}\x1b[m`);
  pager.message = '';
  await io.flush();
}

function rowOf(pager: Pager, index: number, line: string, columns: number, numbers: boolean): string {
  const text = textOf(bytesOfBinary(line)).replace(/\t/g, '        ');
  // What is no printable character must not reach the terminal raw.
  const plain = text.replace(
    /[\x00-\x1f\x7f]/g,
    (char) => `^${String.fromCharCode(char.charCodeAt(0) ^ 64)}`,
  );
  const shown = `${numbers ? `${String(index + 1).padStart(7)} ` : ''}${plain}`.slice(0, columns);
  const match = pager.search?.find(line);
  if (!match || match.end === match.start) return utf8(shown);
  const found = textOf(bytesOfBinary(line.slice(match.start, match.end)));
  return utf8(shown).replace(utf8(found), (part) => `\x1b[7m${part}\x1b[m`);
}

/** Text as a byte string, which is what goes out. */
const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** Does what a key asks for; true where it asks to leave. */
async function act(pager: Pager, key: Key, keys: Fd): Promise<boolean> {
  const rows = page(pager);
  switch (key.kind === 'text' ? key.text : key.kind === 'key' ? key.name : '') {
    case 'q':
    case 'Q':
    case 'ctrl-c':
      return true;
    case ' ':
    case 'f':
    case 'page-down':
    case 'ctrl-f':
      pager.top += rows;
      break;
    case 'b':
    case 'page-up':
    case 'ctrl-b':
      pager.top -= rows;
      break;
    case 'enter':
    case 'j':
    case 'e':
    case 'down':
      pager.top += 1;
      break;
    case 'k':
    case 'y':
    case 'up':
      pager.top -= 1;
      break;
    case 'd':
      pager.top += Math.ceil(rows / 2);
      break;
    case 'u':
      pager.top -= Math.ceil(rows / 2);
      break;
    case 'g':
    case '<':
    case 'home':
      pager.top = 0;
      break;
    case 'G':
    case '>':
    case 'end':
      await fill(pager, Infinity);
      pager.top = pager.lines.length;
      break;
    case '/':
    case '?':
      await ask(pager, keys);
      break;
    case 'n':
      await find(pager, 1);
      break;
    case 'N':
      await find(pager, -1);
      break;
    case 'h':
      pager.message = 'q leaves, blank and b turn pages, j and k move, / searches, n goes on, g and G jump';
      break;
    default:
  }
  return false;
}

async function ask(pager: Pager, keys: Fd): Promise<void> {
  const { io } = pager;
  let pattern = '';
  for (;;) {
    io.put(`\r\x1b[K/${utf8(pattern)}`);
    await io.flush();
    const key = await readKey(byteReader(io.sys, keys));
    if (key.kind === 'text') pattern += key.text;
    else if (key.kind === 'key' && key.name === 'backspace' && pattern !== '')
      pattern = [...pattern].slice(0, -1).join('');
    else if (key.kind === 'key' && key.name === 'enter') break;
    else if (key.kind !== 'paste') return;
  }
  try {
    pager.search = compileRegex(utf8(pattern), { extended: true });
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    pager.message = `bad regex: ${error.message}`;
    return;
  }
  await find(pager, 1, pager.top);
}

async function find(pager: Pager, by: 1 | -1, from = pager.top + by): Promise<void> {
  const { search, lines } = pager;
  if (!search) {
    pager.message = 'No previous regular expression';
    return;
  }
  for (let at = from; at >= 0; at += by) {
    await fill(pager, at + 1);
    const line = lines[at];
    if (line === undefined) break;
    if (search.test(line)) {
      pager.top = at;
      return;
    }
  }
  pager.message = 'Pattern not found';
}
