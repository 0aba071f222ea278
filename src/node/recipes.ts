/** Builds the shipped images from their recipes, with our own builder, in one thread and in memory. */
import { decode, encode, packTar, portOf, systemClock, systemRandom } from '../base/index.ts';
import {
  buildImage,
  closeEngine,
  type Engine,
  openEngine,
  PLATFORM,
  unpackContext,
} from '../engine/index.ts';
import { type HistoryEntry, readImageConfig } from '../oci/index.ts';
import { type BuiltImage, createRegistryClient, type Recipe, recipes } from '../registry/index.ts';
import { createSandboxHost, serveSandbox } from '../sandbox/index.ts';
import { createMemoryBackend, openStore, type Store } from '../store/index.ts';
import { bodyOf, openBlob, openHasher } from './blobs.ts';

/** The shipped images, as built. @throws what a failed build says */
export function buildShipped(wanted: readonly Recipe[] = recipes()): Promise<BuiltImage[]> {
  return Promise.all(wanted.map(build));
}

/** One image, on an engine of its own whose clock stands still: the same recipe gives the same digest. */
async function build(recipe: Recipe): Promise<BuiltImage> {
  const store = openStore({ content: createMemoryBackend(), records: createMemoryBackend() });
  const clock = { ...systemClock, now: () => Date.parse(recipe.created) };
  const sandboxes = createSandboxHost({
    clock: systemClock,
    warm: 0,
    spawn() {
      const { port1, port2 } = new MessageChannel();
      serveSandbox(portOf(port2 as never), { openBlob, clock, random: systemRandom });
      return { port: portOf(port1 as never), terminate: () => port1.close() };
    },
  });
  const engine = await openEngine({
    store,
    sandboxes,
    registry: createRegistryClient({ fetch }),
    openBlob,
    bodyOf,
    openHasher,
    clock,
    random: systemRandom,
    fetch,
  });
  try {
    return await buildRecipe(engine, store, recipe);
  } finally {
    await closeEngine(engine);
  }
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
  const { config } = engine.state.current().image.get(id)!;
  const written = (await store.readBlob(id))!;
  return {
    name: recipe.name,
    tags: recipe.tags,
    platform: PLATFORM,
    config: recipe.history ? withHistory(written, recipe.history) : written,
    layers: await Promise.all(config.rootfs.diff_ids.map(async (diffId) => (await store.readBlob(diffId))!)),
  };
}

/** The config with the rows that the real image has: how that was made is not how this one is, and not by BuildKit. */
function withHistory(config: Uint8Array, history: readonly HistoryEntry[]): Uint8Array {
  const read = readImageConfig(decode(config));
  const { ArgsEscaped: _, WorkingDir: __, ...run } = read.config ?? {};
  return encode(JSON.stringify({ ...read, config: run, history }));
}
