/**
 * Line editing as readline's emacs mode has it, over a terminal in raw mode.
 *
 * Gets a prompt, gives a line (or several, from a paste). Completion and hints are functions that it
 * is given; the shell's grammar, jobs and history file are none of its business.
 */
import { type Fd, type Sys, writeAll } from '../../kernel/index.ts';
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
import { createBuffer, type EditBuffer, insert } from './buffer.ts';
import type { Completion } from './completion-types.ts';
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
export interface Session {
  readonly options: EditorOptions;
  readonly prompt: string;
  readonly screen: Screen;
  readonly buffer: EditBuffer;
  /** Position in the history; its length is the line that is being typed. */
  place: number;
  /** Lines of the history as they were edited, by position. */
  readonly edited: Map<number, string>;
  lastKey: string;
  /** The text before each change, the last one last. */
  readonly changes: Pick<EditBuffer, 'text' | 'cursor'>[];
  /** How many commands back ^[. took its word from. */
  wordsBack: number;
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
    changes: [],
    wordsBack: 0,
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

export async function write({ sys, output }: EditorOptions, text: string): Promise<void> {
  try {
    await writeAll(sys, output, bytesOf(text));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

export function view(session: Session): string {
  const { buffer, options, prompt, hidden } = session;
  const atEnd = buffer.cursor === buffer.text.length;
  return session.screen.render({
    prompt,
    text: hidden ? '' : buffer.text,
    cursor: hidden ? 0 : buffer.cursor,
    hint: atEnd && !session.result && !hidden ? hintFor(session) : '',
    ...sizeOf(options),
    // What stays behind is whole.
    ...(session.result && { rows: Number.POSITIVE_INFINITY }),
  });
}

function sizeOf({ sys, output }: EditorOptions): { columns: number; rows: number } {
  const { columns, rows } = sys.getWindowSize(output);
  return { columns: Math.max(columns || 80, 4), rows: Math.max(rows || 24, 2) };
}

export function hintFor({ buffer, options }: Session): string {
  if (!options.suggest || buffer.text.includes('\n')) return '';
  return options.suggest(buffer.text).split('\n')[0]!;
}

async function handle(session: Session, key: Key): Promise<void> {
  const { buffer, options } = session;
  const { text, cursor } = buffer;
  if (key.kind === 'end') session.result = { kind: 'end' };
  else if (key.kind === 'text') insert(buffer, key.text);
  else if (key.kind === 'paste') insert(buffer, buffer.text === '' ? key.text.replace(/\n+$/, '') : key.text);
  else if (key.name === 'tab') await (await import('./late-keys.ts')).completeWord(session);
  else if (key.name === 'ctrl-r') await search(session);
  else if (key.name === 'ctrl-l') {
    session.screen.reset();
    await write(options, '\x1b[H\x1b[2J');
  } else await command(session, key.name);
  const name = key.kind === 'key' ? key.name : key.kind;
  // What is typed in one go is one change.
  const goesOn = name === 'text' && session.lastKey === 'text';
  if (buffer.text !== text && !goesOn && name !== 'ctrl-_') session.changes.push({ text, cursor });
  session.lastKey = name;
  if (!session.result) await write(options, view(session));
}

async function finish(session: Session, result: EditResult, mark = ''): Promise<void> {
  session.result = result;
  session.buffer.cursor = session.buffer.text.length;
  const shown = view(session);
  const end = mark + session.screen.leave();
  await write(session.options, session.hidden && result.kind === 'line' ? shown : shown + end);
}

async function command(session: Session, name: string): Promise<void> {
  const { buffer } = session;
  if (name === 'enter') return await finish(session, { kind: 'line', text: buffer.text });
  if (name === 'ctrl-c') return await finish(session, { kind: 'interrupt' }, '^C');
  if (name === 'ctrl-d' && buffer.text === '') return await finish(session, { kind: 'end' });
  (await import('./late-keys.ts')).pressed(session, name);
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
          ...sizeOf(options),
        }),
      ),
  });
  if (found.text !== undefined) {
    buffer.text = found.text;
    buffer.cursor = found.text.length;
  }
  if (found.key) await handle(session, found.key);
}
