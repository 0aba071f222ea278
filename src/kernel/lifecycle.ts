/**
 * The lives of processes: fork, spawn, exec, wait, and how a program's end becomes a death.
 *
 * @see POSIX, "fork", "posix_spawn", "exec", "waitpid"
 */
import { encode, type Maybe, messageOf } from '../base/index.ts';
import { exited, fail, PosixError, S_ISGID, S_ISUID, signalled, signals, stopped } from '../posix/index.ts';
import type { Core } from './core.ts';
import type { Description } from './description.ts';
import { findProgram, openPath, walkTo } from './files.ts';
import { Process, type Run } from './process.ts';
import {
  type Env,
  type FileAction,
  type ForkOptions,
  type Main,
  type Pid,
  ProcessExit,
  type ProgramLoader,
  type SpawnOptions,
  type WaitOptions,
  type WaitResult,
} from './types.ts';
import { waitOn } from './wait.ts';

/** A copy whose keys from outside cannot be taken for an object's own. */
export function copyEnv(env: Readonly<Env>): Env {
  return Object.assign(Object.create(null) as Env, env);
}

/** Runs a program in a process that is in the table; its result or failure ends that. */
export function startProgram(core: Core, process: Process, load: ProgramLoader | { main: Main }): void {
  const run = process.run!;
  const sys = core.createSys(process, run);
  const finish = (status: number): void => {
    if (process.run === run) {
      process.charge();
      process.die(status);
    }
  };
  const crash = (error: unknown): void => {
    if (error instanceof ProcessExit) finish(error.status);
    else if (process.run === run) finish(reportCrash(process, error));
  };
  const go = async (): Promise<void> => {
    const main = 'main' in load ? load.main : await core.loadMain(load);
    if (process.run !== run) return;
    core.turns.lap();
    const code = main(sys);
    finish(exited(code instanceof Promise ? await code : code));
  };
  // Not at once: the parent goes on first, as it usually does.
  queueMicrotask(() => void go().catch(crash));
}

/** What a program did not catch: an errno in words and exit 1, anything else a fault of ours. */
function reportCrash(process: Process, error: unknown): number {
  const known = error instanceof PosixError;
  const text = known
    ? error.message
    : `crashed: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`;
  const stderr = process.descriptors.peek(2);
  try {
    const written = stderr?.open.write?.(
      process,
      encode(`${process.lastRun.argv[0]}: ${text}\n`),
      undefined,
      0,
    );
    if (written instanceof Promise) written.catch(() => {});
  } catch {}
  if (known) return exited(1);
  return signalled(error instanceof RangeError ? signals.SEGV : signals.ABRT);
}

export function fork(core: Core, parent: Process, main: Main, options: ForkOptions = {}): Pid {
  const argv = options.argv ?? parent.run!.argv;
  const child = makeChild(core, parent, { ...parent.run!, argv }, new Map(parent.dispositions));
  core.table.add(child);
  joinGroup(parent, child, options);
  startProgram(core, child, { main });
  return child.pid;
}

export async function spawn(
  core: Core,
  parent: Process,
  path: string,
  argv: readonly string[],
  options: SpawnOptions = {},
): Promise<Pid> {
  const parentRun = parent.run;
  checkSize(argv, options.env ?? parent.env);
  const dispositions = inherited(parent, options.defaultSignals);
  const child = makeChild(core, parent, { argv, exe: path, comm: '' }, dispositions, options.env);
  child.execed = true;
  try {
    if (options.cwd !== undefined) child.cwd = await walkTo(core, child, options.cwd);
    for (const action of options.actions ?? []) {
      const acting = act(core, child, action);
      if (acting instanceof Promise) await acting;
    }
    const finding = findProgram(core, child, path, argv);
    const program = finding instanceof Promise ? await finding : finding;
    if (parent.run !== parentRun) throw new ProcessExit(parent.status ?? 0);
    child.descriptors.closeAll('cloexec');
    child.run = child.lastRun = { argv: program.argv, exe: program.exe, comm: program.comm };
    adoptIds(child, program.stat);
    core.table.add(child);
    joinGroup(parent, child, options);
    startProgram(core, child, program.load);
    return child.pid;
  } catch (error) {
    core.table.release(child.pid);
    child.descriptors.closeAll('all');
    throw error;
  }
}

export async function exec(
  core: Core,
  process: Process,
  path: string,
  argv: readonly string[],
  env?: Env,
): Promise<never> {
  const run = process.run;
  checkSize(argv, env ?? process.env);
  const program = await findProgram(core, process, path, argv);
  if (process.run !== run) throw new ProcessExit(process.status ?? 0);
  process.env = copyEnv(env ?? process.env);
  for (const [signal, disposition] of process.dispositions) {
    if (typeof disposition === 'object') process.dispositions.delete(signal);
  }
  process.descriptors.closeAll('cloexec');
  process.run = process.lastRun = { argv: program.argv, exe: program.exe, comm: program.comm };
  core.table.cgroup.hold(process, -process.held);
  process.staysPut = false;
  process.execed = true;
  adoptIds(process, program.stat);
  const gone = new ProcessExit(0);
  for (const wait of [...process.waits]) wait.end(gone);
  startProgram(core, process, program.load);
  throw gone;
}

export function wait(process: Process, pid: Pid, options: WaitOptions = {}): Maybe<WaitResult | undefined> {
  const attempt = (): WaitResult | undefined => {
    let candidates = 0;
    for (const child of process.children) {
      if (!isAwaited(process, child, pid)) continue;
      candidates++;
      if (!child.alive) {
        process.table.reap(child);
        return { pid: child.pid, status: child.status! };
      }
      if (options.untraced && child.stoppedBy !== undefined && child.stopUntold) {
        child.stopUntold = false;
        return { pid: child.pid, status: stopped(child.stoppedBy) };
      }
    }
    if (candidates === 0) fail('ECHILD');
    return undefined;
  };
  const now = attempt();
  if (now || options.nohang) return now;
  return waitOn(process, [process.childQueue], attempt);
}

function isAwaited(process: Process, child: Process, pid: Pid): boolean {
  if (pid > 0) return child.pid === pid;
  if (pid === -1) return true;
  return child.pgid === (pid === 0 ? process.pgid : -pid);
}

function makeChild(
  core: Core,
  parent: Process,
  run: Run,
  dispositions: Process['dispositions'],
  env: Env = parent.env,
): Process {
  checkProcesses(core, parent);
  return new Process(core.table, {
    pid: core.table.allocate(),
    parent,
    pgid: parent.pgid,
    sid: parent.sid,
    tty: parent.tty,
    identity: parent.identity,
    root: parent.root,
    cwd: parent.cwd,
    umask: parent.umask,
    env: copyEnv(env),
    descriptors: parent.descriptors.copy(),
    dispositions,
    blocked: parent.blocked,
    run,
    started: core.clock.now(),
    limits: parent.limits,
  });
}

/** RLIMIT_NPROC bounds a user's processes, but not root's. @throws EAGAIN */
function checkProcesses(core: Core, { identity, limits }: Process): void {
  const limit = limits.get('nproc');
  if (!limit || identity.uid === 0) return;
  const own = core.table.all().filter((process) => process.identity.uid === identity.uid);
  if (own.length >= limit.soft) fail('EAGAIN');
}

/** As Linux with its usual stack limit: 128 KB a string, 2 MB in all. @throws E2BIG */
function checkSize(argv: readonly string[], env: Readonly<Env>): void {
  let size = 0;
  for (const word of argv) {
    if (word.length >= LONGEST_ARGUMENT) fail('E2BIG');
    size += word.length + 9;
  }
  for (const name in env) size += name.length + env[name]!.length + 10;
  if (size > MOST_ARGUMENTS) fail('E2BIG');
}

const LONGEST_ARGUMENT = 128 * 1024;
const MOST_ARGUMENTS = 2 * 1024 * 1024;

/** Handlers do not outlive exec; what is ignored stays so. */
function inherited(parent: Process, defaults: readonly number[] = []): Process['dispositions'] {
  const dispositions: Process['dispositions'] = new Map();
  for (const [signal, disposition] of parent.dispositions) {
    if (disposition === 'ignore' && !defaults.includes(signal)) dispositions.set(signal, disposition);
  }
  return dispositions;
}

/** The child's group is set before either runs on, so that nobody signals a half-made job. */
function joinGroup(parent: Process, child: Process, options: { pgid?: Pid; foreground?: number }): void {
  if (options.pgid !== undefined) child.pgid = options.pgid || child.pid;
  if (options.foreground !== undefined) {
    const tty = parent.descriptors.get(options.foreground).open.tty ?? fail('ENOTTY');
    tty.foreground = child.pgid;
  }
}

/** Set-user-ID and set-group-ID bits of a program's file. */
function adoptIds(process: Process, stat: { mode: number; uid: number; gid: number }): void {
  const { identity } = process;
  const euid = stat.mode & S_ISUID ? stat.uid : identity.euid;
  const egid = stat.mode & S_ISGID ? stat.gid : identity.egid;
  process.identity = { ...identity, euid, egid, suid: euid, sgid: egid };
}

function act(core: Core, child: Process, action: FileAction): Maybe<unknown> {
  const { descriptors } = child;
  if (action.kind === 'close') return descriptors.peek(action.fd) && descriptors.close(action.fd);
  if (action.kind === 'dup2') {
    const description = descriptors.get(action.from);
    if (action.from === action.to) descriptors.slot(action.from).cloexec = false;
    else return descriptors.set(action.to, description);
    return undefined;
  }
  const opened = openPath(core, child, action.path, action.flags, action.mode);
  const place = (description: Description): Maybe<void> => descriptors.set(action.fd, description);
  return opened instanceof Promise ? opened.then(place) : place(opened);
}
