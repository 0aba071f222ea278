/** rm, unlink: remove names. */
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';
import { baseName } from '../paths.ts';
import { removeTree } from '../remove.ts';

export const rm = applet({
  usage: '[-irf] FILE...',
  about: 'Remove (unlink) FILEs',
  async run(io) {
    const options = parseOptions(io, 'firRv');
    if (options.operands.length === 0) return options.has('f') ? 0 : io.usage();
    const last = options.last('fi');
    const rules = {
      recursive: options.has('r') || options.has('R'),
      force: last === 'f',
      interactive: last === 'i',
      verbose: options.has('v'),
    };
    let status = 0;
    for (const operand of options.operands) {
      const path = operand.replace(/(?<=[^/])\/+$/, '');
      const name = baseName(path);
      if (name === '.' || name === '..') {
        io.warn("can't remove '.' or '..'");
        status = 1;
      } else if (!(await removeTree(io, path, rules))) status = 1;
    }
    return status;
  },
});

export const unlink = applet({
  usage: 'FILE',
  about: 'Delete FILE by calling unlink()',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1, max: 1 });
    try {
      await io.sys.unlink(operands[0]!);
      return 0;
    } catch (error) {
      return io.dieErrno(`can't remove file '${operands[0]}'`, error);
    }
  },
});
