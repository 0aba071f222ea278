/** Programs that only print: echo, printf, true, false, yes, pwd, basename, dirname, clear, reset. */

import { type Main, writeAll } from '../../kernel/index.ts';
import { errnoOf, formatEcho, formatPrintf } from '../../posix/index.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';
import { baseName, dirName } from '../paths.ts';

// `true --help` and `echo --help` are no requests for help: these are plain functions.
const constant =
  (status: number): Main =>
  () =>
    status;
const yesMain: Main = constant(0);
const noMain: Main = constant(1);

export { noMain as falseMain, yesMain as trueMain };

export const echo: Main = async (sys) => {
  try {
    await writeAll(sys, 1, formatEcho(sys.argv.slice(1)));
    return 0;
  } catch (error) {
    if (errnoOf(error)) return 1;
    throw error;
  }
};

export const printf = applet({
  usage: 'FORMAT [ARG]...',
  about: 'Format and print ARG(s) according to FORMAT (a-la C printf)',
  async run(io) {
    const args = io.args[0] === '--' ? io.args.slice(1) : io.args;
    if (args.length === 0) io.usage();
    const { output, errors, status } = formatPrintf(args[0]!, args.slice(1));
    for (const error of errors) io.warn(error);
    await io.write(output);
    return status;
  },
});

export const yes = applet({
  usage: '[STRING]',
  about: 'Repeatedly print a line with STRING, or y',
  async run(io) {
    const line = `${io.args.join(' ') || 'y'}\n`;
    for (;;) {
      io.print(line);
      await io.pump();
    }
  },
});

export const pwd = applet({
  usage: '[-LP]',
  about: 'Print the name of the current directory',
  run(io) {
    io.print(`${io.sys.getcwd()}\n`);
    return 0;
  },
});

export const basename = applet({
  usage: 'FILE [SUFFIX] | -a FILE... | -s SUFFIX FILE...',
  about: 'Strip directory path and SUFFIX from FILE',
  run(io) {
    const options = parseOptions(io, 'as:', { min: 1, stop: true });
    const [several, operands] = [options.has('a') || options.has('s'), options.operands];
    if (!several && operands.length > 2) io.usage();
    const suffix = options.value('s') ?? (several ? undefined : operands[1]);
    for (const path of several ? operands : operands.slice(0, 1)) {
      const name = baseName(path);
      io.print(
        `${suffix && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}\n`,
      );
    }
    return 0;
  },
});

export const dirname = applet({
  usage: 'FILENAME',
  about: 'Strip non-directory suffix from FILENAME',
  run(io) {
    const { operands } = parseOptions(io, '', { min: 1, max: 1 });
    io.print(`${dirName(operands[0]!)}\n`);
    return 0;
  },
});

export const clear = applet({
  usage: '',
  about: 'Clear screen',
  run(io) {
    io.put('\x1b[H\x1b[J');
    return 0;
  },
});

export const reset = applet({
  usage: '',
  about: 'Reset the screen',
  run(io) {
    if (io.sys.isatty(1)) io.put('\x1bc\x1b(B\x1b[m\x1b[J\x1b[?25h');
    return 0;
  },
});
