/**
 * /sys/fs/cgroup as a container sees it: its own group as the root of cgroup v2, read only.
 *
 * @see Linux Documentation/admin-guide/cgroup-v2.rst
 */
import { nextDev } from '../vfs/index.ts';
import type { SystemMount } from './devfs.ts';
import type { Kernel } from './kernel.ts';
import { createSyntheticFs, type Fixed, fixedNodes } from './synthetic.ts';

/** To be mounted after /sys. `now` in milliseconds since the epoch. */
export function cgroupMount(kernel: Kernel, now: number): SystemMount {
  const nodes = fixedNodes(filesOf(kernel), 1);
  const booted = BigInt(Math.floor(now)) * 1_000_000n;
  return {
    target: '/sys/fs/cgroup',
    fs: createSyntheticFs({
      type: 'cgroup2',
      dev: nextDev(),
      root: 1,
      now: () => booted,
      node: (ino) => nodes.get(ino),
    }),
    options: {
      source: 'cgroup',
      readonly: true,
      options: 'nosuid,nodev,noexec,relatime,nsdelegate,memory_recursiveprot',
      nosuid: true,
      noexec: true,
    },
  };
}

function filesOf({ cgroup, processes }: Kernel): Fixed {
  const alive = (): number[] => processes().flatMap(({ pid, state }) => (state === 'Z' ? [] : [pid]));
  const pids = (): string =>
    alive()
      .map((pid) => `${pid}\n`)
      .join('');
  const line = (value: number | undefined): string => `${value ?? 'max'}\n`;
  const micros = (ms: number): number => Math.round(ms * 1000);
  return {
    'cgroup.controllers': () => 'cpu memory pids\n',
    // Who could read of frozen processes is one of them.
    'cgroup.events': () => lines({ populated: alive().length > 0 ? 1 : 0, frozen: 0 }),
    'cgroup.procs': pids,
    'cgroup.threads': pids,
    'cgroup.type': () => 'domain\n',
    'cpu.max': () => {
      const { cpu } = cgroup.limits;
      return cpu ? `${micros(cpu.quota)} ${micros(cpu.period)}\n` : 'max 100000\n';
    },
    'cpu.stat': () =>
      lines({
        usage_usec: micros(cgroup.cpu),
        user_usec: micros(cgroup.cpu),
        system_usec: 0,
        nr_periods: cgroup.periods,
        nr_throttled: cgroup.throttledPeriods,
        throttled_usec: micros(cgroup.throttledTime),
      }),
    'memory.current': () => line(cgroup.memory),
    'memory.events': () =>
      lines({
        low: 0,
        high: 0,
        // Nothing is reclaimed: each time that the limit is hit somebody dies.
        max: cgroup.oomKills,
        oom: cgroup.oomKills,
        oom_kill: cgroup.oomKills,
        oom_group_kill: 0,
      }),
    'memory.max': () => line(cgroup.limits.memory),
    'memory.peak': () => line(cgroup.peak),
    'memory.stat': () =>
      lines({ anon: cgroup.memory - cgroup.shmem, file: cgroup.shmem, shmem: cgroup.shmem }),
    'pids.current': () => line(processes().length),
    'pids.events': () => lines({ max: cgroup.pidsRefused }),
    'pids.max': () => line(cgroup.limits.pids),
  };
}

function lines(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}
