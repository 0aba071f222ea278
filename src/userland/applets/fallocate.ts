/** fallocate: makes a file as long as is asked for, never shorter. */
import { O_CREAT, O_RDWR } from '../../posix/index.ts';
import { applet } from '../io.ts';
import { parseOptions, parseSize } from '../options.ts';

export const main = applet({
  usage: '[-o OFS] -l LEN FILE',
  about: 'Preallocate space for FILE',
  async run(io) {
    const options = parseOptions(io, 'l:o:', { min: 1, max: 1 });
    const length = parseSize(io, options.value('l') ?? io.usage());
    const end = length + parseSize(io, options.value('o') ?? '0');
    const [path = ''] = options.operands;
    try {
      const fd = await io.sys.open(path, O_RDWR | O_CREAT, 0o666);
      const { size } = await io.sys.fstat(fd);
      if (end > size) await io.sys.ftruncate(fd, end);
      await io.sys.close(fd);
    } catch (error) {
      return io.dieErrno(`can't open '${path}'`, error);
    }
    return 0;
  },
});
