/** The built-in `kill` of ash, which knows jobs; it complains as the applet does. */
import { errnoOf, killName, parseSignal, signals, signalTable, strerror } from '../../posix/index.ts';
import { complainAsApplet } from '../complaints.ts';
import { type Job, jobState } from '../jobs.ts';
import { reap } from '../process.ts';
import { type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { jobNamed } from './jobs.ts';
import type { BuiltinTable } from './types.ts';

function* kill(shell: Shell, words: readonly string[]): Step<number> {
  let operands = words.slice(1);
  let signal: number | undefined = signals.TERM;
  const first = operands[0];
  if (first === '-l' || first === '-L') return yield* listSignalNames(shell, operands.slice(1));
  const hasName = first === '-s';
  if (hasName || (first?.startsWith('-') && first !== '--')) {
    const name = hasName ? operands[1] : first!.slice(1);
    operands = operands.slice(hasName ? 2 : 1);
    signal = name === undefined ? undefined : parseSignal(name);
    if (signal === undefined) {
      yield* wait(complainAsApplet(shell, `bad signal name '${name ?? ''}'`));
      return 1;
    }
  }
  if (operands[0] === '--') operands = operands.slice(1);
  if (operands.length === 0) {
    yield* wait(complainAsApplet(shell, 'you need to specify whom to kill'));
    return 1;
  }
  // A child that has ended is gone.
  yield* reap(shell);
  let failures = 0;
  for (const operand of operands) if (!(yield* killOne(shell, operand, signal))) failures++;
  return failures;
}

/** Answers whether it could; what went wrong is said. @throws {CommandFailure} for a job that there is not */
function* killOne(shell: Shell, operand: string, signal: number): Step<boolean> {
  const job = operand.startsWith('%') ? jobNamed(shell, operand) : undefined;
  if (!job && !/^-?\d+$/.test(operand)) {
    yield* wait(complainAsApplet(shell, `invalid number '${operand}'`));
    return false;
  }
  try {
    send(shell, job, Number(operand), signal);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    yield* wait(complainAsApplet(shell, `can't kill pid ${operand}: ${strerror(code)}`));
    return false;
  }
}

function send({ sys }: Shell, job: Job | undefined, number: number, signal: number): void {
  const pid = job ? (job.controlled ? -job.pgid : job.processes.at(-1)!.pid) : number;
  sys.kill(pid, signal);
  // A stopped job cannot notice TERM before it goes on.
  if (job && jobState(job) === 'Stopped' && signal === signals.TERM) sys.kill(pid, signals.CONT);
}

function* listSignalNames(shell: Shell, operands: readonly string[]): Step<number> {
  if (operands.length === 0) {
    yield* wait(writeText(shell.sys, 1, signalTable()));
    return 0;
  }
  for (const operand of operands) {
    const number = /^\d+$/.test(operand) ? Number(operand) & 0x7f : undefined;
    const signal = number ?? parseSignal(operand);
    if (signal === undefined) {
      yield* wait(complainAsApplet(shell, `unknown signal '${operand}'`));
      return 1;
    }
    yield* wait(writeText(shell.sys, 1, `${number === undefined ? signal : killName(signal)}\n`));
  }
  return 0;
}

export const killBuiltins: BuiltinTable = { kill: { run: kill } };
