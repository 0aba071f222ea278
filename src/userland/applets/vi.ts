/** vi: busybox's editor, full screen (`../vi/`). */
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';
import { FEATURES } from '../vi/colon.ts';
import { edit } from '../vi/run.ts';

export const main = applet({
  usage: '[-c CMD] [-R] [-H] [FILE]...',
  about: 'Edit FILE',
  async run(io) {
    const options = parseOptions(io, 'c:RH');
    if (options.has('H')) {
      io.print(`These features are available:\n${FEATURES.map((feature) => `\t${feature}\n`).join('')}`);
      return 0;
    }
    if (!io.sys.isatty(0)) io.die("can't edit: standard input is not a terminal");
    const environment = io.sys.env['EXINIT'];
    return edit(io, {
      files: options.operands,
      readonly: options.has('R'),
      commands: [...(environment ? environment.split('|') : []), ...options.values('c')],
    });
  },
});
