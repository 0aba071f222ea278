/** Runs other programs: search of PATH, spawn, wait, exec with the usual messages and statuses. */
import type { Env, Sys } from '../kernel/index.ts';
import { errnoOf, exitCodeOf, fail, isFile, X_OK } from '../posix/index.ts';
import { statOf } from './files.ts';
import type { Io } from './io.ts';
import { joinPath } from './paths.ts';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** All files that a name means, in the order of PATH; a name with a slash means itself. */
export async function findPrograms(
  sys: Sys,
  name: string,
  path = sys.env['PATH'] ?? DEFAULT_PATH,
): Promise<string[]> {
  const candidates = name.includes('/')
    ? [name]
    : path.split(':').map((directory) => joinPath(directory || '.', name));
  const found: string[] = [];
  for (const candidate of candidates) {
    const stat = await statOf(sys, candidate).catch(() => undefined);
    if (!stat || !isFile(stat.mode)) continue;
    try {
      await sys.access(candidate, X_OK);
      found.push(candidate);
    } catch (error) {
      if (!errnoOf(error)) throw error;
    }
  }
  return found;
}

/** Path of the program that a name means. @throws ENOENT, EACCES */
async function resolveProgram(sys: Sys, name: string): Promise<string> {
  if (name.includes('/')) return name;
  const [first] = await findPrograms(sys, name);
  return first ?? fail('ENOENT');
}

/** Starts a program and waits; the exit code as a shell counts it. @throws ENOENT, EACCES, ENOEXEC */
export async function runProgram(sys: Sys, argv: readonly string[], env?: Env): Promise<number> {
  return exitCodeOf(await statusOfProgram(sys, argv, env));
}

/** Starts a program and waits; the status as wait(2) has it. @throws ENOENT, EACCES, ENOEXEC */
export async function statusOfProgram(sys: Sys, argv: readonly string[], env?: Env): Promise<number> {
  const path = await resolveProgram(sys, argv[0]!);
  return statusOf(sys, await sys.spawn(path, argv, env ? { env } : {}));
}

/** Waits for one child however often a signal interrupts; the exit code as a shell counts it. */
export async function waitFor(sys: Sys, pid: number): Promise<number> {
  return exitCodeOf(await statusOf(sys, pid));
}

async function statusOf(sys: Sys, pid: number): Promise<number> {
  for (;;) {
    try {
      const result = await sys.wait(pid);
      if (result) return result.status;
    } catch (error) {
      if (errnoOf(error) !== 'EINTR') throw error;
    }
  }
}

/** Becomes another program, or reports why not: 127 where it is not there, else 126. */
export async function becomeProgram(io: Io, argv: readonly string[], env?: Env): Promise<number> {
  await io.flush();
  try {
    return await io.sys.exec(await resolveProgram(io.sys, argv[0]!), argv, env);
  } catch (error) {
    return reportLaunch(io, `can't execute '${argv[0]}'`, error);
  }
}

/** Message and status of a program that could not be started. */
function reportLaunch(io: Io, message: string, error: unknown): number {
  io.warnErrno(message, error);
  return errnoOf(error) === 'ENOENT' ? 127 : 126;
}
