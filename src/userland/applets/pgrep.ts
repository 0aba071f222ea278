/** pgrep, pkill: processes whose names or command lines match. */

import type { ProcessInfo } from '../../kernel/index.ts';
import { binaryOf, killName, parseSignal, signalTable } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { commandLine, compileFilter, sortedProcesses } from '../process-list.ts';

export const pgrep = applet({
  usage: '[-flanovx] [-s SID|-P PPID|PATTERN]',
  about: 'Display process(es) selected by regex PATTERN',
  run(io) {
    const options = parseOptions(io, 'vlafxons:P:', { max: 1 });
    const found = select(io, options);
    for (const process of found) {
      io.print(
        options.has('l') || options.has('a') ? `${process.pid} ${process.comm}\n` : `${process.pid}\n`,
      );
    }
    return found.length > 0 ? 0 : 1;
  },
});

export const pkill = applet({
  usage: '[-l|-SIGNAL] [-xfvno] [-s SID|-P PPID|PATTERN]',
  about: 'Send signal to processes selected by regex PATTERN',
  run(io) {
    const args = [...io.args];
    if (args[0] === '-l') {
      io.print(signalTable());
      return 0;
    }
    let signal = 15;
    const given = /^-([A-Z0-9]+)$/.exec(args[0] ?? '')?.[1];
    const named = given === undefined ? undefined : parseSignal(given);
    if (named !== undefined && killName(named)) {
      signal = named;
      args.shift();
    }
    const options = parseOptions({ ...io, args }, 'vlafxons:P:', { max: 1 });
    const found = select(io, options);
    for (const { pid } of found) {
      try {
        io.sys.kill(pid, signal);
      } catch (error) {
        io.warnErrno(String(pid), error);
      }
    }
    return found.length > 0 ? 0 : 1;
  },
});

function select(io: Io, options: Options): ProcessInfo[] {
  const pattern = options.operands[0];
  if (pattern === undefined && !options.has('s') && !options.has('P')) io.usage();
  const regex = compileFilter(io, binaryOf(pattern ?? ''));
  const number = (flag: string) => {
    const text = options.value(flag);
    if (text === undefined) return undefined;
    return /^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`);
  };
  const [parent, session] = [number('P'), number('s')];
  const own = session === 0 ? io.sys.getsid() : session;
  const matches = (process: ProcessInfo): boolean => {
    if (parent !== undefined && process.ppid !== parent) return false;
    if (own !== undefined && process.sid !== own) return false;
    const text = binaryOf(options.has('f') ? commandLine(process) : process.comm);
    const match = regex.find(text);
    if (!match) return false;
    return !options.has('x') || (match.start === 0 && match.end === text.length);
  };
  const found = sortedProcesses(io.sys).filter(
    (process) => process.pid !== io.sys.pid && process.state !== 'Z' && matches(process) !== options.has('v'),
  );
  if (options.has('o')) return found.slice(0, 1);
  return options.has('n') ? found.slice(-1) : found;
}
