/** top: what runs and how much of the processor it takes, again and again. */

import type { ProcessInfo } from '../../kernel/index.ts';
import { POLLIN } from '../../posix/index.ts';
import { readAccounts } from '../accounts.ts';
import { readSmallFile } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';
import { commandLine, sortedProcesses } from '../process-list.ts';
import { BY_KEY, withTermios } from '../termios.ts';

/** Processor time by process, and when it was looked at. */
interface Look {
  readonly at: number;
  readonly cpu: ReadonlyMap<number, number>;
}

export const main = applet({
  usage: '[-bH] [-n COUNT] [-d SECONDS]',
  about: 'Show a view of process activity in real time',
  async run(io) {
    const options = parseOptions(io, 'd:n:bH', { max: 0 });
    const batch = options.has('b') || !io.sys.isatty(1);
    const seconds = Number(options.value('d') ?? 5);
    const count = options.has('n') ? Number(options.value('n')) : Infinity;
    if (!(seconds >= 0)) io.die(`invalid number '${options.value('d')}'`);
    if (Number.isNaN(count)) io.die(`invalid number '${options.value('n')}'`);
    const keys = !batch && io.sys.isatty(0);
    const watch = async () => {
      let last: Look = { at: io.sys.now(), cpu: new Map() };
      for (let i = 0; i < count; i++) {
        last = await show(io, last, batch);
        if (i + 1 < count && (await isQuit(io, seconds, keys))) break;
      }
    };
    await (keys ? withTermios(io.sys, 0, BY_KEY, watch) : watch());
    if (!batch) io.put('\n');
    return 0;
  },
});

/** Waits for the next round; true where q or ^C was pressed. */
async function isQuit(io: Io, seconds: number, keys: boolean): Promise<boolean> {
  await io.flush();
  if (!keys) {
    await io.sys.sleep(seconds * 1000);
    return false;
  }
  const ready = await io.sys.poll([{ fd: 0, events: POLLIN }], seconds * 1000);
  if (ready.length === 0) return false;
  const buffer = new Uint8Array(16);
  const count = await io.sys.read(0, buffer);
  return (
    count === 0 || buffer.subarray(0, count).some((byte) => byte === 0x71 || byte === 0x51 || byte === 3)
  );
}

async function show(io: Io, last: Look, batch: boolean): Promise<Look> {
  const { sys } = io;
  const processes = sortedProcesses(sys);
  const now = sys.now();
  const passed = Math.max(1, now - last.at);
  const shares = new Map(
    processes.map(({ pid, cpu }) => [pid, (100 * Math.max(0, cpu - (last.cpu.get(pid) ?? cpu))) / passed]),
  );
  const { rows, columns } = batch ? { rows: Infinity, columns: 512 } : sys.getWindowSize(1);
  const lines = await heading(io, processes, shares);
  const { userName } = await readAccounts(sys);
  const ordered = [...processes].sort((a, b) => shares.get(b.pid)! - shares.get(a.pid)! || a.pid - b.pid);
  for (const process of ordered) lines.push(row(process, userName(process.uid), shares.get(process.pid)!));
  if (!batch) io.put('\x1b[H\x1b[J');
  for (const line of lines.slice(0, rows - 1)) io.print(`${line.slice(0, columns)}\n`);
  await io.flush();
  return { at: now, cpu: new Map(processes.map(({ pid, cpu }) => [pid, cpu])) };
}

async function heading(
  { sys }: Io,
  processes: readonly ProcessInfo[],
  shares: ReadonlyMap<number, number>,
): Promise<string[]> {
  const memory = (await readSmallFile(sys, '/proc/meminfo')) ?? '';
  const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(memory)?.[1] ?? 0);
  const [total, free] = [field('MemTotal'), field('MemFree')];
  const busy = Math.min(100, Math.round([...shares.values()].reduce((sum, share) => sum + share, 0)));
  const load = ((await readSmallFile(sys, '/proc/loadavg')) ?? '0.00 0.00 0.00 1/1 1').trim();
  const running = processes.filter(({ state }) => state === 'R').length;
  const averages = load.split(' ').slice(0, 3).join(' ');
  return [
    `Mem: ${total - free}K used, ${free}K free, ${field('Shmem')}K shrd, ${field('Buffers')}K buff, ${field('Cached')}K cached`,
    `CPU: ${String(busy).padStart(3)}% usr   0% sys   0% nic ${String(100 - busy).padStart(3)}% idle   0% io   0% irq   0% sirq`,
    `Load average: ${averages} ${running}/${processes.length} ${sys.pid}`,
    '  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND',
  ];
}

function row(process: ProcessInfo, user: string, share: number): string {
  const { pid, ppid, state } = process;
  const ids = `${String(pid).padStart(5)} ${String(ppid).padStart(5)}`;
  return `${ids} ${user.slice(0, 8).padEnd(8)} ${state.padEnd(4)}     0   0%   0 ${String(Math.round(share)).padStart(3)}% ${commandLine(process)}`;
}
