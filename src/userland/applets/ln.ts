/** ln, link. */
import { isDir } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';
import { baseName, joinPath } from '../paths.ts';

export const ln = applet({
  usage: '[-sfnbtv] [-S SUF] TARGET... LINK|DIR',
  about: 'Create a link LINK or DIR/TARGET to the specified TARGET(s)',
  async run(io) {
    const options = parseOptions(io, 'sfnbS:vTt:', { min: 1 });
    const into = options.value('t');
    const several = options.operands.length > 1 && into === undefined;
    const targets = several ? options.operands.slice(0, -1) : options.operands;
    const destination = into ?? (several ? options.operands.at(-1)! : baseName(options.operands[0]!));
    const single = options.operands.length === 1 && into === undefined;
    const present = await statOf(io.sys, single ? '.' : destination, !options.has('n'));
    const directory =
      into !== undefined || (!options.has('T') && !single && present !== undefined && isDir(present.mode));
    let status = 0;
    for (const target of targets) {
      const link = directory ? joinPath(destination, baseName(target)) : destination;
      try {
        if (!options.has('s')) await io.sys.stat(target);
      } catch (error) {
        io.warnErrno(target, error);
        status = 1;
        continue;
      }
      try {
        if (options.has('b')) await backUp(io, link, options.value('S') ?? '~');
        else if (options.has('f') && (await statOf(io.sys, link, false))) await io.sys.unlink(link);
        if (options.has('v')) io.print(`'${link}' -> '${target}'\n`);
        await (options.has('s') ? io.sys.symlink(target, link) : io.sys.link(target, link));
      } catch (error) {
        io.warnErrno(link, error);
        status = 1;
      }
    }
    return status;
  },
});

async function backUp(io: Io, path: string, suffix: string): Promise<void> {
  if (await statOf(io.sys, path, false)) await io.sys.rename(path, path + suffix);
}

export const link = applet({
  usage: 'FILE LINK',
  about: 'Create hard LINK to FILE',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 2, max: 2 });
    try {
      await io.sys.link(operands[0]!, operands[1]!);
      return 0;
    } catch (error) {
      return io.dieErrno(`can't create link '${operands[1]}' to '${operands[0]}'`, error);
    }
  },
});
