/** Doing what was planned: what is said of it, the question, fetching, and dpkg. */
import { encode } from '../../../base/index.ts';
import { errnoOf, O_APPEND, O_CREAT, O_WRONLY } from '../../../posix/index.ts';
import { statOf } from '../../files.ts';
import { type Io, writeBytes } from '../../io.ts';
import { waitFor } from '../../launch.ts';
import { configureAll, runTriggers, unconfigured } from '../dpkg/configure.ts';
import { type Database, type DebPackage, isPresent } from '../dpkg/database.ts';
import { relayed } from '../dpkg/relay.ts';
import { removeAll } from '../dpkg/remove.ts';
import { openSession, type Session, summary } from '../dpkg/session.ts';
import { unpack } from '../dpkg/unpack.ts';
import { compareVersions, parseRelations } from '../dpkg/version.ts';
import { ARCHIVES, archiveName, archiveSize, fetchArchives, isFetched } from './archives.ts';
import { type Cache, candidate, fits, installed, originText, type Version } from './cache.ts';
import { preconfigure } from './debconf.ts';
import { writeMarks } from './marks.ts';
import { installOrder, removeOrder } from './order.ts';
import type { Settings } from './settings.ts';
import type { Plan } from './solve.ts';
import { sayError, showList, sizeText } from './words.ts';

const FAILED = 100;

/** What is done beside the plan itself. */
export interface Change {
  readonly plan: Plan;
  /** Packages that were asked for: others come or go with them. */
  readonly asked: ReadonlySet<string>;
  /** Nobody needs them any more; taken along by autoremove. */
  readonly unneeded: readonly string[];
  readonly purge: boolean;
  /** A question is due even if nothing but what was asked for happens. */
  readonly ask: boolean;
}

interface Sorted {
  readonly fresh: readonly Version[];
  readonly upgraded: readonly Version[];
  readonly downgraded: readonly Version[];
  readonly again: readonly Version[];
}

function sorted(cache: Cache, { install }: Plan): Sorted {
  const all = [...install.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const order = (version: Version) => {
    const before = installed(cache, version.name);
    return before ? compareVersions(version.version, before.version) : undefined;
  };
  return {
    fresh: all.filter((version) => order(version) === undefined),
    upgraded: all.filter(
      (version) =>
        order(version)! > 0 || (order(version) === 0 && version !== installed(cache, version.name)),
    ),
    downgraded: all.filter((version) => order(version)! < 0),
    again: all.filter((version) => version === installed(cache, version.name)),
  };
}

/** Packages that could be newer and stay. */
function notUpgraded(cache: Cache, { install, remove }: Plan): string[] {
  return [...cache.versions.keys()]
    .filter((name) => {
      const before = installed(cache, name);
      return before && candidate(cache, name) !== before && !install.has(name) && !remove.has(name);
    })
    .sort();
}

const namesOf = (versions: readonly Version[]): string[] => versions.map(({ name }) => name);

export async function carryOut(settings: Settings, cache: Cache, change: Change): Promise<number> {
  const { voice } = settings;
  const { io } = voice;
  const { plan, asked } = change;
  const kinds = sorted(cache, plan);
  const kept = notUpgraded(cache, plan);
  sayUnneeded(settings, cache, change);
  if (voice.isNew) sayNew(settings, cache, change, kinds, kept);
  else sayOld(settings, change, cache, kinds);
  const held = [...plan.install.keys(), ...plan.remove]
    .filter((name) => cache.database.get(name)?.want === 'hold')
    .sort();
  showList(voice, 'The following held packages will be changed:', held);
  const essential = [...plan.remove]
    .filter((name) => cache.database.get(name)?.fields.get('Essential') === 'yes')
    .sort();
  if (!voice.isNew)
    showList(
      voice,
      'WARNING: The following essential packages will be removed.\nThis should NOT be done unless you know exactly what you are doing!',
      essential,
    );
  const waiting = [...cache.database.packages.values()].filter(
    ({ name, state }) =>
      (state === 'unpacked' || state.startsWith('half')) && !plan.remove.has(name) && !plan.install.has(name),
  );
  if (!voice.isNew && voice.quiet < 2) sayCounts(settings, cache, kinds, plan, kept, waiting.length);
  if (plan.install.size === 0 && plan.remove.size === 0 && waiting.length === 0) {
    if (voice.isNew && voice.quiet < 2) saySummary(settings, kinds, plan, kept, undefined, undefined);
    return 0;
  }
  if (settings.simulate) {
    if (voice.isNew && voice.quiet < 2) saySummary(settings, kinds, plan, kept, undefined, undefined);
    return simulate(settings, cache, change);
  }
  const refusal = refused(settings, { essential, held, kinds });
  if (refusal) {
    await io.flush();
    sayError(voice, refusal);
    return FAILED;
  }
  const order = installOrder(plan.install);
  const missing: Version[] = [];
  for (const version of order) if (!(await isFetched(cache, version))) missing.push(version);
  const total = order.reduce((sum, version) => sum + archiveSize(version), 0);
  const toFetch = missing.reduce((sum, version) => sum + archiveSize(version), 0);
  const space = spaceOf(cache, plan);
  if (voice.isNew && voice.quiet < 2)
    saySummary(settings, kinds, plan, kept, order.length > 0 ? [toFetch, total] : undefined, space);
  else if (voice.quiet < 2) saySizes(settings, order.length > 0 ? [toFetch, total] : undefined, space);
  const ask =
    change.ask ||
    plan.remove.size > 0 ||
    plan.install.size !== [...plan.install.keys()].filter((name) => asked.has(name)).length;
  if (ask && !settings.yes && voice.quiet < 2 && !(await agreed(settings))) {
    io.print('Abort.\n');
    return 1;
  }
  if (missing.some(({ origins }) => origins.length === 0)) {
    sayError(voice, 'Internal Error, Pathname to install is missing');
    return FAILED;
  }
  const between =
    settings.downloadOnly || order.length === 0 ? undefined : () => preconfigure(cache, order.length);
  if (order.length > 0 && !(await fetchArchives(voice, missing, ARCHIVES, archiveName, between))) {
    sayError(voice, 'Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?');
    return FAILED;
  }
  if (settings.downloadOnly) {
    if (voice.quiet < 2) io.print('Download complete and in download only mode\n');
    return 0;
  }
  return runDpkg(settings, cache, change, order);
}

function sayUnneeded({ voice, command }: Settings, cache: Cache, { unneeded, plan }: Change): void {
  const names = unneeded.filter((name) => !plan.remove.has(name));
  if (names.length === 0 || command === 'autoremove') return;
  const one = names.length === 1;
  showList(
    voice,
    one
      ? 'The following package was automatically installed and is no longer required:'
      : 'The following packages were automatically installed and are no longer required:',
    names,
  );
  const sudo = cache.io.sys.env['SUDO_USER'] ? 'sudo ' : '';
  if (voice.quiet < 2)
    voice.io.print(
      `Use '${sudo}apt autoremove' to remove ${one ? 'it' : 'them'}.\n${voice.isNew ? '\n' : ''}`,
    );
}

/** Suggested and recommended packages that do not come. */
function left(cache: Cache, { install, remove }: Plan, field: string): string[] {
  const there = (name: string) =>
    install.has(name) || (installed(cache, name) !== undefined && !remove.has(name));
  const found: string[] = [];
  for (const name of [...install.keys()].sort()) {
    const version = install.get(name)!;
    if (installed(cache, name)) continue;
    for (const group of parseRelations(version.fields.get(field))) {
      if (group.some((wish) => there(wish.name) || (cache.providers.get(wish.name) ?? []).some(there)))
        continue;
      found.push(...group.map((wish, i) => `${i > 0 ? '| ' : ''}${wish.name}`));
    }
  }
  return [...new Set(found)];
}

function extrasOf({ asked, plan }: Change, { fresh }: Sorted): string[] {
  return namesOf(fresh).filter((name) => !asked.has(name) && plan.install.has(name));
}

function sayOld(settings: Settings, change: Change, cache: Cache, kinds: Sorted): void {
  const { voice } = settings;
  const { plan, purge } = change;
  const additional = [
    ...extrasOf(change, kinds),
    ...namesOf(kinds.upgraded).filter((name) => change.asked.size > 0 && !change.asked.has(name)),
  ].sort();
  showList(
    voice,
    'The following additional packages will be installed:',
    settings.command === 'upgrade' ? [] : additional,
  );
  showList(voice, 'Suggested packages:', left(cache, plan, 'Suggests'));
  showList(voice, 'Recommended packages:', left(cache, plan, 'Recommends'));
  showList(
    voice,
    'The following packages will be REMOVED:',
    [...plan.remove].sort().map((name) => `${name}${purge ? '*' : ''}`),
  );
  showList(voice, 'The following NEW packages will be installed:', namesOf(kinds.fresh));
  if (settings.command.endsWith('upgrade'))
    showList(voice, 'The following packages have been kept back:', notUpgraded(cache, plan));
  showList(voice, 'The following packages will be upgraded:', namesOf(kinds.upgraded));
  showList(voice, 'The following packages will be DOWNGRADED:', namesOf(kinds.downgraded));
}

function sayNew(
  settings: Settings,
  cache: Cache,
  change: Change,
  kinds: Sorted,
  kept: readonly string[],
): void {
  const { voice } = settings;
  const { plan, asked, purge } = change;
  const section = (title: string, words: readonly string[]) => {
    showList(voice, title, words);
    if (words.length > 0 && voice.quiet < 2) voice.io.print('\n');
  };
  if (settings.command.endsWith('upgrade')) section('Not upgrading:', kept);
  section('Upgrading:', namesOf(kinds.upgraded));
  section('DOWNGRADING:', namesOf(kinds.downgraded));
  const extras = extrasOf(change, kinds);
  section(
    'Installing:',
    namesOf(kinds.fresh).filter((name) => asked.size === 0 || asked.has(name)),
  );
  section('Installing dependencies:', extras);
  section('Suggested packages:', left(cache, plan, 'Suggests'));
  section('Recommended packages:', left(cache, plan, 'Recommends'));
  section(
    'REMOVING:',
    [...plan.remove].sort().map((name) => `${name}${purge ? '*' : ''}`),
  );
}

function sayCounts(
  { voice }: Settings,
  _cache: Cache,
  kinds: Sorted,
  { remove }: Plan,
  kept: readonly string[],
  waiting: number,
): void {
  const more = [
    kinds.again.length > 0 ? `${kinds.again.length} reinstalled, ` : '',
    kinds.downgraded.length > 0 ? `${kinds.downgraded.length} downgraded, ` : '',
  ].join('');
  voice.io.print(
    `${kinds.upgraded.length} upgraded, ${kinds.fresh.length} newly installed, ${more}${remove.size} to remove and ${kept.length} not upgraded.\n`,
  );
  if (waiting > 0) voice.io.print(`${waiting} not fully installed or removed.\n`);
}

/** Bytes more, or fewer, on the disk. */
function spaceOf(cache: Cache, { install, remove }: Plan): number {
  const size = (version: Version | undefined) => (Number(version?.fields.get('Installed-Size')) || 0) * 1024;
  let space = 0;
  for (const [name, version] of install) space += size(version) - size(installed(cache, name));
  for (const name of remove) space -= size(installed(cache, name));
  return space;
}

function saySizes({ voice }: Settings, fetch: [number, number] | undefined, space: number): void {
  const { io } = voice;
  if (fetch) {
    const [needed, total] = fetch;
    io.print(
      `Need to get ${needed === total ? '' : `${sizeText(needed)}/`}${sizeText(total)} of archives.\n`,
    );
  }
  io.print(
    space < 0
      ? `After this operation, ${sizeText(space)} disk space will be freed.\n`
      : `After this operation, ${sizeText(space)} of additional disk space will be used.\n`,
  );
}

function saySummary(
  { voice }: Settings,
  { upgraded, fresh, again, downgraded }: Sorted,
  { remove }: Plan,
  kept: readonly string[],
  fetch: [number, number] | undefined,
  space: number | undefined,
): void {
  const more = [
    again.length > 0 ? `Reinstalling: ${again.length}, ` : '',
    downgraded.length > 0 ? `Downgrading: ${downgraded.length}, ` : '',
  ].join('');
  voice.io.print(
    `Summary:\n  Upgrading: ${upgraded.length}, Installing: ${fresh.length}, ${more}Removing: ${remove.size}, Not Upgrading: ${kept.length}\n`,
  );
  if (fetch) {
    const [needed, total] = fetch;
    voice.io.print(
      `  Download size: ${needed === total ? '' : `${sizeText(needed)} / `}${sizeText(total)}\n`,
    );
  }
  if (space !== undefined)
    voice.io.print(
      space < 0 ? `  Freed space: ${sizeText(space)}\n\n` : `  Space needed: ${sizeText(space)}\n\n`,
    );
}

function refused(
  settings: Settings,
  { essential, held, kinds }: { essential: readonly string[]; held: readonly string[]; kinds: Sorted },
): string | undefined {
  if (essential.length > 0 && !settings.allow.has('remove-essential'))
    return settings.yes
      ? 'Essential packages were removed and -y was used without --allow-remove-essential.'
      : 'Removing essential system-critical packages is not permitted. This might break the system.';
  if (held.length > 0 && settings.yes && !settings.allow.has('change-held-packages'))
    return 'Held packages were changed and -y was used without --allow-change-held-packages.';
  if (kinds.downgraded.length > 0 && settings.yes && !settings.allow.has('downgrades'))
    return 'Packages were downgraded and -y was used without --allow-downgrades.';
  return undefined;
}

async function agreed({ voice, no }: Settings): Promise<boolean> {
  const { io } = voice;
  io.print('Do you want to continue? [Y/n] ');
  if (no) {
    io.print('N\n');
    return false;
  }
  await io.flush();
  const answer = await io.reader(0).line();
  return answer !== undefined && /^(?:y.*|)$/i.test(answer.trim());
}

function simulate({ voice }: Settings, cache: Cache, { plan, purge }: Change): number {
  const { io } = voice;
  for (const name of removeOrder(cache, plan.remove))
    io.print(`${purge ? 'Purg' : 'Remv'} ${name} [${installed(cache, name)!.version}]\n`);
  const order = installOrder(plan.install);
  const text = (version: Version) =>
    `(${version.version} ${originText(version)} [${version.fields.get('Architecture')}])`;
  const placed = new Map<string, Version>();
  for (const version of order) {
    const before = installed(cache, version.name);
    placed.set(version.name, version);
    io.print(
      `Inst ${version.name} ${before ? `[${before.version}] ` : ''}${text(version)}${brokenMark(cache, plan, placed)}\n`,
    );
  }
  for (const version of order) io.print(`Conf ${version.name} ${text(version)}\n`);
  return 0;
}

/** What is broken in between, in brackets: names of those that were there before. */
function brokenMark(cache: Cache, { remove }: Plan, placed: ReadonlyMap<string, Version>): string {
  const there = (name: string) =>
    remove.has(name) ? undefined : (placed.get(name) ?? installed(cache, name));
  const isBroken = (version: Version) =>
    ['Pre-Depends', 'Depends'].some((field) =>
      parseRelations(version.fields.get(field)).some(
        (group) =>
          !group.some((wish) =>
            [wish.name, ...(cache.providers.get(wish.name) ?? [])].some((name) => {
              const other = there(name);
              return other !== undefined && fits(other, wish);
            }),
          ),
      ),
    );
  const before = [...cache.versions.keys()].filter(
    (name) => installed(cache, name) && there(name) && isBroken(there(name)!),
  );
  const isAny = before.length > 0 || [...placed.values()].some(isBroken);
  return isAny ? ` [${before.map((name) => `${name}:amd64 `).join('')}]` : '';
}

// ---- dpkg

async function runDpkg(
  settings: Settings,
  cache: Cache,
  change: Change,
  order: readonly Version[],
): Promise<number> {
  const { voice } = settings;
  const { io } = voice;
  const { plan } = change;
  const began = io.sys.now();
  const before = new Map(
    [...plan.install.keys(), ...plan.remove].map((name) => [name, installed(cache, name)?.version]),
  );
  const fresh = [...plan.install.keys()].filter((name) => !before.get(name));
  // Marks first, as apt writes them before dpkg runs.
  for (const name of fresh)
    if (!change.asked.has(name) || cache.marks.auto.has(name)) cache.marks.auto.add(name);
  for (const name of plan.remove) cache.marks.auto.delete(name);
  const architecture = (name: string) => plan.install.get(name)?.fields.get('Architecture') ?? 'amd64';
  await writeMarks(io, cache.marks, (name) => (architecture(name) === 'all' ? 'amd64' : architecture(name)));
  let database: Database | undefined;
  let status = 0;
  const begin = async (action: string): Promise<Session> => {
    const session = await openSession(relayed(io), action, true);
    const shared = {
      ...session,
      settings: { ...session.settings, force: new Set([...session.settings.force, ...settings.force]) },
    };
    if (!database) {
      database = session.database;
      return shared;
    }
    return { ...shared, database };
  };
  const end = async (session: Session) => {
    status ||= summary(session);
    await io.flush();
  };
  const going = (session: Session) =>
    removeOrder(cache, plan.remove)
      .map((name) => session.database.get(name))
      .filter((one): one is DebPackage => one !== undefined);
  if (plan.remove.size > 0) {
    const session = await begin('remove');
    const present = going(session).filter(isPresent);
    await removeAll(session, present, false);
    await end(session);
  }
  if (change.purge && status === 0) {
    const session = await begin('purge');
    await removeAll(session, going(session), true);
    await end(session);
  }
  if (order.length > 0 && status === 0) {
    const session = await begin('unpack');
    const digits = String(order.length - 1).length;
    const folder = randomName(io);
    for (const [at, version] of order.entries()) {
      const name = archiveName(version);
      // Many are handed to dpkg in a folder, numbered.
      const shown =
        order.length >= MANY
          ? `/tmp/apt-dpkg-install-${folder}/${String(at).padStart(digits, '0')}-${name}`
          : `${ARCHIVES}/${name}`;
      const early = unconfigured(session).filter((one) =>
        parseRelations(version.fields.get('Pre-Depends')).some((group) =>
          group.some((wish) => wish.name === one.name),
        ),
      );
      if (early.length > 0) await configureAll(session, early);
      await unpack(session, `${ARCHIVES}/${name}`, shown);
    }
    await end(session);
  }
  if (status === 0) {
    const session = await begin('configure');
    await configureAll(session, unconfigured(session));
    await runTriggers(session);
    await end(session);
  }
  await invoke(settings, 'DPkg::Post-Invoke');
  await history(settings, began, cache, change, before);
  if (status === 0) return 0;
  sayError(voice, `Sub-process /usr/bin/dpkg returned an error code (${status})`);
  return FAILED;
}

/** Six letters and digits, as mkdtemp(3) makes them. */
function randomName({ sys }: Io): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return [...sys.random(6)].map((byte) => letters[byte % letters.length]).join('');
}

/** From so many archives on, apt hands them over in a folder (dpkg's --recursive). */
const MANY = 6;

/** Commands that the configuration has run by a shell. */
export async function invoke({ voice, config }: Settings, name: string): Promise<void> {
  const { io } = voice;
  for (const command of config.list(name)) {
    const pid = await io.sys.spawn('/bin/sh', ['sh', '-c', command], {});
    const status = await waitFor(io.sys, pid);
    if (status !== 0) sayError(voice, `Problem executing scripts ${name} '${command}'`);
  }
}

/** @see apt-get(8) FILES, /var/log/apt/history.log */
async function history(
  { voice, words }: Settings,
  began: number,
  cache: Cache,
  { plan, purge }: Change,
  before: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const { io } = voice;
  const time = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', '  ');
  const full = (name: string) =>
    `${name}:${plan.install.get(name)?.fields.get('Architecture') ?? cache.database.get(name)?.fields.get('Architecture') ?? 'amd64'}`;
  const fresh = [...plan.install].filter(([name]) => !before.get(name));
  const newer = [...plan.install].filter(([name]) => before.get(name));
  const lines = [
    `Start-Date: ${time(began)}`,
    `Commandline: ${words.join(' ')}`,
    ...(fresh.length > 0
      ? [
          `Install: ${fresh.map(([name, { version }]) => `${full(name)} (${version}${cache.marks.auto.has(name) ? ', automatic' : ''})`).join(', ')}`,
        ]
      : []),
    ...(newer.length > 0
      ? [
          `Upgrade: ${newer.map(([name, { version }]) => `${full(name)} (${before.get(name)}, ${version})`).join(', ')}`,
        ]
      : []),
    ...(plan.remove.size > 0
      ? [
          `${purge ? 'Purge' : 'Remove'}: ${[...plan.remove].map((name) => `${full(name)} (${before.get(name)})`).join(', ')}`,
        ]
      : []),
    `End-Date: ${time(io.sys.now())}`,
  ];
  try {
    if (!(await statOf(io.sys, '/var/log/apt'))) await io.sys.mkdir('/var/log/apt', 0o755);
    const fd = await io.sys.open('/var/log/apt/history.log', O_WRONLY | O_CREAT | O_APPEND, 0o644);
    await writeBytes(io.sys, fd, encode(`\n${lines.join('\n')}\n`));
    await io.sys.close(fd);
  } catch (error) {
    // As apt, which goes on without a log.
    if (!errnoOf(error)) throw error;
  }
}
