/**
 * The worker's side of a sandbox: answers the engine's calls for one machine.
 *
 * A worker may be started before it is needed; it does nothing until `boot`.
 */
import { connect, type Port, StrataError, transferring } from '../base/index.ts';
import { signals } from '../posix/index.ts';
import { changes, type DiskStore, type FileSystem, layerTar, serveFs, upperSize } from '../vfs/index.ts';
import { boot, type Machine, type SandboxEnvironment } from './boot.ts';
import { type Launched, launch } from './launch.ts';
import { loadPrograms } from './load-programs.ts';
import type { HostApi, WireProcess, WireSpec, WorkerApi } from './protocol.ts';
import { createTraceBatch } from './trace.ts';
import type { ProcessSpec } from './types.ts';

export function serveSandbox(port: Port, environment: SandboxEnvironment): void {
  let machine: Machine | undefined;
  let stopped = false;
  let started = 0;
  /** Processes started by the engine, while they run. */
  const launched = new Map<number, Launched>();
  /** Layers that are being read. */
  const tars = new Map<number, ReturnType<typeof layerTar>>();
  // Loaded while the worker waits warm, so that booting does not wait for it.
  const loading = environment.programs ?? loadPrograms();
  if (loading instanceof Promise) loading.catch(() => {});
  const current = (): Machine => machine ?? fail('the sandbox is not booted');

  const api: WorkerApi = {
    async boot(spec: WireSpec) {
      if (machine) fail('the sandbox is booted already');
      machine = await boot(spec, environment, await loading, spec.hasDisk ? disk : undefined, {
        onTrace: trace.add,
        onOom: () => host.tell('oom'),
      });
    },
    async start(spec: ProcessSpec): Promise<WireProcess> {
      if (stopped) fail('the sandbox is closing');
      const isFirst = started++ === 0;
      const process = await launch(current(), spec, isFirst).catch((error: unknown) => {
        if (isFirst) started = 0;
        throw error;
      });
      const { pid, stdio, stderr } = process;
      launched.set(pid, process);
      void process.ended.then((status) => {
        launched.delete(pid);
        trace.flush();
        host.tell('exited', pid, status);
      });
      const wire: WireProcess = { pid, stdio, ...(stderr ? { stderr } : {}) };
      return transferring(wire, stderr ? [stdio, stderr] : [stdio]);
    },
    kill: (pid, signal) => current().kernel.kill(pid, signal),
    resize: (pid, size) => launched.get(pid)?.tty?.resize(size),
    setLimits: (limits) => current().kernel.cgroup.setLimits(limits),
    pause: (on) => current().kernel.pause(on),
    processes: () => current().kernel.processes(),
    async flush() {
      trace.flush();
      await machine?.disk?.flush();
    },
    changes: () => changes(current().overlay),
    upperSize: () => upperSize(current().overlay),
    async layerTar(reading) {
      const tar = tars.get(reading) ?? layerTar(current().overlay);
      tars.set(reading, tar);
      const next = await tar.next();
      if (!next.done) return transferring(next.value, [next.value.buffer]);
      tars.delete(reading);
      return undefined;
    },
    leaveLayerTar(reading) {
      void tars.get(reading)?.return();
      tars.delete(reading);
    },
    filesystem: () => served(current().overlay),
    upperFilesystem: () => served(current().upper),
    stop() {
      stopped = true;
      if (machine) killAll(machine);
    },
  };
  const host = connect<HostApi>(port, api);
  const trace = createTraceBatch(environment.clock, (events) => host.tell('trace', events));
  const disk: DiskStore = {
    getMany: host.remote.diskGetMany,
    handles: host.remote.diskHandles,
    keys: host.remote.diskKeys,
    space: host.remote.diskSpace,
    commit: host.remote.diskCommit,
  };
  host.tell('ready');
}

function served(fs: FileSystem): MessagePort {
  const { port1, port2 } = new MessageChannel();
  serveFs(fs, port1);
  return transferring(port2, [port2]);
}

/** Process 1 takes all of its namespace along; what was started beside it has no parent to ask. */
function killAll({ kernel }: Machine): void {
  kernel.pause(false);
  for (const { pid, state } of kernel.processes()) {
    if (state === 'Z') continue;
    try {
      kernel.kill(pid, signals.KILL);
    } catch {
      // It was killed with its parent a moment ago.
    }
  }
}

function fail(message: string): never {
  throw new StrataError('ESANDBOX', message);
}
