/**
 * A process: what the kernel keeps of one.
 *
 * A program runs in it as a `Run`; `exec` replaces the run under the same pid. Death is at once:
 * descriptors close, the parent hears, waits reject with `ProcessExit`, and so does every later call.
 */
import { signals } from '../posix/index.ts';
import type { Context, Credentials, Place } from '../vfs/index.ts';
import { PROCESS_FLOOR } from './cgroup.ts';
import type { Descriptors } from './description.ts';
import type { ProcessTable } from './process-table.ts';
import { type Limit, type Limits, limitOf } from './rlimits.ts';
import type { AddressSpace, Dispositions, FileSystemState } from './sharing.ts';
import { generate } from './signal-delivery.ts';
import { type Executor, ProcessExit } from './sys.ts';
import type { Tty } from './tty.ts';
import type { Share } from './turn.ts';
import type { Env, Pid } from './types.ts';
import { type Wait, type Waiter, WaitQueue } from './wait.ts';

/** One program's life in a process; the identity tells a living one from one that `exec` replaced. */
export interface Run {
  readonly argv: readonly string[];
  /** Path of the program's file, for /proc/PID/exe. */
  readonly exe: string;
  /** Its name, as it was called when it was started: 15 bytes of the last part. */
  readonly comm: string;
}

/** Real, effective and saved ids. */
export interface Identity {
  readonly uid: number;
  readonly euid: number;
  readonly suid: number;
  readonly gid: number;
  readonly egid: number;
  readonly sgid: number;
  readonly groups: readonly number[];
}

export interface ProcessState {
  readonly pid: Pid;
  readonly parent: Process | undefined;
  readonly pgid: Pid;
  readonly sid: Pid;
  readonly tty: Tty | undefined;
  readonly identity: Identity;
  readonly fs: FileSystemState;
  readonly space: AddressSpace;
  readonly env: Env;
  readonly descriptors: Descriptors;
  readonly dispositions: Dispositions;
  /** What its parent gets when it ends; 0 is nothing. */
  readonly exitSignal: number;
  readonly blocked: ReadonlySet<number>;
  readonly run: Run;
  readonly started: number;
  readonly limits: Limits;
}

export class Process implements Waiter, Context {
  readonly table: ProcessTable;
  readonly pid: Pid;
  parent: Process | undefined;
  readonly children = new Set<Process>();
  /** Wakes when a child dies or stops. */
  readonly childQueue = new WaitQueue();
  pgid: Pid;
  sid: Pid;
  /** Controlling terminal. */
  tty: Tty | undefined;
  #identity!: Identity;
  /** Who it is where files are concerned. */
  cred!: Credentials;
  readonly fs: FileSystemState;
  space: AddressSpace;
  env: Env;
  descriptors: Descriptors;
  dispositions: Dispositions;
  readonly exitSignal: number;
  blocked: ReadonlySet<number>;
  /** The mask that the next handler returns to, where a call replaced it for its own time. */
  savedMask: ReadonlySet<number> | undefined;
  /** Blocked, or with a handler that the program has yet to enter. */
  readonly pending = new Set<number>();
  /** Undefined once dead. */
  run: Run | undefined;
  /** What runs its program, from its start on. */
  executor: Executor | undefined;
  /** What it ran last, for zombies and ps. */
  lastRun: Run;
  readonly started: number;
  readonly waits = new Set<Wait>();
  /** Wait status; set by death. */
  status: number | undefined;
  /** The signal that stopped it, while it is stopped. */
  stoppedBy: number | undefined;
  /** Whether `wait` has yet to tell that it stopped. */
  stopUntold = false;
  /** … and that it went on. */
  continueUntold = false;
  /** Its program cannot be left in the middle: its calls answer at once where they can. */
  staysPut = false;
  /** Called when it has another address space, or none: its parent by vfork goes on. */
  onMoved: (() => void) | undefined;
  #limits: Limits;
  /** Seconds beyond the soft limit of processor time up to which it was told. */
  #warned = 0;
  /** Bytes, the most that there were. */
  mostMemory = PROCESS_FLOOR;
  /** Milliseconds of processor time, and that of waited-for children. */
  cpu = 0;
  childrenCpu = 0;
  /** Its standing among those that compute; a child has its parent's, or forking would be a way to the front. */
  readonly share: Share;
  /** Whether it has run another program since it was forked, after which setpgid is refused. */
  execed = false;
  /** Resolves with the wait status. */
  readonly ended: Promise<number>;
  #end!: (status: number) => void;

  constructor(table: ProcessTable, state: ProcessState) {
    this.table = table;
    this.share = { used: state.parent?.share.used ?? 0 };
    this.pid = state.pid;
    this.parent = state.parent;
    this.pgid = state.pgid;
    this.sid = state.sid;
    this.tty = state.tty;
    this.identity = state.identity;
    this.fs = state.fs;
    this.space = state.space;
    this.env = state.env;
    this.descriptors = state.descriptors;
    this.dispositions = state.dispositions;
    this.exitSignal = state.exitSignal;
    this.blocked = state.blocked;
    this.run = this.lastRun = state.run;
    this.started = state.started;
    this.#limits = this.limits = state.limits;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get root(): Place {
    return this.fs.root;
  }

  get cwd(): Place {
    return this.fs.cwd;
  }

  get umask(): number {
    return this.fs.umask;
  }

  get identity(): Identity {
    return this.#identity;
  }

  set identity(identity: Identity) {
    this.#identity = identity;
    this.cred = { uid: identity.euid, gid: identity.egid, groups: identity.groups };
  }

  get limits(): Limits {
    return this.#limits;
  }

  set limits(limits: Limits) {
    this.#limits = limits;
    this.descriptors.limit = limitOf(limits, 'nofile').soft;
  }

  /** Bytes, as far as they are told: its resident set. */
  get memory(): number {
    return PROCESS_FLOOR + this.space.held;
  }

  get alive(): boolean {
    return this.run !== undefined;
  }

  /** As ps shows it. */
  get state(): 'R' | 'S' | 'T' | 'Z' {
    if (!this.run) return 'Z';
    if (this.stoppedBy !== undefined) return 'T';
    return this.waits.size ? 'S' : 'R';
  }

  mayRun(): boolean {
    return this.stoppedBy === undefined && !this.table.frozen;
  }

  charge(): void {
    const used = this.table.turns.lap();
    this.cpu += used;
    this.share.used += used;
    this.table.cgroup.use(used);
    const limit = this.limits.get('cpu');
    if (limit && this.run) this.#checkTime(limit);
  }

  /** @see setrlimit(2), RLIMIT_CPU */
  #checkTime({ soft, hard }: Limit): void {
    const seconds = this.cpu / 1000;
    // Not in the middle of what its time is counted for. From the kernel: process 1 is not spared.
    const send = (signal: number): void => queueMicrotask(() => this.signal(signal, true));
    if (seconds >= hard) send(signals.KILL);
    else if (seconds >= soft + this.#warned) {
      // Each second anew, until the hard limit.
      this.#warned = Math.floor(seconds - soft) + 1;
      send(signals.XCPU);
    }
  }

  block(): void {
    this.charge();
    this.table.turns.blocked();
  }

  unblock(): void {
    this.table.turns.woke();
  }

  ignores(signal: number): boolean {
    return this.dispositions.get(signal) === 'ignore';
  }

  blocks(signal: number): boolean {
    return this.blocked.has(signal) && signal !== signals.KILL && signal !== signals.STOP;
  }

  /**
   * Generates a signal for this process. `outside` is a sender in an ancestor namespace (the
   * engine): only from there do SIGKILL and SIGSTOP work on process 1.
   */
  signal(signal: number, outside = false): void {
    generate(this, signal, outside);
  }

  /** Ends the process with a wait status. */
  die(status: number): void {
    if (!this.run) return;
    this.run = undefined;
    this.status = status;
    this.stoppedBy = undefined;
    // Who has others compute for it has had their time; else a shell that forks would never be behind.
    if (this.parent) this.parent.share.used += this.cpu + this.childrenCpu;
    const exit = new ProcessExit(status);
    for (const wait of [...this.waits]) wait.end(exit);
    this.descriptors.leave();
    this.table.died(this);
    this.moved();
    this.#end(status);
  }

  /** Left its address space. */
  moved(): void {
    const { onMoved } = this;
    this.onMoved = undefined;
    onMoved?.();
  }

  /** Waits go on trying, after a stop or a pause. */
  wake(): void {
    for (const wait of [...this.waits]) wait.retry();
  }
}
