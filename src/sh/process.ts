/**
 * Children of the shell: forked subshells, spawned programs, waiting for them, terminal ownership.
 */
import { messageOf } from '../base/index.ts';
import type { Pid, Sys } from '../kernel/index.ts';
import { errnoOf, exitCodeOf, O_RDONLY, signals } from '../posix/index.ts';
import type { Command, ListItem } from './ast.ts';
import { tellJobs } from './job-notices.ts';
import { signalText } from './job-text.ts';
import {
  addJob,
  copyJobs,
  type Job,
  type JobProcess,
  jobState,
  jobStatus,
  noteStatus,
  removeJob,
} from './jobs.ts';
import { runCommand, runList } from './run.ts';
import { complain, forkShell, type Shell, ShellError, ShellExit, writeText } from './shell.ts';
import { drive, type Step, shortage, wait } from './step.ts';
import { resetTraps, runExitTrap, runPendingTraps } from './traps.ts';

export type ForkBody =
  | { readonly kind: 'list'; readonly body: readonly ListItem[] }
  | { readonly kind: 'command'; readonly command: Command };

export interface ChildOptions {
  /** The process group to join; 0 for one of its own. */
  readonly pgid?: Pid;
  readonly foreground?: boolean;
  readonly background?: boolean;
  /** Whether somebody looks at its status: holds back errexit. */
  readonly tested?: boolean;
  /** It is a `( list )`, which in ash is about itself whatever it holds. */
  readonly grouped?: boolean;
}

/** The terminal that job control works on. */
export const TERMINAL_FD = 2;

/** Signals that an interactive shell ignores and its children do not. */
export const JOB_SIGNALS = [
  signals.INT,
  signals.QUIT,
  signals.TERM,
  signals.TSTP,
  signals.TTIN,
  signals.TTOU,
];

/** Forks a subshell that first does `prepare` and then the body. */
export function runForked(
  shell: Shell,
  body: ForkBody,
  options: ChildOptions,
  prepare?: (child: Shell) => Step<void>,
): Pid {
  const controlled = options.pgid !== undefined;
  const ignoreInterrupts = !controlled && !!options.background;
  // Copied now: by the time the child runs, this shell may have gone on.
  const child = forkShell(shell);
  const only = options.grouped && shell.dialect.name === 'ash' ? undefined : onlyCommand(body);
  if (only === 'jobs') child.jobs = copyJobs(shell.jobs);
  else if (only === 'trap') child.shownTraps = shell.shownTraps ?? new Map(shell.traps);
  const { interactive } = shell;
  const fork = () =>
    shell.sys.fork(
      (sys) => {
        child.sys = sys;
        return drive(runChild(child, body, { ...options, ignoreInterrupts, interactive }, prepare));
      },
      {
        ...(controlled ? { pgid: options.pgid } : {}),
        ...(controlled && options.foreground ? { foreground: TERMINAL_FD } : {}),
      },
    );
  try {
    return ignoreInterrupts ? ignoringInterrupts(shell.sys, fork) : fork();
  } catch (error) {
    throw forkFailure(shell, error);
  }
}

const CANNOT_FORK = 2;
const BASH_CANNOT_FORK = 254;

/** Too many processes: the shell's own words. bash waits and tries again before it says so. */
export function forkFailure(shell: Shell, error: unknown): unknown {
  if (errnoOf(error) !== 'EAGAIN') return error;
  const words = messageOf(error);
  return shell.dialect.name === 'ash'
    ? new ShellError(`${shell.arg0}: can't fork: ${words}`, CANNOT_FORK)
    : new ShellError(`${shell.arg0}: fork: ${words}`, BASH_CANNOT_FORK);
}

/** `$(jobs -p)`, `jobs | cat` and `trap | cat` are about the shell's own, though a subshell has none. */
function onlyCommand(body: ForkBody): string | undefined {
  const only =
    body.kind === 'command' ? body.command : body.body.length === 1 ? body.body[0]!.command : undefined;
  return only?.kind === 'simple' ? only.words[0]?.plain : undefined;
}

/** A child may be sent ^C before it has run at all: it has to be born deaf. */
function ignoringInterrupts<T>(sys: Sys, act: () => T): T {
  const before = [signals.INT, signals.QUIT].map(
    (signal) => [signal, sys.sigaction(signal, 'ignore')] as const,
  );
  try {
    return act();
  } finally {
    for (const [signal, disposition] of before) sys.sigaction(signal, disposition);
  }
}

function* runChild(
  child: Shell,
  body: ForkBody,
  options: ChildOptions & { ignoreInterrupts: boolean; interactive: boolean },
  prepare?: (child: Shell) => Step<void>,
): Step<number> {
  resetTraps(child, options.interactive);
  if (options.ignoreInterrupts) {
    child.sys.sigaction(signals.INT, 'ignore');
    child.sys.sigaction(signals.QUIT, 'ignore');
    yield* readNothing(child.sys);
  }
  return yield* runToEnd(child, function* () {
    if (prepare) yield* prepare(child);
    if (body.kind === 'list') yield* runList(child, body.body, options.tested ?? false, true);
    else yield* runCommand(child, body.command, options.tested ?? false, true);
  });
}

/** A background command of a shell without job control has nothing to read. */
function* readNothing(sys: Sys): Step<void> {
  try {
    const fd = yield* wait(sys.open('/dev/null', O_RDONLY));
    if (fd !== 0) {
      yield* wait(sys.dup2(fd, 0));
      yield* wait(sys.close(fd));
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

/** Runs a process's whole work: errors end it, the EXIT trap comes last. Answers the exit status. */
export function* runToEnd(shell: Shell, work: () => Step<void>): Step<number> {
  try {
    yield* work();
  } catch (error) {
    yield* settle(shell, error);
  }
  shell.flow = undefined;
  try {
    yield* runExitTrap(shell);
  } catch (error) {
    yield* settle(shell, error);
  }
  return shell.status;
}

/** Turns what ended the work into a status. @throws what is no business of the shell's */
function* settle(shell: Shell, error: unknown): Step<void> {
  if (error instanceof ShellExit) shell.status = error.status;
  else if (error instanceof ShellError) {
    if (error.message) yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    shell.status = error.status;
  } else {
    const lack = shortage(error);
    if (lack === undefined) throw error;
    yield* wait(complain(shell, lack));
    shell.status = 2;
  }
}

/** Waits for one child and says if it was killed; a trap's signal does not end that. Answers its exit status. */
export function* waitForChild(shell: Shell, pid: Pid): Step<number> {
  for (;;) {
    try {
      const result = yield* wait(shell.sys.wait(pid));
      if (!result) continue;
      yield* sayKilled(shell, result.status);
      return exitCodeOf(result.status);
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ECHILD') return 127;
      if (code !== 'EINTR') throw error;
    }
  }
}

/** Waits until a foreground job is done or stopped, and says which of its processes were killed; answers its status. */
export function* waitForJob(shell: Shell, job: Job): Step<number> {
  const { sys } = shell;
  const { controlled } = job;
  while (jobState(job) === 'Running') {
    const pid = job.processes.find((each) => each.status === undefined && !each.stopped)!.pid;
    try {
      const result = yield* wait(sys.wait(pid, controlled ? { untraced: true } : {}));
      if (result) {
        noteStatus(shell.jobs, result.pid, result.status);
        // ash speaks of each process that was killed, but for ^C; bash of the last only.
        const each = shell.dialect.name === 'ash' && (result.status & 0x7f) !== signals.INT;
        if (each || result.pid === job.processes.at(-1)!.pid) yield* sayKilled(shell, result.status);
      }
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ECHILD') noteStatus(shell.jobs, pid, 127 << 8);
      else if (code !== 'EINTR') throw error;
    }
  }
  if (controlled) takeTerminal(shell);
  return yield* concludeJob(shell, job);
}

/**
 * ^C goes to the foreground's group, which a shell with job control is not in: that a job died of it is
 * for the shell as well, and a loop around the job ends. ash sends itself the signal, and so runs its trap;
 * bash gives the whole line up, or, where SIGINT has a trap, a loop's only; it does not run the trap.
 *
 * @throws {ShellError} in bash
 * @see busybox shell/ash.c (waitforjob, "This is truly gross"), bash jobs.c (wait_for)
 */
export function shareInterrupt(shell: Shell, { controlled, processes }: Job): void {
  if (!controlled || !shell.options.monitor || shell.subshell) return;
  if ((processes.at(-1)!.status! & 0x7f) !== signals.INT) return;
  if (shell.dialect.name === 'ash') shell.signals.add(signals.INT);
  else if (shell.interactive && (shell.loopDepth || !shell.traps.has(signals.INT)))
    throw new ShellError('', 128 + signals.INT);
}

export function takeTerminal(shell: Shell): void {
  if (!shell.options.monitor || shell.subshell) return;
  try {
    shell.sys.tcsetpgrp(TERMINAL_FD, shell.sys.getpgid());
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}

function* concludeJob(shell: Shell, job: Job): Step<number> {
  if (jobState(job) === 'Stopped') {
    job.changed = true;
    if (shell.interactive && shell.dialect.name !== 'ash') {
      // What is said of it begins behind the `^Z` that the terminal shows.
      yield* wait(writeText(shell.sys, 2, '\n'));
      yield* tellJobs(shell);
      if (shell.loopDepth) shell.flow = { kind: 'break', levels: shell.loopDepth };
    }
    return 128 + signals.TSTP;
  }
  removeJob(shell.jobs, job);
  if (shell.bash && job.processes.length > 1)
    shell.bashState.pipeStatus = job.processes.map((each) => exitCodeOf(each.status!));
  if (shell.interactive && !shell.subshell && shell.dialect.name !== 'ash') {
    // bash does not keep a killed job for the prompt.
    yield* reap(shell);
    yield* tellJobs(shell, true);
  }
  if (shell.options.pipefail) {
    const failed = job.processes.findLast((each) => exitCodeOf(each.status!) !== 0);
    return failed ? exitCodeOf(failed.status!) : 0;
  }
  return jobStatus(job);
}

/** `Terminated`, `Segmentation fault`, where a wait status says so; after ^C an empty line, but where ash's trap speaks. */
export function* sayKilled(shell: Shell, status: number): Step<void> {
  const signal = status & 0x7f;
  if (signal === 0 || signal === 0x7f) return;
  const text = signalText(signal);
  if (text) yield* wait(writeText(shell.sys, 2, `${text}\n`));
  else if (
    signal === signals.INT &&
    shell.interactive &&
    !(shell.dialect.name === 'ash' && shell.traps.has(signal))
  )
    yield* wait(writeText(shell.sys, 2, '\n'));
}

/** Without job control nobody asks for the text, and ash does not keep it. */
export function jobProcesses(shell: Shell, children: readonly { pid: Pid; text: string }[]): JobProcess[] {
  const named = shell.options.monitor || shell.dialect.name === 'bash';
  return children.map(({ pid, text }) => ({
    pid,
    text: named ? text : '',
    status: undefined,
    stopped: 0,
  }));
}

/** Makes a job of children that were started and waits for it in the foreground; `settle` comes before traps. */
export function* runForeground(
  shell: Shell,
  children: readonly { pid: Pid; text: string }[],
  pgid: Pid,
  controlled: boolean,
  settle?: () => Step<void>,
): Step<number> {
  const processes = jobProcesses(shell, children);
  const job = addJob(shell.jobs, processes, pgid, controlled);
  const status = yield* waitForJob(shell, job);
  if (settle) yield* settle();
  shareInterrupt(shell, job);
  if (!shell.signals.size) return status;
  shell.status = status;
  yield* runPendingTraps(shell);
  return shell.flow ? shell.status : status;
}

/** Collects children that ended, without waiting. */
export function* reap(shell: Shell): Step<void> {
  if (!shell.jobs.list.length) return;
  for (;;) {
    try {
      const result = yield* wait(shell.sys.wait(-1, { nohang: true, untraced: true }));
      if (!result) return;
      noteStatus(shell.jobs, result.pid, result.status);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return;
    }
  }
}
