/** Removes trees, for rm and for mv across file systems. */
import { errnoOf, isDir, W_OK } from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import type { Io } from './io.ts';
import { joinPath } from './paths.ts';
import { confirm } from './prompt.ts';

export interface RemoveRules {
  readonly recursive: boolean;
  /** Missing files are no failure, nothing is asked. */
  readonly force: boolean;
  readonly interactive: boolean;
  readonly verbose?: boolean;
}

/** Answers whether all of it is gone (or was kept by choice). */
export async function removeTree(io: Io, path: string, rules: RemoveRules): Promise<boolean> {
  let stat: Stat;
  try {
    stat = await io.sys.lstat(path);
  } catch (error) {
    if (rules.force && (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR')) return true;
    io.warnErrno(`can't remove '${path}'`, error);
    return false;
  }
  await io.pump();
  if (isDir(stat.mode)) return removeDirectory(io, path, rules);
  if (!(await permitted(io, path, rules))) return true;
  try {
    await io.sys.unlink(path);
    if (rules.verbose) io.print(`removed '${path}'\n`);
    return true;
  } catch (error) {
    io.warnErrno(`can't remove '${path}'`, error);
    return false;
  }
}

async function removeDirectory(io: Io, path: string, rules: RemoveRules): Promise<boolean> {
  if (!rules.recursive) {
    io.warn(`'${path}' is a directory`);
    return false;
  }
  if (rules.interactive && !(await confirm(io, `${io.name}: descend into directory '${path}'? `)))
    return true;
  let well = true;
  try {
    // All names first: removing while reading may skip some.
    for (const { name } of [...(await io.sys.readdir(path))]) {
      if (!(await removeTree(io, joinPath(path, name), rules))) well = false;
    }
    if (rules.interactive && !(await confirm(io, `${io.name}: remove directory '${path}'? `))) return well;
    await io.sys.rmdir(path);
    if (rules.verbose) io.print(`removed directory: '${path}'\n`);
    return well;
  } catch (error) {
    // What could not be emptied was reported already.
    if (well || errnoOf(error) !== 'ENOTEMPTY') io.warnErrno(`can't remove '${path}'`, error);
    return false;
  }
}

async function permitted(io: Io, path: string, rules: RemoveRules): Promise<boolean> {
  if (rules.interactive) return confirm(io, `${io.name}: remove '${path}'? `);
  if (rules.force || !io.sys.isatty(0)) return true;
  try {
    await io.sys.access(path, W_OK);
    return true;
  } catch {
    return confirm(io, `${io.name}: remove '${path}'? `);
  }
}
