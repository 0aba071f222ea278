/** sync, fsync: what is written, written for good. */
import { O_RDONLY } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const sync = applet({
  usage: '[-df] [FILE]...',
  about: 'Write all buffered blocks (in FILEs) to disk',
  async run(io) {
    const { operands } = parseOptions(io, 'df');
    if (operands.length > 0) return syncFiles(io, operands);
    await io.sys.sync();
    return 0;
  },
});

export const fsync = applet({
  usage: '[-d] FILE...',
  about: 'Write all buffered blocks in FILEs to disk',
  run(io) {
    return syncFiles(io, parseOptions(io, 'd', { min: 1 }).operands);
  },
});

async function syncFiles(io: Io, paths: readonly string[]): Promise<number> {
  let status = 0;
  for (const path of paths) {
    try {
      const fd = await io.sys.open(path, O_RDONLY);
      await io.sys.fsync(fd);
      await io.sys.close(fd);
    } catch (error) {
      io.warnErrno(`can't open '${path}'`, error);
      status = 1;
    }
  }
  return status;
}
