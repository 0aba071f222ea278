/** HEALTHCHECK: how the engine sees whether a container is well. */
import { formatDuration, type Instruction, quote, quoteList } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import { type Dispatch, reportRepeated } from './context.ts';

export function planHealthcheck(dispatch: Dispatch<Extract<Instruction, { kind: 'healthcheck' }>>): void {
  const { stage, instruction } = dispatch;
  reportRepeated(dispatch);
  const { test, interval, timeout, startPeriod, startInterval, retries } = instruction;
  stage.draft.config.Healthcheck = {
    Test: test,
    Interval: interval,
    Timeout: timeout,
    StartPeriod: startPeriod,
    StartInterval: startInterval,
    Retries: retries,
  };
  const durations = [interval, timeout, startPeriod, startInterval].map((it) => quote(formatDuration(it)));
  // As Go prints the struct with %q: the count of retries comes out as a character.
  const text = `&{${quoteList(test)} ${durations.join(' ')} ${quoteCharacter(retries)}}`;
  commit(stage.draft, `HEALTHCHECK ${text}`, false);
}

function quoteCharacter(code: number): string {
  const char = code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
  if (char === "'") return "'\\''";
  if (char === '"') return `'"'`;
  return `'${quote(char).slice(1, -1)}'`;
}
