/**
 * A laptop and its engine in one process: the laptop in the main thread, the engine in its own, a
 * folder as their disk.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { connectOverPort, type Transport } from '../api/index.ts';
import { connect, portOf, StrataError, systemClock, systemRandom } from '../base/index.ts';
import { type DockerRoot, type Laptop, serveHost, startLaptop } from '../laptop/index.ts';
import { siteFetch } from '../registry/index.ts';
import type { FileSystem } from '../vfs/index.ts';
import { openBlob } from './blobs.ts';
import { lockFolder, openFolderBackend } from './folder-backend.ts';
import { connectHttp, parseHost } from './http-transport.ts';
import { type EngineApi, spawn } from './roles.ts';
import { serveStatic } from './static-server.ts';

const PUBLIC = new URL('../../public', import.meta.url).pathname;

export interface Daemon {
  readonly transport: Transport;
  /** /var/lib/docker, where a laptop was named. */
  readonly dockerRoot: DockerRoot | undefined;
  /** Resolves when the daemon is up. */
  ready(): Promise<void>;
  /** Flushes and ends it. */
  close(): Promise<void>;
  /** The power goes: nothing more is flushed. */
  cut(): Promise<void>;
}

export interface Machine {
  readonly laptop: Laptop;
  readonly daemon: Daemon;
  /** A power cut, and the boot after it: `laptop` and `daemon` are others then. */
  restart(): Promise<void>;
  /** Flushes everything and ends. */
  close(): Promise<void>;
}

/** A folder for state, held until `release`. */
export interface StateFolder {
  readonly folder: string;
  readonly durable: boolean;
  release(): void;
}

/** `DIR`, locked; or one that goes when the process does. @throws StrataError EBUSY */
export function openState(folder: string | undefined): StateFolder {
  if (folder !== undefined) {
    const unlock = lockFolder(folder);
    return { folder, durable: true, release: unlock };
  }
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), `strata-${process.pid}-`));
  const release = (): void => fs.rmSync(temporary, { recursive: true, force: true });
  process.once('exit', release);
  removeAbandoned();
  return { folder: temporary, durable: false, release };
}

/** Folders of processes that were killed. */
function removeAbandoned(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(/^strata-(\d+)-\w{6}$/.exec(name)?.[1]);
    if (!pid) continue;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') continue;
      fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
    }
  }
}

/** The registry and the packages that Strata ships, on 127.0.0.1. */
export function serveSite(): ReturnType<typeof serveStatic> {
  return serveStatic(PUBLIC);
}

/** Starts an engine on a folder. `hostFs` is the files of its host. */
export function startDaemon(
  { folder, durable }: StateFolder,
  base: string,
  hostFs?: () => Promise<FileSystem>,
): Daemon {
  const api = new MessageChannel();
  const control = new MessageChannel();
  const host = hostFs && new MessageChannel();
  const worker: Worker = spawn({
    role: 'engine',
    state: folder,
    durable,
    base,
    api: api.port2,
    control: control.port2,
    ...(host ? { host: host.port2 } : {}),
  });
  const rpc = connect<EngineApi>(portOf(control.port1 as never));
  const dockerRoot = host && hostFs && serveHost(portOf(host.port1 as never), hostFs);
  worker.on('error', (error) => rpc.fail(new StrataError('EWORKER', `the engine failed: ${error.message}`)));
  const cut = async (): Promise<void> => {
    await worker.terminate();
    api.port1.close();
    control.port1.close();
    host?.port1.close();
  };
  return {
    transport: connectOverPort(portOf(api.port1 as never)),
    dockerRoot,
    ready: () => rpc.remote.ready(),
    async close() {
      await rpc.remote.close();
      await cut();
    },
    cut,
  };
}

/** Boots laptop and engine on a folder. */
export async function startMachine(state: StateFolder): Promise<Machine> {
  const site = await serveSite();
  let booted = await boot(state, site.url);
  return {
    get laptop() {
      return booted.laptop;
    },
    get daemon() {
      return booted.daemon;
    },
    async restart() {
      await booted.cut();
      booted = await boot(state, site.url);
    },
    async close() {
      await booted.close();
      await site.close();
      state.release();
    },
  };
}

async function boot(state: StateFolder, base: string) {
  const disk = openFolderBackend(path.join(state.folder, 'laptop'), { durable: state.durable });
  let off = false;
  let laptop: Promise<Laptop> | undefined;
  const daemon = startDaemon(state, base, async () => (await laptop!).files);
  laptop = startLaptop({
    disk: {
      getMany: (keys) => disk.getMany(keys),
      handles: (keys) => disk.handles(keys),
      keys: (prefix) => disk.keys(prefix),
      space: () => disk.space(),
      async commit(puts, deletes) {
        if (off) throw new StrataError('ESTALE', 'the power is gone');
        await disk.commit(puts, deletes);
      },
    },
    clock: systemClock,
    random: systemRandom,
    openBlob,
    fetch: siteFetch(base, fetch),
    ...(daemon.dockerRoot ? { dockerRoot: daemon.dockerRoot } : {}),
    connect: (host) => (host === undefined ? daemon.transport : connectHttp(parseHost(host))),
  });
  const ready = await laptop;
  const cut = async (): Promise<void> => {
    off = true;
    await daemon.cut();
    await disk.close();
  };
  return {
    laptop: ready,
    daemon,
    cut,
    async close() {
      await ready.flush();
      await daemon.close();
      await cut();
    },
  };
}
