/** A terminal of the laptop as it is seen: through xterm. */
import xterm from '@xterm/headless';
import { expect } from 'vitest';
import { chunksOf, encode } from '../../src/base/index.ts';
import type { Laptop } from '../../src/laptop/index.ts';

export async function openScreen(laptop: Laptop, columns = 80, rows = 12) {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const session = await laptop.openTerminal({ columns, rows });
  void (async () => {
    for await (const chunk of chunksOf(session.connection.source)) {
      await new Promise<void>((resolve) => screen.write(chunk, resolve));
    }
  })();
  const linesFrom = (first: number): string => {
    const lines: string[] = [];
    const { active } = screen.buffer;
    for (let row = first; row < active.baseY + screen.rows; row++) {
      lines.push(active.getLine(row)?.translateToString(true) ?? '');
    }
    return lines.join('\n').trimEnd();
  };
  const text = (): string => linesFrom(screen.buffer.active.viewportY);
  return {
    type: (keys: string) => session.connection.sink.write(encode(keys)),
    shows: (what: RegExp | string) => expect.poll(text, { timeout: 5000 }).toMatch(what),
    text,
    /** With what has left the screen above. */
    everything: () => linesFrom(0),
    session,
    resize(nextColumns: number, nextRows: number) {
      screen.resize(nextColumns, nextRows);
      session.resize({ columns: nextColumns, rows: nextRows });
    },
  };
}
