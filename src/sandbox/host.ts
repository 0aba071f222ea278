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
import type { TraceEvent } from '../vfs/index.ts';
import type { HostApi, WorkerApi } from './protocol.ts';
import type {
  Disk,
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
  /** Workers that wait ready; 1 where absent. */
  readonly warm?: number;
}

/** A worker that does not say within this time that it stopped is terminated. */
const PATIENCE = 100;
/** Before the next worker is made ready: the one that was just taken has work to do first. */
const REFILL = 300;

export function createSandboxHost({
  spawn,
  clock,
  warm = 1,
}: SandboxHostOptions): SandboxHost & { close(): void } {
  const ready: SandboxWorker[] = [];
  let closed = false;
  const refill = (): void => {
    while (!closed && ready.length < warm) ready.push(spawn());
  };
  refill();
  return {
    async open(spec) {
      if (closed) throw new StrataError('ESANDBOX', 'the engine is closing');
      const worker = ready.pop() ?? spawn();
      void clock.sleep(REFILL).then(refill);
      return openSandbox(worker, spec, clock);
    },
    close() {
      closed = true;
      for (const worker of ready.splice(0)) worker.terminate();
    },
  };
}

/** What a sandbox holds on the engine's side. */
interface Hold {
  readonly worker: SandboxWorker;
  readonly rpc: Rpc<WorkerApi>;
  /** Tells the processes that run how they ended. */
  readonly exits: Map<number, (status: number) => void>;
  /** Exits that came before the answer that told of their process. */
  readonly early: Map<number, number>;
  disk: Disk | undefined;
  ended: boolean;
}

async function openSandbox(worker: SandboxWorker, spec: SandboxSpec, clock: Clock): Promise<Sandbox> {
  const listeners = new Set<(events: readonly TraceEvent[]) => void>();
  const disk = (): Disk => {
    if (!hold.disk) throw new StrataError('EROFS', 'the sandbox was closed');
    return hold.disk;
  };
  const local: HostApi = {
    diskGetMany: (keys) => disk().getMany(keys),
    diskKeys: (prefix) => disk().keys(prefix),
    diskCommit: (puts, deletes) => disk().commit(puts, deletes),
    exited(pid, status) {
      const settle = hold.exits.get(pid);
      if (settle) settle(status);
      else hold.early.set(pid, status);
    },
    trace(events) {
      for (const listener of listeners) listener(events);
    },
  };
  const rpc = connect<WorkerApi>(worker.port, local);
  const hold: Hold = { worker, rpc, exits: new Map(), early: new Map(), disk: spec.disk, ended: false };
  worker.port.onClose(() => end(hold));
  const { disk: own, ...rest } = spec;
  const { remote } = rpc;
  try {
    const wire = { ...rest, hasDisk: own !== undefined };
    await remote.boot(spec.mounts.length ? withPorts(wire) : wire);
  } catch (error) {
    end(hold);
    throw error;
  }
  return {
    start: (process) => startProcess(hold, process),
    kill: (pid, signal) => remote.kill(pid, signal),
    pause: (on) => remote.pause(on),
    processes: () => remote.processes(),
    flush: () => remote.flush(),
    changes: () => remote.changes(),
    upperSize: () => remote.upperSize(),
    layerTar: () => remote.layerTar(),
    filesystem: () => remote.filesystem(),
    onTrace(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => close(hold, clock),
  };
}

/** Ports of remote mounts travel to the worker with the message. */
function withPorts<T extends { readonly mounts: SandboxSpec['mounts'] }>(wire: T): T {
  const ports = wire.mounts.flatMap((mount) => (mount.kind === 'remote' ? [mount.port] : []));
  return ports.length ? transferring(wire, ports) : wire;
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
  hold.rpc.fail(new StrataError('ESANDBOX', 'the sandbox was closed'));
  hold.worker.terminate();
  hold.worker.port.close();
}
