/** ONBUILD: kept in the config for builds upon this image; no row in the history. */
import type { Instruction } from '../../dockerfile/index.ts';
import type { Dispatch } from './context.ts';

export function planOnbuild(dispatch: Dispatch<Extract<Instruction, { kind: 'onbuild' }>>): void {
  const { config } = dispatch.stage.draft;
  config.OnBuild = [...(config.OnBuild ?? []), dispatch.instruction.expression];
}
