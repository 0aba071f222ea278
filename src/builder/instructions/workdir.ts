/** WORKDIR: the directory for what follows, made where it is missing, owned by USER. */
import { cleanPath, type Instruction, quote } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { stepName, stepText } from '../stage.ts';
import { type Dispatch, expandWord } from './context.ts';

export function planWorkdir(dispatch: Dispatch<Extract<Instruction, { kind: 'workdir' }>>): void {
  const { stage, planner, instruction, command } = dispatch;
  const path = expandWord(dispatch, instruction.path);
  if (!stage.workdirSet && !path.startsWith('/')) {
    const message = `Relative workdir ${quote(path)} can have unexpected results if the base image changes`;
    planner.linter.warn('WorkdirRelativePath', message, instruction.lines);
  }
  stage.workdirSet = true;
  const directory = resolveDirectory(stage.draft.config.WorkingDir ?? '', path);
  stage.draft.config.WorkingDir = directory;
  stage.cwd = cleanPath(directory);
  const makes = directory !== '/';
  if (makes) {
    const name = stepName(stage, stepText(stage, planner, instruction.code), command.onBuild);
    stage.vertex = planner.graph.add({
      name,
      operation: { kind: 'mkdir', path: stage.cwd, owner: stage.draft.config.User ?? '' },
      base: stage.vertex,
      sources: [],
      lines: instruction.lines,
      code: instruction.code,
      ignoreCache: false,
    });
  }
  commit(stage.draft, `WORKDIR ${directory}`, makes);
}

/** An absolute path stays as it is written. */
function resolveDirectory(current: string, path: string): string {
  return path.startsWith('/') ? path : cleanPath(`/${current}/${path}`);
}
