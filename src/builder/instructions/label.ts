/** LABEL: metadata of the image. */
import type { Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { Dispatch } from './context.ts';
import { expandPairs, reportLegacy } from './pairs.ts';

export function planLabel(dispatch: Dispatch<Extract<Instruction, { kind: 'label' }>>): void {
  const { stage, instruction } = dispatch;
  const labels: Record<string, string> = Object.assign(Object.create(null), stage.draft.config.Labels);
  let text = 'LABEL';
  for (const { key, value, legacy } of expandPairs(dispatch, instruction.pairs)) {
    if (legacy) reportLegacy(dispatch);
    labels[key] = value;
    text += ` ${key}=${value}`;
  }
  stage.draft.config.Labels = labels;
  commit(stage.draft, text, false);
}
