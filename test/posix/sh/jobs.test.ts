/** Job control at ash's prompt: sessions recorded from busybox on a terminal (test/laptop/record-jobs.py). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bootMachine } from './machine.ts';

interface Session {
  readonly typed: readonly string[];
  readonly shown: string;
}
const sessions = JSON.parse(readFileSync(join(import.meta.dirname, 'jobs.json'), 'utf8')) as Session[];

it.concurrent.each(sessions)('$typed', { timeout: 30_000 }, async ({ typed, shown }) => {
  const machine = await bootMachine();
  const session = await machine.openSession(['sh', '-i'], { PS1: '$ ', TERM: 'dumb' });
  const quiet = async (): Promise<void> => {
    for (let before = '-'; before !== session.output(); ) {
      before = session.output();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  };
  await quiet();
  for (const keys of typed) {
    await session.type(keys);
    await quiet();
  }
  expect(textOf(session.output())).toBe(textOf(shown));
});

function textOf(output: string): string {
  const plain = output.replace(/\x1b\[(J|6n)|\r/g, '');
  return plain
    .replace(/^(\[\d+\][-+]?) +(?:\d+|PID) (\w+) +/gm, '$1 PID $2 ')
    .replace(/^ +(?:\d+|PID) +\| /gm, ' PID | ');
}
