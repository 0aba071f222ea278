/** What the words of a command line mean: names, patterns, `name=version`, `name/release`, `name-`. */
import { matchPattern } from '../../../posix/index.ts';
import { type Cache, candidate, installed, type Version } from './cache.ts';
import { writeMarks } from './marks.ts';
import type { Settings } from './settings.ts';
import { sayError } from './words.ts';

export interface Wish {
  readonly version?: Version;
  readonly name: string;
  /** A sign behind a name turns a command round: `jq-` in install, `jq+` in remove. */
  readonly remove: boolean;
}

/** What the words mean; undefined where one means nothing, and that was said. */
export async function wishesOf(settings: Settings, cache: Cache): Promise<Wish[] | undefined> {
  const { voice, command, names } = settings;
  if (/^auto|upgrade$/.test(command) && names.length === 0) return [];
  const removes = /remove|purge/.test(command);
  const found: Wish[] = [];
  let isBad = false;
  const errors: string[] = [];
  const notes: string[] = [];
  for (const word of names) {
    if (word.includes('/') && (word.startsWith('/') || word.startsWith('.'))) {
      errors.push(`${word}: installing from a file: not supported by Strata yet, use dpkg -i`);
      continue;
    }
    const sign = !cache.versions.has(word) && /[+-]$/.test(word) ? word.slice(-1) : '';
    const text = sign ? word.slice(0, -1) : word;
    const [, name = text, kind, wanted] = /^([^=/]+)([=/])(.*)$/.exec(text) ?? [];
    const plain = name.replace(/:(?:amd64|any)$/, '');
    const isRemove = sign === '-' || (removes && sign !== '+');
    const targets = targetsOf(cache, plain, isRemove, voice.quiet === 0);
    if (targets.length === 0) {
      errors.push(`Unable to locate package ${plain}`);
      if (/[*?.]/.test(plain)) errors.push(`Couldn't find any package by glob '${plain}'`);
      if (/[*?.+^$|[]/.test(plain)) errors.push(`Couldn't find any package by regex '${plain}'`);
      continue;
    }
    for (const target of targets) {
      if (isRemove) {
        found.push(...removal(settings, cache, target));
        continue;
      }
      const version = await chosen(settings, cache, target, kind, wanted, { errors, notes });
      if (version === 'bad') isBad = true;
      else if (version) found.push({ name: target, version, remove: false });
    }
  }
  if (errors.length === 0 && !isBad) {
    if (voice.quiet < 2) for (const text of notes) voice.io.print(text);
    return found;
  }
  await voice.io.flush();
  for (const text of errors) sayError(voice, text);
  return undefined;
}

/** A package's own name, that of the one that provides it, or all that a pattern means. */
function targetsOf(cache: Cache, name: string, isRemove: boolean, isLoud: boolean): string[] {
  if (cache.versions.has(name) || (isRemove && cache.database.get(name))) return [name];
  if (/[*?]/.test(name)) return [...cache.versions.keys()].filter((one) => matchPattern(name, one)).sort();
  const providers = cache.providers.get(name) ?? [];
  if (providers.length === 1) {
    if (isLoud) cache.io.print(`Note, selecting '${providers[0]}' instead of '${name}'\n`);
    return [...providers];
  }
  return providers.length > 1 ? [name] : [];
}

function removal({ voice, purge }: Settings, cache: Cache, name: string): Wish[] {
  if (installed(cache, name)) return [{ name, remove: true }];
  const one = cache.database.get(name);
  if (purge && one?.state === 'config-files') return [{ name, remove: true }];
  if (voice.quiet < 2) voice.io.print(`Package '${name}' is not installed, so not removed\n`);
  return [];
}

/** The version that is to be installed; undefined where nothing is to be done. */
async function chosen(
  settings: Settings,
  cache: Cache,
  name: string,
  kind: string | undefined,
  wanted: string | undefined,
  { errors, notes }: { errors: string[]; notes: string[] },
): Promise<Version | undefined | 'bad'> {
  const { voice } = settings;
  const { io } = voice;
  const versions = cache.versions.get(name) ?? [];
  if (versions.length === 0) {
    await io.flush();
    const names = (cache.providers.get(name) ?? [])
      .map((one) => `  ${one} ${candidate(cache, one)?.version ?? ''}\n`)
      .join('');
    io.print(
      `Package ${name} is a virtual package provided by:\n${names}You should explicitly select one to install.\n\n`,
    );
    errors.push(`Package '${name}' has no installation candidate`);
    return 'bad';
  }
  let version = versions[0]!;
  if (kind === '=') {
    const found = versions.find(
      (one) => one.version === wanted || (wanted!.includes('*') && matchPattern(wanted!, one.version)),
    );
    if (!found) {
      errors.push(`Version '${wanted}' for '${name}' was not found`);
      return sayUnavailable(io, name);
    }
    version = found;
    if (voice.quiet === 0)
      notes.push(`Selected version '${found.version}' (${selectedFrom(found)}) for '${name}'\n`);
  } else if (kind === '/') {
    const found = versions.find(({ origins }) =>
      origins.some(({ release, source }) =>
        [release.get('Suite'), release.get('Codename'), source.suite].includes(wanted),
      ),
    );
    if (!found) {
      errors.push(`Release '${wanted}' for '${name}' was not found`);
      return sayUnavailable(io, name);
    }
    version = found;
    if (voice.quiet === 0)
      notes.push(`Selected version '${found.version}' (${selectedFrom(found)}) for '${name}'\n`);
  }
  const before = installed(cache, name);
  if (!before && settings.onlyUpgrade) {
    notes.push(`Skipping ${name}, it is not installed and only upgrades are requested.\n`);
    return undefined;
  }
  if (before && settings.noUpgrade) {
    notes.push(`Skipping ${name}, it is already installed and upgrade is not set.\n`);
    return undefined;
  }
  if (before === version || (before && settings.reinstall)) {
    if (settings.reinstall) {
      if (version.origins.length > 0) return version;
      notes.push(`Reinstallation of ${name} is not possible, it cannot be downloaded.\n`);
      return undefined;
    }
    const isAuto = cache.marks.auto.delete(name);
    notes.push(`${name} is already the newest version (${version.version}).\n`);
    if (isAuto && !settings.simulate) {
      await writeMarks(io, cache.marks, () => 'amd64');
      notes.push(`${name} set to manually installed.\n`);
    }
    return undefined;
  }
  return version;
}

function selectedFrom({ origins, fields }: Version): string {
  const places = origins.map(
    ({ release }) => `${release.get('Label')}:${release.get('Version')}/${release.get('Suite')}`,
  );
  return `${places.join(', ')} [${fields.get('Architecture')}]`;
}

function sayUnavailable(io: Cache['io'], name: string): 'bad' {
  io.print(
    `Package ${name} is not available, but is referred to by another package.\nThis may mean that the package is missing, has been obsoleted, or\nis only available from another source\n\n`,
  );
  return 'bad';
}
