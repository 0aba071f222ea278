/** watch: a program's output again and again. */
import { errnoOf, strerror } from '../../posix/index.ts';
import { applet } from '../io.ts';
import { becomeProgram, waitFor } from '../launch.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
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
