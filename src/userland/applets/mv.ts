/** mv: rename, or copy and remove where the kernel cannot (another file system, a lower directory of an overlay). */
import { errnoOf, isDir, W_OK } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { copyTree, statTarget } from '../copy.ts';
import { statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { baseName, joinPath } from '../paths.ts';
import { confirm } from '../prompt.ts';
import { removeTree } from '../remove.ts';
import { statIsDirectory } from './destination.ts';

export const main = applet({
  usage: '[-finT] SOURCE DEST\n[-fin] SOURCE... { -t DIRECTORY | DIRECTORY }',
  about: 'Rename SOURCE to DEST, or move SOURCEs to DIRECTORY',
  async run(io) {
    const long = {
      interactive: 'i',
      force: 'f',
      'no-clobber': 'n',
      verbose: 'v',
      'target-directory': 't',
      'no-target-directory': 'T',
    };
    const options = parseOptions(io, 'finvTt:', { long });
    const into = options.value('t');
    if (options.operands.length < (into === undefined ? 2 : 1)) io.usage();
    const sources = into === undefined ? options.operands.slice(0, -1) : options.operands;
    const destination = into ?? options.operands.at(-1)!;
    const directory = into !== undefined || (!options.has('T') && (await statIsDirectory(io, destination)));
    let status = 0;
    for (const source of sources) {
      const target = directory || sources.length > 1 ? joinPath(destination, baseName(source)) : destination;
      if (!(await move(io, source, target, options))) status = 1;
    }
    return status;
  },
});

async function move(io: Io, from: string, to: string, options: Options): Promise<boolean> {
  const how = options.last('fin');
  let present: Stat | undefined;
  try {
    present = await statTarget(io, to, false);
  } catch (error) {
    io.warnErrno(`can't stat '${to}'`, error);
    return false;
  }
  if (present) {
    if (how === 'n') return true;
    const ask = how === 'i' || (how !== 'f' && io.sys.isatty(0) && !(await writable(io, to)));
    if (ask && !(await confirm(io, `${io.name}: overwrite '${to}'? `))) return true;
  }
  try {
    await io.sys.rename(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') {
      io.warnErrno(`can't rename '${from}'`, error);
      return false;
    }
    if (!(await moveAcross(io, from, to))) return false;
  }
  if (options.has('v')) io.print(`'${from}' -> '${to}'\n`);
  return true;
}

async function moveAcross(io: Io, from: string, to: string): Promise<boolean> {
  const present = await statOf(io.sys, to, false);
  if (present) {
    const source = await io.sys.lstat(from);
    if (isDir(present.mode) !== isDir(source.mode)) {
      io.warn(
        `can't overwrite ${isDir(present.mode) ? 'directory with non-directory' : 'non-directory with directory'}`,
      );
      return false;
    }
    try {
      await (isDir(present.mode) ? io.sys.rmdir(to) : io.sys.unlink(to));
    } catch (error) {
      io.warnErrno(`can't remove '${to}'`, error);
      return false;
    }
  }
  if (!(await copyTree(io, from, to, { recursive: true, preserve: true, follow: 'never' }))) return false;
  return removeTree(io, from, { recursive: true, force: true, interactive: false });
}

async function writable(io: Io, path: string): Promise<boolean> {
  try {
    await io.sys.access(path, W_OK);
    return true;
  } catch {
    return false;
  }
}
