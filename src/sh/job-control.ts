/**
 * Job control: the shell in a process group of its own in the terminal's foreground, deaf to the
 * signals that are meant for jobs.
 * @see glibc manual, "Initializing the Shell" (the procedure, not the code)
 */
import { errnoOf, signals } from '../posix/index.ts';
import { jobState } from './jobs.ts';
import { JOB_SIGNALS, TERMINAL_FD } from './process.ts';
import { complain, type Shell, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';
import { installSignal } from './traps.ts';

/** Takes the terminal; false where there is none to take. */
export function* startJobControl(shell: Shell): Step<boolean> {
  const { sys } = shell;
  if (shell.subshell) return true;
  try {
    if (!sys.isatty(TERMINAL_FD)) {
      // Without a terminal jobs still get groups of their own.
      if (shell.interactive) yield* wait(complain(shell, "can't access tty; job control turned off"));
      return false;
    }
    for (const signal of [signals.TSTP, signals.TTIN, signals.TTOU]) sys.sigaction(signal, 'ignore');
    if (sys.getpgid() !== sys.pid && sys.getsid() !== sys.pid) sys.setpgid(0, 0);
    sys.tcsetpgrp(TERMINAL_FD, sys.getpgid());
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    if (shell.interactive) yield* wait(complain(shell, "can't access tty; job control turned off"));
    return false;
  }
}

/** Says that a person leaves, as bash does; answers whether they are kept, once, since jobs are stopped. */
export function* takeLeave(shell: Shell): Step<boolean> {
  if (!shell.interactive || shell.subshell) return false;
  const ash = shell.dialect.name === 'ash';
  if (!ash) yield* wait(writeText(shell.sys, 2, shell.arg0.startsWith('-') ? 'logout\n' : 'exit\n'));
  if (shell.toldOfStopped || !shell.jobs.list.some((job) => jobState(job) === 'Stopped')) return false;
  shell.toldOfStopped = true;
  yield* wait(writeText(shell.sys, 2, `${ash ? 'You have' : 'There are'} stopped jobs.\n`));
  return true;
}

export function stopJobControl(shell: Shell): void {
  if (shell.subshell) return;
  for (const signal of JOB_SIGNALS) installSignal(shell, signal);
}
