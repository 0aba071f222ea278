/** The engine's thread: the store in a folder, the daemon over it, a thread for each sandbox. */
import * as path from 'node:path';
import { createApi, serveOverPort, type Transport } from '../api/index.ts';
import { connect, portOf, systemClock, systemRandom, transferring } from '../base/index.ts';
import { closeEngine, type Engine, openDockerRoot, openEngine, watchDockerMounts } from '../engine/index.ts';
import type { DockerRootApi, HostFsApi } from '../laptop/index.ts';
import { createRegistryClient, siteFetch } from '../registry/index.ts';
import { createSandboxHost, type SandboxWorker } from '../sandbox/index.ts';
import { openStore } from '../store/index.ts';
import { bodyOf, openBlob, openHasher } from './blobs.ts';
import { openFolderBackend } from './folder-backend.ts';
import { type EngineApi, type EngineRole, spawn } from './roles.ts';

export function start(role: EngineRole): void {
  const opening: Promise<Engine> = open(role, () => opening);
  // Requests may come before the daemon is up; they wait, as for a socket that is being made.
  const api = opening.then(createApi);
  api.catch(() => {});
  const transport: Transport = async (request) => (await api)(request);
  serveOverPort(transport, portOf(role.api as never));
  connect(portOf(role.control as never), {
    ready: async () => void (await opening),
    close: async () => closeEngine(await opening),
  } satisfies EngineApi);
}

/** `opened` is the same that this answers, for the laptop which may ask before. */
async function open(
  { state, durable, base, host }: EngineRole,
  opened: () => Promise<Engine>,
): Promise<Engine> {
  const hostFs =
    host &&
    connect<HostFsApi>(portOf(host as never), {
      async openRoot() {
        const port = openDockerRoot(await opened());
        return transferring(port, [port]);
      },
    } satisfies DockerRootApi);
  const backend = (name: string) => openFolderBackend(path.join(state, name), { durable });
  const engine = await openEngine({
    store: openStore({ content: backend('content'), records: backend('records') }),
    sandboxes: createSandboxHost({ spawn: () => spawnSandbox(base), clock: systemClock }),
    registry: createRegistryClient({ fetch: siteFetch(base, fetch), openHasher }),
    openBlob,
    bodyOf,
    openHasher,
    clock: systemClock,
    random: systemRandom,
    fetch: siteFetch(base, fetch),
    ...(hostFs ? { hostFs: () => hostFs.remote.open() } : {}),
  });
  if (hostFs) watchDockerMounts(engine, (mounts) => hostFs.tell('mounted', mounts));
  return engine;
}

function spawnSandbox(base: string): SandboxWorker {
  const { port1, port2 } = new MessageChannel();
  const worker = spawn({ role: 'sandbox', base, port: port2 });
  // What ends a thread closes its port, which the engine notices.
  worker.on('error', () => {});
  return { port: portOf(port1 as never), terminate: () => void worker.terminate() };
}
