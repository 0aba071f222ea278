/** dpkg-query: what is installed, which files are whose. @see dpkg-query(1) */
import { matchPattern } from '../../../posix/index.ts';
import type { Io } from '../../io.ts';
import { type Database, type DebPackage, isPresent, openDatabase, shownName } from './database.ts';
import { recordText } from './records.ts';
import { parseRelations } from './version.ts';

const byName = (a: DebPackage, b: DebPackage): number => (a.name < b.name ? -1 : 1);

/** Those that are there, by name. */
function known({ packages }: Database): DebPackage[] {
  return [...packages.values()].sort(byName);
}

const RELATIONS = 'Pre-Depends Depends Recommends Suggests Conflicts Breaks Replaces Enhances Provides'.split(
  ' ',
);

/** Those that the others name in their relations and that are not there: dpkg knows no more of them. */
function mentioned({ packages }: Database): DebPackage[] {
  const names = new Set<string>();
  for (const { fields } of packages.values())
    for (const field of RELATIONS)
      for (const group of parseRelations(fields.get(field))) for (const { name } of group) names.add(name);
  return [...names]
    .filter((name) => !packages.has(name))
    .map((name) => ({ name, fields: new Map(), want: 'unknown', state: 'not-installed' }));
}

/** What patterns choose; who names one that is not there is told. */
async function chosen(
  io: Io,
  patterns: readonly string[],
  problem: string,
  withMentioned = false,
): Promise<[DebPackage[], number]> {
  const database = await openDatabase(io);
  const all = [...known(database), ...(withMentioned ? mentioned(database) : [])].sort(byName);
  if (patterns.length === 0) return [all.filter(({ state }) => state !== 'not-installed'), 0];
  let code = 0;
  for (const pattern of patterns) {
    if (all.some((one) => matches(one, pattern))) continue;
    io.printError(`dpkg-query: ${problem.replace('%', pattern)}\n`);
    code = 1;
  }
  await io.flush();
  return [all.filter((one) => patterns.some((pattern) => matches(one, pattern))), code];
}

function matches(one: DebPackage, pattern: string): boolean {
  return matchPattern(pattern, one.name) || matchPattern(pattern, shownName(one));
}

const HEAD = `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
`;
const WANTS: Readonly<Record<string, string>> = {
  ...{ unknown: 'u', install: 'i', hold: 'h', deinstall: 'r', purge: 'p' },
};
const STATES: Readonly<Record<DebPackage['state'], string>> = {
  ...{ 'not-installed': 'n', 'config-files': 'c', 'half-installed': 'H', unpacked: 'U' },
  ...{ 'half-configured': 'F', 'triggers-awaited': 'W', 'triggers-pending': 't', installed: 'i' },
};
/** Columns are at least so wide. */
const WIDTHS = [14, 12, 12, 33];

export async function list(io: Io, patterns: readonly string[]): Promise<number> {
  const [found, code] = await chosen(io, patterns, 'no packages found matching %', true);
  if (found.length === 0) return code;
  const heads = ['Name', 'Version', 'Architecture', 'Description'];
  const rows = found.map((one) => [
    shownName(one),
    one.fields.get('Version') ?? '<none>',
    one.fields.get('Architecture') ?? '<none>',
    synopsis(one) || '(no description available)',
  ]);
  const widths = WIDTHS.map((width, i) => Math.max(width, ...rows.map((row) => row[i]!.length)));
  const line = (mark: string, cells: readonly string[]): string =>
    `${mark} ${cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i]!))).join(' ')}\n`;
  io.print(HEAD + line('||/', heads));
  io.print(`+++-${widths.map((width) => '='.repeat(width)).join('-')}\n`);
  found.forEach(({ want, state }, i) => {
    io.print(line(`${WANTS[want] ?? '?'}${STATES[state]} `, rows[i]!));
  });
  return code;
}

const synopsis = ({ fields }: DebPackage): string => (fields.get('Description') ?? '').split('\n')[0]!;

export async function status(io: Io, names: readonly string[]): Promise<number> {
  const [found, code] = await chosen(
    io,
    names,
    "package '%' is not installed and no information is available",
  );
  if (code) io.printError('Use dpkg --info (= dpkg-deb --info) to examine archive files.\n');
  found.forEach(({ fields }, i) => {
    io.print(`${i > 0 ? '\n' : ''}${recordText(fields)}`);
  });
  return code;
}

/** `-W`, with `-f` for what to say of each: `${Package}`, `${binary:Package}`, … */
export async function show(io: Io, words: readonly string[]): Promise<number> {
  const patterns: string[] = [];
  let format = `\${binary:Package}\t\${Version}\n`;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '-f') format = words[++i] ?? '';
    else if (word.startsWith('-f')) format = word.slice(2).replace(/^=/, '');
    else if (word.startsWith('--showformat=')) format = word.slice('--showformat='.length);
    else patterns.push(word);
  }
  const [found, code] = await chosen(io, patterns, 'no packages found matching %');
  for (const one of found) io.print(formatted(one, format));
  return code;
}

function formatted(one: DebPackage, format: string): string {
  const { fields, want, state } = one;
  const special: Readonly<Record<string, string>> = {
    'binary:Package': shownName(one),
    'binary:Summary': synopsis(one),
    'binary:Synopsis': synopsis(one),
    'db:Status-Abbrev': `${WANTS[want] ?? '?'}${STATES[state]} `,
    'db:Status-Want': want,
    'db:Status-Status': state,
    'db:Status-Eflag': 'ok',
    'source:Package': (fields.get('Source') ?? one.name).replace(/ .*/, ''),
    'source:Version': /\((.*)\)/.exec(fields.get('Source') ?? '')?.[1] ?? fields.get('Version') ?? '',
  };
  return format
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replace(/\$\{([^};]+)(?:;(-?\d+))?\}/g, (_, name: string, width: string | undefined) => {
      const value = special[name] ?? fields.get(name) ?? '';
      if (width === undefined) return value;
      return width.startsWith('-') ? value.padEnd(-Number(width)) : value.padStart(Number(width));
    });
}

export async function listFiles(io: Io, names: readonly string[]): Promise<number> {
  const database = await openDatabase(io);
  let code = 0;
  for (const [at, name] of names.entries()) {
    const one = database.get(name);
    if (!one || one.state === 'not-installed') {
      io.printError(`dpkg-query: package '${name}' is not installed\n`);
      code = 1;
      continue;
    }
    if (at > 0) io.print('\n');
    const files = await database.filesOf(one);
    if (files.length === 0) io.print(`Package '${name}' does not contain any files (!)\n`);
    for (const file of files) io.print(`${file}\n`);
  }
  if (code) io.printError('Use dpkg --contents (= dpkg-deb --contents) to list archive files contents.\n');
  return code;
}

export async function search(io: Io, patterns: readonly string[]): Promise<number> {
  const database = await openDatabase(io);
  const owners = new Map<string, string[]>();
  for (const [name, files] of await database.lists())
    for (const file of files) owners.set(file, [...(owners.get(file) ?? []), shownName(database.get(name)!)]);
  let code = 0;
  for (const pattern of patterns) {
    const isGlob = /[*?[\\]/.test(pattern);
    const found = [...owners].filter(([file]) =>
      isGlob || !pattern.startsWith('/')
        ? matchPattern(isGlob ? pattern : `*${pattern}*`, file)
        : file === pattern.replace(/(.)\/+$/, '$1'),
    );
    for (const [file, names] of found) io.print(`${names.sort().join(', ')}: ${file}\n`);
    if (found.length > 0) continue;
    io.printError(`dpkg-query: no path found matching pattern ${pattern}\n`);
    code = 1;
  }
  return code;
}

export async function selections(io: Io, patterns: readonly string[]): Promise<number> {
  const [found, code] = await chosen(io, patterns, 'no packages found matching %');
  for (const one of found) {
    const name = shownName(one);
    io.print(`${name}${'\t'.repeat(Math.max(1, 6 - (name.length >> 3)))}${one.want}\n`);
  }
  return code;
}

/** Packages that are not as they should be. */
export async function audit(io: Io): Promise<number> {
  const broken = known(await openDatabase(io)).filter((one) => isPresent(one) && one.state !== 'installed');
  const groups: readonly (readonly [string, string])[] = [
    [
      'unpacked',
      'The following packages have been unpacked but not yet configured.\nThey must be configured using dpkg --configure or the configure\nmenu option in dselect for them to work:\n',
    ],
    [
      'half-configured',
      'The following packages are only half configured, probably due to problems\nconfiguring them the first time.  The configuration should be retried using\ndpkg --configure <package> or the configure menu option in dselect:\n',
    ],
    [
      'half-installed',
      'The following packages are only half installed, due to problems during\ninstallation.  The installation can probably be completed by retrying it;\nthe packages can be removed using dselect or dpkg --remove:\n',
    ],
  ];
  for (const [state, text] of groups) {
    const found = broken.filter((one) => one.state === state);
    if (found.length === 0) continue;
    io.print(text);
    for (const one of found) io.print(` ${shownName(one).padEnd(20)} ${synopsis(one)}\n`);
    io.print('\n');
  }
  return broken.length > 0 ? 1 : 0;
}
