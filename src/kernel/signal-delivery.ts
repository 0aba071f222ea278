/**
 * What signals do to a process: masks, dispositions, stops, and the executor's handlers.
 *
 * @see POSIX, "Signal Concepts"; signal(7); pid_namespaces(7) for process 1
 */
import { SA_NOCLDSTOP, SA_NODEFER, SA_RESETHAND, SA_RESTART, signalled, signals } from '../posix/index.ts';
import type { Process } from './process.ts';
import type { Delivery, Disposition } from './types.ts';
import { interruptWaits } from './wait.ts';

const stopSignals: ReadonlySet<number> = new Set([signals.STOP, signals.TSTP, signals.TTIN, signals.TTOU]);
const ignoredByDefault: ReadonlySet<number> = new Set([
  signals.CHLD,
  signals.CONT,
  signals.URG,
  signals.WINCH,
]);

/** A signal comes into being; see `Process.signal`. */
export function generate(process: Process, signal: number, outside: boolean): void {
  if (!process.run || signal === 0) return;
  if (signal === signals.CONT) goOn(process);
  if (stopSignals.has(signal)) process.pending.delete(signals.CONT);
  const disposition = process.dispositions.get(signal) ?? 'default';
  if (isShielded(process, signal, disposition, outside) || isIgnored(signal, disposition)) return;
  const waits = process.stoppedBy !== undefined && signal !== signals.KILL;
  if (!process.blocks(signal) && !waits) deliver(process, signal, disposition);
  else if (process.blocks(signal) || !stopSignals.has(signal)) process.pending.add(signal);
}

/** Delivers what became deliverable: after the mask or a disposition changed, or a stop ended. */
export function deliverPending(process: Process): void {
  for (const signal of [...process.pending]) {
    if (!process.run || process.stoppedBy !== undefined) return;
    // A handler that was entered meanwhile may have let it in.
    if (!process.pending.has(signal) || process.blocks(signal)) continue;
    process.pending.delete(signal);
    const disposition = process.dispositions.get(signal) ?? 'default';
    if (!isIgnored(signal, disposition)) deliver(process, signal, disposition);
  }
}

/**
 * The next signal whose handler is to be entered, lowest number first; from then on its mask is set.
 * @see sigaction(2); Linux kernel/signal.c, get_signal and signal_setup_done
 */
export function takeSignal(process: Process): Delivery | undefined {
  if (process.stoppedBy !== undefined) return undefined;
  for (const signal of [...process.pending].sort((one, other) => one - other)) {
    const action = process.dispositions.get(signal);
    if (typeof action !== 'object' || process.blocks(signal)) continue;
    process.pending.delete(signal);
    const { flags = 0, mask = [] } = action;
    const before = process.savedMask ?? process.blocked;
    process.savedMask = undefined;
    if (flags & SA_RESETHAND) process.dispositions.delete(signal);
    process.blocked = new Set([...process.blocked, ...mask, ...(flags & SA_NODEFER ? [] : [signal])]);
    return { signal, action, mask: before };
  }
  return undefined;
}

/** Process 1 gets only signals that it handles, and from inside not even SIGKILL. */
function isShielded({ pid }: Process, signal: number, disposition: Disposition, outside: boolean): boolean {
  if (pid !== 1 || typeof disposition === 'object') return false;
  return !(outside && (signal === signals.KILL || signal === signals.STOP));
}

function isIgnored(signal: number, disposition: Disposition): boolean {
  return disposition === 'ignore' || (disposition === 'default' && ignoredByDefault.has(signal));
}

function deliver(process: Process, signal: number, disposition: Disposition): void {
  if (typeof disposition === 'object') {
    const restarts = ((disposition.flags ?? 0) & SA_RESTART) !== 0;
    process.pending.add(signal);
    process.executor?.interrupt();
    interruptWaits(process, restarts, process.executor?.handlersInPlace ?? false);
  } else if (stopSignals.has(signal)) {
    // What a terminal or a shell stops must have a shell that can continue it.
    if (signal === signals.STOP || !process.table.isOrphaned(process.pgid)) stop(process, signal);
  } else process.die(signalled(signal));
}

function stop(process: Process, signal: number): void {
  process.stoppedBy = signal;
  process.stopUntold = true;
  process.continueUntold = false;
  process.pending.delete(signals.CONT);
  tellParent(process);
}

function goOn(process: Process): void {
  for (const signal of stopSignals) process.pending.delete(signal);
  if (process.stoppedBy === undefined) return;
  process.stoppedBy = undefined;
  process.stopUntold = false;
  process.continueUntold = true;
  tellParent(process);
  process.wake();
  deliverPending(process);
}

function tellParent({ parent }: Process): void {
  const disposition = parent?.dispositions.get(signals.CHLD);
  const flags = typeof disposition === 'object' ? (disposition.flags ?? 0) : 0;
  if (!(flags & SA_NOCLDSTOP)) parent?.signal(signals.CHLD);
  parent?.childQueue.wake();
}
