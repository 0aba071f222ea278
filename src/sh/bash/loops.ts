/** Loop variables that are references, and pipelines whose last command runs in the shell itself. */

import { exitCodeOf } from '../../posix/index.ts';
import { assign, readOnly } from '../assign.ts';
import type { For, Pipeline } from '../ast.ts';
import { addJob } from '../jobs.ts';
import { isName } from '../parser.ts';
import { jobProcesses, waitForJob } from '../process.ts';
import { runCommand, startPipeline } from '../run.ts';
import { type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { runDebugTrap } from './calls.ts';
import { traceText } from './trace.ts';
import { discard, putRecord } from './values.ts';

/** How a for assigns its variable: a reference is made to name another; false where the loop ends of it. */
export function loopVariable(shell: Shell, name: string): (value: string, command: For) => Step<boolean> {
  if (!isName(name)) throw discard(shell, `\`${name}': not a valid identifier`);
  return function* (value, command) {
    const variable = shell.variables.map.get(name);
    if (shell.options.xtrace) {
      const words = command.words?.map((word) => word.raw ?? word.plain ?? '') ?? ['"$@"'];
      yield* traceText(shell, `for ${name} in ${words.join(' ')}`);
    }
    if (shell.traps.size) yield* runDebugTrap(shell, command);
    if (variable?.readonly) {
      yield* wait(writeText(shell.sys, 2, `${readOnly(shell, name).message}\n`));
      return false;
    }
    if (variable?.traits?.nameref) putRecord(shell, name, { value });
    else assign(shell, name, value);
    return true;
  };
}

/** `shopt -s lastpipe`, without job control. */
export function runsLast({ bashState, options }: Shell): boolean {
  return bashState.shopt.has('lastpipe') && !options.monitor;
}

export function* runLastHere(shell: Shell, pipeline: Pipeline, tested: boolean): Step<number> {
  const { sys } = shell;
  const last = pipeline.commands.at(-1)!;
  const [readEnd, writeEnd] = sys.pipe({ cloexec: true });
  const output = sys.dup(1, { min: 10, cloexec: true });
  // The others write into a pipe that this shell reads.
  yield* wait(sys.dup2(writeEnd, 1));
  yield* wait(sys.close(writeEnd));
  const others = { ...pipeline, commands: pipeline.commands.slice(0, -1) };
  const children = yield* startPipeline(shell, others, { controlled: false, foreground: true, tested: true });
  yield* wait(sys.dup2(output, 1));
  yield* wait(sys.close(output));
  const input = sys.dup(0, { min: 10, cloexec: true });
  yield* wait(sys.dup2(readEnd, 0));
  yield* wait(sys.close(readEnd));
  let status: number;
  try {
    status = yield* runCommand(shell, last, tested || pipeline.negated, false);
  } finally {
    yield* wait(sys.dup2(input, 0));
    yield* wait(sys.close(input));
  }
  const job = addJob(shell.jobs, jobProcesses(shell, children), children[0]!.pid, false);
  const { flow } = shell;
  yield* waitForJob(shell, job);
  shell.flow = flow;
  const statuses = [...job.processes.map((each) => exitCodeOf(each.status ?? 0)), status];
  shell.bashState.pipeStatus = statuses;
  if (shell.options.pipefail) status = statuses.findLast((each) => each !== 0) ?? 0;
  return pipeline.negated ? Number(status === 0) : status;
}
