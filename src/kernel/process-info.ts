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
    comm: commOf(process),
    tty: process.tty?.name.replace('/dev/', ''),
    started: process.started,
    cpu: process.cpu,
  };
}

/** The program's name as the kernel keeps it: its file's, 15 bytes at most. */
export function commOf(process: Process): string {
  const { exe, argv } = process.lastRun;
  return (exe.split('/').pop() || argv[0] || '').slice(0, 15);
}
