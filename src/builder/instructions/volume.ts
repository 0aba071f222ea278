/** VOLUME: directories that containers keep outside their own layer. */
import { fault, type Instruction } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { type Dispatch, expandWord } from './context.ts';

export function planVolume(dispatch: Dispatch<Extract<Instruction, { kind: 'volume' }>>): void {
  const { stage, instruction } = dispatch;
  const names = instruction.volumes.map((volume) => expandWord(dispatch, volume));
  if (names.includes('')) throw fault('VOLUME specified can not be an empty string');
  const volumes: Record<string, Record<string, never>> = Object.assign(
    Object.create(null),
    stage.draft.config.Volumes,
  );
  for (const name of names) volumes[name] = {};
  stage.draft.config.Volumes = volumes;
  commit(stage.draft, `VOLUME [${names.join(' ')}]`, false);
}
