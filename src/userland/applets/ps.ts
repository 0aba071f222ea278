/** ps: what runs, in columns. */
import type { ProcessInfo } from '../../kernel/index.ts';
import { readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';
import { commandLine, sortedProcesses } from '../process-list.ts';

interface Names {
  readonly user: (uid: number) => string;
  readonly group: (gid: number) => string;
  readonly now: number;
}

interface Column {
  readonly title: string;
  readonly width: number;
  /** Numbers stand to the right. */
  readonly value: (process: ProcessInfo, names: Names) => string | number;
}

const user = ({ uid }: ProcessInfo, names: Names) => names.user(uid);
const group = ({ gid }: ProcessInfo, names: Names) => names.group(gid);

/** Columns of `ps -o`, in busybox's order. Memory is counted by container, not by process. */
const COLUMNS: Readonly<Record<string, Column>> = {
  user: { title: 'USER', width: 8, value: user },
  group: { title: 'GROUP', width: 8, value: group },
  comm: { title: 'COMMAND', width: 16, value: ({ comm }) => comm },
  args: { title: 'COMMAND', width: Infinity, value: commandLine },
  pid: { title: 'PID', width: 5, value: ({ pid }) => pid },
  ppid: { title: 'PPID', width: 5, value: ({ ppid }) => ppid },
  pgid: { title: 'PGID', width: 5, value: ({ pgid }) => pgid },
  etime: { title: 'ELAPSED', width: 7, value: ({ started }, { now }) => clock(now - started, 2) },
  nice: { title: 'NI', width: 5, value: () => 0 },
  rgroup: { title: 'RGROUP', width: 8, value: group },
  ruser: { title: 'RUSER', width: 8, value: user },
  time: { title: 'TIME', width: 5, value: ({ cpu }) => clock(cpu, 2) },
  tty: { title: 'TT', width: 6, value: ({ tty }) => tty ?? '?' },
  vsz: { title: 'VSZ', width: 4, value: () => 0 },
  sid: { title: 'SID', width: 5, value: ({ sid }) => sid },
  stat: { title: 'STAT', width: 4, value: ({ state }) => state.padEnd(3) },
  rss: { title: 'RSS', width: 4, value: () => 0 },
};

function clock(milliseconds: number, minuteDigits: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = String(Math.floor(seconds / 60)).padStart(minuteDigits);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

export const main = applet({
  usage: '[-o COL1,COL2=HEADER]',
  about: 'Show list of processes',
  async run(io) {
    // `ps -ef`, `ps aux` are taken and change nothing.
    const options = parseOptions(io, 'o:aAdeflZ');
    const accounts = await readAccounts(io.sys);
    const names: Names = { user: accounts.userName, group: accounts.groupName, now: io.sys.now() };
    if (options.has('o')) printColumns(io, readColumns(io, options.values('o').join(',')), names);
    else printUsual(io, names);
    return 0;
  },
});

function printUsual(io: Io, names: Names): void {
  io.print('PID   USER     TIME  COMMAND\n');
  for (const process of sortedProcesses(io.sys)) {
    const owner = names.user(process.uid).slice(0, 8).padEnd(8);
    io.print(
      `${String(process.pid).padStart(5)} ${owner} ${clock(process.cpu, 3)} ${commandLine(process)}\n`,
    );
  }
}

/** The columns asked for. A heading of one's own is as wide as its column gets; nothing is seen behind `args`. */
function readColumns(io: Io, spec: string): Column[] {
  const columns: Column[] = [];
  for (const item of spec.split(',')) {
    const [, name = '', header] = /^([^=]*)(?:=(.*))?$/s.exec(item)!;
    const column =
      (Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined) ??
      io.die(`bad -o argument '${name}', supported arguments: ${Object.keys(COLUMNS).join(',')}`);
    columns.push({ ...column, title: header ?? column.title, width: header ? header.length : column.width });
  }
  const endless = columns.findIndex(({ width }) => width === Infinity);
  return endless < 0 ? columns : columns.slice(0, endless + 1);
}

function printColumns(io: Io, columns: readonly Column[], names: Names): void {
  const row = (cells: readonly (string | number)[]) => {
    const parts = cells.map((cell, i) => {
      const { width } = columns[i]!;
      const text = (typeof cell === 'number' ? String(cell).padStart(Math.min(width, 1e4)) : cell).slice(
        0,
        width,
      );
      return i === columns.length - 1 ? text : text.padEnd(width);
    });
    io.print(`${parts.join(' ')}\n`);
  };
  if (columns.some(({ title }) => title !== '')) row(columns.map(({ title }) => title));
  for (const process of sortedProcesses(io.sys)) row(columns.map(({ value }) => value(process, names)));
}
