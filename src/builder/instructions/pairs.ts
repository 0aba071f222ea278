/** What ENV and LABEL share. */
import type { Pair } from '../../dockerfile/index.ts';
import { type Dispatch, expandWord } from './context.ts';

export function expandPairs(dispatch: Dispatch, pairs: readonly Pair[]): Pair[] {
  return pairs.map(({ key, value, legacy }) => ({
    key: expandWord(dispatch, key),
    value: expandWord(dispatch, value),
    legacy,
  }));
}

export function reportLegacy({ planner, instruction }: Dispatch): void {
  const { keyword, lines } = instruction;
  const message = `"${keyword} key=value" should be used instead of legacy "${keyword} key value" format`;
  planner.linter.warn('LegacyKeyValueFormat', message, lines);
}
