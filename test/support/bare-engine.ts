/** An engine without sandboxes, registry and network: it builds from scratch and copies. */
import { createApi, type Transport } from '../../src/api/index.ts';
import { systemClock, systemRandom } from '../../src/base/index.ts';
import { type EngineHost, openEngine } from '../../src/engine/index.ts';
import { bodyOf, openBlob, openHasher } from '../../src/node/blobs.ts';
import { createMemoryBackend, openStore } from '../../src/store/index.ts';

const absent = <T extends object>(name: string): T =>
  new Proxy({} as T, {
    get: () => () => {
      throw new Error(`this engine has no ${name}`);
    },
  });

export async function openBareEngine(): Promise<Transport> {
  const engine = await openEngine({
    store: openStore({ content: createMemoryBackend(), records: createMemoryBackend() }),
    sandboxes: absent<EngineHost['sandboxes']>('sandboxes'),
    registry: absent<EngineHost['registry']>('registry'),
    openBlob,
    bodyOf,
    openHasher,
    clock: systemClock,
    random: systemRandom,
    fetch: () => Promise.reject(new Error('this engine has no network')),
  });
  return createApi(engine);
}
