/** What others may know of a process. */
import type { Process } from './process.ts';
import type { ProcessInfo } from './types.ts';

export function infoOf(process: Process): ProcessInfo {
  const { argv } = process.lastRun;
  return {
    pid: process.pid,
    ppid: process.parent?.pid ?? 0,
    pgid: process.pgid,
    sid: process.sid,
    uid: process.identity.euid,
    gid: process.identity.egid,
    state: process.state,
    argv: process.alive ? argv : [],
    comm: process.lastRun.comm,
    tty: process.tty?.name.replace('/dev/', ''),
    started: process.started,
    cpu: process.cpu,
  };
}

/** What the kernel calls a program that was started by this path. */
export function commOf(path: string): string {
  return (path.split('/').pop() ?? '').slice(0, 15);
}
