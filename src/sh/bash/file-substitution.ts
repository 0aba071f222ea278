/** `$(<file)`: a file's contents, without a process; and whether errexit holds in a substitution. */
import { readAll } from '../../kernel/index.ts';
import { errnoOf, O_CLOEXEC, O_RDONLY, strerror, textOf } from '../../posix/index.ts';
import type { ListItem, Redirect } from '../ast.ts';
import { CommandFailure, complain, type Shell, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { expandTarget } from './redirects.ts';

/** The redirection, where the body is nothing else. */
export function fileToRead(body: readonly ListItem[]): Redirect | undefined {
  const command = body.length === 1 && !body[0]!.background ? body[0]!.command : undefined;
  if (command?.kind !== 'simple' || command.words.length || command.assignments.length) return undefined;
  const [redirect, other] = command.redirects;
  return redirect && !other && redirect.operator === '<' && redirect.fd === 0 ? redirect : undefined;
}

export function* readFileOf(shell: Shell, redirect: Redirect): Step<string> {
  shell.substituted = 1;
  let path: string;
  try {
    path = yield* expandTarget(shell, redirect);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
    return '';
  }
  try {
    const fd = yield* wait(shell.sys.open(path, O_RDONLY | O_CLOEXEC));
    try {
      const text = textOf(yield* wait(readAll(shell.sys, fd)));
      shell.substituted = 0;
      return text.replaceAll('\0', '').replace(/\n+$/, '');
    } finally {
      yield* wait(shell.sys.close(fd));
    }
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    yield* wait(complain(shell, `${path}: ${strerror(code)}`));
    return '';
  }
}

export function inheritsErrexit({ bashState }: Shell): boolean {
  return bashState.shopt.has('inherit_errexit') || bashState.options.has('posix');
}
