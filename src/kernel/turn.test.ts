/** That programs which compute without waiting share the thread, and leave some of it to those that come. */
import { expect, it } from 'vitest';
import { boot, run } from '../../test/support/kernel-box.ts';
import { signals } from '../posix/index.ts';
import type { Main, Sys } from './index.ts';

/** Computes, and looks now and then whether others shall go on. */
async function work(
  sys: Sys,
  counts: number[],
  at: number,
  times = Number.POSITIVE_INFINITY,
): Promise<number> {
  for (let i = 0; i < times; i++) {
    const end = performance.now() + 0.1;
    while (performance.now() < end);
    counts[at]!++;
    const pause = sys.breathe();
    if (pause) await pause;
  }
  return 0;
}

it('shares the thread among busy loops alike', async () => {
  const counts = [0, 0, 0, 0];
  const kernel = await boot({
    init: async (sys) => {
      const children = counts.map((_, at) => sys.fork((own) => work(own, counts, at), { pgid: 0 }));
      await sys.sleep(600);
      for (const child of children) sys.kill(child, signals.KILL);
      return 0;
    },
  });
  await run(kernel, '/bin/init');
  const all = counts.reduce((sum, count) => sum + count);
  expect(Math.min(...counts), counts.join(' ')).toBeGreaterThan(all / 8);
});

it('gives nobody the front for being new, nor for having slept', async () => {
  const counts = [0, 0, 0];
  const kernel = await boot({
    init: async (sys) => {
      const forks: Main = async (own) => {
        // Each child computes for less than a slice.
        for (;;) await own.wait(own.fork((child) => work(child, counts, 1, 20)));
      };
      const sleeps: Main = async (own) => {
        await own.sleep(100);
        return await work(own, counts, 2);
      };
      const old = sys.fork((own) => work(own, counts, 0), { pgid: 0 });
      await sys.sleep(200);
      counts[0] = 0;
      const children = [old, sys.fork(forks, { pgid: 0 }), sys.fork(sleeps, { pgid: 0 })];
      await sys.sleep(700);
      for (const child of children) sys.kill(child, signals.KILL);
      return 0;
    },
  });
  await run(kernel, '/bin/init');
  const all = counts.reduce((sum, count) => sum + count);
  expect(Math.min(...counts), counts.join(' ')).toBeGreaterThan(all / 10);
});
