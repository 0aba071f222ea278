/** ENTRYPOINT: what containers always run; a CMD from below no longer fits. */
import { type Instruction, quoteList } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { commandArgs } from './cmd.ts';
import { type Dispatch, reportRepeated } from './context.ts';

export function planEntrypoint(dispatch: Dispatch<Extract<Instruction, { kind: 'entrypoint' }>>): void {
  const { stage } = dispatch;
  reportRepeated(dispatch);
  const args = commandArgs(dispatch);
  stage.draft.config.Entrypoint = args;
  if (!stage.last.has('cmd')) delete stage.draft.config.Cmd;
  commit(stage.draft, `ENTRYPOINT ${quoteList(args)}`, false);
}
