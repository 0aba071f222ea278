/**
 * The engine's side of sandboxes: workers, kept warm, and the hold on each.
 *
 * A worker that is closed writes nothing more: its disk is cut off here before it is ended.
 */
import {
  type Clock,
  connect,
  duplexOverPort,
  portOf,
  type Rpc,
  StrataError,
  transferring,
} from '../base/index.ts';
import { signalled, signals } from '../posix/index.ts';
import type { DiskStore, TraceEvent } from '../vfs/index.ts';
import type { HostApi, WorkerApi } from './protocol.ts';
import type {
  RunningProcess,
  Sandbox,
  SandboxHost,
  SandboxSpec,
  SandboxWorker,
  SpawnSandboxWorker,
} from './types.ts';

export interface SandboxHostOptions {
  readonly spawn: SpawnSandboxWorker;
  readonly clock: Clock;
  /** Workers that wait ready; 2 where absent, so that a second `docker run` right after one finds one too. */
  readonly warm?: number;
}

/** A worker that does not say within this time that it stopped is terminated. */
const PATIENCE = 100;
/** A worker whose script is not there after this time will not come. */
const LOADING = 30_000;
/** Before the next worker is made ready, ms: the one that was just taken has work to do first. */
const REFILL = 100;

export function createSandboxHost({
  spawn,
  clock,
  warm = 2,
}: SandboxHostOptions): SandboxHost & { close(): void } {
  const ready: Hold[] = [];
  let closed = false;
  const refill = (): void => {
    while (!closed && ready.length < warm) ready.push(holdOf(spawn()));
  };
  refill();
  return {
    async open(spec) {
      if (closed) throw new StrataError('ESANDBOX', 'the engine is closing');
      // One that died while it waited is passed over.
      let hold = ready.pop();
      while (hold?.ended) hold = ready.pop();
      void clock.sleep(REFILL).then(refill);
      return openSandbox(hold ?? holdOf(spawn()), spec, clock);
    },
    close() {
      closed = true;
      for (const hold of ready.splice(0)) end(hold);
    },
  };
}

/** What the engine's side holds of one worker. */
interface Hold {
  readonly worker: SandboxWorker;
  readonly rpc: Rpc<WorkerApi>;
  /** Resolves when the worker's code listens, rejects when the worker is gone. */
  readonly ready: Promise<void>;
  giveUp(error: Error): void;
  /** Tells the processes that run how they ended. */
  readonly exits: Map<number, (status: number) => void>;
  /** Exits that came before the answer that told of their process. */
  readonly early: Map<number, number>;
  readonly oomListeners: Set<() => void>;
  readonly listeners: Set<(events: readonly TraceEvent[]) => void>;
  disk: DiskStore | undefined;
  ended: boolean;
}

function holdOf(worker: SandboxWorker): Hold {
  const { promise: ready, resolve, reject } = withResolvers();
  ready.catch(() => {});
  const disk = (): DiskStore => hold.disk ?? fail('EROFS', 'the sandbox was closed');
  const rpc = connect<WorkerApi>(worker.port, {
    ready: resolve,
    diskGetMany: (keys) => disk().getMany(keys),
    diskHandles: (keys) => disk().handles(keys),
    diskKeys: (prefix) => disk().keys(prefix),
    diskSpace: () => disk().space(),
    diskCommit: (puts, deletes) => disk().commit(puts, deletes),
    exited(pid, status) {
      const settle = hold.exits.get(pid);
      if (settle) settle(status);
      else hold.early.set(pid, status);
    },
    oom() {
      for (const listener of hold.oomListeners) listener();
    },
    trace(events) {
      for (const listener of hold.listeners) listener(events);
    },
  } satisfies HostApi);
  const hold: Hold = {
    worker,
    rpc,
    ready,
    giveUp: reject,
    exits: new Map(),
    early: new Map(),
    oomListeners: new Set(),
    listeners: new Set(),
    disk: undefined,
    ended: false,
  };
  worker.port.onClose(() => end(hold));
  return hold;
}

async function openSandbox(hold: Hold, spec: SandboxSpec, clock: Clock): Promise<Sandbox> {
  const { disk, ...rest } = spec;
  const { remote } = hold.rpc;
  hold.disk = disk;
  try {
    await listening(hold, clock);
    await remote.boot(withPorts({ ...rest, hasDisk: disk !== undefined }));
  } catch (error) {
    end(hold);
    throw error;
  }
  return {
    start: (process) => startProcess(hold, process),
    kill: (pid, signal) => remote.kill(pid, signal),
    pause: (on) => remote.pause(on),
    setLimits: (limits) => remote.setLimits(limits),
    processes: () => remote.processes(),
    flush: () => remote.flush(),
    changes: () => remote.changes(),
    upperSize: () => remote.upperSize(),
    layerTar: () => readLayerTar(hold),
    filesystem: () => remote.filesystem(),
    upperFilesystem: () => remote.upperFilesystem(),
    onOom: (listener) => void hold.oomListeners.add(listener),
    onTrace(listener) {
      hold.listeners.add(listener);
      return () => hold.listeners.delete(listener);
    },
    close: () => close(hold, clock),
  };
}

/** Waits until the worker's script has been loaded. */
async function listening({ ready }: Hold, clock: Clock): Promise<void> {
  const enough = new AbortController();
  const late = clock.sleep(LOADING, enough.signal).then(
    () => fail('ESANDBOX', 'the sandbox worker did not start'),
    () => {},
  );
  try {
    await Promise.race([ready, late]);
  } finally {
    enough.abort(new Error('ready'));
  }
}

/** Ports of remote mounts travel to the worker with the message. */
function withPorts<T extends { readonly mounts: SandboxSpec['mounts'] }>(wire: T): T {
  const ports = wire.mounts.flatMap((mount) => (mount.kind === 'remote' ? [mount.port] : []));
  return ports.length ? transferring(wire, ports) : wire;
}

let readings = 0;

async function* readLayerTar({ rpc }: Hold): AsyncGenerator<Uint8Array, void, void> {
  const reading = ++readings;
  try {
    for (;;) {
      const chunk = await rpc.remote.layerTar(reading);
      if (!chunk) return;
      yield chunk;
    }
  } finally {
    rpc.tell('leaveLayerTar', reading);
  }
}

async function startProcess(hold: Hold, spec: Parameters<Sandbox['start']>[0]): Promise<RunningProcess> {
  const { pid, stdio, stderr } = await hold.rpc.remote.start(spec);
  const exit = new Promise<number>((resolve) => {
    hold.exits.set(pid, (status) => {
      hold.exits.delete(pid);
      resolve(status);
    });
  });
  const before = hold.early.get(pid);
  if (before !== undefined) {
    hold.early.delete(pid);
    hold.exits.get(pid)?.(before);
  }
  if (hold.ended) hold.exits.get(pid)?.(signalled(signals.KILL));
  return {
    pid,
    stdio: duplexOverPort(portOf(stdio as never)),
    stderr: stderr ? duplexOverPort(portOf(stderr as never)).source : undefined,
    exit,
    signal: (signal) => void hold.rpc.remote.kill(pid, signal).catch(() => {}),
    resize: (size) => hold.rpc.tell('resize', pid, size),
  };
}

/** Stops, flushes, ends; a worker that does not answer is terminated, and what it had not flushed is lost. */
async function close(hold: Hold, clock: Clock): Promise<{ lost: boolean }> {
  if (hold.ended) return { lost: false };
  const { remote } = hold.rpc;
  const patience = new AbortController();
  const stopped = await Promise.race([
    remote.stop().then(
      () => true,
      () => false,
    ),
    clock.sleep(PATIENCE, patience.signal).then(
      () => false,
      () => false,
    ),
  ]);
  patience.abort(new Error('answered'));
  let lost = !stopped && hold.disk !== undefined;
  if (stopped && hold.disk) {
    lost = await remote.flush().then(
      () => false,
      () => true,
    );
  }
  end(hold);
  return { lost };
}

/** Cuts the disk off, ends the worker, and lets nobody wait for it any more. */
function end(hold: Hold): void {
  if (hold.ended) return;
  hold.ended = true;
  hold.disk = undefined;
  for (const settle of [...hold.exits.values()]) settle(signalled(signals.KILL));
  const gone = new StrataError('ESANDBOX', 'the sandbox was closed');
  hold.giveUp(gone);
  hold.rpc.fail(gone);
  hold.worker.terminate();
  hold.worker.port.close();
}

function withResolvers(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

function fail(code: string, message: string): never {
  throw new StrataError(code, message);
}
