/**
 * The engine's worker: the store in IndexedDB, the daemon over it, sandboxes as nested workers, and
 * the Engine API on the ports that came with the role.
 */
import { createApi, serveOverPort, type Transport } from '../api/index.ts';
import { connect, portOf, systemClock, systemRandom, transferring } from '../base/index.ts';
import { closeEngine, type Engine, openDockerRoot, openEngine, watchDockerMounts } from '../engine/index.ts';
import type { DockerRootApi, HostFsApi } from '../laptop/index.ts';
import { createRegistryClient, siteFetch } from '../registry/index.ts';
import { createSandboxHost, type SandboxWorker } from '../sandbox/index.ts';
import { openStore } from '../store/index.ts';
import { bodyOf, openBlob, openHasher } from './blobs.ts';
import type { EngineApi, EngineRole, SandboxRole } from './roles.ts';
import { openBackend } from './storage.ts';

export function start(role: EngineRole): void {
  const opening: Promise<Engine> = open(role, () => opening);
  // Requests may come before the daemon is up; they wait, as for a socket that is being made.
  const api = opening.then(createApi);
  const transport: Transport = async (request) => (await api)(request);
  for (const port of role.api) serveOverPort(transport, portOf(port as never));
  connect(portOf(role.control as never), {
    ready: async () => void (await opening),
    close: async () => closeEngine(await opening),
  } satisfies EngineApi);
}

/** `opened` is the same that this answers, for the laptop which may ask before. */
async function open(role: EngineRole, opened: () => Promise<Engine>): Promise<Engine> {
  const fetch = siteFetch(role.base, globalThis.fetch.bind(globalThis));
  const clock = systemClock;
  const host = connect<HostFsApi>(portOf(role.host as never), {
    async openRoot() {
      const port = openDockerRoot(await opened());
      return transferring(port, [port]);
    },
  } satisfies DockerRootApi);
  const [content, records] = await Promise.all(
    ['content', 'records'].map((part) => openBackend(`strata-${role.sandbox}-${part}`)),
  );
  const engine = await openEngine({
    store: openStore({ content: content!.backend, records: records!.backend }),
    sandboxes: createSandboxHost({ spawn: () => spawnSandbox(role.base), clock }),
    registry: createRegistryClient({ fetch, openHasher }),
    openBlob,
    bodyOf,
    openHasher,
    clock,
    random: systemRandom,
    fetch,
    hostFs: () => host.remote.open(),
  });
  watchDockerMounts(engine, (mounts) => host.tell('mounted', mounts));
  return engine;
}

/** A sandbox is this same script again: a URL, so that bundlers need not know of the circle. */
function spawnSandbox(base: string): SandboxWorker {
  const worker = new Worker(location.href, { type: 'module' });
  worker.postMessage({ role: 'sandbox', base } satisfies SandboxRole);
  return { port: portOf(worker as never), terminate: () => worker.terminate() };
}
