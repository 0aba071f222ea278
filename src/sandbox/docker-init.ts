/**
 * The init that `docker run --init` puts before a container's own process: tini, as dockerd ships it.
 *
 * It has one child, in a group of its own, hands signals on to it, reaps whom others left behind, and
 * ends as the child ends.
 *
 * @see https://github.com/krallin/tini, src/tini.c
 */
import { encode } from '../base/index.ts';
import type { Main, Sys } from '../kernel/index.ts';
import { errnoOf, exitCodeOf, SA_RESTART, signals, strerror } from '../posix/index.ts';

const { KILL, STOP, CHLD, FPE, ILL, SEGV, BUS, ABRT, TRAP, SYS, TTIN, TTOU } = signals;
/** What cannot be caught, is tini's own, or tells of a fault of tini's own. */
const KEPT: readonly number[] = [KILL, STOP, CHLD, FPE, ILL, SEGV, BUS, ABRT, TRAP, SYS, TTIN, TTOU];

/** `docker-init -- PROGRAM ARGUMENT…` */
export const dockerInit: Main = async (sys) => {
  const argv = sys.argv.slice(sys.argv[1] === '--' ? 2 : 1);
  const group = sys.isatty(0) ? { pgid: 0, foreground: 0 } : { pgid: 0 };
  const child = sys.fork((forked) => execute(forked, argv), group);
  const handler = (signal: number): void => {
    try {
      sys.kill(child, signal);
    } catch {
      // It is gone already, and will be waited for.
    }
  };
  for (const signal of Object.values(signals)) {
    if (!KEPT.includes(signal)) sys.sigaction(signal, { handler, flags: SA_RESTART });
  }
  for (;;) {
    const ended = await sys.wait(-1);
    if (ended?.pid === child) return exitCodeOf(ended.status);
  }
};

/** execvp(3), and tini's words where it fails. */
async function execute(sys: Sys, argv: readonly string[]): Promise<number> {
  const [name = ''] = argv;
  const folders = name.includes('/') ? [''] : (sys.env['PATH'] ?? '').split(':').map((path) => `${path}/`);
  let reason = 'ENOENT';
  for (const folder of folders) {
    try {
      await sys.exec(folder + name, argv);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      if (errno === 'ENOENT' || errno === 'ENOTDIR') continue;
      reason = errno;
      if (errno !== 'EACCES') break;
    }
  }
  const words = `[FATAL tini (${sys.pid})] exec ${name} failed: ${strerror(reason)}\n`;
  await sys.write(2, encode(words));
  return { ENOENT: 127, EACCES: 126 }[reason] ?? 1;
}
