/** SHELL: what runs the shell forms of RUN, CMD and ENTRYPOINT. */
import type { Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { Dispatch } from './context.ts';

export function planShell({ stage, instruction }: Dispatch<Extract<Instruction, { kind: 'shell' }>>): void {
  stage.draft.config.Shell = instruction.shell;
  commit(stage.draft, `SHELL [${instruction.shell.join(' ')}]`, false);
}
