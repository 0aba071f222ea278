/**
 * Traps: what a shell does when signals arrive, and when it exits.
 * @see POSIX.1-2024, XCU trap
 */
import { signals } from '../posix/index.ts';
import { JOB_SIGNALS } from './process.ts';
import { runText } from './run-text.ts';
import { type Shell, ShellError, ShellExit } from './shell.ts';
import type { Step } from './step.ts';

/** Sets, ignores ('') or resets (undefined) what happens at a signal. */
export function setTrap(shell: Shell, signal: number, action: string | undefined): void {
  shell.shownTraps = undefined;
  if (action === undefined) shell.traps.delete(signal);
  else shell.traps.set(signal, action);
  if (signal === 0 || signal > 64 || signal === signals.KILL || signal === signals.STOP) return;
  // What was ignored when a shell without a person began stays ignored.
  if (shell.ignored.has(signal)) return;
  installSignal(shell, signal);
}

/** Whether the process has to stay until its end: ignoring needs nobody. */
export function hasActions(shell: Shell): boolean {
  if (shell.traps.size) for (const action of shell.traps.values()) if (action) return true;
  return false;
}

/** Makes the kernel's disposition fit trap and mode. */
export function installSignal(shell: Shell, signal: number): void {
  const action = shell.traps.get(signal);
  const own = (shell.interactive || shell.lasting || diesOfInterrupts(shell)) && !shell.subshell;
  if (action === '') shell.sys.sigaction(signal, 'ignore');
  else if (action !== undefined || (own && signal === signals.INT)) {
    shell.sys.sigaction(signal, { handler: () => shell.signals.add(signal) });
  } else if (own && !diesOfInterrupts(shell) && (JOB_SIGNALS as readonly number[]).includes(signal))
    shell.sys.sigaction(signal, 'ignore');
  else shell.sys.sigaction(signal, 'default');
}

/**
 * Whether it is ash with `-c` or a script, which catches SIGINT to die of it when its foreground job has
 * ended: as PID 1, which no default kills, it exits with 130 then.
 *
 * @see busybox shell/ash.c (setsignal, raise_interrupt)
 */
export function diesOfInterrupts(shell: Shell): boolean {
  const { dialect, interactive, lasting, options, ignored } = shell;
  return dialect.name === 'ash' && !interactive && !lasting && !options.stdin && !ignored.has(signals.INT);
}

/** In a new subshell: caught signals are at their default again, and so is what only a prompt ignores. */
export function resetTraps(child: Shell, wasInteractive: boolean): void {
  for (let signal = 1; signal < 32; signal++) {
    if (signal === signals.KILL || signal === signals.STOP) continue;
    if (child.traps.get(signal) === '' || child.ignored.has(signal)) continue;
    const handled = wasInteractive && (JOB_SIGNALS as readonly number[]).includes(signal);
    const before = child.sys.sigaction(signal, 'default');
    // Ignored before the shell began, or by the shell itself: only the latter ends.
    if (before === 'ignore' && !handled) child.sys.sigaction(signal, 'ignore');
  }
}

/** Runs the actions of signals that came. */
export function* runPendingTraps(shell: Shell): Step<void> {
  for (const signal of [...shell.signals]) {
    shell.signals.delete(signal);
    const action = shell.traps.get(signal);
    if (action) {
      const { status } = shell;
      yield* runAction(shell, action);
      if (!shell.flow) shell.status = status;
    } else if (signal === signals.INT && action === undefined) {
      if (diesOfInterrupts(shell)) {
        shell.sys.sigaction(signal, 'default');
        shell.sys.kill(shell.sys.pid, signal);
        throw new ShellExit(130);
      }
      // ^C at an interactive shell: back to the prompt.
      throw new ShellError('', 130);
    }
  }
}

/** Runs the EXIT trap, once. */
export function* runExitTrap(shell: Shell): Step<void> {
  const action = shell.traps.get(0);
  if (!action) return;
  shell.traps.delete(0);
  if (shell.bash) shell.bashState.inTrap = true;
  const { status } = shell;
  yield* runAction(shell, action);
  shell.status = status;
}

function* runAction(shell: Shell, action: string): Step<void> {
  const { trapStatus } = shell;
  shell.trapStatus = shell.status;
  try {
    yield* runText(shell, action, { line: shell.line });
  } finally {
    shell.trapStatus = trapStatus;
  }
}
