/**
 * The names of a kernel's namespaces, as /proc/PID/ns shows them.
 *
 * Each kernel is what a set of namespaces is on Linux: the laptop's are those that a machine begins with, a
 * container has its own but for users and time, as Docker makes them.
 *
 * @see namespaces(7); Linux include/linux/proc_ns.h for the numbers of the first ones
 */
import type { Random } from '../base/index.ts';

const FIRST = {
  cgroup: 0xeffffffb,
  ipc: 0xefffffff,
  mnt: 0xeffffff9,
  net: 0xeffffff8,
  pid: 0xeffffffc,
  time: 0xeffffffa,
  user: 0xeffffffd,
  uts: 0xeffffffe,
} as const;

type Namespace = keyof typeof FIRST;

/** Where Linux begins to number those that are made later. */
const LATER = 0xf0000000;
const SHARED: ReadonlySet<Namespace> = new Set(['time', 'user']);

/** Numbers by the names of the links, in the order in which they stand. */
export type Namespaces = Readonly<Record<string, number>>;

export function createNamespaces(random: Random, areFirst: boolean): Namespaces {
  // No kernel knows of the others: far enough apart to be their own.
  const [low = 0, middle = 0, high = 0] = random.bytes(3);
  const base = LATER + (low + (middle << 8) + ((high & 63) << 16)) * 8;
  const numbers = Object.entries(FIRST).map(([name, first], index): [string, number] => [
    name,
    areFirst || SHARED.has(name as Namespace) ? first : base + index,
  ]);
  const all = Object.fromEntries(numbers);
  const { pid, time, ...rest } = all as Record<Namespace, number>;
  const children = { pid_for_children: pid, time_for_children: time };
  return Object.fromEntries(
    Object.entries({ ...rest, pid, time, ...children }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What the link to one says. */
export function namespaceName(link: string, number: number): string {
  return `${link.replace('_for_children', '')}:[${number}]`;
}
