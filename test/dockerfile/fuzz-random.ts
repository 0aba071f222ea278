/** Choices that a seed decides, for the generator of random builds. */
export interface Random {
  /** 0 up to, but without, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `least` to `most` of them, in order, repeats allowed. */
  some<T>(items: readonly T[], least: number, most: number): T[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)]!,
    some: (items, least, most) =>
      Array.from({ length: least + below(most - least + 1) }, () => items[below(items.length)]!),
  };
}
