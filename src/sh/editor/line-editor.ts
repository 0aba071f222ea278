/**
 * Line editing as readline's emacs mode has it, over a terminal in raw mode.
 *
 * Gets a prompt, gives a line (or several, from a paste). Completion and hints are functions that it
 * is given; the shell's grammar, jobs and history file are none of its business.
 */
import type { Fd, Sys } from '../../kernel/index.ts';
import {
  bytesOf,
  ECHO,
  errnoOf,
  type Key,
  keyByKey,
  readKey,
  SA_RESTART,
  signals,
} from '../../posix/index.ts';
import { writeAll } from '../shell.ts';
import {
  changeCase,
  createBuffer,
  type EditBuffer,
  insert,
  lineEnd,
  lineStart,
  nextCharacter,
  nextWord,
  previousCharacter,
  previousWord,
  remove,
  transpose,
  wordStartByBlanks,
} from './buffer.ts';
import { listColumns } from './columns.ts';
import { type Completion, longestCommon } from './completion-types.ts';
import { createScreen, type Screen } from './screen.ts';

export interface EditorOptions {
  readonly sys: Sys;
  /** Where keys come from and the text goes. */
  readonly input: Fd;
  readonly output: Fd;
  readonly history: readonly string[];
  /** Has the terminal mark what is pasted, so that it comes as one; busybox does not. */
  readonly markPaste?: boolean;
  readonly complete?: (text: string, cursor: number) => Promise<Completion | undefined>;
  /** What could follow the text, shown in grey; → takes it. */
  readonly suggest?: (text: string) => string;
  /** Calls back when `suggest` would answer something else; answers how to stop that. */
  readonly onSuggestion?: (changed: () => void) => () => void;
}

export type EditResult =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'end' };

/** What happens while a line is edited. */
interface Session {
  readonly options: EditorOptions;
  readonly prompt: string;
  readonly screen: Screen;
  readonly buffer: EditBuffer;
  /** Position in the history; its length is the line that is being typed. */
  place: number;
  /** Lines of the history as they were edited, by position. */
  readonly edited: Map<number, string>;
  lastKey: string;
  result: EditResult | undefined;
  /** After `stty -echo`: what is typed is not shown, nor that the line ends. */
  readonly hidden: boolean;
}

/** Text that ^K and ^W took away lasts from line to line. */
const yank = { text: '' };

export async function editLine(prompt: string, options: EditorOptions): Promise<EditResult> {
  const { sys, input } = options;
  const before = sys.tcgetattr(input);
  // Enter stays a newline, so that what is typed ahead suits the next program.
  sys.tcsetattr(input, keyByKey(before));
  const session: Session = {
    options,
    prompt,
    screen: createScreen(),
    buffer: { ...createBuffer(), killed: yank.text },
    place: options.history.length,
    edited: new Map(),
    lastKey: '',
    result: undefined,
    hidden: (before.lflag & ECHO) === 0,
  };
  const restoreSignal = sys.sigaction(signals.WINCH, {
    flags: SA_RESTART,
    handler: () => {
      // A trap of the shell's wants to know of it too.
      const outer = typeof restoreSignal === 'object' ? restoreSignal.handler : undefined;
      if (typeof outer === 'function') outer(signals.WINCH);
      session.screen.reset();
      void write(options, `\r\x1b[J${view(session)}`);
    },
  });
  const stopSuggestions = options.onSuggestion?.(() => {
    if (!session.result) void write(options, view(session));
  });
  try {
    await write(options, (options.markPaste ? '\x1b[?2004h' : '') + view(session));
    while (!session.result) await handle(session, await readKey(() => readByte(options)));
    return session.result;
  } finally {
    stopSuggestions?.();
    yank.text = session.buffer.killed;
    if (options.markPaste) await write(options, '\x1b[?2004l');
    sys.sigaction(signals.WINCH, restoreSignal);
    sys.tcsetattr(input, before);
  }
}

async function readByte({ sys, input }: EditorOptions): Promise<number | undefined> {
  const buffer = new Uint8Array(1);
  for (;;) {
    try {
      return (await sys.read(input, buffer)) === 0 ? undefined : buffer[0];
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'EINTR') continue;
      if (code === undefined) throw error;
      // The terminal is gone.
      return undefined;
    }
  }
}

async function write({ sys, output }: EditorOptions, text: string): Promise<void> {
  try {
    await writeAll(sys, output, bytesOf(text));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

function view(session: Session): string {
  const { buffer, options, prompt, hidden } = session;
  const atEnd = buffer.cursor === buffer.text.length;
  return session.screen.render({
    prompt,
    text: hidden ? '' : buffer.text,
    cursor: hidden ? 0 : buffer.cursor,
    hint: atEnd && !session.result && !hidden ? hintFor(session) : '',
    columns: Math.max(options.sys.getWindowSize(options.output).columns || 80, 4),
  });
}

function hintFor({ buffer, options }: Session): string {
  if (!options.suggest || buffer.text.includes('\n')) return '';
  return options.suggest(buffer.text).split('\n')[0]!;
}

async function handle(session: Session, key: Key): Promise<void> {
  const { buffer, options } = session;
  if (key.kind === 'end') session.result = { kind: 'end' };
  else if (key.kind === 'text') insert(buffer, key.text);
  else if (key.kind === 'paste') insert(buffer, buffer.text === '' ? key.text.replace(/\n+$/, '') : key.text);
  else if (key.name === 'tab') await completeWord(session);
  else if (key.name === 'ctrl-r') await search(session);
  else if (key.name === 'ctrl-l') {
    session.screen.reset();
    await write(options, '\x1b[H\x1b[2J');
  } else await command(session, key.name);
  session.lastKey = key.kind === 'key' ? key.name : '';
  if (!session.result) await write(options, view(session));
}

async function finish(session: Session, result: EditResult, mark = ''): Promise<void> {
  session.result = result;
  session.buffer.cursor = session.buffer.text.length;
  const shown = view(session);
  const end = mark + session.screen.leave();
  await write(session.options, session.hidden && result.kind === 'line' ? shown : shown + end);
}

/** Keys that end the line or go through the history; all others edit. */
async function command(session: Session, name: string): Promise<void> {
  const { buffer } = session;
  if (name === 'enter') return await finish(session, { kind: 'line', text: buffer.text });
  if (name === 'ctrl-c') return await finish(session, { kind: 'interrupt' }, '^C');
  if (name === 'ctrl-d' && buffer.text === '') return await finish(session, { kind: 'end' });
  if (name === 'up' || name === 'ctrl-p') return verticalMove(session, -1);
  if (name === 'down' || name === 'ctrl-n') return verticalMove(session, 1);
  if (name === 'alt-<' || name === 'page-up') return recall(session, 0);
  if (name === 'alt->' || name === 'page-down') return recall(session, session.options.history.length);
  const forward = name === 'right' || name === 'ctrl-f' || name === 'end' || name === 'ctrl-e';
  if (forward && buffer.cursor === buffer.text.length) return insert(buffer, hintFor(session));
  edits[name]?.(buffer);
}

const edits: Readonly<Record<string, (buffer: EditBuffer) => void>> = {
  left: (b) => void (b.cursor = previousCharacter(b.text, b.cursor)),
  right: (b) => void (b.cursor = nextCharacter(b.text, b.cursor)),
  'ctrl-b': (b) => void (b.cursor = previousCharacter(b.text, b.cursor)),
  'ctrl-f': (b) => void (b.cursor = nextCharacter(b.text, b.cursor)),
  'word-left': (b) => void (b.cursor = previousWord(b.text, b.cursor)),
  'word-right': (b) => void (b.cursor = nextWord(b.text, b.cursor)),
  'alt-b': (b) => void (b.cursor = previousWord(b.text, b.cursor)),
  'alt-f': (b) => void (b.cursor = nextWord(b.text, b.cursor)),
  home: (b) => void (b.cursor = lineStart(b)),
  end: (b) => void (b.cursor = lineEnd(b)),
  'ctrl-a': (b) => void (b.cursor = lineStart(b)),
  'ctrl-e': (b) => void (b.cursor = lineEnd(b)),
  backspace: (b) => remove(b, previousCharacter(b.text, b.cursor), b.cursor),
  'ctrl-h': (b) => remove(b, previousCharacter(b.text, b.cursor), b.cursor),
  delete: (b) => remove(b, b.cursor, nextCharacter(b.text, b.cursor)),
  'ctrl-d': (b) => remove(b, b.cursor, nextCharacter(b.text, b.cursor)),
  'ctrl-k': (b) => remove(b, b.cursor, lineEnd(b), true),
  'ctrl-u': (b) => remove(b, lineStart(b), b.cursor, true),
  'ctrl-w': (b) => remove(b, wordStartByBlanks(b.text, b.cursor), b.cursor, true),
  'alt-backspace': (b) => remove(b, previousWord(b.text, b.cursor), b.cursor, true),
  'alt-d': (b) => remove(b, b.cursor, nextWord(b.text, b.cursor), true),
  'ctrl-y': (b) => insert(b, b.killed),
  'ctrl-t': transpose,
  'alt-u': (b) => changeCase(b, (word) => word.toUpperCase()),
  'alt-l': (b) => changeCase(b, (word) => word.toLowerCase()),
  'alt-c': (b) => changeCase(b, (word) => word.replace(/\p{L}/u, (char) => char.toUpperCase())),
};

/** Up and down within several lines, then through the history. */
function verticalMove(session: Session, by: 1 | -1): void {
  const { buffer } = session;
  const start = lineStart(buffer);
  const column = buffer.cursor - start;
  if (by < 0 && start > 0) {
    const above = buffer.text.lastIndexOf('\n', start - 2) + 1;
    buffer.cursor = Math.min(above + column, start - 1);
    return;
  }
  const end = lineEnd(buffer);
  if (by > 0 && end < buffer.text.length) {
    buffer.cursor = end + 1;
    buffer.cursor = Math.min(end + 1 + column, lineEnd(buffer));
    return;
  }
  recall(session, session.place + by);
}

function recall(session: Session, place: number): void {
  const { history } = session.options;
  if (place < 0 || place > history.length) return;
  session.edited.set(session.place, session.buffer.text);
  session.place = place;
  session.buffer.text = session.edited.get(place) ?? history[place] ?? '';
  session.buffer.cursor = session.buffer.text.length;
}

async function search(session: Session): Promise<void> {
  const { options, buffer } = session;
  const { searchHistory } = await import('./search.ts');
  const found = await searchHistory({
    history: options.history,
    readKey: () => readKey(() => readByte(options)),
    draw: (prompt, text) =>
      write(
        options,
        session.screen.render({
          prompt,
          text,
          cursor: text.length,
          hint: '',
          columns: Math.max(options.sys.getWindowSize(options.output).columns || 80, 4),
        }),
      ),
  });
  if (found.text !== undefined) {
    buffer.text = found.text;
    buffer.cursor = found.text.length;
  }
  if (found.key) await handle(session, found.key);
}

async function completeWord(session: Session): Promise<void> {
  const { buffer, options } = session;
  const completion = await options.complete?.(buffer.text, buffer.cursor);
  if (!completion || completion.candidates.length === 0) return await write(options, '\x07');
  const { candidates, from } = completion;
  const common = longestCommon(candidates.map((each) => each.text));
  const typed = buffer.text.slice(from, buffer.cursor);
  if (candidates.length === 1 || common.length > typed.length) {
    const single = candidates.length === 1 ? candidates[0]!.ending : '';
    remove(buffer, from, buffer.cursor);
    insert(buffer, common + single);
    return;
  }
  // The second Tab in a row shows what there is.
  if (session.lastKey !== 'tab') return await write(options, '\x07');
  const columns = options.sys.getWindowSize(options.output).columns || 80;
  const { cursor } = buffer;
  buffer.cursor = buffer.text.length;
  const leaving = view(session) + session.screen.leave();
  buffer.cursor = cursor;
  await write(
    options,
    leaving +
      listColumns(
        candidates.map((each) => each.label ?? each.text),
        columns,
      ),
  );
}
