/**
 * Redirections: applied to this process's descriptors, and undone for built-ins and compound commands.
 * @see POSIX.1-2024, XCU 2.7; messages as busybox ash
 */
import { type Fd, type Sys, writeAll } from '../kernel/index.ts';
import {
  bytesOf,
  errnoOf,
  isFile,
  O_APPEND,
  O_CREAT,
  O_EXCL,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  strerror,
} from '../posix/index.ts';
import type { Redirect } from './ast.ts';
import { expandText } from './expand.ts';
import { CommandFailure, describe, type Shell } from './shell.ts';
import { drive, type Step, wait } from './step.ts';

/** How to put a descriptor back: a copy of what it was, or that it was closed. */
export interface SavedFd {
  readonly fd: Fd;
  readonly copy: Fd | undefined;
}

/** Applies redirections in order; `saved` gets what `restoreFds` needs, or is absent where they stay. */
export function* applyRedirects(
  shell: Shell,
  redirects: readonly Redirect[],
  saved: SavedFd[] | undefined,
): Step<void> {
  for (const redirect of redirects) {
    if (redirect.variable !== undefined) {
      yield* shell.bash!.redirectToVariable(shell, redirect);
      continue;
    }
    const source = yield* openSource(shell, redirect);
    const targets = source.both ? [1, 2] : [redirect.fd];
    for (const fd of targets) {
      if (source.fd === fd && !source.temporary) continue;
      if (saved && !saved.some((each) => each.fd === fd)) save(shell.sys, fd, saved, source.fd);
      yield* place(shell, redirect, source.fd, fd);
    }
    if (source.temporary && source.fd !== undefined && !targets.includes(source.fd)) {
      yield* wait(shell.sys.close(source.fd));
    }
  }
}

function* place(shell: Shell, redirect: Redirect, source: Fd | undefined, fd: Fd): Step<void> {
  const { sys } = shell;
  try {
    if (source === undefined) yield* wait(sys.close(fd));
    else if (source !== fd) yield* wait(sys.dup2(source, fd));
    else sys.setCloexec(fd, false);
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    // Closing what is closed is no error.
    if (source === undefined) return;
    if (shell.bash)
      throw failure(shell, `${yield* shell.bash.redirectName(shell, redirect)}: ${strerror(code)}`);
    const what =
      redirect.operator === '<&' || redirect.operator === '>&' ? `dup2(${source},${fd})` : `${source}`;
    throw failure(shell, `${what}: ${strerror(code)}`);
  }
}

function save(sys: Sys, fd: Fd, saved: SavedFd[], source: Fd | undefined): void {
  // open(2) may just have taken the very descriptor that was closed and is asked for.
  if (source === fd) {
    saved.push({ fd, copy: undefined });
    return;
  }
  try {
    saved.push({ fd, copy: sys.dup(fd, { min: 10, cloexec: true }) });
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    saved.push({ fd, copy: undefined });
  }
}

/** Puts descriptors back, last first. */
export function* restoreFds(sys: Sys, saved: readonly SavedFd[]): Step<void> {
  for (let i = saved.length - 1; i >= 0; i--) {
    const { fd, copy } = saved[i]!;
    try {
      if (copy === undefined) yield* wait(sys.close(fd));
      else {
        yield* wait(sys.dup2(copy, fd));
        yield* wait(sys.close(copy));
      }
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
}

/** Forgets the copies: what was applied stays. */
export function* keepFds(sys: Sys, saved: readonly SavedFd[]): Step<void> {
  for (const { copy } of saved) if (copy !== undefined) yield* wait(sys.close(copy));
}

interface Source {
  /** Undefined: the target is to be closed. */
  readonly fd: Fd | undefined;
  /** Opened for this redirection only. */
  readonly temporary: boolean;
  /** For standard output and standard error, whatever descriptor the redirection names. */
  readonly both?: boolean;
}

export function* openSource(shell: Shell, redirect: Redirect): Step<Source> {
  const { operator } = redirect;
  if (operator === '<<')
    return { fd: yield* openText(shell.sys, yield* expandText(shell, redirect.word)), temporary: true };
  const target = shell.bash
    ? yield* shell.bash.expandTarget(shell, redirect)
    : yield* expandText(shell, redirect.word);
  if (operator === '<<<') return { fd: yield* openText(shell.sys, `${target}\n`), temporary: true };
  if (operator === '<&' || operator === '>&') {
    if (target === '-') return { fd: undefined, temporary: false };
    if (/^\d+$/.test(target)) return { fd: Number(target), temporary: false };
    // `3>&4-` moves.
    if (shell.bash && /^\d+-$/.test(target)) return { fd: Number.parseInt(target, 10), temporary: true };
    if (operator === '<&' || (shell.bash && redirect.fd !== 1))
      throw failure(shell, `${target}: ${shell.bash ? 'ambiguous redirect' : 'bad file descriptor'}`);
    // `>&file` is `&>file`.
    return yield* openSource(shell, { ...redirect, operator: '&>' });
  }
  const both = operator === '&>' || operator === '&>>';
  return { fd: yield* openFile(shell, redirect, target), temporary: true, both };
}

function failure(shell: Shell, message: string): CommandFailure {
  return new CommandFailure(describe(shell, message), 1);
}

function* openFile(shell: Shell, { operator }: Redirect, path: string): Step<Fd> {
  const { sys, options } = shell;
  try {
    if (operator === '<') return yield* wait(sys.open(path, O_RDONLY));
    if (operator === '<>') return yield* wait(sys.open(path, O_RDWR | O_CREAT, 0o666));
    if (operator === '>>' || operator === '&>>') {
      return yield* wait(sys.open(path, O_WRONLY | O_CREAT | O_APPEND, 0o666));
    }
    if (operator !== '>|' && options.noclobber && (yield* isRegular(sys, path))) {
      return yield* wait(sys.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666));
    }
    return yield* wait(sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666));
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    throw failure(shell, openProblem(shell, operator, path, code));
  }
}

function openProblem(shell: Shell, operator: string, path: string, code: string): string {
  if (shell.dialect.name === 'bash') {
    return `${path}: ${code === 'EEXIST' ? 'cannot overwrite existing file' : strerror(code)}`;
  }
  const reading = operator === '<';
  const reason =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? reading
        ? 'no such file'
        : 'nonexistent directory'
      : strerror(code);
  return reading ? `can't open ${path}: ${reason}` : `can't create ${path}: ${reason}`;
}

function* isRegular(sys: Sys, path: string): Step<boolean> {
  try {
    return isFile((yield* wait(sys.stat(path))).mode);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return true;
  }
}

/** What a pipe holds without a reader. */
const PIPE_ROOM = 65_536;

/** A descriptor that reads `text`: a pipe, written by a child where it does not fit. */
function* openText(sys: Sys, text: string): Step<Fd> {
  const bytes = bytesOf(text);
  const [readEnd, writeEnd] = sys.pipe();
  try {
    if (bytes.length <= PIPE_ROOM) yield* wait(writeAll(sys, writeEnd, bytes));
    else {
      sys.fork((child) => {
        return drive(feed(child, readEnd, writeEnd, bytes));
      });
    }
  } finally {
    yield* wait(sys.close(writeEnd));
  }
  return readEnd;
}

function* feed(sys: Sys, readEnd: Fd, writeEnd: Fd, bytes: Uint8Array): Step<number> {
  yield* wait(sys.close(readEnd));
  yield* wait(writeAll(sys, writeEnd, bytes));
  return 0;
}
