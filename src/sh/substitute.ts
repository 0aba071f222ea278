/** Command substitution, the output of commands that run in a subshell; and process substitution, a name for it. */
import { readAll } from '../kernel/index.ts';
import { textOf } from '../posix/index.ts';
import type { ListItem, ProcessPart } from './ast.ts';
import { runForked, waitForChild } from './process.ts';
import { complain, type Shell } from './shell.ts';
import { type Step, wait } from './step.ts';

/** Output without trailing newlines and without NUL bytes. */
export function* substituteCommand(shell: Shell, body: readonly ListItem[]): Step<string> {
  const { sys } = shell;
  const file = shell.bash?.fileToRead(body);
  if (file) return yield* shell.bash!.readFileOf(shell, file);
  const [readEnd, writeEnd] = sys.pipe({ cloexec: true });
  let output: string;
  let pid: number;
  try {
    pid = runForked(shell, { kind: 'list', body }, {}, function* (child) {
      if (!shell.bash?.inheritsErrexit(shell)) child.options.errexit = false;
      if (child.bash) child.bashState.indirection++;
      yield* wait(child.sys.dup2(writeEnd, 1));
      yield* wait(child.sys.close(readEnd));
      if (writeEnd !== 1) yield* wait(child.sys.close(writeEnd));
      if (body.length === 0) child.status = 0;
      child.shownTraps = shell.shownTraps ?? new Map(shell.traps);
    });
  } finally {
    yield* wait(sys.close(writeEnd));
  }
  try {
    output = textOf(yield* wait(readAll(sys, readEnd)));
  } finally {
    yield* wait(sys.close(readEnd));
  }
  shell.substituted = yield* waitForChild(shell, pid);
  if (shell.bash && output.includes('\0'))
    yield* wait(complain(shell, 'warning: command substitution: ignored null byte in input'));
  return output.replaceAll('\0', '').replace(/\n+$/, '');
}

/** Descriptors of process substitutions are from here on, as in ash. */
const LOWEST_FD = 64;

/** The path under which the commands' output is read, or their input written, until the command has ended. */
export function* substituteProcess(shell: Shell, { direction, body }: ProcessPart): Step<string> {
  const { sys } = shell;
  const [readEnd, writeEnd] = sys.pipe({ cloexec: true });
  const [theirs, ours, target] = direction === '<' ? [writeEnd, readEnd, 1] : [readEnd, writeEnd, 0];
  runForked(shell, { kind: 'list', body }, {}, function* (child) {
    if (child.bash) child.bashState.indirection++;
    yield* wait(child.sys.dup2(theirs, target));
    yield* wait(child.sys.close(readEnd));
    yield* wait(child.sys.close(writeEnd));
  });
  const fd = sys.dup(ours, { min: LOWEST_FD });
  yield* wait(sys.close(readEnd));
  yield* wait(sys.close(writeEnd));
  shell.processFds.push(fd);
  return `/dev/fd/${fd}`;
}

/** Closes what process substitutions have opened beyond the first `kept`. */
export function* endProcesses(shell: Shell, kept: number): Step<void> {
  for (const fd of shell.processFds.splice(kept)) yield* wait(shell.sys.close(fd));
}
