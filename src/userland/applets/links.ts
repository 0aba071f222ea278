/** readlink and realpath. */
import { errnoOf } from '../../posix/index.ts';
import { realPath } from '../files.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

export const readlink = applet({
  usage: '[-fnv] FILE',
  about: 'Display the value of a symlink',
  async run(io) {
    const options = parseOptions(io, 'fnvsq', { min: 1, max: 1 });
    const path = options.operands[0]!;
    try {
      const text = await (options.has('f') ? realPath(io.sys, path) : io.sys.readlink(path));
      io.print(text + (options.has('n') ? '' : '\n'));
      return 0;
    } catch (error) {
      if (!errnoOf(error)) throw error;
      if (options.has('v')) io.warnErrno(path, error);
      return 1;
    }
  },
});

export const realpath = applet({
  usage: 'FILE...',
  about: 'Print absolute pathnames of FILE',
  async run(io) {
    const { operands } = parseOptions(io, 'sqe', { min: 1 });
    let status = 0;
    for (const path of operands) {
      try {
        io.print(`${await realPath(io.sys, path)}\n`);
      } catch (error) {
        io.warnErrno(path, error);
        status = 1;
      }
    }
    return status;
  },
});
