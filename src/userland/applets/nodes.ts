/** mkfifo, mknod, truncate: files that are not written. */
import { errnoOf, makedev, O_CREAT, O_WRONLY, S_IFBLK, S_IFCHR, S_IFIFO } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { applyMode } from '../modes.ts';
import { type Options, parseOptions, parseSize } from '../options.ts';

function modeOf(io: Io, options: Options): number {
  const text = options.value('m');
  return text === undefined
    ? 0o666
    : (applyMode(text, 0o666, io.sys.umask()) ?? io.die(`invalid mode '${text}'`));
}

export const mkfifo = applet({
  usage: '[-m MODE] NAME',
  about: 'Create named pipe',
  async run(io) {
    const options = parseOptions(io, 'm:', { min: 1, long: { mode: 'm' } });
    let status = 0;
    for (const path of options.operands) {
      try {
        await io.sys.mknod(path, S_IFIFO | modeOf(io, options), 0);
      } catch (error) {
        io.warnErrno(path, error);
        status = 1;
      }
    }
    return status;
  },
});

const TYPES: Readonly<Record<string, number>> = { p: S_IFIFO, b: S_IFBLK, c: S_IFCHR, u: S_IFCHR };

export const mknod = applet({
  usage: '[-m MODE] NAME TYPE [MAJOR MINOR]',
  about: 'Create a special file (block, character, or pipe)',
  async run(io) {
    const options = parseOptions(io, 'm:', { min: 2, max: 4, long: { mode: 'm' } });
    const [path, type, major, minor] = options.operands as [string, string, string?, string?];
    const kind = Object.hasOwn(TYPES, type) ? TYPES[type]! : io.usage();
    if ((kind === S_IFIFO) !== (major === undefined) || (major !== undefined && minor === undefined))
      io.usage();
    if (![major ?? '0', minor ?? '0'].every((text) => /^\d+$/.test(text)))
      io.die(`invalid number '${major}'`);
    try {
      await io.sys.mknod(
        path,
        kind | modeOf(io, options),
        major === undefined ? 0 : makedev(Number(major), Number(minor)),
      );
      return 0;
    } catch (error) {
      return io.dieErrno(path, error);
    }
  },
});

export const truncate = applet({
  usage: '[-c] -s SIZE FILE...',
  about: 'Truncate FILEs to SIZE',
  async run(io) {
    const options = parseOptions(io, 'cs:', { min: 1 });
    const text = options.value('s') ?? io.usage();
    const size = parseSize(io, text);
    let status = 0;
    for (const path of options.operands) {
      try {
        const present = await statOf(io.sys, path);
        if (!present && options.has('c')) continue;
        if (!present) await io.sys.close(await io.sys.open(path, O_WRONLY | O_CREAT, 0o666));
        await io.sys.truncate(path, size);
      } catch (error) {
        if (!errnoOf(error)) throw error;
        io.warnErrno(`${path}: truncate`, error);
        status = 1;
      }
    }
    return status;
  },
});
