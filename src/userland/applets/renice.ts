/** renice: takes priorities, which change nothing: all processes here are alike. */
import { applet } from '../io.ts';

export const main = applet({
  usage: '[-n] PRIORITY [[-p|g|u] ID...]...',
  about: 'Change scheduling priority of a running process',
  async run(io) {
    const args = io.args[0] === '-n' ? io.args.slice(1) : io.args;
    const [priority, ...ids] = args;
    if (priority === undefined || ids.every((id) => id.startsWith('-'))) return io.usage();
    if (!/^-?\d+$/.test(priority)) return io.die(`invalid number '${priority}'`);
    const pids = new Set(io.sys.processes().map(({ pid }) => pid));
    let status = 0;
    for (const id of ids) {
      if (id.startsWith('-') || pids.has(Number(id))) continue;
      io.warn(`getpriority: ${id}: No such process`);
      status = 1;
    }
    return status;
  },
});
