/** What placing needs besides the plan: heights and words; and rounding, so that scenes are stable to the byte. */
import type { Layer } from '../model/index.ts';
import type { Rise } from './rise.ts';
import type { Words } from './words.ts';

export interface Ground {
  readonly rise: Rise;
  readonly words: Words;
  /** How many layers the tallest stack through a layer has: "layer 2 of 3". */
  readonly heightAbove: (layer: Layer) => number;
}

/** Tenths of a px. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
