/** mountpoint: whether a directory is one, told by its parent being on another device. */
import { errnoOf, isDir, majorOf, minorOf } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-q] { [-dn] DIR | -x DEVICE }',
  about: 'Check if DIR is a mountpoint',
  async run(io) {
    const options = parseOptions(io, 'qdnx', { min: 1, max: 1 });
    const path = options.operands[0]!;
    const quiet = options.has('q');
    let stat: Stat;
    try {
      stat = await io.sys.stat(path);
    } catch (error) {
      if (quiet && errnoOf(error)) return 1;
      return io.dieErrno(path, error);
    }
    if (!isDir(stat.mode)) return quiet ? 1 : io.die(`${path}: Not a directory`);
    const parent = await io.sys.stat(`${path}/..`);
    const mounted = stat.dev !== parent.dev || stat.ino === parent.ino;
    if (options.has('d')) io.print(`${majorOf(stat.dev)}:${minorOf(stat.dev)}\n`);
    else if (!quiet) io.print(`${path} is ${mounted ? '' : 'not '}a mountpoint\n`);
    return mounted ? 0 : 1;
  },
});
