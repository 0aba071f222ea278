/** STOPSIGNAL: the signal that ends a container. */
import { fault, type Instruction } from '../../dockerfile/index.ts';
import { signals } from '../../posix/index.ts';
import { commit } from '../draft.ts';
import { type Dispatch, expandWord } from './context.ts';

export function planStopsignal(dispatch: Dispatch<Extract<Instruction, { kind: 'stopsignal' }>>): void {
  const { stage, instruction } = dispatch;
  const signal = expandWord(dispatch, instruction.signal);
  if (!isSignal(signal)) throw fault(`invalid signal: ${signal}`);
  stage.draft.config.StopSignal = signal;
  commit(stage.draft, `STOPSIGNAL ${signal}`, false);
}

function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) > 0 && Number(text) <= 64;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return Object.hasOwn(signals, name) || /^RTM(IN(\+([1-9]|1[0-5]))?|AX(-([1-9]|1[0-4]))?)$/.test(name);
}
