/** The bottom line while something is typed into it: `:`, `/`, `?`. */
import type { Editor } from './editor.ts';
import { sizeOf } from './screen.ts';

/** Reads a line that begins with `prompt`, up to Enter or Escape; undefined where it was wiped out. */
export async function askLine(editor: Editor, prompt: string): Promise<string | undefined> {
  const { io, keys } = editor;
  const { rows } = sizeOf(editor);
  let line = prompt;
  io.put(`\x1b[${rows};1H\x1b[K${line}`);
  try {
    for (;;) {
      if (!keys.ready) await io.flush();
      const key = await keys.next();
      if (key === undefined) return undefined;
      if (key === '\r' || key === '\n' || key === '\x1b') return line;
      if (key === '\x7f' || key === '\x08' || key === 'delete') {
        line = line.slice(0, -1);
        io.put('\b \b');
        if (line === '') return undefined;
      } else if (key.length === 1) {
        line += key;
        io.put(key < ' ' ? `^${String.fromCharCode(key.charCodeAt(0) + 0x40)}` : key > '~' ? '.' : key);
      }
    }
  } finally {
    // Whatever stood there was written over.
    editor.bottomGone = true;
  }
}

/** Makes room for what is printed below the text: it begins where the line was typed. */
export function clearBottom(editor: Editor): void {
  editor.io.put(`\x1b[${sizeOf(editor).rows};1H\x1b[K`);
}

/** Waits until what was printed below the text has been read. */
export async function awaitReturn(editor: Editor): Promise<void> {
  const { io, keys } = editor;
  io.put('\x1b[7m[Hit return to continue]\x1b[m');
  await io.flush();
  for (let key = await keys.next(); key !== undefined && key !== '\r' && key !== '\n'; )
    key = await keys.next();
  editor.stale = true;
}
