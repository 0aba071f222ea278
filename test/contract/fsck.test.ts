/** `fsck` finds what is damaged: each damage done by hand to what a real session stored. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/api/index.ts';
import { encode } from '../../src/base/index.ts';
import { fsck } from '../../src/engine/index.ts';
import { type Backend, createMemoryBackend, openStore } from '../../src/store/index.ts';
import { openRealEngine, type RealEngine } from '../support/real-engine.ts';

let content: Backend;
let records: Backend;
let real: RealEngine;

beforeEach(async () => {
  content = createMemoryBackend();
  records = createMemoryBackend();
  real = await openRealEngine({ store: openStore({ content, records }) });
  const docker = createClient(real.api);
  for await (const message of await docker.images.pull({ fromImage: 'alpine', tag: 'latest' })) {
    expect(message.error).toBeUndefined();
  }
  const { Id } = await docker.containers.create(
    {
      Image: 'alpine',
      Cmd: ['sh', '-c', 'echo kept > /kept; echo said'],
    },
    { name: 'app' },
  );
  await docker.containers.start(Id);
  await docker.containers.wait(Id);
});

const keyOf = async (backend: Backend, prefix: string): Promise<string> => (await backend.keys(prefix))[0]!;

describe('fsck', () => {
  it('finds nothing in what is whole', async () => {
    expect(await fsck(real.engine)).toMatchObject({
      problems: [],
      garbage: [],
      checked: { layers: 1, images: 1, containers: 1 },
    });
  });

  it('finds a blob that is gone, and one that is another', async () => {
    const key = await keyOf(content, 'blob/');
    await content.commit([{ key, value: encode('something else') }], []);
    expect((await fsck(real.engine)).problems.join('\n')).toMatch(/blob sha256:\w+ holds what is sha256:/);
    await content.commit([], [key]);
    expect((await fsck(real.engine)).problems.join('\n')).toMatch(/blob sha256:\w+ is not there/);
  });

  it('finds an index that is gone, and one of something else', async () => {
    const key = await keyOf(content, 'derived/');
    const bytes = (await content.get(key)) as Uint8Array;
    await content.commit(
      [{ key, value: Uint8Array.from(bytes, (byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte)) }],
      [],
    );
    expect((await fsck(real.engine)).problems.join('\n')).toMatch(/has an index of something else/);
    await content.commit([], [key]);
    expect((await fsck(real.engine)).problems.join('\n')).toMatch(/has no index/);
  });

  it('finds files and logs that cannot be read', async () => {
    const page = await keyOf(records, 'upper/');
    const log = await keyOf(records, 'log/');
    await records.commit(
      [
        { key: page, value: 'damaged' },
        { key: log, value: '{"half' },
      ],
      [],
    );
    const text = (await fsck(real.engine)).problems.join('\n');
    expect(text).toMatch(/container app: its files cannot be read/);
    expect(text).toMatch(/container app: its log cannot be read/);
  });

  it('finds references to what is not there', async () => {
    const layer = (await records.keys('layer/'))[0]!;
    await records.commit([], [layer]);
    const again = await openRealEngine({ store: openStore({ content, records }) });
    const text = (await fsck(again.engine)).problems.join('\n');
    expect(text).toMatch(/image sha256:\w+ needs layer/);
    expect(text).toMatch(/container app needs layer/);
  });
});
