/**
 * System calls on who a process is: user and group ids, process groups, sessions, the host's name.
 *
 * @see POSIX, "setuid", "setgid", "setpgid", "setsid"
 */
import { fail } from '../posix/index.ts';
import type { Caller, Calls } from './gate.ts';
import type { Process } from './process.ts';

export const identityCalls: Calls<
  | 'getppid'
  | 'credentials'
  | 'setuid'
  | 'setgid'
  | 'setgroups'
  | 'getpgid'
  | 'setpgid'
  | 'getsid'
  | 'setsid'
  | 'uname'
  | 'sethostname'
> = {
  getppid: ({ process }) => process.parent?.pid ?? 0,
  credentials({ process }) {
    const { uid, gid, euid, egid, groups } = process.identity;
    return { uid, gid, euid, egid, groups };
  },
  setuid({ process }, uid) {
    if (!isId(uid)) fail('EINVAL');
    const own = process.identity;
    if (own.euid === 0) process.identity = { ...own, uid, euid: uid, suid: uid };
    else if (uid === own.uid || uid === own.suid) process.identity = { ...own, euid: uid };
    else fail('EPERM');
  },
  setgid({ process }, gid) {
    if (!isId(gid)) fail('EINVAL');
    const own = process.identity;
    if (own.euid === 0) process.identity = { ...own, gid, egid: gid, sgid: gid };
    else if (gid === own.gid || gid === own.sgid) process.identity = { ...own, egid: gid };
    else fail('EPERM');
  },
  setgroups({ process }, groups) {
    if (process.identity.euid !== 0) fail('EPERM');
    if (!groups.every(isId)) fail('EINVAL');
    process.identity = { ...process.identity, groups: [...groups] };
  },
  getpgid: (caller, pid) => find(caller, pid).pgid,
  setpgid,
  getsid: (caller, pid) => find(caller, pid).sid,
  setsid({ core, process }) {
    if (core.table.all().some(({ pgid }) => pgid === process.pid)) fail('EPERM');
    process.sid = process.pgid = process.pid;
    process.tty = undefined;
    return process.pid;
  },
  uname: ({ core }) => ({ ...core.uname, nodename: core.hostname }),
  sethostname(caller, name) {
    // Docker gives containers no CAP_SYS_ADMIN.
    if (!caller.core.isPrivileged || caller.process.identity.euid !== 0) fail('EPERM');
    if (name.length > 64) fail('EINVAL');
    caller.core.hostname = name;
  },
};

function find({ core, process }: Caller, pid = 0): Process {
  return (pid === 0 ? process : core.table.get(pid)) ?? fail('ESRCH');
}

function setpgid({ core, process }: Caller, pid: number, pgid: number): void {
  const target = (pid === 0 ? process : core.table.get(pid)) ?? fail('ESRCH');
  if (pgid < 0) fail('EINVAL');
  if (target !== process) {
    if (target.parent !== process) fail('ESRCH');
    if (target.execed) fail('EACCES');
    if (target.sid !== process.sid) fail('EPERM');
  }
  if (target.sid === target.pid) fail('EPERM');
  const wanted = pgid || target.pid;
  const exists = core.table.all().some((other) => other.pgid === wanted && other.sid === target.sid);
  if (wanted !== target.pid && !exists) fail('EPERM');
  target.pgid = wanted;
}

const isId = (id: number): boolean => Number.isInteger(id) && id >= 0 && id < 2 ** 32 - 1;
