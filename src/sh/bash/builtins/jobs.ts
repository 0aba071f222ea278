/** wait, disown, suspend, kill, jobs, fg, bg: bash's options and complaints. @see bash manual, 7.2 */
import { errnoOf, killName, parseSignal, signals, strerror } from '../../../posix/index.ts';
import { jobBuiltins as core, waitAny } from '../../builtins/jobs.ts';
import type { BuiltinTable } from '../../builtins/types.ts';
import { findJob, type Job, jobState, jobStatus, removeJob } from '../../jobs.ts';
import { reap } from '../../process.ts';
import { complain, type Shell } from '../../shell.ts';
import { runSimple } from '../../simple.ts';
import { type Step, wait } from '../../step.ts';
import { runPendingTraps } from '../../traps.ts';
import { textWord } from '../parse-words.ts';
import { assignTo } from '../values.ts';
import { fail, parseFlags, say, usageError } from './options.ts';
import { signalTable } from './trap.ts';

function* waitFor(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, values, operands } = parseFlags(shell, words, 'fnp:');
  if (flags.has('n')) return yield* waitForNext(shell, operands, values.get('p'));
  if (operands.length === 0) {
    while (shell.jobs.list.some((job) => jobState(job) === 'Running')) {
      const interrupted = yield* waitAny(shell, -1);
      if (interrupted !== undefined) return interrupted;
    }
    for (const job of shell.jobs.list) if (jobState(job) === 'Done') removeJob(shell.jobs, job);
    return 0;
  }
  let status = 0;
  for (const operand of operands) {
    const job = yield* jobOf(shell, operand);
    if (!job) {
      status = operand.startsWith('%') || /^\d+$/.test(operand) ? 127 : 1;
      continue;
    }
    while (jobState(job) === 'Running') {
      const interrupted = yield* waitAny(shell, job.processes.find((each) => each.status === undefined)!.pid);
      if (interrupted !== undefined) return interrupted;
    }
    yield* reap(shell);
    status = jobStatus(job);
    job.waited = true;
    if (values.has('p'))
      assignTo(shell, values.get('p')!, undefined, String(job.processes.at(-1)!.pid), false);
  }
  return status;
}

function* jobOf(shell: Shell, operand: string): Step<Job | undefined> {
  if (operand.startsWith('%')) {
    const job = findJob(shell.jobs, operand);
    if (!job) yield* wait(complain(shell, `${operand}: no such job`));
    return job;
  }
  if (!/^\d+$/.test(operand)) {
    yield* wait(complain(shell, `\`${operand}': not a pid or valid job spec`));
    return undefined;
  }
  const job = shell.jobs.list.find((each) => each.processes.some(({ pid }) => pid === Number(operand)));
  if (!job) yield* wait(complain(shell, `pid ${operand} is not a child of this shell`));
  return job;
}

/** `wait -n`: the next of these, or of all, that ends. */
function* waitForNext(shell: Shell, operands: readonly string[], variable: string | undefined): Step<number> {
  const wanted: Job[] = [];
  for (const operand of operands) {
    const job = yield* jobOf(shell, operand);
    if (job) wanted.push(job);
  }
  const candidates = (): readonly Job[] =>
    (operands.length ? wanted : shell.jobs.list).filter((job) => !job.waited);
  for (;;) {
    yield* reap(shell);
    const done = candidates().find((job) => jobState(job) === 'Done');
    if (done) {
      const status = jobStatus(done);
      removeJob(shell.jobs, done);
      if (variable) assignTo(shell, variable, undefined, String(done.processes.at(-1)!.pid), false);
      return status;
    }
    if (!candidates().some((job) => jobState(job) === 'Running')) return 127;
    const interrupted = yield* waitAny(shell, -1);
    if (interrupted !== undefined) return interrupted;
  }
}

function* disown(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'ahr');
  const named = (text: string): Job | undefined =>
    /^\d+$/.test(text)
      ? shell.jobs.list.find((job) => job.processes.some(({ pid }) => pid === Number(text)))
      : findJob(shell.jobs, text);
  const all = flags.has('a') || (flags.has('r') && operands.length === 0);
  const chosen = all
    ? shell.jobs.list.filter((job) => !flags.has('r') || jobState(job) === 'Running')
    : (operands.length ? operands : ['%%']).map((text) => named(text) ?? text);
  let status = 0;
  for (const job of chosen) {
    if (typeof job === 'string') {
      yield* wait(complain(shell, `${operands.length ? job : 'current'}: no such job`));
      status = 1;
    } else if (!flags.has('h')) removeJob(shell.jobs, job);
  }
  return status;
}

function suspend(shell: Shell, words: readonly string[]): number {
  const { flags } = parseFlags(shell, words, 'f');
  if (!shell.options.monitor) throw fail(shell, 'cannot suspend: no job control');
  if (shell.options.login && !flags.has('f')) throw fail(shell, 'cannot suspend a login shell');
  shell.sys.kill(shell.sys.pid, signals.STOP);
  return 0;
}

function needsControl(name: 'fg' | 'bg') {
  return (shell: Shell, words: readonly string[]) => {
    if (!shell.options.monitor) throw fail(shell, 'no job control');
    return core[name]!.run(shell, words);
  };
}

/** What was listed while it ran: no news for `jobs -n`. */
const listed = new WeakSet<Job>();

function* jobs(shell: Shell, words: readonly string[]): Step<number> {
  const { flags, operands } = parseFlags(shell, words, 'lnprsx');
  if (flags.has('x')) {
    if (['l', 'n', 'p'].some((letter) => flags.has(letter)))
      throw fail(shell, "no other options allowed with `-x'");
    return yield* runWithGroups(shell, operands);
  }
  yield* reap(shell);
  const matches = (job: Job): boolean => {
    if (flags.has('n') && !job.changed && (listed.has(job) || jobState(job) !== 'Running')) return false;
    if (flags.has('r')) return jobState(job) === 'Running';
    return flags.has('s') ? jobState(job) === 'Stopped' : true;
  };
  const list = operands.length ? operands.map((name) => findJob(shell.jobs, name) ?? name) : shell.jobs.list;
  let status = 0;
  for (const job of list) {
    if (typeof job === 'string') {
      yield* wait(complain(shell, `${job}: no such job`));
      status = 1;
    } else if (matches(job)) {
      listed.add(job);
      const letters = [...flags].filter((letter) => 'lp'.includes(letter)).map((letter) => `-${letter}`);
      yield* core['jobs']!.run(shell, ['jobs', ...letters, `%${job.id}`]) as Step<number>;
    }
  }
  return status;
}

/** `jobs -x`: a command whose words for jobs become their process groups. */
function* runWithGroups(shell: Shell, operands: readonly string[]): Step<number> {
  if (operands.length === 0) return 0;
  const words = operands.map((word) => {
    const job = word.startsWith('%') ? findJob(shell.jobs, word) : undefined;
    if (!job) return word;
    // Without job control they are of the shell's own group.
    return String(job.controlled ? job.pgid : shell.sys.getpgid(shell.sys.pid));
  });
  const command = { kind: 'simple', assignments: [], redirects: [], line: shell.line } as const;
  shell.commandName = undefined;
  return yield* runSimple(shell, { ...command, text: words.join(' '), words: words.map(textWord) }, false);
}

function* kill(shell: Shell, words: readonly string[]): Step<number> {
  let [, ...rest] = words;
  let signal: number = signals.TERM;
  const [first] = rest;
  if (first === '-l' || first === '-L') return yield* listSignals(shell, rest.slice(1));
  if (first === '-s' || first === '-n') {
    if (rest[1] === undefined) throw fail(shell, `${first}: option requires an argument`);
    signal = signalOf(shell, rest[1]);
    rest = rest.slice(2);
  } else if (first !== undefined && /^-./.test(first) && first !== '--') {
    signal = signalOf(shell, first.slice(1));
    rest = rest.slice(1);
  }
  if (rest[0] === '--') rest = rest.slice(1);
  // A child that has ended is gone.
  yield* reap(shell);
  if (rest.length === 0) throw usageError(shell, 'kill');
  let status = 0;
  for (const target of rest) if (!(yield* killOne(shell, target, signal))) status = 1;
  if (shell.signals.size) yield* runPendingTraps(shell);
  return status;
}

function* killOne(shell: Shell, target: string, signal: number): Step<boolean> {
  const job = target.startsWith('%') ? findJob(shell.jobs, target) : undefined;
  if (target.startsWith('%') && !job) {
    yield* wait(complain(shell, `${target}: no such job`));
    return false;
  }
  if (!job && !/^-?\d+$/.test(target)) {
    yield* wait(complain(shell, `${target}: arguments must be process or job IDs`));
    return false;
  }
  const pids = !job ? [Number(target)] : job.controlled ? [-job.pgid] : job.processes.map(({ pid }) => pid);
  try {
    for (const pid of pids) shell.sys.kill(pid, signal);
    if (job && jobState(job) === 'Stopped' && signal === signals.TERM)
      shell.sys.kill(-job.pgid, signals.CONT);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    yield* wait(complain(shell, `(${target}) - ${strerror(code)}`));
    return false;
  }
}

function signalOf(shell: Shell, text: string): number {
  const signal = parseSignal(text);
  if (signal === undefined || signal > 64) throw fail(shell, `${text}: invalid signal specification`);
  return signal;
}

function* listSignals(shell: Shell, names: readonly string[]): Step<number> {
  if (names.length === 0) {
    yield* wait(say(shell, signalTable()));
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const number = /^\d+$/.test(name) ? Number(name) : undefined;
    const signal = number === undefined ? parseSignal(name) : number > 128 ? number - 128 : number;
    if (signal === undefined || signal > 64) {
      yield* wait(complain(shell, `${name}: invalid signal specification`));
      status = 1;
    } else yield* wait(say(shell, `${number === undefined ? signal : killName(signal)}\n`));
  }
  return status;
}

export const jobBuiltins: BuiltinTable = {
  wait: { run: waitFor },
  disown: { run: disown },
  suspend: { run: suspend },
  jobs: { run: jobs },
  fg: { run: needsControl('fg') },
  bg: { run: needsControl('bg') },
  kill: { run: kill },
};
