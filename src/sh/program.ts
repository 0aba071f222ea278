/**
 * Programs: found along PATH, spawned or exec'd, scripts without `#!` run by this shell.
 */
import { type Maybe, StrataError } from '../base/index.ts';
import type { Env } from '../kernel/index.ts';
import { errnoOf, isDir, isFile, strerror, X_OK } from '../posix/index.ts';
import { forkFailure, JOB_SIGNALS, runForeground, TERMINAL_FD } from './process.ts';
import { restoreFds, type SavedFd } from './redirect.ts';
import { complain, type Shell } from './shell.ts';
import { type Step, wait } from './step.ts';
import { getVariable } from './variables.ts';

interface ProgramOptions {
  readonly environment: Env;
  /** For `jobs`. */
  readonly text: string;
  /** Whether the program may take this process's place. */
  readonly last: boolean;
  /** Redirections to undo once the program has them and has ended. */
  readonly saved: SavedFd[];
}

/** Runs a program in the foreground; answers its exit status, or 126 or 127 where it cannot. */
export function* runProgram(shell: Shell, words: readonly string[], options: ProgramOptions): Step<number> {
  const name = words[0]!;
  const searchPath = options.environment['PATH'] ?? getVariable(shell.variables, 'PATH');
  const path = yield* findProgram(shell, name, searchPath);
  if (path === undefined) {
    const handled = shell.bash && (yield* shell.bash.handleNotFound(shell, words));
    return handled ?? (yield* notFound(shell, name));
  }
  try {
    if (options.last) {
      const environment = shell.bash?.leavingEnvironment(shell, options.environment) ?? options.environment;
      return yield* execProgram(shell, path, words, environment);
    }
    return yield* spawnProgram(shell, path, words, options);
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') shell.hash.delete(name);
    const entered = shell.bash && (yield* shell.bash.enterFolder(shell, words));
    return entered ?? (yield* cannotRun(shell, name, error));
  }
}

function* spawnProgram(
  shell: Shell,
  path: string,
  words: readonly string[],
  options: ProgramOptions,
): Step<number> {
  const { sys } = shell;
  const controlled = shell.options.monitor && !shell.subshell;
  const spawnOptions = {
    env: options.environment,
    ...(controlled ? { pgid: 0, foreground: TERMINAL_FD } : {}),
    ...(shell.interactive
      ? { defaultSignals: JOB_SIGNALS.filter((signal) => shell.traps.get(signal) !== '') }
      : {}),
  };
  let pid: number;
  try {
    pid = yield* wait(sys.spawn(path, words, spawnOptions));
  } catch (error) {
    if (!isScript(error)) throw forkFailure(shell, error);
    pid = forkScript(shell, path, words, options.environment, controlled);
  }
  const restore = () => restoreFds(sys, options.saved.splice(0));
  // ash tells who was killed where the command's own complaints went; bash does not.
  if (shell.dialect.name !== 'ash') yield* restore();
  return yield* runForeground(shell, [{ pid, text: options.text }], pid, controlled, restore);
}

/** A file that no format knows is a script for this shell; one that a format refuses with a reason is none. */
function isScript(error: unknown): boolean {
  return errnoOf(error) === 'ENOEXEC' && reasonOf(error) === undefined;
}

function reasonOf(error: unknown): string | undefined {
  const reason = error instanceof StrataError ? error.data['reason'] : undefined;
  return typeof reason === 'string' ? reason : undefined;
}

function forkScript(
  shell: Shell,
  path: string,
  words: readonly string[],
  env: Env,
  controlled: boolean,
): number {
  return shell.sys.fork((child) => shell.runScript(child, path, words.slice(1), env), {
    argv: [shell.arg0, path, ...words.slice(1)],
    ...(controlled ? { pgid: 0, foreground: TERMINAL_FD } : {}),
  });
}

/** Replaces this process. @throws {PosixError} where that fails */
export function* execProgram(shell: Shell, path: string, words: readonly string[], env: Env): Step<number> {
  try {
    return yield* wait(shell.sys.exec(path, words, env));
  } catch (error) {
    if (!isScript(error)) throw error;
    return yield* wait(shell.runScript(shell.sys, path, words.slice(1), env));
  }
}

export function* notFound(shell: Shell, name: string): Step<number> {
  if (name === '' && shell.dialect.name === 'ash') {
    yield* wait(complain(shell, ': Permission denied'));
    return 127;
  }
  if (shell.dialect.name === 'bash') {
    const text = name.includes('/') ? 'No such file or directory' : 'command not found';
    yield* wait(complain(shell, `${name}: ${text}`));
  } else yield* wait(complain(shell, `${name}: not found`));
  return 127;
}

/** Says why a file that was found does not run; answers 126 or 127. */
export function* cannotRun(shell: Shell, name: string, error: unknown): Step<number> {
  const code = errnoOf(error) ?? 'EIO';
  const isAsh = shell.dialect.name === 'ash';
  if (code === 'ENOENT' || (code === 'ENOTDIR' && isAsh)) return yield* notFound(shell, name);
  const text = strerror(!isAsh && (yield* isFolder(shell, name)) ? 'EISDIR' : code);
  // As bash says it of what is no text.
  const what = code === 'ENOEXEC' && !isAsh ? `cannot execute binary file: ${text}` : text;
  yield* wait(complain(shell, `${name}: ${what}`));
  const reason = reasonOf(error);
  if (reason !== undefined) yield* wait(complain(shell, `${name}: ${reason}`));
  return 126;
}

/** bash looks again at what execve(2) refused. */
function* isFolder(shell: Shell, path: string): Step<boolean> {
  try {
    return isDir((yield* wait(shell.sys.stat(path))).mode);
  } catch {
    return false;
  }
}

/** The file that a command's name means; undefined where there is none. */
export function* findProgram(shell: Shell, name: string, searchPath?: string): Step<string | undefined> {
  if (name.includes('/')) return name;
  const usual = searchPath === getVariable(shell.variables, 'PATH');
  const known = usual ? shell.hash.get(name) : undefined;
  if (known) {
    known.hits++;
    return known.path;
  }
  const path = yield* searchProgram(shell, name, searchPath ?? '');
  if (path !== undefined && usual && shell.bashState.options?.has('hashall') !== false)
    shell.hash.set(name, { path, hits: 1 });
  return path;
}

/** Walks a search path; a file that may not be executed is taken if there is no better one. */
export function* searchProgram(shell: Shell, name: string, searchPath: string): Step<string | undefined> {
  let second: string | undefined;
  if (name === '') return undefined;
  for (const directory of searchPath.split(':')) {
    const path = directory === '' ? name : `${directory}/${name}`;
    const kind = yield* wait(inspect(shell, path));
    if (kind === 'program') return path;
    if (kind === 'file') second ??= path;
  }
  return second;
}

function inspect(shell: Shell, path: string): Maybe<'program' | 'file' | undefined> {
  return (async () => {
    try {
      if (!isFile((await shell.sys.stat(path)).mode)) return undefined;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return undefined;
    }
    try {
      await shell.sys.access(path, X_OK);
      return 'program';
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return 'file';
    }
  })();
}
