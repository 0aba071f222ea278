/** pidof: process numbers by a program's name. */
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';
import { processesNamed } from '../process-list.ts';

export const main = applet({
  usage: '[-s] [-o PID] [NAME]...',
  about: 'List PIDs of all processes with names that match NAMEs',
  run(io) {
    const options = parseOptions(io, 'so:');
    const omitted = new Set(
      options.values('o').map((text) => (text === '%PPID' ? io.sys.getppid() : Number(text))),
    );
    const pids = options.operands
      .flatMap((name) => processesNamed(io.sys, name).map(({ pid }) => pid))
      .filter((pid) => !omitted.has(pid));
    const shown = options.has('s') ? pids.slice(0, 1) : pids.reverse();
    if (shown.length === 0) return 1;
    io.print(`${shown.join(' ')}\n`);
    return 0;
  },
});
