/** How `kill` and `trap` name signals, built-in or applet; real-time ones are numbers, of which two can be named. */
import { signalName, signalNumber, signals } from './signals.ts';

/** As musl has them. */
const REAL_TIME: Readonly<Record<string, number>> = { RTMIN: 35, RTMAX: 64 };

/** A signal as `kill -l NUMBER` prints it: name without SIG, the number itself where it has none. */
export function killName(number: number): string {
  return number === 0 ? 'EXIT' : (signalName(number) ?? String(number));
}

/** What `kill -l` prints. */
export function signalTable(): string {
  return [...Object.entries(signals), ...Object.entries(REAL_TIME)]
    .map(([name, number]) => `${String(number).padStart(2)}) ${name}\n`)
    .join('');
}

/** Number for what `kill -s` and `trap` accept, EXIT and 0 included; undefined where it means none. */
export function parseSignal(text: string): number | undefined {
  const upper = text.toUpperCase().replace(/^SIG/, '');
  if (upper === 'EXIT') return 0;
  if (upper === 'IO') return signals.POLL;
  if (upper === 'CLD') return signals.CHLD;
  if (upper === 'IOT') return signals.ABRT;
  return REAL_TIME[upper] ?? signalNumber(text);
}
