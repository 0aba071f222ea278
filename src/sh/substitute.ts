/** Command substitution: the output of commands that run in a subshell. */
import { textOf } from '../posix/index.ts';
import type { ListItem } from './ast.ts';
import { runForked, waitForChild } from './process.ts';
import { readAll } from './read-file.ts';
import type { Shell } from './shell.ts';
import { type Step, wait } from './step.ts';

/** Output without trailing newlines and without NUL bytes. */
export function* substituteCommand(shell: Shell, body: readonly ListItem[]): Step<string> {
  const { sys } = shell;
  const [readEnd, writeEnd] = sys.pipe({ cloexec: true });
  let output: string;
  let pid: number;
  try {
    pid = runForked(shell, { kind: 'list', body }, {}, function* (child) {
      yield* wait(child.sys.dup2(writeEnd, 1));
      yield* wait(child.sys.close(readEnd));
      if (writeEnd !== 1) yield* wait(child.sys.close(writeEnd));
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
  return output.replaceAll('\0', '').replace(/\n+$/, '');
}
