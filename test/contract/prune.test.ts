/** What `prune` says it reclaimed is what the store shrank by: files' bytes, and their headers. */
import { expect, it } from 'vitest';
import { createClient } from '../../src/api/index.ts';
import { packTar } from '../../src/base/index.ts';
import { createMemoryBackend, openStore } from '../../src/store/index.ts';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';

const QUOTA = 2 ** 31;
const MB = 1_000_000;

async function openMeasured(): Promise<RealEngine & { used(): Promise<number> }> {
  const content = createMemoryBackend({ quota: QUOTA });
  const store = openStore({ content, records: createMemoryBackend() });
  const real = await openRealEngine({ store });
  // Its layer stays whatever is pruned, so that the figures are those of the layers above.
  await build(real, 'FROM alpine\n', 'floor');
  return { ...real, used: async () => QUOTA - (await content.space()).free };
}

async function build({ api }: RealEngine, dockerfile: string, t: string): Promise<void> {
  const context = packTar([
    {
      name: 'Dockerfile',
      type: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      mtime: 0n,
      contents: new TextEncoder().encode(dockerfile),
    },
  ]);
  for await (const message of await createClient(api).images.build(context, { t: [t], version: '2' })) {
    if (message.error !== undefined) throw new Error(message.error);
  }
}

/** Bytes that are told and bytes that went. */
async function pruned(
  engine: { used(): Promise<number> },
  prune: () => Promise<{ readonly SpaceReclaimed?: number }>,
): Promise<{ told: number; went: number }> {
  const before = await engine.used();
  const { SpaceReclaimed = 0 } = await prune();
  return { told: SpaceReclaimed, went: before - (await engine.used()) };
}

const alike = ({ told, went }: { told: number; went: number }, megabytes: number): void => {
  expect(told).toBeGreaterThanOrEqual(megabytes * MB);
  expect(told).toBeLessThan(megabytes * MB * 1.05);
  // Headers and the index come on top; a layer of few files has little of either.
  expect(went - told).toBeGreaterThanOrEqual(0);
  expect(went - told).toBeLessThan(40_000);
};
const large = (megabytes: number): string =>
  `dd if=/dev/urandom of=/large bs=${MB} count=${megabytes} 2>/dev/null`;

it('builder prune', { timeout: 60_000 }, async () => {
  const real = await openMeasured();
  await build(real, `FROM alpine\nRUN ${large(7)}\n`, 'one');
  const client = createClient(real.api);
  await client.images.remove('one');
  alike(await pruned(real, () => client.images.buildPrune({ all: true })), 7);
});

it('image prune, also of layers that other images share', { timeout: 60_000 }, async () => {
  const real = await openMeasured();
  const client = createClient(real.api);
  await build(real, `FROM alpine\nRUN ${large(3)}\n`, 'base');
  await build(real, `FROM base\nRUN ${large(5)}\n`, 'top');
  await client.images.buildPrune({ all: true });
  await client.containers.create({ Image: 'floor' });
  alike(await pruned(real, () => client.images.prune({ dangling: ['false'] })), 8);
});
