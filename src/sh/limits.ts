/**
 * Reading and setting the limits of setrlimit(2) for `ulimit`, in the units that shells show.
 *
 * @see POSIX.1-2024, ulimit; busybox shell/shell_common.c; bash manual, 4.2 "ulimit"
 */
import { type Limit, type Resource, type Sys, UNLIMITED } from '../kernel/index.ts';

export interface LimitKind {
  readonly resource: Resource;
  /** Bytes, or what it counts, to one of what is shown. */
  readonly unit: number;
}

/** By the letters that busybox and bash share; how large a block is differs. */
export function limitKinds(block: number): ReadonlyMap<string, LimitKind> {
  const kind = (resource: Resource, unit = 1): LimitKind => ({ resource, unit });
  return new Map([
    ['c', kind('core', block)],
    ['d', kind('data', 1024)],
    ['e', kind('nice')],
    ['f', kind('fsize', block)],
    ['i', kind('sigpending')],
    ['l', kind('memlock', 1024)],
    ['m', kind('rss', 1024)],
    ['n', kind('nofile')],
    ['q', kind('msgqueue')],
    ['r', kind('rtprio')],
    ['s', kind('stack', 1024)],
    ['t', kind('cpu')],
    ['u', kind('nproc')],
    ['v', kind('as', 1024)],
    ['x', kind('locks')],
  ]);
}

/** Which of the two: of neither flag both are set and the soft one is shown. */
export interface Which {
  readonly hard: boolean;
  readonly soft: boolean;
}

export function whichLimit(flags: ReadonlySet<string>): Which {
  const [hard, soft] = [flags.has('H'), flags.has('S')];
  return hard || soft ? { hard, soft } : { hard: true, soft: true };
}

export function shownLimit(sys: Sys, { resource, unit }: LimitKind, flags: ReadonlySet<string>): string {
  const limit = sys.getrlimit(resource);
  const value = flags.has('H') && !flags.has('S') ? limit.hard : limit.soft;
  return value === UNLIMITED ? 'unlimited' : String(Math.floor(value / unit));
}

/** The number that a word names for a limit; undefined where it is none. `hard` and `soft` are bash's. */
export function limitValue(sys: Sys, { resource, unit }: LimitKind, word: string): number | undefined {
  if (word === 'unlimited') return UNLIMITED;
  if (word === 'hard' || word === 'soft') return sys.getrlimit(resource)[word];
  return /^\d+$/.test(word) ? Number(word) * unit : undefined;
}

/** @throws EPERM, EINVAL */
export function setLimit(sys: Sys, { resource }: LimitKind, value: number, { hard, soft }: Which): void {
  const now = sys.getrlimit(resource);
  const limit: Limit = { soft: soft ? value : now.soft, hard: hard ? value : now.hard };
  sys.setrlimit(resource, limit);
}
