/** apt-cache, and apt's list, search and show: questions that change nothing. @see apt-cache(8), apt(8) */

import { matchPattern } from '../../../posix/index.ts';
import { recordText } from '../dpkg/records.ts';
import { parseRelations } from '../dpkg/version.ts';
import { type Cache, candidate, fits, installed, meant, openCache, type Version } from './cache.ts';
import type { Settings } from './settings.ts';
import { sayError, sizeText, type Voice } from './words.ts';

const FAILED = 100;

const synopsis = ({ fields }: Version): string => (fields.get('Description') ?? '').split('\n')[0]!;

function nothing(voice: Voice): number {
  sayError(voice, 'No packages found');
  return FAILED;
}

export async function policy({ voice, names }: Settings): Promise<number> {
  const cache = await openCache(voice.io);
  if (names.length === 0) return policyOfFiles(cache);
  for (const name of names) {
    const versions = cache.versions.get(name);
    if (!versions) continue;
    const before = installed(cache, name);
    const { io } = voice;
    io.print(
      `${name}:\n  Installed: ${before?.version ?? '(none)'}\n  Candidate: ${candidate(cache, name)?.version ?? '(none)'}\n  Version table:\n`,
    );
    for (const version of versions) {
      const priority = version.origins.length > 0 ? 500 : 100;
      io.print(` ${version.isInstalled ? '***' : '   '} ${version.version} ${priority}\n`);
      for (const origin of version.origins) io.print(`        500 ${placeText(origin)} Packages\n`);
      if (version.isInstalled) io.print('        100 /var/lib/dpkg/status\n');
    }
  }
  return 0;
}

const placeText = ({ source, component }: Cache['origins'][number]): string =>
  `${source.uri} ${source.suite}/${component} amd64`;

function policyOfFiles({ io, origins }: Cache): number {
  io.print('Package files:\n 100 /var/lib/dpkg/status\n     release a=now\n');
  for (const origin of [...origins].reverse()) {
    const { release, component, source } = origin;
    const field = (name: string) => release.get(name) ?? '';
    io.print(` 500 ${placeText(origin)} Packages\n`);
    io.print(
      `     release v=${field('Version')},o=${field('Origin')},a=${field('Suite')},n=${field('Codename')},l=${field('Label')},c=${component},b=amd64\n`,
    );
    io.print(`     origin ${/^\w+:\/\/([^/]+)/.exec(source.uri)?.[1] ?? ''}\n`);
  }
  io.print('Pinned packages:\n');
  return 0;
}

export async function show({ voice, names, flags }: Settings): Promise<number> {
  const cache = await openCache(voice.io);
  const found: Version[] = [];
  for (const name of names) {
    const versions = cache.versions.get(name) ?? [];
    if (versions.length === 0) {
      if (names.length > 1) sayError(voice, `Unable to locate package ${name}`);
    } else found.push(...(voice.io.name === 'apt' && !flags.has('all') ? versions.slice(0, 1) : versions));
  }
  if (found.length === 0) return nothing(voice);
  for (const version of found)
    voice.io.print(
      voice.io.name === 'apt' ? `${shownRecord(cache, version)}\n` : `${recordText(version.fields)}\n`,
    );
  return 0;
}

/** apt show's: sizes to read, where it comes from, no sums. */
function shownRecord(cache: Cache, version: Version): string {
  const { fields, name, origins } = version;
  const order = [
    'Package',
    'Version',
    'Status',
    'Priority',
    'Essential',
    'Section',
    'Source',
    'Maintainer',
    'Installed-Size',
    'Provides',
    'Pre-Depends',
    'Depends',
    'Recommends',
    'Suggests',
    'Conflicts',
    'Breaks',
    'Replaces',
    'Homepage',
  ];
  const lines = order
    .filter((field) => fields.has(field) && (field !== 'Status' || origins.length === 0))
    .map((field) =>
      field === 'Installed-Size'
        ? `${field}: ${sizeText(Number(fields.get(field)) * 1024)}`
        : `${field}: ${fields.get(field)}`,
    );
  if (origins.length > 0) lines.push(`Download-Size: ${sizeText(Number(fields.get('Size')))}`);
  if (version.isInstalled) lines.push(`APT-Manual-Installed: ${cache.marks.auto.has(name) ? 'no' : 'yes'}`);
  lines.push(
    `APT-Sources: ${origins.length > 0 ? `${placeText(origins[0]!)} Packages` : '/var/lib/dpkg/status'}`,
  );
  return `${lines.join('\n')}\nDescription: ${fields.get('Description') ?? ''}\n`;
}

/** Patterns all of which have to be found. */
function finder(names: readonly string[], namesOnly: boolean): (version: Version) => boolean {
  const patterns = names.map((name) => new RegExp(name, 'i'));
  return (version) =>
    patterns.every(
      (pattern) =>
        pattern.test(version.name) || (!namesOnly && pattern.test(version.fields.get('Description') ?? '')),
    );
}

function searched(cache: Cache, { names, flags, voice }: Settings): Version[] | undefined {
  try {
    const isFound = finder(names, flags.has('names-only'));
    return [...cache.versions.keys()]
      .sort()
      .map((name) => candidate(cache, name)!)
      .filter(isFound);
  } catch {
    sayError(voice, 'Regex compilation error');
    return undefined;
  }
}

export async function search(settings: Settings): Promise<number> {
  const { voice } = settings;
  const { io } = voice;
  if (settings.names.length === 0) {
    sayError(voice, 'You must give at least one search pattern');
    return FAILED;
  }
  const cache = await openCache(io);
  const isOwn = io.name === 'apt';
  if (isOwn)
    io.print(
      'Sorting...\nFull Text Search...\n'.replaceAll('...\n', voice.quiet === 0 ? '... Done\n' : '...\n'),
    );
  const found = searched(cache, settings);
  if (!found) return FAILED;
  if (!isOwn) {
    // Those that can be had first, as the lists are read before what is installed.
    found.sort((a, b) => Number(a.origins.length === 0) - Number(b.origins.length === 0));
    for (const version of found) io.print(`${version.name} - ${synopsis(version)}\n`);
    return 0;
  }
  for (const version of found) io.print(`${listLine(cache, version)}\n  ${synopsis(version)}\n\n`);
  return 0;
}

function listLine(cache: Cache, version: Version): string {
  const { name, origins, fields } = version;
  const before = installed(cache, name);
  const places = [...new Set(origins.map(({ release }) => release.get('Suite') ?? ''))];
  if (version.isInstalled) places.push('now');
  const isAuto = cache.marks.auto.has(name);
  const newest = candidate(cache, name);
  let mark = '';
  if (version.isInstalled)
    mark =
      newest !== version
        ? ` [installed,upgradable to: ${newest!.version}]`
        : origins.length === 0
          ? ' [installed,local]'
          : isAuto
            ? ' [installed,automatic]'
            : ' [installed]';
  else if (before) mark = ` [upgradable from: ${before.version}]`;
  return `${name}/${places.join(',')} ${version.version} ${fields.get('Architecture')}${mark}`;
}

export async function list({ voice, names, flags }: Settings): Promise<number> {
  const { io } = voice;
  const cache = await openCache(io);
  io.print(voice.quiet === 0 ? 'Listing... Done\n' : 'Listing...\n');
  for (const name of [...cache.versions.keys()].sort()) {
    if (names.length > 0 && !names.some((pattern) => matchPattern(pattern, name))) continue;
    const before = installed(cache, name);
    const newest = candidate(cache, name)!;
    if (flags.has('installed') && !before) continue;
    if (flags.has('upgradable') && (!before || before === newest)) continue;
    const versions = flags.has('all')
      ? cache.versions.get(name)!
      : [flags.has('installed') ? before! : newest];
    for (const version of versions) io.print(`${listLine(cache, version)}\n`);
    if (flags.has('all')) io.print('\n');
  }
  return 0;
}

const RELATIONS = [
  'Pre-Depends',
  'Depends',
  'Conflicts',
  'Breaks',
  'Recommends',
  'Suggests',
  'Replaces',
  'Enhances',
];
const WORDS: Readonly<Record<string, string>> = { 'Pre-Depends': 'PreDepends' };

export async function depends({ voice, names }: Settings): Promise<number> {
  const { io } = voice;
  const cache = await openCache(io);
  for (const name of names) {
    const version = candidate(cache, name);
    if (!version) {
      sayError(voice, `Unable to locate package ${name}`);
      return nothing(voice);
    }
    io.print(`${name}\n`);
    for (const field of RELATIONS) {
      for (const group of parseRelations(version.fields.get(field))) {
        group.forEach((wish, i) => {
          const shown = cache.versions.has(wish.name) ? wish.name : `<${wish.name}>`;
          const operator = io.name === 'apt' && wish.operator ? ` (${wish.operator} ${wish.version})` : '';
          io.print(`${i < group.length - 1 ? ' |' : '  '}${WORDS[field] ?? field}: ${shown}${operator}\n`);
          if (!cache.versions.has(wish.name))
            for (const other of [...meant(cache, wish)].map((one) => one.name).sort())
              io.print(`    ${other}\n`);
        });
      }
    }
  }
  return 0;
}

export async function rdepends({ voice, names }: Settings): Promise<number> {
  const { io } = voice;
  const cache = await openCache(io);
  for (const name of names) {
    const own = candidate(cache, name);
    if (!own) {
      sayError(voice, `Unable to locate package ${name}`);
      return nothing(voice);
    }
    io.print(`${name}\nReverse Depends:\n`);
    for (const other of [...cache.versions.keys()].sort()) {
      const version = candidate(cache, other)!;
      for (const field of RELATIONS)
        for (const group of parseRelations(version.fields.get(field)))
          group.forEach((wish, i) => {
            if (wish.name === name || (other !== name && !cache.versions.has(wish.name) && fits(own, wish)))
              io.print(`${i < group.length - 1 ? ' |' : '  '}${other}\n`);
          });
    }
  }
  return 0;
}

export async function madison({ voice, names }: Settings): Promise<number> {
  const cache = await openCache(voice.io);
  for (const name of names) {
    for (const { version, origins } of cache.versions.get(name) ?? [])
      for (const origin of origins)
        voice.io.print(`${name.padStart(10)} | ${version.padStart(10)} | ${placeText(origin)} Packages\n`);
    if (!cache.versions.has(name)) voice.io.printError(`N: Unable to locate package ${name}\n`);
  }
  return 0;
}

export async function pkgnames({ voice, names }: Settings): Promise<number> {
  const cache = await openCache(voice.io);
  for (const name of cache.versions.keys()) if (name.startsWith(names[0] ?? '')) voice.io.print(`${name}\n`);
  return 0;
}
