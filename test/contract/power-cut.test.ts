/**
 * The power goes at a random commit, under random calls: what is there afterwards is whole.
 *
 * The second engine opens what was durable, as the next visit does.
 */
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/api/index.ts';
import { type Backend, createMemoryBackend, openStore } from '../../src/store/index.ts';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';
import { createPick, randomCall, send } from './random-calls.ts';

const CUTS = process.env['STRATA_LONG'] === '1' ? 150 : 8;
const SEED = Number(process.env['STRESS_SEED'] ?? 1);
const CALLS = 120;

interface Mains {
  /** Commits until the power goes. */
  left: number;
  readonly off: Promise<void>;
  cut(): void;
}

function createMains(left: number): Mains {
  let cut = (): void => {};
  const off = new Promise<void>((resolve) => {
    cut = resolve;
  });
  return { left, off, cut };
}

const NEVER = new Promise<never>(() => {});

/** Without power nothing is written, and nobody hears back. */
function powered(backend: Backend, mains: Mains): Backend {
  return {
    ...backend,
    commit(puts, deletes) {
      if (mains.left-- > 0) return backend.commit(puts, deletes);
      mains.cut();
      return NEVER;
    },
  };
}

describe('after a power cut', () => {
  it(`all is whole, ${CUTS} times`, async () => {
    for (let seed = SEED; seed < SEED + CUTS; seed++) await cutAndOpen(seed);
  }, 600_000);
});

async function cutAndOpen(seed: number): Promise<void> {
  const pick = createPick(seed);
  const content = createMemoryBackend();
  const records = createMemoryBackend();
  const mains = createMains(Number.POSITIVE_INFINITY);
  const before = await openRealEngine({
    store: openStore({ content: powered(content, mains), records: powered(records, mains) }),
  });
  for await (const _ of createClient(before.api).images.pull({ fromImage: 'alpine', tag: 'latest' }));
  mains.left = pick(Array.from({ length: 160 }, (_, i) => i));
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0 && mains.left > 0) await send(before, randomCall(pick)).catch(() => {});
  };
  await Promise.race([mains.off, Promise.all([1, 2, 3, 4].map(worker))]);
  mains.left = 0;
  const after = await openRealEngine({ store: openStore({ content, records }) });
  expect(await faults(after), `seed ${seed}`).toEqual([]);
  await works(after);
}

/** What is not whole. */
async function faults({ engine, store }: RealEngine): Promise<string[]> {
  const state = engine.state.current();
  const found: string[] = [];
  const demand = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  for (const [name, { image }] of state.ref) demand(state.image.has(image), `${name} names no image`);
  for (const [id, { config }] of state.image) {
    demand(await store.hasBlob(id as never), `${id} has no config`);
    for (const diffId of config.rootfs.diff_ids) demand(state.layer.has(diffId), `${id} has no ${diffId}`);
  }
  for (const diffId of state.layer.keys()) demand(await store.hasBlob(diffId as never), `no blob ${diffId}`);
  for (const { name, layers, state: now, mounts, image, hostConfig } of state.container.values()) {
    // What ran and restarts on failure runs again by now.
    const restarts = hostConfig.RestartPolicy?.Name === 'on-failure';
    demand(restarts || now.status === 'exited' || now.status === 'created', `${name} is ${now.status}`);
    demand(
      now.status !== 'exited' || [0, 3, 137, 143, 255].includes(now.exitCode),
      `${name}: ${now.exitCode}`,
    );
    demand(state.image.has(image), `${name} has no image`);
    for (const diffId of layers) demand(state.layer.has(diffId), `${name} has no ${diffId}`);
    for (const { Name } of mounts) demand(!Name || state.volume.has(Name), `${name} has no volume ${Name}`);
  }
  const names = [...state.container.values()].map(({ name }) => name);
  demand(new Set(names).size === names.length, `names: ${names.join()}`);
  const reachable = new Set<string>([...state.layer.keys(), ...state.image.keys()]);
  for (const digest of await store.blobs()) demand(reachable.has(digest), `${digest} is garbage`);
  const owners = { upper: state.container, log: state.container, volumefs: state.volume };
  for (const [prefix, table] of Object.entries(owners)) {
    const keys = await store.view(`${prefix}/`).keys();
    for (const key of keys) demand(table.has(key.split('/')[0]!), `${prefix}/${key} is garbage`);
  }
  return found;
}

/** Every container starts, ends and goes; a build runs. */
async function works(real: RealEngine): Promise<void> {
  const docker = createClient(real.api);
  for (const { Id } of await docker.containers.list({ all: true })) {
    expect([204, 304]).toContain((await send(real, ['POST', `/containers/${Id}/start`])).status);
    await send(real, ['POST', `/containers/${Id}/kill`]);
    expect((await send(real, ['DELETE', `/containers/${Id}?force=1&v=1`])).status).toBeLessThan(500);
  }
  const built = await send(real, ['POST', '/build?version=2&t=again', 'again']);
  expect(built.text).toContain('moby.image.id');
}
