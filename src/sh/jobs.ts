/**
 * Jobs: pipelines that run beside the shell, their processes and states.
 * @see POSIX.1-2024, XCU 3.181 "Job", jobs, fg, bg; output as busybox ash
 */
import type { Pid } from '../kernel/index.ts';
import { exitCodeOf } from '../posix/index.ts';

export interface JobProcess {
  readonly pid: Pid;
  readonly text: string;
  /** Wait status; undefined while it runs. */
  status: number | undefined;
  stopped: boolean;
}

export interface Job {
  readonly id: number;
  /** The process group; of a shell without job control the last process. */
  readonly pgid: Pid;
  readonly processes: JobProcess[];
  /** A change that the person was not told yet. */
  changed: boolean;
  /** `wait` has told its status; it is forgotten when another job begins. */
  waited: boolean;
  /** Whether it has a group of its own. */
  readonly controlled: boolean;
}

export interface Jobs {
  list: Job[];
  /** Ids, the current job last. */
  current: number[];
}

export type JobState = 'Running' | 'Stopped' | 'Done';

export function jobState(job: Job): JobState {
  if (job.processes.some((each) => each.status === undefined && !each.stopped)) return 'Running';
  return job.processes.some((each) => each.status === undefined) ? 'Stopped' : 'Done';
}

export function addJob(jobs: Jobs, processes: JobProcess[], pgid: Pid, controlled: boolean): Job {
  for (const job of jobs.list) if (job.waited && jobState(job) === 'Done') removeJob(jobs, job);
  let id = 1;
  while (jobs.list.some((job) => job.id === id)) id++;
  const job: Job = { id, pgid, processes, changed: false, waited: false, controlled };
  jobs.list = [...jobs.list, job].sort((a, b) => a.id - b.id);
  makeCurrent(jobs, id);
  return job;
}

/** The jobs as they are, for a subshell to look at. */
export function copyJobs(jobs: Jobs): Jobs {
  const list = jobs.list.map((job) => ({ ...job, processes: job.processes.map((each) => ({ ...each })) }));
  return { list, current: [...jobs.current] };
}

export function makeCurrent(jobs: Jobs, id: number): void {
  jobs.current = [...jobs.current.filter((each) => each !== id), id];
}

export function removeJob(jobs: Jobs, job: Job): void {
  jobs.list = jobs.list.filter((each) => each !== job);
  jobs.current = jobs.current.filter((each) => each !== job.id);
}

/** Notes what became of a child; answers its job. */
export function noteStatus(jobs: Jobs, pid: Pid, status: number): Job | undefined {
  for (const job of jobs.list) {
    const process = job.processes.find((each) => each.pid === pid);
    if (!process) continue;
    const before = jobState(job);
    if ((status & 0xff) === 0x7f) process.stopped = true;
    else {
      process.status = status;
      process.stopped = false;
    }
    if (jobState(job) !== before) {
      job.changed = true;
      if (jobState(job) === 'Stopped') makeCurrent(jobs, job.id);
    }
    return job;
  }
  return undefined;
}

/** Exit status of a job that is done: that of its last process. */
export function jobStatus(job: Job): number {
  const last = job.processes.at(-1)!;
  return last.status === undefined ? 0 : exitCodeOf(last.status);
}

/** `%1`, `%%`, `%+`, `%-`, `%name`, `%?text`; undefined where it names none. */
export function findJob(jobs: Jobs, name: string): Job | undefined {
  const text = name.startsWith('%') ? name.slice(1) : name;
  const byId = (id: number | undefined): Job | undefined => jobs.list.find((job) => job.id === id);
  if (text === '' || text === '%' || text === '+') return byId(jobs.current.at(-1));
  if (text === '-') return byId(jobs.current.at(-2));
  if (/^\d+$/.test(text)) return byId(Number(text));
  const matches = jobs.list.filter((job) =>
    text.startsWith('?') ? jobText(job).includes(text.slice(1)) : jobText(job).startsWith(text),
  );
  return matches.length === 1 ? matches[0] : undefined;
}

export function jobText(job: Job): string {
  return job.processes.map((each) => each.text).join(' | ');
}

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
};

/** What the shell says of a signal that ended a child; empty for those it is silent about. */
export function signalText(signal: number): string {
  return SIGNAL_TEXTS[signal] ?? (signal === 2 || signal === 13 ? '' : `Unknown signal ${signal}`);
}

function stateText(process: JobProcess, job: Job): string {
  if (process.status === undefined)
    return process.stopped || jobState(job) === 'Stopped' ? 'Stopped' : 'Running';
  const signal = process.status & 0x7f;
  if (signal) return signalText(signal) || (signal === 2 ? 'Interrupt' : 'Broken pipe');
  const code = exitCodeOf(process.status);
  return code === 0 ? 'Done' : `Done(${code})`;
}

/** The lines of `jobs`; `pids` as with -l. */
export function formatJob(jobs: Jobs, job: Job, pids: boolean): string {
  const mark = jobs.current.at(-1) === job.id ? '+' : jobs.current.at(-2) === job.id ? '-' : ' ';
  const head = `[${job.id}]${mark}  `;
  const last = job.processes.at(-1)!;
  if (!pids) return `${head}${stateText(last, job).padEnd(27)}${jobText(job)}\n`;
  return job.processes
    .map((each, index) => {
      const state = index === 0 ? stateText(job.processes.length > 1 ? each : last, job) : '';
      const lead = index === 0 ? head : ' '.repeat(head.length);
      const text = `${index ? '| ' : ''}${each.text}`;
      return `${lead}${each.pid} ${state.padEnd(27)}${text}\n`;
    })
    .join('');
}
