/** Telling a person what became of their jobs. */
import { formatJob } from './job-text.ts';
import { type Job, jobState, removeJob, shownJobs } from './jobs.ts';
import { type Shell, writeText } from './shell.ts';
import { type Step, wait } from './step.ts';

/** Says which jobs ended or stopped since the last time; `killed`: only those that a signal ended. */
export function* tellJobs(shell: Shell, killed = false): Step<void> {
  for (const job of shownJobs(shell.jobs, shell.dialect.name === 'ash')) {
    if (!job.changed || (killed && !wasKilled(job))) continue;
    job.changed = false;
    yield* wait(writeText(shell.sys, 2, formatJob(shell.dialect, shell.jobs, job, false)));
    if (jobState(job) === 'Done') removeJob(shell.jobs, job);
  }
}

function wasKilled(job: Job): boolean {
  return jobState(job) === 'Done' && (job.processes.at(-1)!.status! & 0x7f) !== 0;
}
