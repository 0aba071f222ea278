/** Job control at the prompt, as bash has it: sessions recorded from bash on a terminal (record-jobs.py). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import xterm from '@xterm/headless';
import { beforeAll, expect, it } from 'vitest';
import { chunksOf, encode } from '../../src/base/index.ts';
import { applets } from '../../src/userland/index.ts';
import { startTestLaptop } from '../support/laptop-box.ts';

interface Session {
  readonly typed: readonly string[];
  readonly shown: string;
}
const sessions = JSON.parse(readFileSync(join(import.meta.dirname, 'jobs.json'), 'utf8')) as Session[];

// What comes late comes at once in a page; here it would be made ready while the session's clock runs.
beforeAll(async () => {
  await Promise.all([
    import('../../src/sh/bash/index.ts'),
    import('../../src/sh/builtins/late.ts'),
    import('../../src/sh/arithmetic.ts'),
    ...['cat', 'clear', 'sleep'].map((name) => applets[name]?.()),
  ]);
});

it.concurrent.each(sessions)('$typed', { timeout: 30_000 }, async ({ typed, shown }) => {
  const laptop = await startTestLaptop();
  const screen = new xterm.Terminal({ cols: 120, rows: 100, allowProposedApi: true });
  const session = await laptop.openTerminal({ columns: 120, rows: 100 });
  let last = Date.now();
  void (async () => {
    for await (const chunk of chunksOf(session.connection.source)) {
      last = Date.now();
      await new Promise<void>((resolve) => screen.write(chunk, resolve));
    }
  })();
  const quiet = async (ms: number): Promise<void> => {
    for (last = Date.now(); Date.now() - last < ms; ) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await quiet(300);
  await session.connection.sink.write(encode("PS1='$ '; clear\r"));
  await quiet(200);
  for (const keys of typed) {
    await session.connection.sink.write(encode(keys));
    await quiet(500);
  }
  expect(textOf(screen)).toBe(lines(shown));
  session.close();
});

function textOf(screen: xterm.Terminal): string {
  const lines: string[] = [];
  const { active } = screen.buffer;
  for (let row = 0; row < screen.rows; row++) lines.push(active.getLine(row)?.translateToString(true) ?? '');
  return lines
    .join('\n')
    .trimEnd()
    .replace(/^-bash:/gm, 'bash:')
    .replace(/^logout$/gm, 'exit')
    .replace(/^(\[\d+\][-+]?) +\d+/gm, '$1 PID')
    .replace(/^ +\d+( +\| )/gm, ' PID$1')
    .replace(/ +$/gm, '');
}

/** Without blanks at the ends of lines, which a screen does not tell. */
function lines(text: string): string {
  return text.replace(/ +$/gm, '').trimEnd();
}
