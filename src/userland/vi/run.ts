/** A session of vi: from the first file to the last `:q`. */
import { OPOST, POLLIN, SA_RESTART, signals } from '../../posix/index.ts';
import { createGauge } from '../gauge.ts';
import type { Io } from '../io.ts';
import { RAW, withTermios } from '../termios.ts';
import { colon } from './colon.ts';
import { command, finish } from './commands.ts';
import { type Editor, tellMemory } from './editor.ts';
import { openFile } from './files.ts';
import { typed } from './insert.ts';
import { createKeys } from './keys.ts';
import { lineStart } from './lines.ts';
import { draw, type Shown } from './screen.ts';

export interface Session {
  readonly files: readonly string[];
  readonly readonly: boolean;
  /** `:` commands to do first. */
  readonly commands: readonly string[];
}

function createEditor(io: Io, session: Session): Editor {
  return {
    io,
    gauge: createGauge(io.sys),
    keys: createKeys(io.sys, 0),
    settings: {
      autoindent: false,
      expandtab: false,
      flash: false,
      ignorecase: false,
      showmatch: false,
      tabstop: 8,
    },
    registers: new Map(),
    marks: new Map(),
    undo: [],
    pending: undefined,
    text: '\n',
    dot: 0,
    mode: 'command',
    top: 0,
    shift: 0,
    column: undefined,
    register: 'D',
    path: undefined,
    otherPath: undefined,
    readonly: session.readonly,
    alwaysReadonly: session.readonly,
    changes: 0,
    search: '',
    find: undefined,
    message: '',
    alert: false,
    bell: false,
    files: session.files,
    fileIndex: 0,
    lastChange: undefined,
    finishChange: undefined,
    stale: true,
    bottomGone: false,
    leaving: undefined,
  };
}

/** Edits until the person leaves; the exit status. */
export async function edit(io: Io, session: Session): Promise<number> {
  const editor = createEditor(io, session);
  const shown: Shown = { rows: [], bottom: '' };
  const redraw = () => {
    editor.stale = true;
    draw(editor, shown);
    void io.flush();
  };
  io.sys.sigaction(signals.WINCH, { flags: SA_RESTART, handler: redraw });
  await withTermios(io.sys, 0, { ...RAW, off: { ...RAW.off, oflag: OPOST } }, async () => {
    io.put('\x1b[?1049h');
    await openFile(editor, session.files[0]);
    for (const line of session.commands) await colon(editor, line);
    while (editor.leaving === undefined) {
      if (!editor.keys.ready) {
        if (editor.bell && editor.settings.flash) await flash(editor, shown);
        draw(editor, shown);
        await io.flush();
      }
      const key = await editor.keys.next();
      if (key === undefined) break;
      await act(editor, key);
      tellMemory(editor);
      await io.sys.breathe();
    }
    io.put('\x1b[?1049l');
    await io.flush();
  });
  return editor.leaving ?? 1;
}

/** Milliseconds for which all of the screen is in reverse, unless a key comes. */
const FLASH = 100;

async function flash(editor: Editor, shown: Shown): Promise<void> {
  const { io } = editor;
  editor.bell = false;
  io.put('\x1b[7m');
  editor.stale = true;
  draw(editor, shown);
  await io.flush();
  await io.sys.poll([{ fd: 0, events: POLLIN }], FLASH);
  io.put('\x1b[m');
  editor.stale = true;
}

async function act(editor: Editor, key: string): Promise<void> {
  editor.message = '';
  const step = editor.mode === 'command' ? command : typed;
  await step(editor, key);
  if (isCommandMode(editor)) finish(editor);
  // In command mode the cursor stands on a character where the line has one.
  const { text, dot } = editor;
  if (isCommandMode(editor) && text[dot] === '\n' && dot > lineStart(text, dot)) editor.dot--;
}

const isCommandMode = ({ mode }: Editor): boolean => mode === 'command';
