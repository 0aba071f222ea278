/** ARG: a variable that the build's caller may set; RUN sees it, containers do not. */
import type { Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { setVariable } from '../stage.ts';
import { type Dispatch, expandReporting, reportSecret } from './context.ts';

export function planArg(dispatch: Dispatch<Extract<Instruction, { kind: 'arg' }>>): void {
  const { stage, instruction } = dispatch;
  const words = instruction.args.map(({ key, value: byDefault }) => {
    reportSecret(dispatch, 'ARG', key);
    const value = argValue(dispatch, key, byDefault);
    if (value !== undefined) setVariable(stage, key, value);
    stage.buildArgs.push({ key, value });
    return value === undefined ? key : `${key}=${value}`;
  });
  commit(stage.draft, `ARG ${words.join(' ')}`, false);
}

/** The caller's value, else the default, else that of a global argument of the same name. */
function argValue(
  { stage, planner, instruction }: Dispatch,
  key: string,
  byDefault: string | undefined,
): string | undefined {
  const { buildArgs } = planner.request;
  if (Object.hasOwn(buildArgs, key)) return buildArgs[key];
  if (byDefault === undefined) return planner.globalArgs.get(key);
  return expandReporting({ stage, planner, instruction }, byDefault, { escape: planner.escape });
}
