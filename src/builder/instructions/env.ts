/** ENV: sets variables for what follows and for containers. */
import type { Instruction } from '../../dockerfile/index.ts';
import { commit, setEnv } from '../draft.ts';
import { setVariable } from '../stage.ts';
import { type Dispatch, reportSecret } from './context.ts';
import { expandPairs, reportLegacy } from './pairs.ts';

export function planEnv(dispatch: Dispatch<Extract<Instruction, { kind: 'env' }>>): void {
  const { stage, instruction } = dispatch;
  let text = 'ENV';
  for (const { key, value, legacy } of expandPairs(dispatch, instruction.pairs)) {
    if (legacy) reportLegacy(dispatch);
    reportSecret(dispatch, 'ENV', key);
    text += ` ${key}=${value}`;
    setVariable(stage, key, value);
    setEnv(stage.draft, key, value);
  }
  commit(stage.draft, text, false);
}
