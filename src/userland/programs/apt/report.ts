/** What is said of a plan before it is done: lists of packages, counts, sizes, as apt-get and as apt since 3.0. */
import { compareVersions, parseRelations } from '../dpkg/version.ts';
import { type Cache, candidate, installed, type Version } from './cache.ts';
import type { Settings } from './settings.ts';
import type { Plan } from './solve.ts';
import { showList, sizeText } from './words.ts';

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

export interface Sorted {
  readonly fresh: readonly Version[];
  readonly upgraded: readonly Version[];
  readonly downgraded: readonly Version[];
  readonly again: readonly Version[];
}

export function sorted(cache: Cache, { install }: Plan): Sorted {
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
export function notUpgraded(cache: Cache, { install, remove }: Plan): string[] {
  return [...cache.versions.keys()]
    .filter((name) => {
      const before = installed(cache, name);
      return before && candidate(cache, name) !== before && !install.has(name) && !remove.has(name);
    })
    .sort();
}

const namesOf = (versions: readonly Version[]): string[] => versions.map(({ name }) => name);

export function sayUnneeded({ voice, command }: Settings, cache: Cache, { unneeded, plan }: Change): void {
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

export function sayOld(settings: Settings, change: Change, cache: Cache, kinds: Sorted): void {
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

export function sayNew(
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

export function sayCounts(
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
export function spaceOf(cache: Cache, { install, remove }: Plan): number {
  const size = (version: Version | undefined) => (Number(version?.fields.get('Installed-Size')) || 0) * 1024;
  let space = 0;
  for (const [name, version] of install) space += size(version) - size(installed(cache, name));
  for (const name of remove) space -= size(installed(cache, name));
  return space;
}

export function saySizes({ voice }: Settings, fetch: [number, number] | undefined, space: number): void {
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

export function saySummary(
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
