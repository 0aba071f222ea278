/** CMD: what containers run by default. */
import { type Instruction, quoteList } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { type Dispatch, reportRepeated, withShell } from './context.ts';

export function planCmd(dispatch: Dispatch<Extract<Instruction, { kind: 'cmd' }>>): void {
  const { stage } = dispatch;
  reportRepeated(dispatch);
  const args = commandArgs(dispatch);
  stage.draft.config.Cmd = args;
  stage.draft.config.ArgsEscaped = true;
  commit(stage.draft, `CMD ${quoteList(args)}`, false);
}

/** The words of CMD or ENTRYPOINT; the shell form gets a shell, and a warning where that was not chosen. */
export function commandArgs({
  stage,
  planner,
  instruction,
}: Dispatch<Extract<Instruction, { kind: 'cmd' | 'entrypoint' }>>): readonly string[] {
  const { command, keyword, lines } = instruction;
  if (!command.shell) return command.args;
  if (!stage.draft.config.Shell?.length) {
    const message = `JSON arguments recommended for ${keyword} to prevent unintended behavior related to OS signals`;
    planner.linter.warn('JSONArgsRecommended', message, lines);
  }
  return withShell(stage, command.args);
}
