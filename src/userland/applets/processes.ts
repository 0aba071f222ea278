/** ps, kill, killall, pidof, watch, top-less: what runs. */

import type { ProcessInfo } from '../../kernel/index.ts';
import { errnoOf, killName, parseSignal, strerror } from '../../posix/index.ts';
import { readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { becomeProgram, waitFor } from '../launch.ts';
import { parseOptions } from '../options.ts';
import { baseName } from '../paths.ts';

const commandLine = ({ argv, comm }: ProcessInfo) => (argv.length ? argv.join(' ') : `[${comm}]`);

function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly value: (process: ProcessInfo, names: Names) => string | number;
}

interface Names {
  readonly user: (uid: number) => string;
  readonly group: (gid: number) => string;
  readonly now: number;
}

/** Columns of `ps -o`. */
const COLUMNS: Readonly<Record<string, Column>> = {
  pid: { title: 'PID', width: 5, value: ({ pid }) => pid },
  ppid: { title: 'PPID', width: 5, value: ({ ppid }) => ppid },
  pgid: { title: 'PGID', width: 5, value: ({ pgid }) => pgid },
  sid: { title: 'SID', width: 5, value: ({ sid }) => sid },
  user: { title: 'USER', width: 8, value: ({ uid }, { user }) => user(uid) },
  group: { title: 'GROUP', width: 8, value: ({ gid }, { group }) => group(gid) },
  comm: { title: 'COMMAND', width: 16, value: ({ comm }) => comm },
  args: { title: 'COMMAND', width: 0, value: commandLine },
  stat: { title: 'STAT', width: 4, value: ({ state }) => state },
  tty: { title: 'TT', width: 6, value: ({ tty }) => tty?.replace(/^\/dev\//, '') ?? '?' },
  time: { title: 'TIME', width: 6, value: ({ cpu }) => elapsed(cpu) },
  etime: { title: 'ELAPSED', width: 7, value: ({ started }, { now }) => elapsed(now - started) },
  vsz: { title: 'VSZ', width: 6, value: () => 0 },
  rss: { title: 'RSS', width: 4, value: () => 0 },
  nice: { title: 'NI', width: 5, value: () => 0 },
};

export const ps = applet({
  usage: '[-o COL1,COL2=HEADER]',
  about: 'Show list of processes',
  async run(io) {
    // `ps aux` and `ps -ef`: busybox takes no such options and shows the same as always.
    const args = io.args.filter((argument) => !/^-?(aux?|ef|e|A|f|l|w+|T)+$/.test(argument));
    const options = parseOptions({ ...io, args }, 'o:');
    const accounts = await readAccounts(io.sys);
    const names: Names = { user: accounts.userName, group: accounts.groupName, now: io.sys.now() };
    const spec = options.has('o') ? options.values('o').join(',') : undefined;
    if (spec === undefined) {
      io.print('PID   USER     TIME  COMMAND\n');
      for (const process of sortedProcesses(io)) {
        const user = names.user(process.uid).slice(0, 8).padEnd(8);
        io.print(
          `${String(process.pid).padStart(5)} ${user} ${elapsed(process.cpu)} ${commandLine(process)}\n`,
        );
      }
      return 0;
    }
    const columns = spec.split(',').map((item) => {
      const [name = '', header] = item.split('=', 2);
      const column =
        (Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined) ??
        io.die(`bad -o argument '${name}', supported arguments: ${Object.keys(COLUMNS).join(',')}`);
      return { ...column, title: header ?? column.title };
    });
    const row = (cells: readonly (string | number)[]) => {
      const last = columns.length - 1;
      io.print(
        `${cells.map((cell, i) => (i === last ? String(cell) : String(cell).slice(0, columns[i]!.width).padEnd(columns[i]!.width))).join(' ')}\n`,
      );
    };
    row(columns.map(({ title }) => title));
    for (const process of sortedProcesses(io)) row(columns.map(({ value }) => value(process, names)));
    return 0;
  },
});

function sortedProcesses(io: Io): ProcessInfo[] {
  return [...io.sys.processes()].sort((a, b) => a.pid - b.pid);
}

export const kill = applet({
  usage: '[-l] [-SIG] PID...',
  about: 'Send a signal (default: TERM) to given PIDs',
  run(io) {
    const args = [...io.args];
    if (args[0] === '-l') return listSignals(io, args.slice(1));
    const signal = takeSignal(io, args);
    if (args.length === 0) return io.die('you need to specify whom to kill');
    let status = 0;
    for (const text of args) {
      if (!/^-?\d+$/.test(text)) {
        io.warn(`invalid number '${text}'`);
        status = 1;
        continue;
      }
      try {
        io.sys.kill(Number(text), signal);
      } catch (error) {
        io.warnErrno(`can't kill pid ${text}`, error);
        status = 1;
      }
    }
    return status;
  },
});

function listSignals(io: Io, args: readonly string[]): number {
  if (args.length === 0) {
    for (let number = 1; number <= 31; number++)
      io.print(`${String(number).padStart(2)}) ${killName(number)}\n`);
    return 0;
  }
  for (const text of args) {
    const number = parseSignal(text);
    if (number === undefined) return io.die(`unknown signal '${text}'`);
    io.print(`${/^\d+$/.test(text) ? killName(number > 128 ? number - 128 : number) : number}\n`);
  }
  return 0;
}

function takeSignal(io: Io, args: string[]): number {
  let name = 'TERM';
  if (args[0] === '-s') {
    args.shift();
    name = args.shift() ?? io.die('option requires an argument: s');
  } else if (/^-[A-Za-z0-9]/.test(args[0] ?? '') && args[0] !== '--') name = args.shift()!.slice(1);
  if (args[0] === '--') args.shift();
  return parseSignal(name) ?? io.die(`bad signal name '${name}'`);
}

/** Processes that a program's name means, this one left out. */
function named(io: Io, name: string): ProcessInfo[] {
  return sortedProcesses(io).filter(
    ({ pid, comm, argv }) =>
      pid !== io.sys.pid && (comm === name.slice(0, 15) || baseName(argv[0] ?? '') === baseName(name)),
  );
}

export const killall = applet({
  usage: '[-lq] [-SIG] PROCESS_NAME...',
  about: 'Send a signal (default: TERM) to given processes',
  run(io) {
    const args = [...io.args];
    if (args[0] === '-l') return listSignals(io, args.slice(1));
    const quiet = args[0] === '-q';
    if (quiet) args.shift();
    const signal = takeSignal(io, args);
    if (args.length === 0) return io.die('you need to specify whom to kill');
    let status = 0;
    for (const name of args) {
      const found = named(io, name);
      if (found.length === 0) {
        status = 1;
        if (!quiet) io.warn(`${name}: no process killed`);
      }
      for (const { pid } of found) {
        try {
          io.sys.kill(pid, signal);
        } catch (error) {
          status = 1;
          if (!quiet) io.warnErrno(`can't kill pid ${pid}`, error);
        }
      }
    }
    return status;
  },
});

export const pidof = applet({
  usage: '[-s] [-o PID] [NAME]...',
  about: 'List PIDs of all processes with names that match NAMEs',
  run(io) {
    const options = parseOptions(io, 'so:');
    const omitted = new Set(
      options.values('o').map((text) => (text === '%PPID' ? io.sys.getppid() : Number(text))),
    );
    const pids = options.operands
      .flatMap((name) => named(io, name).map(({ pid }) => pid))
      .filter((pid) => !omitted.has(pid));
    const shown = options.has('s') ? pids.slice(0, 1) : pids.reverse();
    if (shown.length === 0) return 1;
    io.print(`${shown.join(' ')}\n`);
    return 0;
  },
});

export const watch = applet({
  usage: '[-n SEC] [-t] PROG ARGS',
  about: 'Run PROG periodically',
  async run(io) {
    const options = parseOptions(io, 'n:t', { min: 1, stop: true, long: { interval: 'n' } });
    const seconds = Number(options.value('n') ?? 2);
    if (!(seconds >= 0)) io.die(`invalid number '${options.value('n')}'`);
    const command = options.operands.join(' ');
    const { sys } = io;
    for (;;) {
      const columns = sys.isatty(1) ? sys.getWindowSize(1).columns || 80 : 80;
      const heading = `Every ${seconds.toFixed(1)}s: ${command}`.slice(0, columns);
      io.put('\x1b[H\x1b[J');
      if (!options.has('t')) {
        const clock = new Date(sys.now()).toISOString().slice(0, 19).replace('T', ' ');
        io.print(
          `${heading.padEnd(columns - clock.length - 1).slice(0, columns - clock.length - 1)} ${clock}\n\n`,
        );
      }
      await io.flush();
      try {
        const pid = sys.fork(
          applet({ usage: '', run: (child) => becomeProgram(child, ['/bin/sh', '-c', command]) }),
        );
        await waitFor(sys, pid);
      } catch (error) {
        const code = errnoOf(error);
        if (!code) throw error;
        io.die(strerror(code));
      }
      await sys.sleep(seconds * 1000);
    }
  },
});
