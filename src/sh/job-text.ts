/** Jobs in words: as busybox ash has them, and as bash does. */
import { exitCodeOf, signals } from '../posix/index.ts';
import type { Dialect } from './dialect.ts';
import { type Job, type JobProcess, type Jobs, jobState, jobText } from './jobs.ts';

const SIGNAL_TEXTS: Readonly<Record<number, string>> = {
  1: 'Hangup',
  3: 'Quit',
  4: 'Illegal instruction',
  5: 'Trace/breakpoint trap',
  6: 'Aborted',
  7: 'Bus error',
  8: 'Arithmetic exception',
  9: 'Killed',
  10: 'User defined signal 1',
  11: 'Segmentation fault',
  12: 'User defined signal 2',
  14: 'Alarm clock',
  15: 'Terminated',
  24: 'CPU time limit exceeded',
  25: 'File size limit exceeded',
};

/** What the shell says of a signal that ended a child; empty for those it is silent about. */
export function signalText(signal: number): string {
  return SIGNAL_TEXTS[signal] ?? (signal === 2 || signal === 13 ? '' : `Unknown signal ${signal}`);
}

/** The lines of `jobs`; `pids` as with -l. */
export function formatJob(dialect: Dialect, jobs: Jobs, job: Job, pids: boolean): string {
  return dialect.name === 'ash' ? formatAsh(jobs, job, pids) : formatBash(jobs, job, pids);
}

/** What `bg` says of a job that goes on. */
export function resumedText(dialect: Dialect, jobs: Jobs, job: Job): string {
  if (dialect.name === 'ash') return `[${job.id}] ${jobText(job)}\n`;
  return `[${job.id}]${markOf(jobs, job)} ${jobText(job)} &\n`;
}

function markOf(jobs: Jobs, job: Job): string {
  if (jobs.current.at(-1) === job.id) return '+';
  return jobs.current.at(-2) === job.id ? '-' : ' ';
}

/** What ash, unlike bash, says of stops that are not a person's ^Z: the C library's words. */
const ASH_STOPS: Readonly<Record<number, string>> = {
  [signals.STOP]: ' (signal)',
  [signals.TTIN]: ' (tty input)',
  [signals.TTOU]: ' (tty output)',
};

/** Where commands begin; those behind a `|` stand two further on. @see busybox shell/ash.c (showjob) */
const ASH_COLUMN = 33;

function formatAsh(jobs: Jobs, job: Job, pids: boolean): string {
  const head = `[${job.id}]${markOf(jobs, job)}  `;
  const last = job.processes.at(-1)!;
  const row = (left: string, text: string, column = ASH_COLUMN): string =>
    `${left.padEnd(Math.max(column, left.length + 1))}${text}\n`;
  const state = (process: JobProcess): string => {
    const text = stateText(process, job, (code) => `Done(${code})`);
    return text === 'Stopped' ? `Stopped${ASH_STOPS[process.stopped] ?? ''}` : text;
  };
  if (!pids) return row(`${head}${state(last)}`, jobText(job));
  const several = job.processes.length > 1;
  return job.processes
    .map((each, index) =>
      index === 0
        ? row(`${head}${each.pid} ${state(several ? each : last)}`, each.text)
        : row(`${' '.repeat(head.length)}${each.pid} `, `| ${each.text}`, ASH_COLUMN + 2),
    )
    .join('');
}

function formatBash(jobs: Jobs, job: Job, pids: boolean): string {
  const state = (process: JobProcess): string => stateText(process, job, (code) => `Exit ${code}`).padEnd(24);
  const last = job.processes.at(-1)!;
  const running = jobState(job) === 'Running' ? ' &' : '';
  const head = `[${job.id}]${markOf(jobs, job)}`;
  const pid = (process: JobProcess): string => String(process.pid).padStart(5);
  if (!pids) return `${head}  ${state(last)}${jobText(job)}${running}\n`;
  const rows = job.processes.map((each, index) =>
    index === 0
      ? `${head} ${pid(each)} ${state(each)}${each.text}`
      : `${' '.repeat(head.length + 1)}${pid(each)}${''.padEnd(23)}| ${each.text}`,
  );
  return `${rows.join('\n')}${running}\n`;
}

function stateText(process: JobProcess, job: Job, failed: (code: number) => string): string {
  if (process.status === undefined)
    return process.stopped || jobState(job) === 'Stopped' ? 'Stopped' : 'Running';
  const signal = process.status & 0x7f;
  if (signal) return signalText(signal) || (signal === 2 ? 'Interrupt' : 'Broken pipe');
  const code = exitCodeOf(process.status);
  return code === 0 ? 'Done' : failed(code);
}
