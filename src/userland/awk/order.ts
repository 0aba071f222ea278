/**
 * The order of `for (key in array)`, which POSIX leaves open: busybox's, so that what a script prints is what it
 * prints on a real Alpine. Its arrays are chained hash tables, walked slot by slot, what came last first.
 */
const SIZES = [61, 251, 1021, 4093, 16_381, 65_521];
/** Elements to a slot from which on a table grows. */
const LOAD = 8;
const FACTOR = 63;

/** Keys in that order; they come in the order in which they were put in. */
export function walkOrder(keys: Iterable<string>): string[] {
  let level = 0;
  let slots = emptySlots(SIZES[level]!);
  let count = 0;
  for (const key of keys) {
    if (++count > slots.length * LOAD && level + 1 < SIZES.length) slots = grown(slots, SIZES[++level]!);
    put(slots, key);
  }
  return slots.flatMap((chain) => chain.reverse());
}

const emptySlots = (size: number): string[][] => Array.from({ length: size }, () => []);

/** Chains are kept the other way round: what is walked first is last. */
function put(slots: string[][], key: string): void {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (key.charCodeAt(i) + Math.imul(hash, FACTOR)) >>> 0;
  slots[hash % slots.length]!.push(key);
}

function grown(slots: readonly string[][], size: number): string[][] {
  const larger = emptySlots(size);
  for (const chain of slots) for (const key of chain.reverse()) put(larger, key);
  return larger;
}
