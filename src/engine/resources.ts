/**
 * Limits on what a container may use: checked as dockerd checks them, and as its kernel takes them.
 *
 * Memory, processes, processor time and the limits of setrlimit(2) are real. Shares, processor sets and
 * weights mean nothing where each container is a thread of its own: they are discarded with dockerd's
 * words for a kernel that lacks them. There is no swap, and nothing that reclaims: what is asked of swap and
 * reservations is checked and shown, and is never reached, as on a machine without swap.
 *
 * @see moby daemon/daemon_unix.go (verifyPlatformContainerResources, adaptContainerSettings)
 */
import { processorCount } from '../base/index.ts';
import type { CgroupLimits, Limit, Limits, Resource } from '../kernel/index.ts';
import { UNLIMITED } from '../kernel/index.ts';
import type { HostConfig } from './docker-types.ts';
import { invalid } from './failure.ts';

const LEAST_MEMORY = 6 * 1024 * 1024;
const MILLISECOND = 1000;
/** Microseconds. */
const LONGEST_PERIOD = 1_000_000;
const DEFAULT_PERIOD = 100_000;

/** What this kernel cannot do, and dockerd's words for it. */
const DISCARDED: Readonly<Record<string, string>> = {
  MemorySwappiness:
    'memory swappiness capabilities or the cgroup is not mounted. Memory swappiness discarded.',
  OomKillDisable: 'OomKillDisable. OomKillDisable discarded.',
  CpuShares: 'CPU shares or the cgroup is not mounted. Shares discarded.',
  CpusetCpus: 'cpuset or the cgroup is not mounted. Cpuset discarded.',
  CpusetMems: 'cpuset or the cgroup is not mounted. Cpuset discarded.',
  BlkioWeight: 'Block I/O weight or the cgroup is not mounted. Weight discarded.',
};

export function isDiscarded(member: string): boolean {
  return Object.hasOwn(DISCARDED, member);
}

/** Numbers of a HostConfig's resources; 0 is not given. */
function numberOf(asked: HostConfig, member: string): number {
  return Number(asked[member] ?? 0);
}

/** Warnings for what was discarded. @throws what dockerd refuses; `isUpdate`: of a container that is there */
export function checkResources(asked: HostConfig, isUpdate = false): string[] {
  checkMemory(asked, isUpdate);
  checkProcessor(asked);
  const words = Object.entries(DISCARDED)
    .filter(([member]) => asked[member] && asked[member] !== -1)
    .map(([, what]) => `Your kernel does not support ${what}`);
  return [...new Set(words)];
}

function checkMemory(asked: HostConfig, isUpdate: boolean): void {
  const memory = numberOf(asked, 'Memory');
  const swap = numberOf(asked, 'MemorySwap');
  const reservation = numberOf(asked, 'MemoryReservation');
  if (memory !== 0 && memory < LEAST_MEMORY) throw invalid('Minimum memory limit allowed is 6MB');
  if (memory > 0 && swap > 0 && swap < memory) {
    throw invalid('Minimum memoryswap limit should be larger than memory limit, see usage');
  }
  if (memory === 0 && swap > 0 && !isUpdate) {
    throw invalid('You should always set the Memory limit when using Memoryswap limit, see usage');
  }
  if (reservation > 0 && reservation < LEAST_MEMORY) {
    throw invalid('Minimum memory reservation allowed is 6MB');
  }
  if (memory > 0 && reservation > memory) {
    throw invalid('Minimum memory limit can not be less than memory reservation limit, see usage');
  }
}

function checkProcessor(asked: HostConfig): void {
  const nano = numberOf(asked, 'NanoCpus');
  const period = numberOf(asked, 'CpuPeriod');
  const quota = numberOf(asked, 'CpuQuota');
  if (nano > 0 && period > 0) {
    throw invalid('Conflicting options: Nano CPUs and CPU Period cannot both be set');
  }
  if (nano > 0 && quota > 0) {
    throw invalid('Conflicting options: Nano CPUs and CPU Quota cannot both be set');
  }
  const processors = processorCount();
  if (nano < 0 || nano > processors * 1e9) {
    throw invalid(
      `range of CPUs is from 0.01 to ${processors}.00, as there are only ${processors} CPUs available`,
    );
  }
  if (period !== 0 && (period < MILLISECOND || period > LONGEST_PERIOD)) {
    throw invalid('CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)');
  }
  if (quota > 0 && quota < MILLISECOND) throw invalid('CPU cfs quota can not be less than 1ms (i.e. 1000)');
}

/** As `inspect` shows them: swap is as much again as memory where nothing was said, no limit is null. */
export function adaptResources(config: Record<string, unknown>): void {
  const memory = Number(config['Memory']);
  if (memory > 0 && config['MemorySwap'] === 0) config['MemorySwap'] = memory * 2;
  if (Number(config['PidsLimit']) <= 0) config['PidsLimit'] = null;
}

/** What `docker update` changes of a container's resources. @throws what dockerd refuses */
export function updatedResources(
  now: HostConfig,
  asked: HostConfig,
  refuse: (why: string) => never,
): HostConfig {
  const conflicts = [
    ['NanoCpus', 'CpuPeriod', 'Nano CPUs cannot be updated as CPU Period has already been set'],
    ['NanoCpus', 'CpuQuota', 'Nano CPUs cannot be updated as CPU Quota has already been set'],
    ['CpuPeriod', 'NanoCpus', 'CPU Period cannot be updated as NanoCPUs has already been set'],
    ['CpuQuota', 'NanoCpus', 'CPU Quota cannot be updated as NanoCPUs has already been set'],
  ] as const;
  for (const [wanted, set, words] of conflicts) {
    if (numberOf(asked, wanted) > 0 && numberOf(now, set) > 0) refuse(`Conflicting options: ${words}`);
  }
  if (numberOf(asked, 'Memory') > numberOf(now, 'MemorySwap') && !asked['MemorySwap']) {
    refuse(
      'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time',
    );
  }
  const changed: Record<string, unknown> = {};
  for (const member of ['NanoCpus', 'CpuPeriod', 'CpuQuota', 'Memory', 'MemorySwap', 'MemoryReservation']) {
    if (asked[member]) changed[member] = asked[member];
  }
  if (typeof asked['PidsLimit'] === 'number') changed['PidsLimit'] = asked['PidsLimit'];
  return { ...now, ...changed };
}

export function limitsOf(config: HostConfig): CgroupLimits {
  const memory = numberOf(config, 'Memory');
  const pids = numberOf(config, 'PidsLimit');
  const cpu = quotaOf(config);
  return {
    ...(memory > 0 ? { memory } : {}),
    ...(pids > 0 ? { pids } : {}),
    ...(cpu ? { cpu } : {}),
  };
}

function quotaOf(config: HostConfig): CgroupLimits['cpu'] {
  const nano = numberOf(config, 'NanoCpus');
  const period = (numberOf(config, 'CpuPeriod') || DEFAULT_PERIOD) / MILLISECOND;
  if (nano > 0) return { quota: (nano / 1e9) * period, period };
  const quota = numberOf(config, 'CpuQuota');
  return quota > 0 ? { quota: quota / MILLISECOND, period } : undefined;
}

/** In Docker's units are those of setrlimit(2); -1 is no limit. */
export function rlimitsOf(config: HostConfig): Limits {
  const value = (number: number): number => (number < 0 ? UNLIMITED : number);
  return new Map(
    (config.Ulimits ?? []).map(({ Name, Soft, Hard }): [Resource, Limit] => [
      Name as Resource,
      { soft: value(Soft), hard: value(Hard) },
    ]),
  );
}
