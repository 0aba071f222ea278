/** System calls on processes, signals and time. */
import { exited, fail, PosixError, signalName, signals } from '../posix/index.ts';
import { clone, fork } from './clone.ts';
import { exec, spawn } from './exec.ts';
import { breathe, type Caller, type Calls } from './gate.ts';
import type { Process } from './process.ts';
import { infoOf } from './process-info.ts';
import { limitOf, withLimit } from './rlimits.ts';
import { deliverPending, takeSignal } from './signal-delivery.ts';
import { ProcessExit } from './sys.ts';
import type { Disposition } from './types.ts';
import { WaitQueue, waitOn } from './wait.ts';
import { wait } from './wait-child.ts';

const HIGHEST = 64;

export const processCalls: Calls<
  | 'spawn'
  | 'fork'
  | 'clone'
  | 'atRelease'
  | 'exec'
  | 'wait'
  | 'kill'
  | 'exit'
  | 'sigaction'
  | 'sigmask'
  | 'takeSignal'
  | 'pause'
  | 'sigsuspend'
  | 'sleep'
  | 'breathe'
  | 'stayPut'
  | 'hold'
  | 'getrlimit'
  | 'setrlimit'
  | 'processes'
  | 'times'
> = {
  spawn: ({ core, process }, path, argv, options) => spawn(core, process, path, argv, options),
  fork: ({ core, process }, main, options) => fork(core, process, main, options),
  clone: ({ core, process }, flags, start, options) => clone(core, process, flags, start, options),
  atRelease: ({ process }, callback) => process.space.atRelease(callback),
  exec: ({ core, process }, path, argv, env) => exec(core, process, path, argv, env),
  wait: ({ process }, pid, options) => wait(process, pid, options),
  kill,
  exit({ process }, code) {
    const status = exited(code);
    process.charge();
    process.die(status);
    throw new ProcessExit(status);
  },
  sigaction,
  sigmask({ process }, blocked) {
    const former = process.blocked;
    if (blocked) {
      process.blocked = new Set(blocked);
      deliverPending(process);
    }
    return former;
  },
  takeSignal: ({ process }) => takeSignal(process),
  sigsuspend({ process }, mask) {
    process.savedMask ??= process.blocked;
    process.blocked = new Set(mask);
    // Waits before it lets signals in: what is pending ends it at once.
    const waiting = waitOn<never>(process, [], () => undefined, { restartable: false });
    deliverPending(process);
    return waiting;
  },
  pause: ({ process }) => waitOn<never>(process, [], () => undefined, { restartable: false }),
  async sleep({ core, process }, ms) {
    const until = core.clock.monotonic() + ms;
    const queue = new WaitQueue();
    const abort = new AbortController();
    core.clock.sleep(ms, abort.signal).then(
      () => queue.wake(),
      () => {},
    );
    // Timers may fire a little early; that would make `sleep` loops of programs spin.
    const attempt = (): true | undefined => (core.clock.monotonic() >= until - 1 ? true : undefined);
    await waitOn(process, [queue], attempt, { restartable: false, after: () => abort.abort() });
  },
  breathe,
  stayPut({ process }) {
    process.staysPut = true;
  },
  hold: ({ core, process }, bytes) => core.table.cgroup.hold(process, bytes),
  getrlimit: ({ process }, resource) => limitOf(process.limits, resource),
  setrlimit({ core, process }, resource, limit) {
    const mayRaise = core.isPrivileged && process.identity.euid === 0;
    process.limits = withLimit(process.limits, resource, limit, mayRaise);
  },
  processes: ({ core }) => core.table.all().map(infoOf),
  times({ process }) {
    process.charge();
    return { self: process.cpu, children: process.childrenCpu };
  },
};

function kill({ core, process }: Caller, pid: number, signal: number): void {
  if (!Number.isInteger(signal) || signal < 0 || signal > HIGHEST) fail('EINVAL');
  const targets = targetsOf(core.table.all(), process, pid);
  if (targets.length === 0) fail('ESRCH');
  const allowed = targets.filter((target) => maySignal(process, target, signal));
  if (allowed.length === 0) fail('EPERM');
  for (const target of allowed) target.signal(signal);
}

function targetsOf(all: Process[], process: Process, pid: number): Process[] {
  if (pid > 0) return all.filter((target) => target.pid === pid);
  if (pid === -1) return all.filter((target) => target.pid !== 1 && target !== process);
  const pgid = pid === 0 ? process.pgid : -pid;
  return all.filter((target) => target.pgid === pgid);
}

/** @see kill(2): the sender's real or effective user is the target's real or saved one */
function maySignal(process: Process, target: Process, signal: number): boolean {
  const { euid, uid } = process.identity;
  if (euid === 0) return true;
  if (signal === signals.CONT && target.sid === process.sid) return true;
  return [euid, uid].some((id) => id === target.identity.uid || id === target.identity.suid);
}

function sigaction({ process }: Caller, signal: number, disposition: Disposition): Disposition {
  const real = signalName(signal) !== undefined || (signal > 31 && signal <= HIGHEST);
  if (!real || signal === signals.KILL || signal === signals.STOP) throw new PosixError('EINVAL');
  const former = process.dispositions.get(signal) ?? 'default';
  if (disposition === 'default') process.dispositions.delete(signal);
  else process.dispositions.set(signal, disposition);
  if (disposition === 'ignore') process.pending.delete(signal);
  deliverPending(process);
  return former;
}
