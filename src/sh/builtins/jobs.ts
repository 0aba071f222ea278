/** Built-ins about processes: jobs, fg, bg, wait, trap. */
import { errnoOf, killName, parseSignal, signals } from '../../posix/index.ts';
import { formatJob, resumedText } from '../job-text.ts';
import {
  findJob,
  type Job,
  jobState,
  jobStatus,
  jobText,
  makeCurrent,
  makeRunning,
  noteStatus,
  removeJob,
  shownJobs,
} from '../jobs.ts';
import { reap, sayKilled, shareInterrupt, TERMINAL_FD, takeTerminal, waitForJob } from '../process.ts';
import { complain, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { quoteSingle } from '../trace.ts';
import { runPendingTraps, setTrap } from '../traps.ts';
import { failWith, parseFlags } from './options.ts';
import type { BuiltinTable } from './types.ts';

function* jobs(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'lp');
  yield* reap(shell);
  const wanted = operands.length
    ? operands.map((each) => jobNamed(shell, each))
    : shownJobs(shell.jobs, true);
  let text = '';
  for (const job of wanted) {
    text += flags.has('p') ? `${job.pgid}\n` : formatJob(shell.dialect, shell.jobs, job, flags.has('l'));
    job.changed = false;
    if (jobState(job) === 'Done') removeJob(shell.jobs, job);
  }
  yield* wait(writeText(shell.sys, 1, text));
  return 0;
}

/** @throws {CommandFailure} */
export function jobNamed(shell: Shell, name: string): Job {
  const job = findJob(shell.jobs, name);
  if (job) return job;
  const isCurrent = /^%?[%+]?$/.test(name);
  if (shell.dialect.name !== 'ash') throw failWith(shell, `${isCurrent ? 'current' : name}: no such job`);
  throw failWith(shell, isCurrent ? 'No current job' : `${name}: no such job`, 2);
}

function* foreground(shell: Shell, words: readonly string[]): Step<number> {
  const job = jobNamed(shell, words[1] ?? '%+');
  if (!job.controlled) throw failWith(shell, `job ${words[1] ?? '(null)'} not created under job control`, 2);
  if (jobState(job) === 'Done') throw failWith(shell, 'job has terminated');
  yield* wait(writeText(shell.sys, 1, `${jobText(job)}\n`));
  makeCurrent(shell.jobs, job.id);
  shell.sys.tcsetpgrp(TERMINAL_FD, job.pgid);
  resume(shell, job);
  const status = yield* waitForJob(shell, job);
  shareInterrupt(shell, job);
  return status;
}

function* background(shell: Shell, words: readonly string[]): Step<number> {
  const names = words.length > 1 ? words.slice(1) : ['%+'];
  for (const name of names) {
    const job = jobNamed(shell, name);
    if (!job.controlled) throw failWith(shell, `job ${name} not created under job control`, 2);
    yield* wait(writeText(shell.sys, 1, resumedText(shell.dialect, shell.jobs, job)));
    resume(shell, job);
    makeRunning(shell.jobs, job.id);
  }
  return 0;
}

function resume(shell: Shell, job: Job): void {
  for (const process of job.processes) process.stopped = 0;
  job.changed = false;
  try {
    shell.sys.kill(-job.pgid, signals.CONT);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    takeTerminal(shell);
  }
}

function* waitFor(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'n');
  if (operands.length === 0) {
    while (shell.jobs.list.some((job) => jobState(job) === 'Running')) {
      const interrupted = yield* waitAny(shell, -1);
      if (interrupted !== undefined) return interrupted;
      if (flags.has('n')) return shell.status;
    }
    for (const job of shell.jobs.list) {
      if (jobState(job) !== 'Done') continue;
      job.waited = true;
    }
    return 0;
  }
  let status = 0;
  for (const operand of operands) {
    const job = operand.startsWith('%') ? jobNamed(shell, operand) : jobOf(shell, operand);
    if (!job) {
      status = 127;
      continue;
    }
    while (jobState(job) === 'Running') {
      const next = job.processes.find((each) => each.status === undefined)!;
      const interrupted = yield* waitAny(shell, next.pid);
      if (interrupted !== undefined) return interrupted;
      // What dies while it is waited for by name is told, what was dead before is not.
      yield* sayKilled(shell, next.status ?? 0);
    }
    yield* reap(shell);
    status = jobStatus(job);
    job.waited = true;
  }
  return status;
}

function jobOf(shell: Shell, operand: string): Job | undefined {
  if (!/^\d+$/.test(operand)) throw failWith(shell, `Illegal number: ${operand}`, 2);
  return shell.jobs.list.find((job) => job.processes.some((each) => each.pid === Number(operand)));
}

/** Waits for a child; a signal with a trap ends that with its status. */
export function* waitAny(shell: Shell, pid: number): Step<number | undefined> {
  try {
    const result = yield* wait(shell.sys.wait(pid, shell.options.monitor ? { untraced: true } : {}));
    if (result) noteStatus(shell.jobs, result.pid, result.status);
    return undefined;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ECHILD') {
      for (const job of shell.jobs.list) for (const each of job.processes) each.status ??= 127 << 8;
      return undefined;
    }
    if (code !== 'EINTR') throw error;
    const signal = shell.signals.size ? Math.min(...shell.signals) : undefined;
    if (signal === undefined) return undefined;
    yield* runPendingTraps(shell);
    return 128 + signal;
  }
}

function* trap(shell: Shell, words: readonly string[]): Step<number> {
  const { operands } = parseFlags(shell, words, '');
  if (operands.length === 0) {
    let text = '';
    for (const [signal, action] of [...(shell.shownTraps ?? shell.traps)].sort(([a], [b]) => a - b)) {
      text += `trap -- ${quoteSingle(action)} ${killName(signal)}\n`;
    }
    yield* wait(writeText(shell.sys, 1, text));
    return 0;
  }
  // One operand, or a number in front, resets.
  const resets = operands.length === 1 || /^\d+$/.test(operands[0]!) || operands[0] === '-';
  const names = operands.length === 1 || (resets && operands[0] !== '-') ? operands : operands.slice(1);
  let status = 0;
  for (const name of names) {
    const signal = parseSignal(name);
    if (signal === undefined || signal > 64) {
      yield* wait(complain(shell, `${name}: invalid signal specification`));
      status = 1;
    } else setTrap(shell, signal, resets ? undefined : operands[0]);
  }
  return status;
}

export const jobBuiltins: BuiltinTable = {
  jobs: { run: jobs },
  fg: { run: foreground },
  bg: { run: background },
  wait: { run: waitFor },
  trap: { special: true, run: trap },
};
