/**
 * An engine of the real parts in one thread: sandboxes over message channels, the shipped images
 * built by our own builder and served from memory. For tests of the whole.
 */
import { createApi } from '../../src/api/index.ts';
import { portOf, systemClock, systemRandom } from '../../src/base/index.ts';
import { type Engine, openEngine } from '../../src/engine/index.ts';
import { bodyOf, openBlob, openHasher } from '../../src/node/blobs.ts';
import { buildShipped } from '../../src/node/recipes.ts';
import { createRegistryClient, recipes, siteFetch, writeRegistry } from '../../src/registry/index.ts';
import { createSandboxHost, serveSandbox } from '../../src/sandbox/index.ts';
import { createMemoryBackend, openStore, type Store } from '../../src/store/index.ts';

/** Ends the sandboxes' threads that are none, so that a test can end. */
export interface RealEngine {
  readonly engine: Engine;
  readonly api: ReturnType<typeof createApi>;
  readonly store: Store;
}

export async function openRealEngine(options: { store?: Store } = {}): Promise<RealEngine> {
  const site = await siteFiles();
  const fetchSite = (async (input: RequestInfo | URL) => {
    const path = new URL(String(input)).pathname.replace(/^\//, '');
    const found = site.get(path);
    return found
      ? new Response(found as Uint8Array<ArrayBuffer>, { status: 200 })
      : new Response('not found', { status: 404 });
  }) as typeof fetch;
  return open(options.store ?? memoryStore(), fetchSite);
}

function memoryStore(): Store {
  return openStore({ content: createMemoryBackend(), records: createMemoryBackend() });
}

async function open(store: Store, fetcher: typeof fetch): Promise<RealEngine> {
  const sandboxes = createSandboxHost({
    clock: systemClock,
    warm: 0,
    spawn() {
      const { port1, port2 } = new MessageChannel();
      serveSandbox(portOf(port2 as never), {
        openBlob,
        clock: systemClock,
        random: systemRandom,
        fetch: siteFetch('http://site/', fetcher),
      });
      return { port: portOf(port1 as never), terminate: () => port1.close() };
    },
  });
  const engine = await openEngine({
    store,
    sandboxes,
    registry: createRegistryClient({ fetch: siteFetch('http://site/', fetcher), openHasher }),
    openBlob,
    bodyOf,
    openHasher,
    clock: systemClock,
    random: systemRandom,
    fetch: fetcher,
  });
  return { engine, api: createApi(engine), store };
}

let built: Promise<Map<string, Uint8Array>> | undefined;

/** The small shipped images as a static registry, built once. */
function siteFiles(): Promise<Map<string, Uint8Array>> {
  built ??= (async () => {
    const small = /\/(?:alpine|busybox|hello-world)$/;
    const wanted = recipes().filter(({ name, tags }) => small.test(name) && tags.includes('latest'));
    const files = await writeRegistry(await buildShipped(wanted));
    return new Map(files.map(({ path, contents }) => [`registry/${path}`, contents.slice()]));
  })();
  return built;
}
