/**
 * The kernel as those see it who start one: boot, processes from outside, terminals, pipes to the world.
 *
 * Takes a file tree and a program table; gives processes. The caller mounts `systemMounts` where it
 * wants them, then starts process 1.
 */
import { type ByteSink, type ByteSource, type Clock, type Random, StrataError } from '../base/index.ts';
import { fail, makedev, O_RDONLY, O_RDWR, O_WRONLY } from '../posix/index.ts';
import { type Context, type Credentials, type FileTree, MEMORY } from '../vfs/index.ts';
import { Cgroup, type CgroupLimits } from './cgroup.ts';
import { copyEnv } from './clone.ts';
import type { Core } from './core.ts';
import { Description, Descriptors } from './description.ts';
import { type SystemMount, systemMounts } from './devfs.ts';
import { acquire, nullDevice, PTS_MAJOR } from './devices.ts';
import { startProgram, typeScript } from './executor.ts';
import { findProgram, walkTo } from './files.ts';
import type { ProgramFormat } from './formats.ts';
import { createNamespaces } from './namespaces.ts';
import type { Network } from './network.ts';
import { openPipe, Pipe } from './pipe.ts';
import { Process } from './process.ts';
import { commOf, infoOf } from './process-info.ts';
import { ProcessTable } from './process-table.ts';
import type { Limits } from './rlimits.ts';
import { AddressSpace, FileSystemState } from './sharing.ts';
import type { Main, ProgramLoader, ProgramTable } from './sys.ts';
import { createSys } from './syscalls.ts';
import { Tty, ttyStat } from './tty.ts';
import { createTurns } from './turn.ts';
import type { Env, Pid, ProcessInfo, Uname, WindowSize } from './types.ts';
import type { WaitQueue } from './wait.ts';

export interface KernelOptions {
  readonly tree: FileTree;
  readonly programs: ProgramTable;
  /** Formats of program files beside scripts, built-in programs and WebAssembly; they are asked first. */
  readonly formats?: readonly ProgramFormat[];
  readonly clock: Clock;
  readonly random: Random;
  readonly hostname: string;
  /** The network; absent where there is none (ENETUNREACH). */
  readonly fetch?: typeof fetch;
  /** Where sockets come from; absent where there are none (ENOSYS). */
  readonly network?: Network;
  /** What `Sys.service` answers. */
  readonly services?: ReadonlyMap<string, unknown>;
  /** Whether root may change the hostname and raise limits; in Docker's containers it lacks the capabilities. */
  readonly isPrivileged?: boolean;
  /** Whether its namespaces are those that a machine begins with; otherwise they are its own. */
  readonly hasFirstNamespaces?: boolean;
  /** Bytes and processors that /proc tells of. */
  readonly memory?: number;
  readonly processors?: number;
  /** What all processes may use together. */
  readonly limits?: CgroupLimits;
  /** Called when a process was killed because there was too much memory in use. */
  readonly onOom?: () => void;
}

/** A descriptor for a process that is started from outside; used once. */
export type Endpoint = Description;

interface StartOptions {
  /** Names the program's file; no search. Relative to `cwd`. */
  readonly path: string;
  /** A program that is in no file; `path` only names it then. */
  readonly main?: Main;
  readonly argv: readonly string[];
  readonly env: Readonly<Env>;
  readonly cwd: string;
  readonly credentials?: Credentials;
  readonly umask?: number;
  /** Resource limits of its own; the others are the default. */
  readonly rlimits?: Limits;
  /** Descriptors 0, 1, 2, … */
  readonly stdio: readonly Endpoint[];
  /** The controlling terminal. The process leads a session in any case. */
  readonly tty?: Tty;
}

export interface Started {
  readonly pid: Pid;
  /** Wait status. */
  readonly exit: Promise<number>;
}

export interface Kernel {
  readonly tree: FileTree;
  readonly hostname: string;
  /** What to mount where, in this order. */
  systemMounts(): SystemMount[];
  /** Starts process 1, or a further process without parent. @throws ENOENT, EACCES, ENOEXEC, ENOTDIR */
  start(options: StartOptions): Promise<Started>;
  /** Signals from outside the process namespace: SIGKILL works on process 1 too. @throws ESRCH, EINVAL */
  kill(pid: Pid, signal: number): void;
  /** Freezes or thaws all processes. */
  pause(on: boolean): void;
  /** What all processes use together, and may use. */
  readonly cgroup: Cgroup;
  processes(): readonly ProcessInfo[];
  /** `utf8`: erasing takes whole characters, as terminal emulators set it. */
  createTty(size: WindowSize, options?: { utf8?: boolean }): Tty;
  /** A terminal's slave side as a descriptor. */
  ttyEnd(tty: Tty): Endpoint;
  /** What the process writes comes out of `source`, which ends when nobody holds the other end. */
  outputPipe(): { readonly end: Endpoint; readonly source: ByteSource };
  inputPipe(): { readonly end: Endpoint; readonly sink: ByteSink };
  /** Reads as empty, swallows what is written: /dev/null. */
  nullEnd(): Endpoint;
  /** A context for file operations of the superuser from outside. */
  readonly superuser: Context;
}

/** What uname says, on the laptop and in containers. */
const systemName: Omit<Uname, 'nodename'> = {
  sysname: 'Linux',
  release: '6.12.0-strata',
  version: '#1 SMP Strata',
  machine: 'x86_64',
};

export function createKernel(options: KernelOptions): Kernel {
  const core = createCore(options);
  return {
    tree: core.tree,
    superuser: core.tree.superuser(),
    get hostname() {
      return core.hostname;
    },
    systemMounts: () => systemMounts(core),
    start: (start) => startFromOutside(core, start),
    kill(pid, signal) {
      if (!Number.isInteger(signal) || signal < 0 || signal > 64) fail('EINVAL');
      (core.table.get(pid) ?? fail('ESRCH')).signal(signal, true);
    },
    pause: (on) => core.table.setPaused(on),
    cgroup: core.table.cgroup,
    processes: () => core.table.all().map(infoOf),
    createTty: (size, options) => createTty(core, size, options?.utf8 ?? false),
    ttyEnd: (tty) => new Description(tty.open(), O_RDWR),
    outputPipe: () => outputPipe(core),
    inputPipe: () => inputPipe(core),
    nullEnd: () => new Description(nullDevice(core), O_RDWR),
  };
}

function createCore(options: KernelOptions): Core {
  const turns = createTurns();
  let lastPipe = 0;
  const memory = options.memory ?? MEMORY;
  const table = new ProcessTable(turns);
  table.cgroup = new Cgroup(table, options.clock, {
    available: memory,
    limits: options.limits ?? {},
    onOom: options.onOom ?? (() => {}),
  });
  const core: Core = {
    tree: options.tree,
    programs: Object.fromEntries(Object.entries(options.programs).map(([name, load]) => [name, once(load)])),
    formats: options.formats ?? [],
    table,
    turns,
    clock: options.clock,
    random: options.random,
    fetch: options.fetch,
    network: options.network,
    services: options.services ?? new Map(),
    uname: { ...systemName, nodename: options.hostname },
    hostname: options.hostname,
    isPrivileged: options.isPrivileged ?? false,
    namespaces: createNamespaces(options.random, options.hasFirstNamespaces ?? false),
    booted: options.clock.now(),
    memory,
    processors: options.processors ?? 1,
    ttys: new Map(),
    fifos: new Map(),
    newPipe: () => new Pipe(++lastPipe, BigInt(Math.floor(options.clock.now())) * 1_000_000n),
    createSys: (process, run) => createSys(core, process, run),
    current: undefined,
  };
  return core;
}

/** Loads a program once; but a failed download may work the next time. */
function once(load: ProgramLoader): ProgramLoader {
  let loading: Promise<Main> | undefined;
  return () => {
    if (!loading) {
      loading = load();
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  };
}

async function startFromOutside(core: Core, options: StartOptions): Promise<Started> {
  const pid = core.table.allocate();
  const { uid, gid, groups } = options.credentials ?? { uid: 0, gid: 0, groups: [0] };
  const descriptors = new Descriptors();
  for (const end of options.stdio) descriptors.add(end);
  const process = new Process(core.table, {
    pid,
    parent: undefined,
    pgid: pid,
    sid: pid,
    tty: undefined,
    identity: { uid, euid: uid, suid: uid, gid, egid: gid, sgid: gid, groups },
    exitSignal: 0,
    fs: new FileSystemState(core.tree.root, core.tree.root, options.umask ?? 0o022),
    space: new AddressSpace(),
    env: copyEnv(options.env),
    descriptors,
    dispositions: new Map(),
    blocked: new Set(),
    run: { argv: options.argv, exe: options.path, comm: commOf(options.path) },
    started: core.clock.now(),
    limits: options.rlimits ?? new Map(),
  });
  try {
    process.fs.cwd = await walkTo(core, process, options.cwd);
    const { main } = options;
    const program = main
      ? undefined
      : await findProgram(core, process, options.path, options.argv, options.env);
    if (program) process.run = process.lastRun = program.run;
    core.table.add(process);
    if (options.tty) acquire(process, options.tty);
    startProgram(core, process, program?.start ?? typeScript(main!));
  } catch (error) {
    core.table.release(pid);
    descriptors.leave();
    throw error;
  }
  return { pid, exit: process.ended };
}

function createTty(core: Core, size: WindowSize, utf8: boolean): Tty {
  let index = 0;
  while (core.ttys.has(index)) index++;
  const created = BigInt(Math.floor(core.clock.now())) * 1_000_000n;
  const rdev = makedev(PTS_MAJOR, index);
  const tty = new Tty({
    index,
    rdev,
    size,
    utf8,
    stat: () => ttyStat(index, rdev, created),
    signalGroup: (pgid, signal) => core.table.signalGroup(pgid, signal),
    isOrphaned: (pgid) => core.table.isOrphaned(pgid),
    onHangUp: () => core.ttys.delete(index),
  });
  core.ttys.set(index, tty);
  return tty;
}

function outputPipe(core: Core): { end: Endpoint; source: ByteSource } {
  const pipe = core.newPipe();
  const end = new Description(openPipe(pipe, O_WRONLY), O_WRONLY);
  const reader = openPipe(pipe, O_RDONLY);
  let cancelled = false;
  const source: ByteSource = {
    async read() {
      for (;;) {
        if (cancelled) return undefined;
        if (pipe.bytes) return pipe.takeAll();
        if (pipe.writers === 0) return undefined;
        await woken(pipe.arrivals);
      }
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      void reader.close();
    },
  };
  return { end, source };
}

function inputPipe(core: Core): { end: Endpoint; sink: ByteSink } {
  const pipe = core.newPipe();
  const end = new Description(openPipe(pipe, O_RDONLY), O_RDONLY);
  const writer = openPipe(pipe, O_WRONLY);
  let ended = false;
  const close = (): void => {
    if (ended) return;
    ended = true;
    void writer.close();
  };
  const sink: ByteSink = {
    async write(chunk) {
      for (let at = 0; at < chunk.length; ) {
        if (pipe.readers === 0 || ended) throw new StrataError('EPIPE', 'Broken pipe');
        const count = pipe.put(chunk.subarray(at));
        at += count;
        if (count === 0) await woken(pipe.room);
      }
    },
    end: close,
    fail: close,
  };
  return { end, sink };
}

/** Resolves when the queue wakes next. */
function woken(queue: WaitQueue): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      queue.delete(wake);
      resolve();
    };
    queue.add(wake);
  });
}
