/**
 * Resource limits of a process: what getrlimit(2) and setrlimit(2) know.
 *
 * Kept to by the kernel: cpu, fsize, nofile, nproc. The others are kept, shown and inherited; there is
 * nothing here that they could bound (no stack, no core file, no locked pages).
 *
 * @see getrlimit(2), proc(5) on /proc/PID/limits
 */
import { fail } from '../posix/index.ts';

export interface Limit {
  readonly soft: number;
  readonly hard: number;
}

export type Resource = keyof typeof resources;

/** A process's limits, where they are not the default. */
export type Limits = ReadonlyMap<Resource, Limit>;

export const UNLIMITED = Number.POSITIVE_INFINITY;

const both = (value: number): Limit => ({ soft: value, hard: value });

/** In the order of /proc/PID/limits: its words, its unit, and what a container begins with. */
export const resources = {
  cpu: ['Max cpu time', 'seconds', both(UNLIMITED)],
  fsize: ['Max file size', 'bytes', both(UNLIMITED)],
  data: ['Max data size', 'bytes', both(UNLIMITED)],
  stack: ['Max stack size', 'bytes', { soft: 8 * 1024 * 1024, hard: UNLIMITED }],
  core: ['Max core file size', 'bytes', { soft: 0, hard: UNLIMITED }],
  rss: ['Max resident set', 'bytes', both(UNLIMITED)],
  nproc: ['Max processes', 'processes', both(UNLIMITED)],
  nofile: ['Max open files', 'files', both(1024 * 1024)],
  memlock: ['Max locked memory', 'bytes', both(8 * 1024 * 1024)],
  as: ['Max address space', 'bytes', both(UNLIMITED)],
  locks: ['Max file locks', 'locks', both(UNLIMITED)],
  sigpending: ['Max pending signals', 'signals', both(96364)],
  msgqueue: ['Max msgqueue size', 'bytes', both(819200)],
  nice: ['Max nice priority', '', both(0)],
  rtprio: ['Max realtime priority', '', both(0)],
  rttime: ['Max realtime timeout', 'us', both(UNLIMITED)],
} as const satisfies Record<string, readonly [string, string, Limit]>;

export function limitOf(limits: Limits, resource: Resource): Limit {
  return limits.get(resource) ?? resources[resource][2];
}

/** @throws EINVAL where the soft limit is above the hard one, EPERM where who may not (CAP_SYS_RESOURCE) raises that */
export function withLimit(limits: Limits, resource: Resource, wanted: Limit, mayRaise: boolean): Limits {
  if (!Object.hasOwn(resources, resource) || !(wanted.soft <= wanted.hard) || wanted.soft < 0) fail('EINVAL');
  if (wanted.hard > limitOf(limits, resource).hard && !mayRaise) fail('EPERM');
  return new Map(limits).set(resource, wanted);
}

export function limitsFile(limits: Limits): string {
  const shown = (value: number): string => (value === UNLIMITED ? 'unlimited' : String(value));
  const line = (name: string, soft: string, hard: string, unit: string): string =>
    `${name.padEnd(25)} ${soft.padEnd(20)} ${hard.padEnd(20)} ${unit.padEnd(10)}\n`;
  return (
    line('Limit', 'Soft Limit', 'Hard Limit', 'Units') +
    Object.entries(resources)
      .map(([resource, [name, unit]]) => {
        const { soft, hard } = limitOf(limits, resource as Resource);
        return line(name, shown(soft), shown(hard), unit);
      })
      .join('')
  );
}
