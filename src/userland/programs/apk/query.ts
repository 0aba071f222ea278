/** apk info, search, list, policy: questions that change nothing. */
import { compilePattern } from '../../../posix/index.ts';
import type { Options } from '../../options.ts';
import { filesOf, fullName, type Package } from './records.ts';
import { distinctPackages, type State } from './state.ts';
import { compareVersions, parseDependency } from './version.ts';

const byName = (a: Package, b: Package) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : compareVersions(a.version, b.version);

/** A size as apk shows it: whole numbers of at most four digits. */
function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let unit = 0;
  let value = bytes;
  for (; value >= 10_000 && unit < units.length - 1; unit++) value = Math.floor(value / 1024);
  return `${value} ${units[unit]}`;
}

type Section = (entry: Package, state: State) => string;

/** Sections of `apk info` by their flag, in the order in which they are shown. */
const SECTIONS: readonly (readonly [flag: string, title: string, body: Section])[] = [
  ['d', 'description:', ({ description }) => description],
  ['w', 'webpage:', ({ url }) => url],
  ['s', 'installed size:', ({ installedSize }) => sizeText(installedSize)],
  ['R', 'depends on:', ({ depends }) => depends.join('\n')],
  ['P', 'provides:', ({ provides }) => provides.join('\n')],
  ['r', 'is required by:', (entry, state) => requiredBy(entry, state).join('\n')],
  ['L', 'contains:', (entry) => [...filesOf(entry)].join('\n')],
  ['i', 'has auto-install rule:', ({ installIf }) => installIf.join('\n')],
  ['t', 'triggers:', () => ''],
  ['!license', 'license:', ({ license }) => license],
];

function requiredBy(entry: Package, { installed }: State): string[] {
  const names = new Set([entry.name, ...entry.provides.map((provided) => parseDependency(provided).name)]);
  return installed
    .filter(({ depends }) => depends.some((need) => names.has(parseDependency(need).name)))
    .map(fullName);
}

export async function info(state: State, options: Options, names: readonly string[]): Promise<number> {
  const { io, installed } = state;
  if (options.has('W')) return whoOwns(state, names);
  if (options.has('e')) {
    const found = names.filter((name) => installed.some((entry) => entry.name === name));
    for (const name of found) io.print(`${name}\n`);
    return found.length === names.length ? 0 : 1;
  }
  if (names.length === 0) {
    const verbose = options.count('v');
    for (const entry of installed) {
      const about = verbose > 1 ? ` - ${entry.description}` : '';
      io.print(`${verbose > 0 ? fullName(entry) : entry.name}${about}\n`);
    }
    return 0;
  }
  const asked = SECTIONS.filter(([flag]) => options.has('a') || options.has(flag));
  const shown = asked.length ? asked : SECTIONS.filter(([flag]) => 'dws'.includes(flag));
  let status = 0;
  for (const name of names) {
    const found = installed.filter((entry) => entry.name === name);
    if (found.length === 0)
      found.push(
        ...state.repositories.flatMap(({ packages }) => packages).filter((entry) => entry.name === name),
      );
    if (found.length === 0) status = 1;
    for (const entry of found) {
      for (const [, title, body] of shown) io.print(`${fullName(entry)} ${title}\n${body(entry, state)}\n\n`);
    }
  }
  return status;
}

function whoOwns({ io, installed }: State, paths: readonly string[]): number {
  let status = 0;
  for (const path of paths) {
    const owner = installed.find((entry) => [...filesOf(entry)].includes(path.replace(/^\/+/, '')));
    if (owner) io.print(`${path} is owned by ${fullName(owner)}\n`);
    else {
      io.printError(`ERROR: ${path}: Could not find owner package\n`);
      status = 1;
    }
  }
  return status;
}

export function search(state: State, options: Options, patterns: readonly string[]): number {
  const { io } = state;
  const all = [...distinctPackages({ ...state, installed: [] }).values()].sort(byName);
  const globs = patterns.map((pattern) =>
    compilePattern(options.has('x') || options.has('e') || /[*?[]/.test(pattern) ? pattern : `*${pattern}*`, {
      ignoreCase: true,
    }),
  );
  for (const entry of all) {
    const text = options.has('d') ? entry.description : entry.name;
    if (globs.length > 0 && !globs.some((glob) => glob.matches(text))) continue;
    if (options.has('o')) io.print(`${entry.origin}\n`);
    else if (options.has('q')) io.print(`${entry.name}\n`);
    else io.print(`${fullName(entry)}${options.has('v') ? ` - ${entry.description}` : ''}\n`);
  }
  return 0;
}

export function list(state: State, options: Options, patterns: readonly string[]): number {
  const installed = new Map(state.installed.map((entry) => [fullName(entry), entry]));
  const newest = new Map<string, string>();
  for (const { packages } of state.repositories) {
    for (const { name, version } of packages)
      if (compareVersions(version, newest.get(name) ?? '') > 0) newest.set(name, version);
  }
  const available = new Set(state.repositories.flatMap(({ packages }) => packages.map(fullName)));
  const globs = patterns.map((pattern) => compilePattern(pattern));
  const isUpgradable = (entry: Package) =>
    installed.has(fullName(entry)) && compareVersions(newest.get(entry.name) ?? '', entry.version) > 0;
  for (const entry of [...distinctPackages(state).values()].sort(byName)) {
    const text = options.has('o') ? entry.origin : entry.name;
    if (globs.length > 0 && !globs.some((glob) => glob.matches(text))) continue;
    if (options.has('a') && !available.has(fullName(entry))) continue;
    if (options.has('I') && !installed.has(fullName(entry))) continue;
    if (options.has('u') && !isUpgradable(entry)) continue;
    const mark = installed.has(fullName(entry)) ? ' [installed]' : '';
    const upgrade = isUpgradable(entry) ? ` [upgradable from: ${fullName(entry)}]` : '';
    state.io.print(
      options.has('q')
        ? `${entry.name}\n`
        : `${fullName(entry)} ${entry.arch} {${entry.origin}} (${entry.license})${mark}${options.has('u') ? upgrade : ''}\n`,
    );
  }
  return 0;
}

export function policy(state: State, names: readonly string[]): number {
  const { io } = state;
  for (const name of names) {
    const versions = new Map<string, string[]>();
    const add = (entry: Package, where: string) => {
      if (entry.name === name) versions.set(entry.version, [...(versions.get(entry.version) ?? []), where]);
    };
    for (const entry of state.installed) add(entry, 'lib/apk/db/installed');
    for (const { url, packages } of state.repositories) for (const entry of packages) add(entry, url);
    if (versions.size === 0) continue;
    io.print(`${name} policy:\n`);
    for (const [version, places] of [...versions].sort(([a], [b]) => compareVersions(b, a))) {
      io.print(`  ${version}:\n${places.map((place) => `    ${place}\n`).join('')}`);
    }
  }
  return 0;
}
