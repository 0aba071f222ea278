/**
 * The interpreter: walks commands, keeps `$?`, obeys break, continue, return and errexit.
 *
 * `tested` says that somebody looks at the status (if, &&, !), which holds back `set -e`; `last`
 * that the process has nothing to do afterwards, so that a program may take its place.
 * @see POSIX.1-2024, XCU 2.9
 */
import { compilePattern } from '../posix/index.ts';
import { assign } from './assign.ts';
import type { AndOr, Case, Command, For, If, ListItem, Pipeline, Redirect, Subshell, While } from './ast.ts';
import { expandText, expandToPattern, expandWords } from './expand.ts';
import { addJob } from './jobs.ts';
import { jobProcesses, reap, runForeground, runForked } from './process.ts';
import { applyRedirects, restoreFds, type SavedFd } from './redirect.ts';
import { CommandFailure, type Shell, ShellExit, writeText } from './shell.ts';
import { runSimple } from './simple.ts';
import { type Step, wait } from './step.ts';
import { endProcesses } from './substitute.ts';
import { hasActions, runPendingTraps } from './traps.ts';

/** Runs commands in order; answers the last one's status. */
export function* runList(
  shell: Shell,
  items: readonly ListItem[],
  tested: boolean,
  last: boolean,
): Step<number> {
  for (let i = 0; i < items.length; i++) {
    const { command, background } = items[i]!;
    if (background) yield* runBackground(shell, command);
    else yield* runCommand(shell, command, tested, last && i === items.length - 1);
    if (shell.flow) break;
  }
  return shell.status;
}

/** Runs a command; its status is also `shell.status` afterwards. */
export function* runCommand(shell: Shell, command: Command, tested: boolean, last: boolean): Step<number> {
  if (shell.options.noexec && !shell.interactive) return shell.status;
  const processFds = shell.processFds.length;
  let status: number;
  let checked = false;
  if (command.kind === 'simple') {
    shell.line = command.line;
    shell.tested = tested;
    status = yield* runSimple(shell, command, last && !hasActions(shell));
    checked = true;
  } else {
    if (shell.bash && shell.traps.size) yield* shell.bash.beforeCompound(shell, command);
    status = yield* runCompound(shell, command, tested, last);
    checked =
      command.kind === 'subshell' ||
      (command.kind === 'pipeline' && !command.negated) ||
      command.kind === 'arithmetic' ||
      command.kind === 'conditional';
  }
  shell.status = status;
  if (shell.bash) shell.bash.notePipeStatus(shell, command, status);
  if (shell.processFds.length > processFds) yield* endProcesses(shell, processFds);
  if (shell.signals.size) {
    yield* runPendingTraps(shell);
    status = shell.status;
  }
  if (checked && status !== 0 && !tested && !shell.flow) {
    if (shell.bash && shell.traps.size) yield* shell.bash.runErrTrap(shell, status);
    if (shell.options.errexit) throw new ShellExit(status);
  }
  return status;
}

function* runCompound(
  shell: Shell,
  command: Exclude<Command, { kind: 'simple' }>,
  tested: boolean,
  last: boolean,
): Step<number> {
  if (command.kind === 'and-or') return yield* runAndOr(shell, command, tested, last);
  if (command.kind === 'pipeline') return yield* runPipeline(shell, command, tested);
  if (command.kind === 'function') {
    if (shell.bash) return yield* shell.bash.defineFunction(shell, command);
    shell.functions.set(command.name, command.body);
    return 0;
  }
  if (command.kind === 'subshell') return yield* runSubshell(shell, command, tested, last);
  if (command.redirects.length === 0) return yield* runBody(shell, command, tested, last);
  return yield* withRedirects(shell, command.redirects, () => runBody(shell, command, tested, false));
}

type BodyCommand = Extract<Command, { redirects: readonly Redirect[] }>;

function* runBody(shell: Shell, command: BodyCommand, tested: boolean, last: boolean): Step<number> {
  switch (command.kind) {
    case 'group':
      return yield* runList(shell, command.body, tested, last);
    case 'if':
      return yield* runIf(shell, command, tested, last);
    case 'while':
      return yield* runWhile(shell, command, tested);
    case 'for':
      return yield* runFor(shell, command, tested);
    case 'case':
      return yield* runCase(shell, command, tested, last);
    case 'subshell':
      return shell.status;
    default:
      return yield* shell.bash!.runCommand(shell, command, tested);
  }
}

/** Runs with redirections that end afterwards; where one fails, says so and answers 1. */
function* withRedirects(
  shell: Shell,
  redirects: readonly Redirect[],
  work: () => Step<number>,
): Step<number> {
  const saved: SavedFd[] = [];
  try {
    try {
      yield* applyRedirects(shell, redirects, saved);
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      yield* restoreFds(shell.sys, saved.splice(0));
      yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
      return error.status;
    }
    return yield* work();
  } finally {
    yield* restoreFds(shell.sys, saved);
  }
}

function* runAndOr(shell: Shell, command: AndOr, tested: boolean, last: boolean): Step<number> {
  const status = yield* runCommand(shell, command.left, true, false);
  if (shell.flow || (status === 0) !== (command.operator === '&&')) return status;
  return yield* runCommand(shell, command.right, tested, last);
}

function* runIf(shell: Shell, command: If, tested: boolean, last: boolean): Step<number> {
  for (const { condition, body } of command.clauses) {
    const status = yield* runList(shell, condition, true, false);
    if (shell.flow) return status;
    if (status === 0) return yield* runList(shell, body, tested, last);
  }
  return command.otherwise ? yield* runList(shell, command.otherwise, tested, last) : 0;
}

function* runWhile(shell: Shell, command: While, tested: boolean): Step<number> {
  let result = 0;
  shell.loopDepth++;
  try {
    for (;;) {
      const breath = shell.sys.breathe();
      if (breath instanceof Promise) yield breath;
      if (shell.signals.size) yield* runPendingTraps(shell);
      const status = yield* runList(shell, command.condition, true, false);
      if (shell.flow) {
        if (leavesLoop(shell)) return shell.flow ? shell.status : result;
        continue;
      }
      if ((status === 0) === command.until) return result;
      result = yield* runList(shell, command.body, tested, false);
      if (shell.flow && leavesLoop(shell)) return shell.status;
    }
  } finally {
    shell.loopDepth--;
  }
}

/** Takes one level off break or continue; false where this loop goes on. */
export function leavesLoop(shell: Shell): boolean {
  const { flow } = shell;
  if (!flow || flow.kind === 'return') return true;
  flow.levels--;
  if (flow.levels > 0) return true;
  shell.flow = undefined;
  return flow.kind === 'break';
}

function* runFor(shell: Shell, command: For, tested: boolean): Step<number> {
  shell.line = command.line;
  const enter = shell.bash?.loopVariable(shell, command.variable);
  const values = command.words ? yield* expandWords(shell, command.words) : shell.parameters;
  let result = 0;
  shell.loopDepth++;
  try {
    for (const value of values) {
      const breath = shell.sys.breathe();
      if (breath instanceof Promise) yield breath;
      if (enter) {
        if (!(yield* enter(value, command))) return 1;
      } else assign(shell, command.variable, value);
      result = yield* runList(shell, command.body, tested, false);
      if (shell.flow && leavesLoop(shell)) return shell.status;
    }
    return result;
  } finally {
    shell.loopDepth--;
  }
}

function* runCase(shell: Shell, command: Case, tested: boolean, last: boolean): Step<number> {
  shell.line = command.line;
  const subject = yield* expandText(shell, command.subject);
  if (shell.bash && shell.options.xtrace) yield* shell.bash.traceText(shell, `case ${subject} in`);
  let status = 0;
  let falling = false;
  for (const clause of command.clauses) {
    if (!falling && !(yield* matchesClause(shell, clause.patterns, subject))) continue;
    status = clause.body.length ? yield* runList(shell, clause.body, tested, last && clause.end === ';;') : 0;
    if (clause.end === ';;' || shell.flow) return status;
    falling = clause.end === ';&';
  }
  return status;
}

function* matchesClause(
  shell: Shell,
  patterns: Case['clauses'][number]['patterns'],
  subject: string,
): Step<boolean> {
  for (const pattern of patterns) {
    if (pattern.plain !== undefined && !shell.bash) {
      if (pattern.plain === subject) return true;
      continue;
    }
    const source = yield* expandToPattern(shell, pattern);
    if ((shell.bash?.compilePattern(shell, source) ?? compilePattern(source)).matches(subject)) return true;
  }
  return false;
}

function* runSubshell(shell: Shell, command: Subshell, tested: boolean, last: boolean): Step<number> {
  // A process that ends here needs no other for its subshell.
  if (last && shell.subshell && !hasActions(shell)) {
    if (shell.bash) shell.bashState.depth++;
    return yield* withRedirects(shell, command.redirects, () => runList(shell, command.body, tested, false));
  }
  const controlled = shell.options.monitor && !shell.subshell;
  const pid = runForked(
    shell,
    { kind: 'list', body: command.body },
    { tested, grouped: true, ...(controlled ? { pgid: 0, foreground: true } : {}) },
    (child) => redirectChild(child, command.redirects),
  );
  return yield* runForeground(shell, [{ pid, text: command.text }], pid, controlled);
}

function* redirectChild(child: Shell, redirects: readonly Redirect[]): Step<void> {
  try {
    yield* applyRedirects(child, redirects, undefined);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    yield* wait(writeText(child.sys, 2, `${error.message}\n`));
    throw new ShellExit(2);
  }
}

function* runPipeline(shell: Shell, pipeline: Pipeline, tested: boolean): Step<number> {
  if (pipeline.commands.length === 1) {
    const status = yield* runCommand(shell, pipeline.commands[0]!, tested || pipeline.negated, false);
    if (shell.flow) return status;
    return pipeline.negated ? Number(status === 0) : status;
  }
  const controlled = shell.options.monitor && !shell.subshell;
  if (shell.bash?.runsLast(shell)) return yield* shell.bash.runLastHere(shell, pipeline, tested);
  const children = yield* startPipeline(shell, pipeline, {
    controlled,
    foreground: true,
    tested: tested || pipeline.negated,
  });
  const status = yield* runForeground(shell, children, children[0]!.pid, controlled);
  return pipeline.negated ? Number(status === 0) : status;
}

interface PipelineMode {
  readonly controlled: boolean;
  readonly foreground: boolean;
  readonly tested: boolean;
}

export function* startPipeline(
  shell: Shell,
  pipeline: Pipeline,
  mode: PipelineMode,
): Step<{ pid: number; text: string }[]> {
  const { sys } = shell;
  const children: { pid: number; text: string }[] = [];
  let input: number | undefined;
  for (const [index, command] of pipeline.commands.entries()) {
    const [readEnd, writeEnd] =
      index < pipeline.commands.length - 1 ? sys.pipe({ cloexec: true }) : [undefined, undefined];
    const from = input;
    const options = {
      ...(mode.controlled ? { pgid: children[0]?.pid ?? 0, foreground: mode.foreground } : {}),
      background: !mode.foreground,
      tested: mode.tested,
    };
    const pid = runForked(shell, { kind: 'command', command }, options, function* (child) {
      if (from !== undefined) {
        yield* wait(child.sys.dup2(from, 0));
        yield* wait(child.sys.close(from));
      }
      if (writeEnd !== undefined) {
        yield* wait(child.sys.dup2(writeEnd, 1));
        yield* wait(child.sys.close(writeEnd));
        yield* wait(child.sys.close(readEnd!));
      }
    });
    children.push({ pid, text: command.text });
    if (from !== undefined) yield* wait(sys.close(from));
    if (writeEnd !== undefined) yield* wait(sys.close(writeEnd));
    input = readEnd;
  }
  return children;
}

function* runBackground(shell: Shell, command: Command): Step<void> {
  yield* reap(shell);
  const controlled = shell.options.monitor && !shell.subshell;
  let children: { pid: number; text: string }[];
  if (command.kind === 'pipeline' && command.commands.length > 1) {
    children = yield* startPipeline(shell, command, { controlled, foreground: false, tested: false });
  } else {
    const options = { background: true, ...(controlled ? { pgid: 0 } : {}) };
    children = [{ pid: runForked(shell, { kind: 'command', command }, options), text: command.text }];
  }
  const job = addJob(shell.jobs, jobProcesses(shell, children), children[0]!.pid, controlled);
  shell.lastBackground = children.at(-1)!.pid;
  if (shell.interactive && controlled && shell.dialect.name !== 'ash') {
    yield* wait(writeText(shell.sys, 2, `[${job.id}] ${shell.lastBackground}\n`));
  }
  shell.status = 0;
}
