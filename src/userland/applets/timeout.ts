/**
 * timeout: a program that is sent a signal if it is not gone in time.
 *
 * The program takes the place of timeout itself, so that its parent sees how it ended; who watches is a
 * grandchild, of whom the program knows nothing.
 */
import type { Main, Pid, Sys } from '../../kernel/index.ts';
import { errnoOf, parseSignal, signals } from '../../posix/index.ts';
import { durationOf } from '../durations.ts';
import { applet, type Io } from '../io.ts';
import { becomeProgram, waitFor } from '../launch.ts';
import { parseOptions } from '../options.ts';

/** Milliseconds between looks at whether the program is still there. */
const TICK = 50;

export const main = applet({
  usage: '[-s SIG] [-k KILL_SECS] SECS PROG ARGS',
  about: 'Run PROG. Send SIG to it if it is not gone in SECS seconds.',
  async run(io) {
    const options = parseOptions(io, 's:k:p', { min: 2, stop: true });
    const [limit, ...argv] = options.operands as [string, ...string[]];
    const name = options.value('s') ?? 'TERM';
    const signal = parseSignal(name) ?? io.die(`unknown signal '${name}'`);
    const grace = options.has('k') ? secondsOf(io, options.value('k')!) : 0;
    const seconds = secondsOf(io, limit);
    const { pid } = io.sys;
    const watch: Main = async (sys) => {
      for (const fd of sys.fds()) await sys.close(fd);
      if (!(await isGoneWithin(sys, pid, seconds))) send(sys, pid, signal);
      if (grace > 0 && !(await isGoneWithin(sys, pid, grace))) send(sys, pid, signals.KILL);
      return 0;
    };
    const between: Main = (sys) => {
      sys.fork(watch);
      return 0;
    };
    await waitFor(io.sys, io.sys.fork(between));
    return becomeProgram(io, argv);
  },
});

function secondsOf(io: Io, text: string): number {
  return durationOf(text) ?? io.die(`invalid number '${text}'`);
}

async function isGoneWithin(sys: Sys, pid: Pid, seconds: number): Promise<boolean> {
  const end = sys.monotonic() + seconds * 1000;
  for (;;) {
    if (!send(sys, pid, 0)) return true;
    const left = end - sys.monotonic();
    if (left <= 0) return false;
    await sys.sleep(Math.min(left, TICK));
  }
}

/** Answers false where nobody is there any more. */
function send(sys: Sys, pid: Pid, signal: number): boolean {
  try {
    sys.kill(pid, signal);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ESRCH') return false;
    throw error;
  }
}
