/** mkdir and rmdir. */
import { errnoOf, isDir } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { applyMode } from '../modes.ts';
import { parseOptions } from '../options.ts';
import { dirName } from '../paths.ts';

export const mkdir = applet({
  usage: '[-m MODE] [-p] DIRECTORY...',
  about: 'Create DIRECTORY',
  async run(io) {
    const options = parseOptions(io, 'm:pvZ:', { min: 1, long: { mode: 'm', parents: 'p', verbose: 'v' } });
    const text = options.value('m');
    const mode =
      text === undefined
        ? undefined
        : (applyMode(text, 0o777, io.sys.umask()) ?? io.die(`invalid mode '${text}'`));
    let status = 0;
    for (const path of options.operands) {
      const plan = { parents: options.has('p'), verbose: options.has('v') };
      if (!(await makeDirectory(io, path, mode, plan))) status = 1;
    }
    return status;
  },
});

async function makeDirectory(
  io: Io,
  path: string,
  mode: number | undefined,
  plan: { parents: boolean; verbose: boolean },
): Promise<boolean> {
  if (plan.parents) {
    const present = await statOf(io.sys, path).catch(() => undefined);
    if (present && isDir(present.mode)) return true;
    const parent = dirName(path);
    if (parent !== '.' && parent !== '/' && !(await makeDirectory(io, `${parent}/`, undefined, plan)))
      return false;
  }
  try {
    await io.sys.mkdir(path, mode ?? 0o777);
    // The umask does not bound a mode that was asked for.
    if (mode !== undefined) await io.sys.chmod(path, mode);
  } catch (error) {
    io.warnErrno(`can't create directory '${path}'`, error);
    return false;
  }
  if (plan.verbose) io.print(`created directory: '${path}'\n`);
  return true;
}

export const rmdir = applet({
  usage: '[-p] DIRECTORY...',
  about: 'Remove DIRECTORY if it is empty',
  async run(io) {
    const rules = { min: 1, long: { parents: 'p', verbose: 'v', 'ignore-fail-on-non-empty': '!ignore' } };
    const options = parseOptions(io, 'pv', rules);
    let status = 0;
    for (const operand of options.operands) {
      for (let path = operand; ; path = dirName(path)) {
        if (options.has('v')) io.print(`rmdir: removing directory, '${path}'\n`);
        try {
          await io.sys.rmdir(path);
        } catch (error) {
          if (options.has('!ignore') && errnoOf(error) === 'ENOTEMPTY') break;
          io.warnErrno(`'${path}'`, error);
          status = 1;
          break;
        }
        if (!options.has('p') || ['.', '/'].includes(dirName(path))) break;
      }
    }
    return status;
  },
});
