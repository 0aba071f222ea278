/**
 * Jobs: pipelines that run beside the shell, their processes and states.
 * @see POSIX.1-2024, XCU 3.181 "Job", jobs, fg, bg
 */
import type { Pid } from '../kernel/index.ts';
import { exitCodeOf } from '../posix/index.ts';

export interface JobProcess {
  readonly pid: Pid;
  readonly text: string;
  /** Wait status; undefined while it runs. */
  status: number | undefined;
  /** The signal that stopped it, or 0. */
  stopped: number;
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
  makeRunning(jobs, id);
  return job;
}

/** Puts a job that runs behind those that are stopped: one of these stays the current one. */
export function makeRunning(jobs: Jobs, id: number): void {
  const others = jobs.current.filter((each) => each !== id);
  const stopped = new Set(jobs.list.filter((job) => jobState(job) === 'Stopped').map((job) => job.id));
  jobs.current = [
    ...others.filter((each) => !stopped.has(each)),
    id,
    ...others.filter((each) => stopped.has(each)),
  ];
}

/** The jobs as they are, for a subshell to look at. */
export function copyJobs(jobs: Jobs): Jobs {
  const list = jobs.list.map((job) => ({ ...job, processes: job.processes.map((each) => ({ ...each })) }));
  return { list, current: [...jobs.current] };
}

export function makeCurrent(jobs: Jobs, id: number): void {
  jobs.current = [...jobs.current.filter((each) => each !== id), id];
}

/** In the order in which the shell speaks of them: ash begins with the current one, bash with the first. */
export function shownJobs(jobs: Jobs, ash: boolean): readonly Job[] {
  return ash
    ? jobs.current.toReversed().flatMap((id) => jobs.list.filter((job) => job.id === id))
    : jobs.list;
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
    if ((status & 0xff) === 0x7f) process.stopped = (status >> 8) & 0x7f;
    else {
      process.status = status;
      process.stopped = 0;
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
