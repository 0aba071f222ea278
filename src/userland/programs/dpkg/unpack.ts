/** Unpacking an archive: checks, scripts, files. @see Debian Policy 6.6, deb-control(5) */
import { errnoOf } from '../../../posix/index.ts';
import { writeFile } from '../../files.ts';
import { archiveProblem, BadArchive, type Deb, openDeb } from './archive.ts';
import { type DebPackage, isPresent, provides, shownName, versionOf } from './database.ts';
import { placeFiles, unlinkIfThere } from './place.ts';
import { parseRecord } from './records.ts';
import { PackageError, runInstalled, runNew } from './scripts.ts';
import { attempt, readFiles, type Session } from './session.ts';
import { compareVersions, holds, parseRelations, possibilityText } from './version.ts';

/** The package that was unpacked, or undefined where it could not be. */
export async function unpack(session: Session, path: string, shown = path): Promise<DebPackage | undefined> {
  let unpacked: DebPackage | undefined;
  await attempt(session, 'archive', shown, async () => {
    unpacked = await unpackArchive(session, path, shown);
  });
  return unpacked;
}

async function unpackArchive(session: Session, path: string, shown: string): Promise<DebPackage> {
  const { io, database } = session;
  const deb = await open(session, path, shown);
  const fields = parseRecord(new TextDecoder().decode(deb.control.get('control')!.contents));
  const name = checkedName(fields.get('Package'));
  const architecture = fields.get('Architecture') ?? '';
  if (architecture !== 'amd64' && architecture !== 'all')
    throw new PackageError(`package architecture (${architecture}) does not match system (amd64)`);
  const old = database.get(name);
  const one: DebPackage = {
    name,
    fields,
    want: old?.want === 'hold' ? 'hold' : 'install',
    state: old?.state ?? 'not-installed',
  };
  const display = shownName(one);
  checkRelations(session, one, shown);
  if (old && versionOf(old) && isPresent(old) && compareVersions(versionOf(one), versionOf(old)) < 0)
    io.printError(`dpkg: warning: downgrading ${display} from ${versionOf(old)} to ${versionOf(one)}\n`);
  if (!old || (old.want !== 'install' && old.want !== 'hold'))
    io.print(
      `Selecting previously unselected package ${display}.
`,
    );
  await readFiles(session);
  io.print(`Preparing to unpack ${summarized(shown)} ...\n`);
  const replaces = old !== undefined && isPresent(old);
  await database.log(
    `${replaces ? 'upgrade' : 'install'} ${name}:${architecture} ${old && versionOf(old) ? versionOf(old) : '<none>'} ${versionOf(one)}`,
  );
  if (replaces && old.state !== 'half-installed')
    await runInstalled(database, old, 'prerm', ['upgrade', versionOf(one)]);
  const preinst = deb.control.get('preinst');
  if (preinst) {
    const before = old && versionOf(old) ? [versionOf(old), versionOf(one)] : [];
    await runNew(database, one, preinst.contents, 'preinst', [replaces ? 'upgrade' : 'install', ...before]);
  }
  io.print(`Unpacking ${display} (${versionOf(one)})${replaces ? ` over (${versionOf(old)})` : ''} ...\n`);
  await io.flush();
  one.fields.set('Status', '');
  await database.set(one, 'half-installed');
  try {
    await placeFiles(session, one, old, deb);
  } catch (error) {
    if (old) await database.set(old, old.state);
    else {
      one.fields.delete('Version');
      await database.set(one, 'not-installed');
    }
    throw error;
  }
  if (replaces) await runInstalled(database, old, 'postrm', ['upgrade', versionOf(one)]);
  await keepControl(session, one, old, deb);
  if (old && versionOf(old) && old.state !== 'installed')
    one.fields.set('Config-Version', old.fields.get('Config-Version') ?? versionOf(old));
  else if (replaces) one.fields.set('Config-Version', versionOf(old));
  await database.activate(await database.infoText(one, 'triggers'));
  await database.set(one, 'unpacked');
  return one;
}

async function open({ io, action }: Session, path: string, shown: string): Promise<Deb> {
  try {
    return await openDeb(io, path);
  } catch (error) {
    if (error instanceof BadArchive) {
      await io.flush();
      io.printError(`dpkg-deb: error: ${error.message.replace(path, shown)}\n`);
      throw new PackageError('dpkg-deb --control subprocess returned error exit status 2');
    }
    const problem = archiveProblem(error);
    if (problem === undefined) throw error;
    if (errnoOf(error)) throw new PackageError(`cannot access archive '${shown}': ${problem}`);
    throw new PackageError(`${action}: ${problem}`);
  }
}

/** A name goes into paths. @see Debian Policy 5.6.7 */
function checkedName(name: string | undefined): string {
  if (name !== undefined && /^[a-z0-9][a-z0-9+.-]*$/.test(name)) return name;
  throw new PackageError(`parsing control file: field 'Package': invalid package name '${name ?? ''}'`);
}

/** `.../name.deb` for what is longer than 30 characters. */
function summarized(path: string): string {
  let rest = path;
  while (rest.length > 30 && rest.includes('/')) rest = rest.slice(rest.indexOf('/') + 1);
  return rest === path ? path : `.../${rest}`;
}

function checkRelations({ database, io, settings }: Session, one: DebPackage, shown: string): void {
  const display = shownName(one);
  for (const group of parseRelations(one.fields.get('Pre-Depends'))) {
    const fits = group.some((wish) =>
      [...database.providers(wish)].some(
        ({ state }) => state === 'installed' || state === 'triggers-pending',
      ),
    );
    if (fits || settings.force.has('depends')) continue;
    io.printError(
      `dpkg: regarding ${shown} containing ${display}, pre-dependency problem:\n ${display} pre-depends on ${group.map(possibilityText).join(' | ')}\n\n`,
    );
    throw new PackageError(`pre-dependency problem - not installing ${display}`);
  }
  const clashes: string[] = [];
  for (const [wish] of parseRelations(one.fields.get('Conflicts')))
    for (const other of database.providers(wish!))
      if (other.name !== one.name)
        clashes.push(
          ` ${display} conflicts with ${possibilityText(wish!)}\n  ${shownName(other)} (version ${versionOf(other)}) is present and ${other.state}.\n`,
        );
  for (const other of database.packages.values()) {
    if (!isPresent(other) || other.name === one.name) continue;
    for (const [wish] of parseRelations(other.fields.get('Conflicts'))) {
      const meant =
        wish!.name === one.name
          ? holds(versionOf(one), wish!.operator, wish!.version)
          : provides(one.fields, wish!);
      if (meant)
        clashes.push(
          ` ${shownName(other)} conflicts with ${possibilityText(wish!)}\n  ${display} (version ${versionOf(one)}) is to be installed.\n`,
        );
    }
  }
  if (clashes.length === 0 || settings.force.has('conflicts')) return;
  io.printError(`dpkg: regarding ${shown} containing ${display}:\n${clashes[0]}\n`);
  throw new PackageError(`conflicting packages - not installing ${display}`);
}

async function keepControl(
  session: Session,
  one: DebPackage,
  old: DebPackage | undefined,
  deb: Deb,
): Promise<void> {
  const { database, io } = session;
  if (old) {
    for (const kind of [
      'preinst',
      'postinst',
      'prerm',
      'postrm',
      'md5sums',
      'triggers',
      'conffiles',
      'shlibs',
      'symbols',
      'templates',
      'config',
    ])
      if (!deb.control.has(kind)) await unlinkIfThere(session, database.infoPath(old, kind));
  }
  for (const { name, mode, contents } of deb.control.values()) {
    if (!/^[\w-]+$/.test(name) || name === 'control') continue;
    const path = database.infoPath(one, name);
    await writeFile(io.sys, path, contents, mode);
    await io.sys.chmod(path, mode);
  }
}
