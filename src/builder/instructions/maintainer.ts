/** MAINTAINER: the image's author. */
import type { Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { Dispatch } from './context.ts';

export function planMaintainer(dispatch: Dispatch<Extract<Instruction, { kind: 'maintainer' }>>): void {
  const { stage, instruction } = dispatch;
  stage.draft.author = instruction.author;
  commit(stage.draft, `MAINTAINER ${instruction.author}`, false);
}
