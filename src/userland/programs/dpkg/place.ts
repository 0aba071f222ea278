/** Files of an archive, beside their places first (`.dpkg-new`), then into them; and what the version before had left. */

import type { TarEntry } from '../../../base/index.ts';
import { errnoOf, isDir } from '../../../posix/index.ts';
import { makeDirectories, statOf } from '../../files.ts';
import { dirName } from '../../paths.ts';
import { placeEntry } from '../../place-entry.ts';
import { archiveProblem, type Deb } from './archive.ts';
import { conffilesOf, setConffiles } from './conffiles.ts';
import { type DebPackage, isPresent, shownName, versionOf } from './database.ts';
import { PackageError } from './scripts.ts';
import type { Session } from './session.ts';
import { isExcluded } from './settings.ts';
import { holds, parseRelations } from './version.ts';

const NEW = '.dpkg-new';

/** A name from an archive must not lead out of the root. */
function pathOf(name: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new PackageError(`archive has a path with '..' in it: ${name}`);
  return `/${parts.join('/')}`;
}

/** @throws PackageError */
export async function placeFiles(
  session: Session,
  one: DebPackage,
  old: DebPackage | undefined,
  deb: Deb,
): Promise<void> {
  const { io, database, settings } = session;
  const conffiles = new TextDecoder()
    .decode(deb.control.get('conffiles')?.contents ?? new Uint8Array(0))
    .split('\n')
    .filter((line) => line.startsWith('/'));
  const owners = await ownersOf(session, one);
  const listed: string[] = [];
  /** Paths that wait beside their places. */
  const waiting: string[] = [];
  try {
    for await (const { entry, contents } of deb.data()) {
      const path = pathOf(entry.name);
      listed.push(path === '/' ? '/.' : path);
      if (isExcluded(settings, path, entry.type === 'directory')) continue;
      if (entry.type === 'directory') {
        await placeFolder(session, path, entry);
        continue;
      }
      const owner = owners.get(path);
      if (owner && !replacesFiles(one, owner) && !settings.force.has('overwrite'))
        throw new PackageError(
          `trying to overwrite '${path}', which is also in package ${shownName(owner)} ${versionOf(owner)}`,
        );
      await makeDirectories(session.io.sys, dirName(path), 0o755);
      await placeBeside(session, path, entry, contents());
      waiting.push(path);
      await io.pump();
    }
  } catch (error) {
    for (const path of waiting) await unlinkIfThere(session, path + NEW);
    if (error instanceof PackageError) throw error;
    const problem = archiveProblem(error);
    if (problem === undefined) throw error;
    throw new PackageError(
      errnoOf(error)
        ? `cannot copy extracted data: ${problem}`
        : `corrupted filesystem tarfile in package archive: ${problem}`,
    );
  }
  for (const path of waiting) if (!conffiles.includes(path)) await io.sys.rename(path + NEW, path);
  const before = old && isPresent(old) ? await database.filesOf(old) : [];
  await database.setFiles(one, listed);
  await removeLeft(
    session,
    before.filter((path) => !listed.includes(path) && !conffiles.includes(path)),
  );
  const known = old ? conffilesOf(old) : new Map<string, string>();
  setConffiles(one, new Map(conffiles.map((path) => [path, known.get(path) ?? 'newconffile'])));
}

async function ownersOf({ database }: Session, one: DebPackage): Promise<Map<string, DebPackage>> {
  const owners = new Map<string, DebPackage>();
  for (const [name, files] of await database.lists()) {
    const owner = database.get(name);
    if (!owner || name === one.name || !isPresent(owner)) continue;
    for (const file of files) owners.set(file, owner);
  }
  return owners;
}

function replacesFiles(one: DebPackage, owner: DebPackage): boolean {
  return parseRelations(one.fields.get('Replaces')).some(
    ([wish]) => wish!.name === owner.name && holds(versionOf(owner), wish!.operator, wish!.version),
  );
}

async function placeFolder({ io }: Session, path: string, entry: TarEntry): Promise<void> {
  const { sys } = io;
  const present = await statOf(sys, path);
  // A link to a folder stays: /bin, /lib.
  if (present && isDir(present.mode)) return;
  if (await statOf(sys, path, false)) await sys.unlink(path);
  await sys.mkdir(path, entry.mode & 0o7777);
  await sys.chown(path, entry.uid, entry.gid);
  await sys.chmod(path, entry.mode & 0o7777);
}

/** Folders that path-exclude left away are made where something below them is included. */
async function placeBeside(
  session: Session,
  path: string,
  entry: TarEntry,
  contents: AsyncGenerator<Uint8Array, void, void>,
): Promise<void> {
  const { sys } = session.io;
  const beside = path + NEW;
  await unlinkIfThere(session, beside);
  if (entry.type === 'symlink') {
    await sys.symlink(entry.linkname, beside);
    return;
  }
  if (entry.type === 'link') {
    // What it links to waits as well, if it comes from this archive.
    const target = pathOf(entry.linkname);
    await sys.link((await statOf(sys, target + NEW, false)) ? target + NEW : target, beside);
    return;
  }
  await placeEntry(sys, beside, entry, contents);
}

export async function unlinkIfThere({ io }: Session, path: string): Promise<void> {
  if (await statOf(io.sys, path, false)) await io.sys.unlink(path);
}

/** Files of the former version that the new one has not. */
async function removeLeft(session: Session, paths: readonly string[]): Promise<void> {
  const { io } = session;
  for (const path of [...paths].reverse()) {
    const stat = (await statOf(io.sys, path)) ?? (await statOf(io.sys, path, false));
    if (!stat) continue;
    try {
      if (isDir(stat.mode)) await io.sys.rmdir(path);
      else await io.sys.unlink(path);
    } catch (error) {
      if (!errnoOf(error)) throw error;
    }
  }
}
