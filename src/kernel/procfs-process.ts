/** What /proc/PID's files say. @see proc_pid_status(5), proc_pid_stat(5), proc_pid_mountinfo(5) */

import type { Core } from './core.ts';
import { PTS_MAJOR } from './devices.ts';
import type { Process } from './process.ts';

/** Clock ticks a second, as sysconf(_SC_CLK_TCK) says. */
const TICKS = 100;
const PAGE = 4096;

export function cmdlineOf(process: Process): string {
  if (!process.alive) return '';
  return process.lastRun.argv.map((word) => `${word}\0`).join('');
}

export function environOf(process: Process): string {
  return Object.entries(process.env)
    .map(([name, value]) => `${name}=${value}\0`)
    .join('');
}

const stateWords = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' } as const;

export function statusOf(process: Process): string {
  const { uid, euid, suid, gid, egid, sgid, groups } = process.identity;
  const ignored: number[] = [];
  const caught: number[] = [];
  for (const [signal, disposition] of process.dispositions) {
    if (disposition === 'ignore') ignored.push(signal);
    else if (typeof disposition === 'object') caught.push(signal);
  }
  const lines: readonly (readonly [string, string | number])[] = [
    ['Name', process.lastRun.comm],
    ['Umask', process.umask.toString(8).padStart(4, '0')],
    ['State', `${process.state} (${stateWords[process.state]})`],
    ['Tgid', process.pid],
    ['Ngid', 0],
    ['Pid', process.pid],
    ['PPid', process.parent?.pid ?? 0],
    ['TracerPid', 0],
    ['Uid', `${uid}\t${euid}\t${suid}\t${euid}`],
    ['Gid', `${gid}\t${egid}\t${sgid}\t${egid}`],
    ['FDSize', Math.max(64, 2 ** Math.ceil(Math.log2(process.descriptors.list().length || 1)))],
    ['Groups', groups.map((group) => `${group} `).join('')],
    ['NStgid', process.pid],
    ['NSpid', process.pid],
    ['NSpgid', process.pgid],
    ['NSsid', process.sid],
    ['VmSize', kilobytes(process.memory)],
    ['VmRSS', kilobytes(process.memory)],
    ['Threads', 1],
    ['SigPnd', maskOf(process.pending)],
    ['ShdPnd', maskOf([])],
    ['SigBlk', maskOf(process.blocked)],
    ['SigIgn', maskOf(ignored)],
    ['SigCgt', maskOf(caught)],
  ];
  return lines.map(([name, value]) => `${name}:\t${value}\n`).join('');
}

function kilobytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1024)).padStart(8)} kB`;
}

function maskOf(signals: Iterable<number>): string {
  let mask = 0n;
  for (const signal of signals) mask |= 1n << BigInt(signal - 1);
  return mask.toString(16).padStart(16, '0');
}

export function statLineOf(core: Core, process: Process): string {
  const { tty } = process;
  const ticks = (ms: number): number => Math.floor((ms * TICKS) / 1000);
  const fields = [
    process.pid,
    `(${process.lastRun.comm})`,
    process.state,
    process.parent?.pid ?? 0,
    process.pgid,
    process.sid,
    tty ? PTS_MAJOR * 256 + tty.index : 0,
    tty ? tty.foreground : -1,
    // flags and page faults, which there are none of
    ...[0, 0, 0, 0, 0],
    ticks(process.cpu),
    0,
    ticks(process.childrenCpu),
    0,
    // priority, nice, threads, itrealvalue
    ...[20, 0, 1, 0],
    ticks(process.started - core.booted),
    process.alive ? process.memory : 0,
    process.alive ? Math.ceil(process.memory / PAGE) : 0,
  ];
  // What follows in Linux's 52 fields is addresses and scheduling.
  return `${[...fields, ...new Array<number>(52 - fields.length).fill(0)].join(' ')}\n`;
}

/** Pages: size, resident, shared, text, library, data, dirty. */
export function statmOf(process: Process): string {
  const pages = process.alive ? Math.ceil(process.memory / PAGE) : 0;
  return `${pages} ${pages} 0 0 0 ${pages} 0\n`;
}

export function mountsOf(core: Core): string {
  return core.tree
    .mounts()
    .map(
      ({ source, target, type, options }) =>
        `${escapeBlanks(source)} ${escapeBlanks(target)} ${type} ${options} 0 0\n`,
    )
    .join('');
}

export function mountinfoOf(core: Core): string {
  return core.tree
    .mounts()
    .map(({ source, target, type, options }, index) => {
      const parent = index === 0 ? 0 : 1;
      const flag = options.startsWith('ro') ? 'ro' : 'rw';
      return `${index + 1} ${parent} 0:${index + 1} / ${escapeBlanks(target)} ${options} - ${type} ${escapeBlanks(source)} ${flag}\n`;
    })
    .join('');
}

/** Blanks and backslashes as octal, so that fields stay apart. */
function escapeBlanks(text: string): string {
  return text.replace(/[ \t\n\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
