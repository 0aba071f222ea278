/**
 * An engine of the real parts in one thread: sandboxes over message channels, the shipped images
 * built by our own builder and served from memory. For tests of the whole.
 */
import { createApi } from '../../src/api/index.ts';
import { encode, packTar, portOf, systemClock, systemRandom } from '../../src/base/index.ts';
import { buildImage, type Engine, openEngine, PLATFORM, unpackContext } from '../../src/engine/index.ts';
import {
  type BuiltImage,
  createRegistryClient,
  hostTable,
  type Recipe,
  recipes,
  siteFetch,
  writeRegistry,
} from '../../src/registry/index.ts';
import { createSandboxHost, serveSandbox } from '../../src/sandbox/index.ts';
import {
  type BlobHandle,
  type BlobRef,
  createMemoryBackend,
  openStore,
  type Store,
} from '../../src/store/index.ts';

const openBlob = (ref: BlobRef): BlobHandle => {
  if (ref.kind !== 'bytes') throw new Error('only bytes here');
  return { size: ref.size, readSync: (at, length) => ref.bytes.subarray(at, at + length) };
};

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
    registry: createRegistryClient({ fetch: fetcher, hosts: hostTable('http://site/') }),
    openBlob,
    clock: systemClock,
    random: systemRandom,
    fetch: fetcher,
  });
  return { engine, api: createApi(engine), store };
}

let built: Promise<Map<string, Uint8Array>> | undefined;

/** The shipped images as a static registry, built once. */
function siteFiles(): Promise<Map<string, Uint8Array>> {
  built ??= (async () => {
    const store = memoryStore();
    const { engine } = await open(store, fetch);
    const images = await Promise.all(recipes().map((recipe) => buildRecipe(engine, store, recipe)));
    const files = await writeRegistry(images);
    return new Map(files.map(({ path, contents }) => [`registry/${path}`, contents.slice()]));
  })();
  return built;
}

async function buildRecipe(engine: Engine, store: Store, recipe: Recipe): Promise<BuiltImage> {
  const files = [
    { path: 'Dockerfile', mode: 0o644, contents: encode(recipe.dockerfile) },
    ...(await recipe.context()),
  ];
  const mtime = BigInt(Date.parse(recipe.created)) * 1_000_000n;
  const tar = packTar(
    files.map(({ path, mode, contents }) => ({
      name: path,
      type: 'file' as const,
      mode,
      uid: 0,
      gid: 0,
      mtime,
      contents,
    })),
  );
  const id = await buildImage(engine, {
    context: await unpackContext(tar),
    dockerfile: 'Dockerfile',
    tags: [],
    buildArgs: {},
    labels: {},
    platform: PLATFORM,
    noCache: false,
    pull: false,
    network: 'none',
    signal: new AbortController().signal,
    emit: () => {},
  });
  const image = engine.state.current().image.get(id)!;
  return {
    name: recipe.name,
    tags: recipe.tags,
    platform: PLATFORM,
    config: (await store.readBlob(id))!,
    layers: await Promise.all(
      image.config.rootfs.diff_ids.map(async (diffId) => (await store.readBlob(diffId))!),
    ),
  };
}
