/**
 * What the processes of a kernel may use together: the control group that a container is.
 *
 * Processor time is what is charged to processes, and bounded by freezing all of them until the next
 * period. Memory is what programs say that they hold and what tmpfs stores, and a floor for each
 * process: what one of many programs takes of a JavaScript heap nobody can tell. The process that
 * holds most is killed when there is too much.
 *
 * @see Linux Documentation/admin-guide/cgroup-v2.rst: cpu.max, memory.max, pids.max
 * @see Linux Documentation/scheduler/sched-bwc.rst
 */
import type { Clock } from '../base/index.ts';
import { fail, signals } from '../posix/index.ts';
import type { Process } from './process.ts';
import type { ProcessTable } from './process-table.ts';
import type { AddressSpace } from './sharing.ts';

export interface CgroupLimits {
  /** Bytes. */
  readonly memory?: number;
  /** Processes, zombies among them. */
  readonly pids?: number;
  /** Milliseconds of processor time in each period of so many milliseconds. */
  readonly cpu?: { readonly quota: number; readonly period: number };
}

/** What a program takes before it holds anything: about what busybox has by itself. Bytes. */
export const PROCESS_FLOOR = 256 * 1024;

/** Processes without a limit: Linux derives threads-max from its memory; more of ours would not fit into a tab. */
export const THREADS_MAX = 2048;

export class Cgroup {
  #limits: CgroupLimits;
  readonly #clock: Clock;
  readonly #table: ProcessTable;
  /** Called when a process was killed for its memory. */
  readonly #onOom: () => void;
  /** Bytes without a limit: what the machine has. */
  readonly #available: number;
  /** Bytes of files in tmpfs. */
  #shmem = 0;
  /** Bytes of the processes that are alive. */
  #anon = 0;
  /** Bytes, the most that there ever were. */
  peak = 0;
  oomKills = 0;
  /** How often a process was refused. */
  pidsRefused = 0;
  /** Milliseconds. */
  cpu = 0;
  #periodStart = 0;
  #usedInPeriod = 0;
  periods = 0;
  throttledPeriods = 0;
  throttledTime = 0;

  constructor(
    table: ProcessTable,
    clock: Clock,
    { available, limits, onOom }: { available: number; limits: CgroupLimits; onOom: () => void },
  ) {
    this.#table = table;
    this.#clock = clock;
    this.#available = available;
    this.#limits = limits;
    this.#onOom = onOom;
  }

  get limits(): CgroupLimits {
    return this.#limits;
  }

  /** Takes effect with what is used next. */
  setLimits(limits: CgroupLimits): void {
    this.#limits = limits;
    this.#checkMemory();
  }

  // ---- processes

  /** Room for one more. @throws EAGAIN */
  admit(count: number): void {
    if (count < Math.min(this.#limits.pids ?? THREADS_MAX, THREADS_MAX)) return;
    this.pidsRefused++;
    fail('EAGAIN');
  }

  // ---- memory

  get shmem(): number {
    return this.#shmem;
  }

  /** Bytes. */
  get memory(): number {
    return this.#shmem + this.#anon;
  }

  /** Memory files grew or shrank by so many bytes. */
  store(bytes: number): void {
    this.#shmem += bytes;
    if (bytes > 0) this.#checkMemory();
  }

  /** A process holds so many bytes more or fewer than before. It may not survive that. */
  hold(process: Process, bytes: number): void {
    const { space } = process;
    const before = space.held;
    space.held = Math.max(0, before + bytes);
    process.mostMemory = Math.max(process.mostMemory, process.memory);
    if (!process.alive) return;
    this.#anon += space.held - before;
    if (bytes > 0) this.#checkMemory();
  }

  /** A process is there from now on. Whether it fits is known when it has begun: it may be killed for it. */
  joined(process: Process): void {
    this.#anon += PROCESS_FLOOR;
    process.space.join();
    queueMicrotask(() => this.#checkMemory());
  }

  /** A process has died. */
  left(process: Process): void {
    this.#anon -= PROCESS_FLOOR;
    this.#leave(process.space);
  }

  /** A process has another image from now on. */
  moved(process: Process, space: AddressSpace): void {
    this.#leave(process.space);
    process.space = space;
    space.join();
  }

  #leave(space: AddressSpace): void {
    if (space.leave()) this.#anon -= space.held;
  }

  #checkMemory(): void {
    const limit = Math.min(this.#limits.memory ?? this.#available, this.#available);
    this.peak = Math.max(this.peak, Math.min(this.memory, limit));
    while (this.memory > limit) {
      const victim = largest(this.#table.all());
      if (!victim) return;
      this.oomKills++;
      this.#onOom();
      // From outside: process 1 is not spared.
      victim.signal(signals.KILL, true);
    }
  }

  // ---- processor time

  /** Milliseconds were used. */
  use(ms: number): void {
    this.cpu += ms;
    const { cpu } = this.#limits;
    if (!cpu) return;
    this.#roll(cpu);
    this.#usedInPeriod += ms;
    if (this.#usedInPeriod >= cpu.quota && !this.#table.throttled) void this.#throttle();
  }

  /** Begins the period that it is now; what was used beyond the quota counts in it. */
  #roll({ quota, period }: NonNullable<CgroupLimits['cpu']>): void {
    const now = this.#clock.monotonic();
    const passed = Math.floor((now - this.#periodStart) / period);
    if (passed <= 0) return;
    this.periods += this.#periodStart === 0 ? 1 : passed;
    this.#periodStart += passed * period;
    this.#usedInPeriod = Math.max(0, this.#usedInPeriod - passed * quota);
  }

  async #throttle(): Promise<void> {
    const since = this.#clock.monotonic();
    this.#table.setThrottled(true);
    this.throttledPeriods++;
    for (;;) {
      const { cpu } = this.#limits;
      if (!cpu) break;
      this.#roll(cpu);
      if (this.#usedInPeriod < cpu.quota) break;
      await this.#clock.sleep(this.#periodStart + cpu.period - this.#clock.monotonic());
    }
    this.throttledTime += this.#clock.monotonic() - since;
    this.#table.setThrottled(false);
  }
}

function largest(processes: readonly Process[]): Process | undefined {
  let found: Process | undefined;
  for (const process of processes) {
    // Of equals the youngest.
    if (process.alive && (!found || process.memory >= found.memory)) found = process;
  }
  return found;
}
