/** less and more: texts by pages on a terminal (`pager.ts`), as they are elsewhere. */
import { errnoOf } from '../../posix/index.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { type PagerRules, showPages } from '../pager.ts';

export const less = applet({
  usage: '[-EFIMmNSRXh~] [FILE]...',
  about: 'View FILE (or stdin) one screenful at a time',
  run(io) {
    const options = parseOptions(io, 'EFIMmN~SRXh');
    return page(io, options, { quitAtEnd: options.has('E'), numbers: options.has('N') });
  },
});

export const more = applet({
  usage: '[FILE]...',
  about: 'View FILE (or stdin) one screenful at a time',
  run(io) {
    return page(io, parseOptions(io, 'dflpcsu'), { quitAtEnd: true, numbers: false });
  },
});

async function page(io: Io, options: Options, rules: PagerRules): Promise<number> {
  const terminal = io.sys.isatty(1);
  const paths = options.operands;
  if (paths.length === 0 && io.sys.isatty(0)) io.usage();
  let status = 0;
  for (const path of paths.length > 0 ? paths : ['-']) {
    let reader: Reader;
    try {
      reader = await io.openInput(path);
    } catch (error) {
      io.warnErrno(`can't open '${path}'`, error);
      status = 1;
      continue;
    }
    if (terminal) {
      const left = await showPages(io, { name: path === '-' ? '' : path, reader }, rules);
      await reader.close();
      if (left) return 0;
    } else {
      if (!(await copy(io, reader))) status = 1;
      await reader.close();
    }
  }
  return status;
}

async function copy(io: Io, reader: Reader): Promise<boolean> {
  try {
    for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) await io.write(chunk);
    return true;
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.warnErrno('read error', error);
    return false;
  }
}
