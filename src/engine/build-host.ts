/**
 * What the engine lends to a build: sandboxes for RUN, images to begin from, a shelf for layers, and
 * the cache.
 */
import { codeOf, type Digest, digestOf, encode, StrataError } from '../base/index.ts';
import type { BuildCache, BuildHost, ImageSource, LayerStore, Runner, RunStep } from '../builder/index.ts';
import {
  canonicalName,
  canonicalReference,
  type Descriptor,
  type ImageConfig,
  parseReference,
  type Reference,
  withDefaultTag,
} from '../oci/index.ts';
import { exitCodeOf } from '../posix/index.ts';
import type { Credentials, RemoteImage } from '../registry/index.ts';
import type { Lease } from '../store/index.ts';
import { fetchLayers, type LayerPhase } from './layer-pull.ts';
import type { StoredCacheRecord } from './records.ts';
import { parseConfig } from './remote-config.ts';
import { pump } from './streams.ts';
import type { Engine } from './types.ts';

/** Who a build is for a registry. */
export type CredentialsFor = (domain: string) => Credentials | undefined;

export function createBuildHost(engine: Engine, lease: Lease, credentialsFor: CredentialsFor): BuildHost {
  return {
    runner: createRunner(engine),
    images: createImageSource(engine, lease, credentialsFor),
    layers: createLayerStore(engine, lease),
    cache: cacheOf(engine),
    clock: engine.host.clock,
    openBlob: engine.host.openBlob,
    fetch: engine.host.fetch,
  };
}

const HOSTS = '127.0.0.1\tlocalhost buildkitsandbox\n::1\tlocalhost ip6-localhost ip6-loopback\n';

/** A RUN step is a sandbox of its own, whose thin layer is in memory. */
function createRunner(engine: Engine): Runner {
  return {
    async run(step, layers) {
      step.signal.throwIfAborted();
      const sandbox = await engine.host.sandboxes.open({
        id: `build-${stepNumber++}`,
        hostname: step.hostname,
        layers: [...step.layers].reverse(),
        mounts: [...systemFiles(), ...step.mounts],
        network: step.network,
      });
      const stop = (): void => void sandbox.close();
      step.signal.addEventListener('abort', stop, { once: true });
      try {
        const exitCode = await runProcess(sandbox, step);
        step.signal.throwIfAborted();
        return exitCode === 0 ? { exitCode, layer: await layers.add(sandbox.layerTar()) } : { exitCode };
      } catch (error) {
        step.signal.throwIfAborted();
        throw error;
      } finally {
        step.signal.removeEventListener('abort', stop);
        await sandbox.close().catch(() => {});
      }
    },
  };
}

let stepNumber = 1;

function systemFiles(): RunStep['mounts'] {
  return [
    { kind: 'file', target: '/etc/resolv.conf', content: encode(''), mode: 0o644 },
    { kind: 'file', target: '/etc/hosts', content: encode(HOSTS), mode: 0o644 },
  ];
}

async function runProcess(
  sandbox: Awaited<ReturnType<Engine['host']['sandboxes']['open']>>,
  step: RunStep,
): Promise<number> {
  const process = await sandbox.start({
    argv: step.argv,
    env: { ...step.env },
    cwd: step.cwd,
    user: step.user,
    tty: false,
    stdin: false,
  });
  let giveUp = (): void => {};
  const aborted = new Promise<number>((resolve) => {
    giveUp = () => resolve(0);
  });
  step.signal.addEventListener('abort', giveUp, { once: true });
  const outputs = Promise.all([
    pump(process.stdio.source, (bytes) => step.onOutput(1, bytes)).catch(() => {}),
    process.stderr ? pump(process.stderr, (bytes) => step.onOutput(2, bytes)).catch(() => {}) : undefined,
  ]);
  try {
    const status = await Promise.race([process.exit, aborted]);
    await Promise.race([outputs, aborted]);
    return exitCodeOf(status);
  } finally {
    step.signal.removeEventListener('abort', giveUp);
  }
}

/** An image that is here wins over the registry's, unless `--pull`. */
function createImageSource(engine: Engine, lease: Lease, credentialsFor: CredentialsFor): ImageSource {
  const remotes = new Map<Digest, RemoteImage>();
  const local = (reference: Reference): { digest: Digest; config: ImageConfig } | undefined => {
    const state = engine.state.current();
    const ref = state.ref.get(canonicalReference(reference));
    const image = ref && state.image.get(ref.image);
    if (!image) return undefined;
    const pinned = [...state.ref.values()].find(
      (each) => each.image === image.id && each.reference.startsWith(`${canonicalName(reference)}@`),
    );
    const digest = pinned ? (pinned.reference.split('@')[1] as Digest) : image.id;
    return { digest, config: image.config };
  };
  return {
    async resolve(text, { pull, platform, signal }) {
      const reference = withDefaultTag(parseReference(text));
      const here = local(reference);
      if (here && !pull) return here;
      const credentials = credentialsFor(reference.domain);
      const remote = await inBuildWords(
        engine.host.registry.resolve(reference, { platform, signal, credentials }),
      );
      remotes.set(remote.digest, remote);
      return { digest: remote.digest, config: parseConfig(remote) };
    },
    async fetch(text, digest, { platform, signal, onProgress }) {
      const reference = withDefaultTag(parseReference(text));
      const here = local(reference);
      if (here && here.digest === digest) {
        const layers = await engine.layers.stack(here.config.rootfs.diff_ids);
        for (const layer of layers) lease.digests.add(layer.diffId);
        return { config: here.config, layers };
      }
      const credentials = credentialsFor(reference.domain);
      const remote =
        remotes.get(digest) ??
        (await inBuildWords(
          engine.host.registry.resolve({ ...reference, digest }, { platform, signal, credentials }),
        ));
      const report = (layer: Descriptor, phase: LayerPhase, current: number, total: number): void => {
        const action = SHOWN[phase];
        if (!action) return;
        onProgress({ id: layer.digest, action, current, total });
      };
      const layers = await inBuildWords(
        fetchLayers(engine, reference, remote, { signal, credentials, lease, report }),
      );
      return { config: parseConfig(remote), layers };
    },
  };
}

/** What a build shows of a layer's way here. */
const SHOWN: Partial<Readonly<Record<LayerPhase, 'downloading' | 'extracting' | 'done'>>> = {
  downloading: 'downloading',
  extracting: 'extracting',
  complete: 'done',
};

/** A registry's failure has other words in a build than in a pull; the client brings both. */
async function inBuildWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const words = error instanceof StrataError ? error.data['buildkit'] : undefined;
    if (typeof words !== 'string') throw error;
    throw new StrataError(codeOf(error) ?? 'ESYSTEM', words, {}, error);
  }
}

function createLayerStore(engine: Engine, lease: Lease): LayerStore {
  return { add: (tar) => engine.layers.add(tar, 'built', lease, engine.host.clock.now()) };
}

/** One for all builds of an engine: the builder remembers by it what ran last. */
const caches = new WeakMap<Engine, BuildCache>();

function cacheOf(engine: Engine): BuildCache {
  const cache = caches.get(engine) ?? createBuildCache(engine);
  caches.set(engine, cache);
  return cache;
}

function createBuildCache(engine: Engine): BuildCache {
  return {
    async get(key) {
      return engine.state.current().cache.get(key);
    },
    async put(key, record) {
      const now = engine.host.clock.now();
      const digest = await digestOf(encode(key));
      await engine.state.change((state) => {
        const former = state.cache.get(key);
        const value: StoredCacheRecord = {
          ...record,
          key,
          // 25 characters of base 36, as BuildKit's ids look.
          id: BigInt(`0x${digest.slice(7)}`)
            .toString(36)
            .padStart(25, '0')
            .slice(-25),
          lastUsed: now,
          usageCount: (former?.usageCount ?? 0) + 1,
        };
        return { changes: [{ table: 'cache', key, value } as const], result: undefined };
      });
    },
    async layers(record) {
      const layers = await Promise.all(record.diffIds.map((diffId) => engine.layers.find(diffId)));
      return layers.every((layer) => layer !== undefined) ? layers : undefined;
    },
  };
}

/** What a cancelled build rejects with. */
export function cancelled(): StrataError {
  return new StrataError('ECANCELED', 'context canceled');
}
