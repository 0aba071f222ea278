/**
 * New processes: fork, vfork and clone with its parts.
 *
 * @see POSIX, "fork"; vfork(2), clone(2)
 */
import type { Maybe } from '../base/index.ts';
import {
  CLONE_FILES,
  CLONE_FS,
  CLONE_PARENT,
  CLONE_SIGHAND,
  CLONE_VFORK,
  CLONE_VM,
  fail,
  signals,
} from '../posix/index.ts';
import type { Core } from './core.ts';
import { startProgram, typeScript } from './executor.ts';
import { Process, type Run } from './process.ts';
import { AddressSpace, type Dispositions } from './sharing.ts';
import type { Main, Start } from './sys.ts';
import type { Env, ForkOptions, Pid } from './types.ts';
import { WaitQueue, waitOn } from './wait.ts';

/** All flags that there are but the exit signal. Threads of one process (CLONE_THREAD) and namespaces are not. */
const SIGNAL = 0xff;
const KNOWN = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_VFORK | CLONE_PARENT | SIGNAL;

export function fork(core: Core, parent: Process, main: Main, options: ForkOptions = {}): Pid {
  return begin(core, parent, typeScript(main), signals.CHLD, options).pid;
}

/** @throws EINVAL, EAGAIN; with CLONE_VFORK it waits until the child has another address space or is dead */
export function clone(
  core: Core,
  parent: Process,
  flags: number,
  start: Start,
  options: ForkOptions = {},
): Maybe<Pid> {
  if (flags & ~KNOWN) fail('EINVAL');
  // What handlers are is known in one address space only.
  if (flags & CLONE_SIGHAND && !(flags & CLONE_VM)) fail('EINVAL');
  if (flags & CLONE_PARENT && parent.pid === 1) fail('EINVAL');
  const child = begin(core, parent, start, flags, options);
  if (!(flags & CLONE_VFORK)) return child.pid;
  const queue = new WaitQueue();
  let moved = false;
  child.onMoved = () => {
    moved = true;
    queue.wake();
  };
  const attempt = (): Pid | undefined => (moved ? child.pid : undefined);
  return waitOn(parent, [queue], attempt, { interruptible: false });
}

function begin(core: Core, parent: Process, start: Start, flags: number, options: ForkOptions): Process {
  const argv = options.argv ?? parent.run!.argv;
  const child = makeChild(core, parent, {
    flags,
    run: { ...parent.run!, argv },
    dispositions: flags & CLONE_SIGHAND ? parent.dispositions : new Map(parent.dispositions),
  });
  try {
    joinGroup(parent, child, options);
  } catch (error) {
    abandon(core, child);
    throw error;
  }
  core.table.add(child);
  startProgram(core, child, start);
  return child;
}

/** Takes back a process that is in no table. */
export function abandon(core: Core, child: Process): void {
  core.table.release(child.pid);
  child.descriptors.leave();
}

export interface ChildOptions {
  /** CLONE_*, and the exit signal in the lowest byte. */
  readonly flags: number;
  readonly run: Run;
  readonly dispositions: Dispositions;
  readonly env?: Env;
}

/** A process that is in no table yet. @throws EAGAIN */
export function makeChild(core: Core, caller: Process, options: ChildOptions): Process {
  checkProcesses(core, caller);
  const { flags, run, dispositions, env = caller.env } = options;
  const isSibling = (flags & CLONE_PARENT) !== 0;
  return new Process(core.table, {
    pid: core.table.allocate(),
    parent: isSibling ? caller.parent : caller,
    exitSignal: isSibling ? caller.exitSignal : flags & SIGNAL,
    pgid: caller.pgid,
    sid: caller.sid,
    tty: caller.tty,
    identity: caller.identity,
    fs: flags & CLONE_FS ? caller.fs : caller.fs.copy(),
    space: flags & CLONE_VM ? caller.space : new AddressSpace(),
    env: copyEnv(env),
    descriptors: flags & CLONE_FILES ? caller.descriptors.join() : caller.descriptors.copy(),
    dispositions,
    blocked: caller.blocked,
    run,
    started: core.clock.now(),
    limits: caller.limits,
  });
}

/** A copy whose keys from outside cannot be taken for an object's own. */
export function copyEnv(env: Readonly<Env>): Env {
  return Object.assign(Object.create(null) as Env, env);
}

/**
 * The child's group is set before it is in the table, so that nobody signals a half-made job.
 * @throws EBADF, ENOTTY
 */
export function joinGroup(
  parent: Process,
  child: Process,
  options: { pgid?: Pid; foreground?: number },
): void {
  if (options.pgid !== undefined) child.pgid = options.pgid || child.pid;
  if (options.foreground !== undefined) {
    const tty = parent.descriptors.get(options.foreground).open.tty ?? fail('ENOTTY');
    tty.foreground = child.pgid;
  }
}

/** RLIMIT_NPROC bounds a user's processes, but not root's. @throws EAGAIN */
function checkProcesses(core: Core, { identity, limits }: Process): void {
  const limit = limits.get('nproc');
  if (!limit || identity.uid === 0) return;
  const own = core.table.all().filter((process) => process.identity.uid === identity.uid);
  if (own.length >= limit.soft) fail('EAGAIN');
}
