/**
 * A disk that is full now and then, under random calls: each command that needs room fails with
 * Docker's words, nothing else does, and nothing is lost.
 */
import { expect, it } from 'vitest';
import { createClient } from '../../src/api/index.ts';
import { StrataError } from '../../src/base/index.ts';
import { type Backend, createMemoryBackend, openStore } from '../../src/store/index.ts';
import { openRealEngine } from '../support/real-engine.ts';
import { createPick, type Pick, randomCall, send } from './random-calls.ts';

const CALLS = process.env['STRATA_LONG'] === '1' ? 2000 : 200;
const SEED = Number(process.env['STRESS_SEED'] ?? 3);

/** Full for a few commits in a row. */
function tight(backend: Backend, pick: Pick, state: { on: boolean; left: number }): Backend {
  return {
    ...backend,
    async commit(puts, deletes) {
      if (state.on && state.left-- <= 0) state.left = pick([0, 1, 2, 5]) * pick([-1, 1]);
      if (state.on && state.left < 0 && puts.length > 0) {
        state.left += 2;
        throw new StrataError('ENOSPC', 'no space left on device');
      }
      return backend.commit(puts, deletes);
    },
  };
}

it(`a full disk fails those who need room, in ${CALLS} calls`, async () => {
  const pick = createPick(SEED);
  const state = { on: false, left: 5 };
  const store = openStore({
    content: tight(createMemoryBackend(), pick, state),
    records: tight(createMemoryBackend(), pick, state),
  });
  const real = await openRealEngine({ store });
  const docker = createClient(real.api);
  for await (const _ of docker.images.pull({ fromImage: 'alpine', tag: 'latest' }));
  state.on = true;
  const strange: string[] = [];
  let full = 0;
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const call = randomCall(pick);
      const { status, text } = await send(real, call);
      if (text.includes('no space')) full++;
      if (status >= 500 && !/no space left on device|is not paused|is not running/i.test(text)) {
        strange.push(`${call[0]} ${call[1]}: ${status} ${text}`);
      }
    }
  };
  await Promise.all([1, 2, 3, 4].map(worker));
  expect(strange).toEqual([]);
  expect(full).toBeGreaterThan(CALLS / 100);
  state.on = false;
  for (const { Id } of await docker.containers.list({ all: true })) {
    await docker.containers.remove(Id, { force: true, volumes: true });
  }
  const built = await send(real, ['POST', '/build?version=2&t=again', 'again']);
  expect(built.text).toContain('moby.image.id');
  await docker.containers.create({ Image: 'again', Cmd: ['cat', '/text'] }, { name: 'reads' });
  await docker.containers.start('reads');
  expect(await docker.containers.wait('reads')).toEqual({ StatusCode: 0 });
}, 120_000);
