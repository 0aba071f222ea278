/**
 * Files that people may have changed: an upgrade asks, or does what it is told, and purging takes them.
 * @see deb-conffiles(5), dpkg(1) --force-conf*, Debian Policy 10.7.3
 */
import { md5, toHex } from '../../../base/index.ts';
import { bytesOfBinary, errnoOf } from '../../../posix/index.ts';
import { readSmallFile, statOf } from '../../files.ts';
import type { Database, DebPackage } from './database.ts';
import { PackageError } from './scripts.ts';
import type { Settings } from './settings.ts';

/** Sums by path, as the database keeps them; `newconffile` before the first configuration. */
export function conffilesOf({ fields }: DebPackage): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of (fields.get('Conffiles') ?? '').split('\n')) {
    const [path, sum] = line.trim().split(/\s+/);
    if (path && sum) found.set(path, sum);
  }
  return found;
}

export function setConffiles({ fields }: DebPackage, conffiles: ReadonlyMap<string, string>): void {
  if (conffiles.size === 0) fields.delete('Conffiles');
  else fields.set('Conffiles', [...conffiles].map(([path, sum]) => `\n ${path} ${sum}`).join(''));
}

async function sumOf(database: Database, path: string): Promise<string | undefined> {
  const binary = await readSmallFile(database.io.sys, path);
  return binary === undefined ? undefined : toHex(md5(bytesOfBinary(binary)));
}

/** Puts new conffiles (`.dpkg-new`) in their places. @throws PackageError */
export async function configureConffiles(
  database: Database,
  one: DebPackage,
  settings: Settings,
): Promise<void> {
  const { sys } = database.io;
  const conffiles = conffilesOf(one);
  for (const [path, old] of conffiles) {
    const fresh = await sumOf(database, `${path}.dpkg-new`);
    if (fresh === undefined) continue;
    const present = await sumOf(database, path);
    const isKnown = old !== 'newconffile';
    let take: boolean;
    if (present === undefined) take = !isKnown || settings.force.has('confmiss');
    else if (present === fresh) take = true;
    else if (isKnown && (present === old || fresh === old)) take = present === old;
    else take = await decide(database, one, path, settings);
    if (take) await sys.rename(`${path}.dpkg-new`, path);
    else await sys.rename(`${path}.dpkg-new`, `${path}.dpkg-dist`);
    conffiles.set(path, fresh);
    if (!take && fresh === old) await sys.unlink(`${path}.dpkg-dist`);
  }
  setConffiles(one, conffiles);
}

/** Whether the package's version is taken, of a file that was changed on both sides. */
async function decide(
  database: Database,
  one: DebPackage,
  path: string,
  { force }: Settings,
): Promise<boolean> {
  const { io } = database;
  io.printError(`
Configuration file '${path}'
 ==> Modified (by you or by a script) since installation.
 ==> Package distributor has shipped an updated version.
`);
  if (force.has('confnew')) {
    io.printError(' ==> Using new file as you requested.\n');
    return true;
  }
  // The default of the question is to keep it.
  if (force.has('confold') || force.has('confdef')) {
    io.printError(' ==> Keeping old config file as default.\n');
    return false;
  }
  const reader = io.reader(0);
  for (;;) {
    io.printError(`   What would you like to do about it ?  Your options are:
    Y or I  : install the package maintainer's version
    N or O  : keep your currently-installed version
      D     : show the differences between the versions
      Z     : start a shell to examine the situation
 The default action is to keep your current version.
*** ${path.replace(/^.*\//, '')} (Y/I/N/O/D/Z) [default=N] ? `);
    await io.flush();
    const answer = await reader.line();
    if (answer === undefined)
      throw new PackageError(`end of file on stdin at conffile prompt for ${one.name}`);
    if (/^[yi]$/i.test(answer.trim())) return true;
    if (/^[no]?$/i.test(answer.trim())) return false;
    if (/^[dz]$/i.test(answer.trim())) io.printError('dpkg: D and Z: not supported by Strata yet\n');
  }
}

/** Removes conffiles and what dpkg left beside them. */
export async function removeConffiles(database: Database, one: DebPackage): Promise<void> {
  for (const path of conffilesOf(one).keys()) {
    for (const end of ['', '.dpkg-new', '.dpkg-old', '.dpkg-dist', '.dpkg-tmp']) {
      if (!(await statOf(database.io.sys, path + end, false))) continue;
      try {
        await database.io.sys.unlink(path + end);
      } catch (error) {
        if (!errnoOf(error)) throw error;
      }
    }
  }
}
