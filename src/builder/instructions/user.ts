/** USER: whom RUN and containers run as. */
import type { Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { type Dispatch, expandWord } from './context.ts';

export function planUser(dispatch: Dispatch<Extract<Instruction, { kind: 'user' }>>): void {
  const { stage, instruction } = dispatch;
  const user = expandWord(dispatch, instruction.user);
  stage.user = user;
  stage.draft.config.User = user;
  commit(stage.draft, `USER ${user}`, false);
}
