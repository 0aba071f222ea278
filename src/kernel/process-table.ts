/**
 * All processes of a kernel: numbers, families, groups and sessions, and what a death means to others.
 */
import { SA_NOCLDWAIT, signals } from '../posix/index.ts';
import type { Cgroup } from './cgroup.ts';
import type { Process } from './process.ts';
import type { Turns } from './turn.ts';
import type { Pid } from './types.ts';
import { WaitQueue } from './wait.ts';

/** As Linux's default pid_max. */
const PID_MAX = 32768;

export class ProcessTable {
  readonly turns: Turns;
  /** Set by the kernel, before there are processes. */
  cgroup!: Cgroup;
  readonly #processes = new Map<Pid, Process>();
  #last = 0;
  /** Frozen from outside (`docker pause`). */
  #paused = false;
  #throttled = false;
  /** Wakes when processes may run again. */
  readonly resumed = new WaitQueue();

  constructor(turns: Turns) {
    this.turns = turns;
  }

  /** Whether nothing may run now. */
  get frozen(): boolean {
    return this.#paused || this.#throttled;
  }

  /** Frozen because the processor time of this period is used up. */
  get throttled(): boolean {
    return this.#throttled;
  }

  setPaused(on: boolean): void {
    this.#freeze(() => {
      this.#paused = on;
    });
  }

  setThrottled(on: boolean): void {
    this.#freeze(() => {
      this.#throttled = on;
    });
  }

  #freeze(change: () => void): void {
    const before = this.frozen;
    change();
    if (!before || this.frozen) return;
    this.resumed.wake();
    for (const process of this.all()) process.wake();
  }

  /** The next free process number. @throws EAGAIN where there are as many processes as there may be */
  allocate(): Pid {
    this.cgroup.admit(this.#processes.size);
    do this.#last = this.#last >= PID_MAX ? 300 : this.#last + 1;
    while (this.#processes.has(this.#last) || this.#hasGroupOrSession(this.#last));
    return this.#last;
  }

  /** Gives back a number that nobody got to see. */
  release(pid: Pid): void {
    if (pid === this.#last) this.#last--;
  }

  /** The number that was given last, for /proc/loadavg. */
  get lastPid(): Pid {
    return this.#last;
  }

  add(process: Process): void {
    this.#processes.set(process.pid, process);
    this.cgroup.joined(process);
    process.parent?.children.add(process);
  }

  get(pid: Pid): Process | undefined {
    return this.#processes.get(pid);
  }

  /** By number, zombies included. */
  all(): Process[] {
    return [...this.#processes.values()].sort((a, b) => a.pid - b.pid);
  }

  group(pgid: Pid): Process[] {
    return this.all().filter((process) => process.pgid === pgid && process.alive);
  }

  signalGroup(pgid: Pid, signal: number): void {
    for (const process of this.group(pgid)) process.signal(signal);
  }

  /** Takes a zombie out of the table. */
  reap(process: Process): void {
    this.#processes.delete(process.pid);
    const { parent } = process;
    parent?.children.delete(process);
    if (parent) parent.childrenCpu += process.cpu + process.childrenCpu;
  }

  /**
   * Whether no member of a group has a parent in the same session but another group: then nobody
   * could continue it. @see POSIX, "Orphaned Process Group"
   */
  isOrphaned(pgid: Pid): boolean {
    return !this.group(pgid).some(
      ({ parent, sid }) => parent?.alive && parent.sid === sid && parent.pgid !== pgid,
    );
  }

  /** What others have to do with a death; called by `Process.die`. */
  died(process: Process): void {
    this.cgroup.left(process);
    if (process.pid === 1) {
      this.#endNamespace(process);
      return;
    }
    this.#orphan(process);
    if (process.tty && process.sid === process.pid) process.tty.hangUp();
    const { parent } = process;
    if (!parent?.alive) {
      this.reap(process);
      return;
    }
    // A parent that ignores SIGCHLD wants no zombies (POSIX, "_exit").
    if (process.exitSignal === signals.CHLD && wantsNoZombies(parent)) this.reap(process);
    parent.signal(process.exitSignal);
    parent.childQueue.wake();
  }

  /** Gives the children of a dead process to process 1, or to nobody. */
  #orphan(process: Process): void {
    const init = this.#processes.get(1);
    const heir = init?.alive ? init : undefined;
    for (const child of [...process.children]) {
      process.children.delete(child);
      child.parent = heir;
      heir?.children.add(child);
      if (child.alive) this.#tellOrphanedGroup(child, process);
      else if (!heir || wantsNoZombies(heir)) this.reap(child);
      else {
        heir.signal(signals.CHLD);
        heir.childQueue.wake();
      }
    }
  }

  /** A group with stopped members that lost who could continue it gets SIGHUP and SIGCONT. */
  #tellOrphanedGroup(child: Process, lost: Process): void {
    if (lost.sid !== child.sid || lost.pgid === child.pgid) return;
    const stopped = this.group(child.pgid).some((member) => member.stoppedBy !== undefined);
    if (!stopped || !this.isOrphaned(child.pgid)) return;
    this.signalGroup(child.pgid, signals.HUP);
    this.signalGroup(child.pgid, signals.CONT);
  }

  /** With process 1 its pid namespace ends: everybody else is killed. */
  #endNamespace(init: Process): void {
    for (const process of this.all()) {
      if (process === init) continue;
      process.parent = undefined;
      if (process.alive) process.signal(signals.KILL);
      this.#processes.delete(process.pid);
    }
    if (init.tty && init.sid === 1) init.tty.hangUp();
    this.#processes.delete(1);
  }

  #hasGroupOrSession(id: Pid): boolean {
    for (const process of this.#processes.values())
      if (process.pgid === id || process.sid === id) return true;
    return false;
  }
}

/** @see POSIX, "sigaction", SA_NOCLDWAIT */
function wantsNoZombies({ dispositions }: Process): boolean {
  const disposition = dispositions.get(signals.CHLD);
  if (typeof disposition === 'object') return ((disposition.flags ?? 0) & SA_NOCLDWAIT) !== 0;
  return disposition === 'ignore';
}
