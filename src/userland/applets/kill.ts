/** kill, killall: signals to processes, by number or by name. */
import { killName, parseSignal, signalTable } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { processesNamed } from '../process-list.ts';

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
    io.print(signalTable());
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
      const found = processesNamed(io.sys, name);
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
