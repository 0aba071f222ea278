/**
 * Removing packages, and purging: their conffiles as well.
 * @see Debian Policy 6.8, dpkg src/main/remove.c
 */
import { errnoOf, isDir } from '../../../posix/index.ts';
import { statOf } from '../../files.ts';
import { conffilesOf, removeConffiles, setConffiles } from './conffiles.ts';
import { architectureOf, type DebPackage, isPresent, shownName, versionOf } from './database.ts';
import { PackageError, runInstalled } from './scripts.ts';
import { attempt, readFiles, type Session } from './session.ts';
import { parseRelations, possibilityText } from './version.ts';

/** Removes them; who is needed by others of them waits for these. */
export async function removeAll(
  session: Session,
  packages: readonly DebPackage[],
  purge: boolean,
): Promise<void> {
  const queue = [...packages];
  let idle = 0;
  while (queue.length > 0) {
    const one = queue.shift()!;
    const needed = dependents(session, one);
    if (needed.length > 0 && needed.every(({ who }) => queue.includes(who)) && idle <= queue.length) {
      queue.push(one);
      idle++;
      continue;
    }
    idle = 0;
    await attempt(session, 'package', shownName(one), () =>
      remove(
        session,
        one,
        purge,
        needed.filter(({ who }) => !queue.includes(who)),
      ),
    );
  }
}

interface Need {
  readonly who: DebPackage;
  readonly text: string;
}

/** Who depends on it and has nothing else to do so. */
function dependents({ database }: Session, one: DebPackage): Need[] {
  const needs: Need[] = [];
  if (!isPresent(one)) return needs;
  for (const who of database.packages.values()) {
    if (!isPresent(who) || who === one) continue;
    for (const group of [
      ...parseRelations(who.fields.get('Pre-Depends')),
      ...parseRelations(who.fields.get('Depends')),
    ]) {
      const meant = group.some((wish) => [...database.providers(wish)].includes(one));
      const others = group.some((wish) => [...database.providers(wish)].some((other) => other !== one));
      if (meant && !others)
        needs.push({
          who,
          text: ` ${shownName(who)} depends on ${group.map(possibilityText).join(' | ')}.\n`,
        });
    }
  }
  return needs;
}

async function remove(
  session: Session,
  one: DebPackage,
  purge: boolean,
  needed: readonly Need[],
): Promise<void> {
  const { io, database, settings } = session;
  const display = shownName(one);
  one.want = purge ? 'purge' : 'deinstall';
  // Whatever comes of it, this is what is wished from now on.
  await database.save();
  if (isPresent(one)) {
    if (one.fields.get('Essential') === 'yes' && !settings.force.has('remove-essential'))
      throw new PackageError('this is an essential package; it should not be removed');
    if (needed.length > 0 && !settings.force.has('depends')) {
      await io.flush();
      io.printError(
        `dpkg: dependency problems prevent removal of ${display}:\n${needed.map(({ text }) => text).join('')}\n`,
      );
      throw new PackageError('dependency problems - not removing');
    }
    await readFiles(session);
    io.print(`Removing ${display} (${versionOf(one)}) ...\n`);
    await io.flush();
    await database.log(`remove ${one.name}:${architectureOf(one)} ${versionOf(one)} <none>`);
    if (one.state !== 'unpacked') await runInstalled(database, one, 'prerm', ['remove']);
    await database.activate(await database.infoText(one, 'triggers'));
    await database.set(one, 'half-installed', 'deinstall');
    await removeFiles(session, one);
    await runInstalled(database, one, 'postrm', ['remove']);
    if (!(await hasRest(session, one))) {
      await forget(session, one);
      return;
    }
    await dropInfo(session, one, (kind) => kind !== 'postrm' && kind !== 'list');
    one.fields.set('Config-Version', versionOf(one));
    await database.set(one, 'config-files', purge ? 'purge' : 'deinstall');
  }
  if (purge) await purgeRest(session, one);
}

async function hasRest({ database, io }: Session, one: DebPackage): Promise<boolean> {
  return conffilesOf(one).size > 0 || (await statOf(io.sys, database.infoPath(one, 'postrm'))) !== undefined;
}

async function purgeRest(session: Session, one: DebPackage): Promise<void> {
  const { io, database } = session;
  await readFiles(session);
  io.print(`Purging configuration files for ${shownName(one)} (${versionOf(one)}) ...\n`);
  await io.flush();
  await database.log(`purge ${one.name}:${architectureOf(one)} ${versionOf(one)} <none>`);
  await removeConffiles(database, one);
  setConffiles(one, new Map());
  await runInstalled(database, one, 'postrm', ['purge']);
  await removeFolders(session, one, await database.filesOf(one));
  await forget(session, one);
}

async function forget(session: Session, one: DebPackage): Promise<void> {
  await dropInfo(session, one, () => true);
  await session.database.setFiles(one, undefined);
  await session.database.set(one, 'not-installed', 'unknown');
}

const KINDS = [
  'list',
  'md5sums',
  'preinst',
  'postinst',
  'prerm',
  'postrm',
  'conffiles',
  'triggers',
  'shlibs',
  'symbols',
  'templates',
  'config',
];

async function dropInfo(
  { database, io }: Session,
  one: DebPackage,
  which: (kind: string) => boolean,
): Promise<void> {
  for (const kind of KINDS) {
    const path = database.infoPath(one, kind);
    if (which(kind) && (await statOf(io.sys, path, false))) await io.sys.unlink(path);
  }
}

/** Its files but the conffiles; folders where nothing is left in them and nobody else has them. */
async function removeFiles(session: Session, one: DebPackage): Promise<void> {
  const { database, io } = session;
  const conffiles = conffilesOf(one);
  const files = await database.filesOf(one);
  const left: string[] = [];
  for (const path of [...files].reverse()) {
    // A link to a folder counts as one, as /bin.
    const stat = (await statOf(io.sys, path)) ?? (await statOf(io.sys, path, false));
    if (!stat) continue;
    if (conffiles.has(path) || isDir(stat.mode)) left.push(path);
    else {
      try {
        await io.sys.unlink(path);
      } catch (error) {
        if (!errnoOf(error)) throw error;
      }
    }
    await io.pump();
  }
  const kept = await removeFolders(session, one, left.reverse());
  await database.setFiles(one, kept);
}

/** Answers what of the paths is still there. */
async function removeFolders(session: Session, one: DebPackage, paths: readonly string[]): Promise<string[]> {
  const { database, io } = session;
  const conffiles = [...conffilesOf(one).keys()];
  const shared = new Set<string>();
  for (const [name, files] of await database.lists())
    if (name !== one.name) for (const file of files) shared.add(file);
  const kept: string[] = [];
  for (const path of [...paths].reverse()) {
    const stat = await statOf(io.sys, path);
    if (!stat) continue;
    if (conffiles.includes(path) || conffiles.some((file) => file.startsWith(`${path}/`))) {
      kept.push(path);
      continue;
    }
    if (!isDir(stat.mode) || shared.has(path)) continue;
    try {
      await io.sys.rmdir(path);
    } catch (error) {
      const code = errnoOf(error);
      if (!code) throw error;
      if (code === 'ENOTEMPTY' || code === 'EEXIST')
        io.printError(
          `dpkg: warning: while removing ${shownName(one)}, directory '${path}' not empty so not removed\n`,
        );
    }
  }
  return kept.reverse();
}
