import { describe, expect, it } from 'vitest';
import { encode, systemClock } from '../base/index.ts';
import { createMemoryBackend, openStore } from '../store/index.ts';
import { createLogFile, type LogFile } from './log-file.ts';

const memory = () => openStore({ content: createMemoryBackend(), records: createMemoryBackend() });

async function readAll(log: LogFile, from = { chunk: 0, line: 0 }): Promise<string[]> {
  const lines: string[] = [];
  for (let part = await log.read(from); part; part = await log.read(part.next)) {
    lines.push(...part.entries.map((entry) => `${entry.stream}:${entry.log}`));
  }
  return lines;
}

describe('a log', () => {
  it('is made of whole lines, each of one stream', async () => {
    const log = createLogFile(memory(), 'c', systemClock);
    log.append(1, encode('one\ntw'));
    log.append(2, encode('err\n'));
    log.append(1, encode('o\nthree'));
    log.finishLines();
    expect(await readAll(log)).toEqual(['stdout:one\n', 'stderr:err\n', 'stdout:two\n', 'stdout:three']);
  });

  it('cuts endless lines into pieces', async () => {
    const log = createLogFile(memory(), 'c', systemClock);
    log.append(1, encode('x'.repeat(40_000)));
    log.append(1, encode('\n'));
    const pieces = (await readAll(log)).map((piece) => piece.replace('stdout:', ''));
    expect(pieces.map((piece) => piece.length)).toEqual([16384, 16384, 7233]);
    expect(pieces.join('')).toBe(`${'x'.repeat(40_000)}\n`);
    expect(await readAll(log, await log.tail(1))).toEqual([`stdout:${'x'.repeat(7232)}\n`]);
  });

  it('ends a line of a whole piece with an entry of its own', async () => {
    const log = createLogFile(memory(), 'c', systemClock);
    log.append(1, encode(`${'x'.repeat(16_384)}\ny\n`));
    expect((await readAll(log)).map((piece) => piece.length)).toEqual([16_391, 8, 9]);
  });

  it('outlasts its writer, and goes on where that stopped', async () => {
    const store = memory();
    const before = createLogFile(store, 'c', systemClock);
    for (let i = 0; i < 3000; i++) before.append(1, encode(`line ${i}\n`));
    await before.flush();
    const after = createLogFile(store, 'c', systemClock);
    after.append(1, encode('again\n'));
    const lines = await readAll(after);
    expect(lines).toHaveLength(3001);
    expect(lines.at(-1)).toBe('stdout:again\n');
    expect(await readAll(after, await after.tail(2))).toEqual(['stdout:line 2999\n', 'stdout:again\n']);
    expect((await store.listRecords('log/c/')).length).toBeGreaterThan(1);
  });

  it('lets who prints too fast wait for the disk', async () => {
    const store = memory();
    let free = (): void => {};
    const disk = new Promise<void>((resolve) => {
      free = resolve;
    });
    const slow = {
      ...store,
      commit: async (...change: Parameters<typeof store.commit>) => {
        await disk;
        return store.commit(...change);
      },
    };
    const log = createLogFile(slow, 'c', systemClock);
    const line = encode(`${'x'.repeat(8000)}\n`);
    let taken = 0;
    const printing = (async () => {
      for (; taken < 1000; taken++) {
        log.append(1, line);
        await log.settle();
      }
    })();
    await systemClock.sleep(50);
    expect(taken).toBeLessThan(200);
    free();
    await printing;
    expect(await readAll(log)).toHaveLength(1000);
  });
});
