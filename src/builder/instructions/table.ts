/** What each instruction does to its stage. A new one is a file beside this and a line here. */
import type { StageInstruction } from '../../dockerfile/index.ts';
import { planArg } from './arg.ts';
import { planCmd } from './cmd.ts';
import type { Dispatch } from './context.ts';
import { planAdd, planCopy } from './copy.ts';
import { planEntrypoint } from './entrypoint.ts';
import { planEnv } from './env.ts';
import { planExpose } from './expose.ts';
import { planHealthcheck } from './healthcheck.ts';
import { planLabel } from './label.ts';
import { planMaintainer } from './maintainer.ts';
import { planOnbuild } from './onbuild.ts';
import { planRun } from './run.ts';
import { planShell } from './shell.ts';
import { planStopsignal } from './stopsignal.ts';
import { planUser } from './user.ts';
import { planVolume } from './volume.ts';
import { planWorkdir } from './workdir.ts';

type Table = {
  readonly [K in StageInstruction['kind']]: (
    dispatch: Dispatch<Extract<StageInstruction, { kind: K }>>,
  ) => void;
};

const TABLE: Table = {
  add: planAdd,
  arg: planArg,
  cmd: planCmd,
  copy: planCopy,
  entrypoint: planEntrypoint,
  env: planEnv,
  expose: planExpose,
  healthcheck: planHealthcheck,
  label: planLabel,
  maintainer: planMaintainer,
  onbuild: planOnbuild,
  run: planRun,
  shell: planShell,
  stopsignal: planStopsignal,
  user: planUser,
  volume: planVolume,
  workdir: planWorkdir,
};

/** Applies one instruction to its stage. */
export function planInstruction(dispatch: Dispatch): void {
  const plan = TABLE[dispatch.instruction.kind] as (dispatch: Dispatch) => void;
  plan(dispatch);
}
