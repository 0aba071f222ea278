import { expect, it } from 'vitest';
import { systemClock } from './clock.ts';

it('never wakes early, however long the turn took in which it was asked to sleep', async () => {
  const early: number[] = [];
  const sleeps = Array.from({ length: 50 }, async (_, i) => {
    await new Promise((resolve) => setImmediate(resolve));
    // What comes before in this turn is what a timer of Node's is early by.
    for (const end = performance.now() + 3; performance.now() < end; );
    const until = performance.now() + i;
    await systemClock.sleep(i);
    if (performance.now() < until) early.push(until - performance.now());
  });
  await Promise.all(sleeps);
  expect(early).toEqual([]);
});

it('ends with the reason of an abort', async () => {
  const abort = new AbortController();
  const sleeping = systemClock.sleep(1000, abort.signal);
  abort.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(systemClock.sleep(0, abort.signal)).rejects.toThrow('enough');
});
