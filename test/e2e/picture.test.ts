/**
 * What `draw` leaves after many states is what it makes of the last one alone: in a real Chromium,
 * with transitions, some of them broken off in the middle.
 */
import path from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningBrowser, startBrowser } from '../support/browser.ts';

let browser: RunningBrowser;

beforeAll(async () => {
  browser = await startBrowser();
  const bundle = await rolldown({
    input: path.join(import.meta.dirname, '../support/page/pictures.ts'),
    plugins: [
      { name: 'no-css', load: (id) => (id.endsWith('.css') ? { code: '', moduleType: 'js' } : null) },
    ],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await browser.page.setContent('<!doctype html><body></body>');
  await browser.page.addScriptTag({ content: output[0].code });
}, 60_000);

afterAll(() => browser?.close());

/** [what is left after others, what is drawn at once], for the first state of a run where they differ, or its last. */
const play = (seed: number, count: number, pace: number): Promise<[string, string]> =>
  browser.page.evaluate(
    (run) =>
      (window as never as { playStates(...run: number[]): Promise<[string, string]> }).playStates(...run),
    [seed, count, pace],
  );

for (const seed of [1, 2, 3]) {
  it(`at once, states ${seed}`, async () => {
    const [left, fresh] = await play(seed, 30, 0);
    expect(left).toBe(fresh);
  });
}

for (const seed of [4, 5, 6, 7]) {
  it(`gliding, states ${seed}`, async () => {
    const [left, fresh] = await play(seed, 20, 0.2);
    expect(left).toBe(fresh);
  });
}
