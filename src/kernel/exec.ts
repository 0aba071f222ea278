/**
 * Programs from files: exec, which replaces a process's image or leaves it whole, and spawn.
 *
 * @see POSIX, "exec", "posix_spawn"
 */
import type { Maybe } from '../base/index.ts';
import { fail, S_ISGID, S_ISUID, signals } from '../posix/index.ts';
import { abandon, copyEnv, joinGroup, makeChild } from './clone.ts';
import type { Core } from './core.ts';
import type { Description } from './description.ts';
import { startProgram } from './executor.ts';
import { findProgram, openPath, walkTo } from './files.ts';
import type { Process } from './process.ts';
import { AddressSpace, type Dispositions } from './sharing.ts';
import { deliverPending } from './signal-delivery.ts';
import { ProcessExit } from './sys.ts';
import type { Env, FileAction, Pid, SpawnOptions } from './types.ts';

export async function spawn(
  core: Core,
  parent: Process,
  path: string,
  argv: readonly string[],
  options: SpawnOptions = {},
): Promise<Pid> {
  const parentRun = parent.run;
  const env = options.env ?? parent.env;
  checkSize(argv, env);
  const child = makeChild(core, parent, {
    flags: signals.CHLD,
    run: { argv, exe: path, comm: '' },
    dispositions: ignoredOf(parent.dispositions, options.defaultSignals),
    env,
  });
  child.execed = true;
  try {
    if (options.cwd !== undefined) child.fs.cwd = await walkTo(core, child, options.cwd);
    for (const action of options.actions ?? []) {
      const acting = act(core, child, action);
      if (acting instanceof Promise) await acting;
    }
    const program = await findProgram(core, child, path, argv, env);
    if (parent.run !== parentRun) throw new ProcessExit(parent.status ?? 0);
    child.descriptors = child.descriptors.afterExec();
    child.run = child.lastRun = program.run;
    adoptIds(child, program.stat);
    joinGroup(parent, child, options);
    core.table.add(child);
    startProgram(core, child, program.start);
    return child.pid;
  } catch (error) {
    abandon(core, child);
    throw error;
  }
}

export async function exec(
  core: Core,
  process: Process,
  path: string,
  argv: readonly string[],
  env: Env = process.env,
): Promise<never> {
  const run = process.run;
  checkSize(argv, env);
  const program = await findProgram(core, process, path, argv, env);
  if (process.run !== run) throw new ProcessExit(process.status ?? 0);
  // From here on nothing fails: there is no image to go back to.
  process.env = copyEnv(env);
  process.dispositions = ignoredOf(process.dispositions);
  process.descriptors = process.descriptors.afterExec();
  process.run = process.lastRun = program.run;
  process.savedMask = undefined;
  core.table.cgroup.moved(process, new AddressSpace());
  process.staysPut = false;
  process.execed = true;
  adoptIds(process, program.stat);
  const gone = new ProcessExit(0);
  for (const wait of [...process.waits]) wait.end(gone);
  startProgram(core, process, program.start);
  // What had a handler that was not entered yet has none now.
  deliverPending(process);
  process.moved();
  throw gone;
}

/** Handlers do not outlive exec; what is ignored stays so. */
function ignoredOf(before: Dispositions, defaults: readonly number[] = []): Dispositions {
  const dispositions: Dispositions = new Map();
  for (const [signal, disposition] of before) {
    if (disposition === 'ignore' && !defaults.includes(signal)) dispositions.set(signal, disposition);
  }
  return dispositions;
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
