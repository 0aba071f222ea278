/**
 * Everything at once: random calls on a few containers and images side by side, then all is removed.
 * No call may break the engine, answer in words that are not Docker's, or leave something behind.
 */
import { expect, it } from 'vitest';
import { createClient } from '../../src/api/index.ts';
import { openRealEngine } from '../support/real-engine.ts';
import { createPick, randomCall, send } from './random-calls.ts';

const LONG = process.env['STRATA_LONG'] === '1';
const CALLS = LONG ? 3000 : 250;
const AT_ONCE = LONG ? 24 : 8;
const SEED = Number(process.env['STRESS_SEED'] ?? 7);

it(`stands ${CALLS} calls, ${AT_ONCE} at once`, async () => {
  const real = await openRealEngine();
  const docker = createClient(real.api);
  for await (const _ of docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
  const pick = createPick(SEED);
  const strange: string[] = [];
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const call = randomCall(pick);
      const { status, text } = await send(real, call);
      // What dockerd answers with 500 here is told in its own words.
      if (status >= 500 && !/is not paused|is not running|already|cannot/i.test(text)) {
        strange.push(`${call[0]} ${call[1]}: ${status} ${text}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(strange).toEqual([]);
  for (const { Id } of await docker.containers.list({ all: true })) {
    await docker.containers.remove(Id, { force: true, volumes: true }).catch(() => {});
  }
  expect(await docker.containers.list({ all: true })).toEqual([]);
  expect([...real.engine.running.values()].filter(({ run }) => run)).toEqual([]);
  const keys = await real.store.view('').keys();
  expect(keys.filter((key) => /^(upper|log)\//.test(key))).toEqual([]);
}, 120_000);
