/** How `kill` and `trap` name signals, built-in or applet; busybox names no real-time ones. */
import { signalName, signalNumber, signals } from './signals.ts';

/** A signal as `kill -l NUMBER` prints it: name without SIG, the number itself where it has none. */
export function killName(number: number): string {
  return number === 0 ? 'EXIT' : (signalName(number) ?? String(number));
}

/** Number for what `kill -s` and `trap` accept, EXIT and 0 included; undefined where it means none. */
export function parseSignal(text: string): number | undefined {
  const upper = text.toUpperCase().replace(/^SIG/, '');
  if (upper === 'EXIT') return 0;
  if (upper === 'IO') return signals.POLL;
  if (upper === 'CLD') return signals.CHLD;
  if (upper === 'IOT') return signals.ABRT;
  return signalNumber(text);
}
