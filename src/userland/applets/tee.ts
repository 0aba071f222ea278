/** tee: stdin to stdout and to files, as it comes. */
import { type Fd, writeAll } from '../../kernel/index.ts';
import { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY, signals } from '../../posix/index.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

const STDOUT = 1;

export const main = applet({
  usage: '[-ai] [FILE]...',
  about: 'Copy stdin to each FILE, and also to stdout',
  async run(io) {
    const options = parseOptions(io, 'ia');
    if (options.has('i')) io.sys.sigaction(signals.INT, 'ignore');
    const files: Fd[] = [];
    let status = 0;
    for (const path of options.operands) {
      if (path === '-') {
        files.push(STDOUT);
        continue;
      }
      try {
        files.push(
          await io.sys.open(path, O_WRONLY | O_CREAT | (options.has('a') ? O_APPEND : O_TRUNC), 0o666),
        );
      } catch (error) {
        io.warnErrno(path, error);
        status = 1;
      }
    }
    const reader = io.reader(0);
    for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
      await io.write(chunk);
      for (const fd of files) await writeAll(io.sys, fd, chunk);
    }
    return status;
  },
});
