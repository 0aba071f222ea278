/**
 * dpkg and dpkg-query: what is installed. Packages cannot be unpacked yet: that is refused.
 *
 * @see dpkg(1), dpkg-query(1)
 */
import type { Main } from '../../../kernel/index.ts';
import { matchPattern } from '../../../posix/index.ts';
import { applet, type Io } from '../../io.ts';
import { type InstalledPackage, readStatus } from './status.ts';

export const main: Main = applet({ usage: '[OPTION...] COMMAND', run });

const ARCHITECTURE = 'amd64';

function run(io: Io): number | Promise<number> {
  const [command = '', ...operands] = io.args;
  switch (command) {
    case '-l':
    case '--list':
      return list(io, operands);
    case '-s':
    case '--status':
      return status(io, operands);
    case '-W':
    case '--show':
      return show(io, operands);
    case '--print-architecture':
      io.print(`${ARCHITECTURE}\n`);
      return 0;
    case '--print-foreign-architectures':
      return 0;
    case '--version':
      return version(io);
    case '':
      io.printError(`${io.name}: error: need an action option\n`);
      return 2;
    default:
      io.printError(`${io.name}: error: ${command}: not supported by Strata yet\n`);
      return 2;
  }
}

async function version(io: Io): Promise<number> {
  const own = (await readStatus(io)).find(({ name }) => name === 'dpkg');
  io.print(`Debian 'dpkg' package management program version ${own?.version ?? ''} (${ARCHITECTURE}).\n`);
  return 0;
}

/** What patterns choose; who names one that is not there is told. */
async function chosen(
  io: Io,
  patterns: readonly string[],
  problem: string,
): Promise<[InstalledPackage[], number]> {
  const all = await readStatus(io);
  if (patterns.length === 0) return [all, 0];
  let code = 0;
  for (const pattern of patterns) {
    if (all.some((one) => matches(one, pattern))) continue;
    io.printError(`dpkg-query: ${problem.replace('%', pattern)}\n`);
    code = 1;
  }
  return [all.filter((one) => patterns.some((pattern) => matches(one, pattern))), code];
}

function matches({ name, shown }: InstalledPackage, pattern: string): boolean {
  return matchPattern(pattern, name) || matchPattern(pattern, shown);
}

const HEAD = `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
`;

async function list(io: Io, patterns: readonly string[]): Promise<number> {
  const [found, code] = await chosen(io, patterns, 'no packages found matching %');
  if (found.length === 0) return code;
  const heads = ['Name', 'Version', 'Architecture', 'Description'];
  const rows = found.map(({ shown, version, architecture, fields }) => [
    shown,
    version,
    architecture,
    fields.get('Description') ?? '',
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const line = (mark: string, cells: readonly string[]): string =>
    `${mark} ${cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i]!))).join(' ')}\n`;
  io.print(HEAD + line('||/', heads));
  io.print(`+++-${widths.map((width) => '='.repeat(width)).join('-')}\n`);
  for (const row of rows) io.print(line('ii ', row));
  return code;
}

async function status(io: Io, names: readonly string[]): Promise<number> {
  if (names.length === 0) {
    const all = await readStatus(io);
    io.put(all.map(({ text }) => `${text.trim()}\n`).join('\n'));
    return 0;
  }
  const [found, code] = await chosen(
    io,
    names,
    "package '%' is not installed and no information is available",
  );
  if (code) io.printError('Use dpkg --info (= dpkg-deb --info) to examine archive files.\n');
  for (const { text } of found) io.put(`${text.trim()}\n\n`);
  return code;
}

/** `-W`, with `-f` for what to say of each: `${Package}`, `${binary:Package}`, … */
async function show(io: Io, words: readonly string[]): Promise<number> {
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
  for (const one of found) io.put(formatted(one, format));
  return code;
}

function formatted({ shown, fields }: InstalledPackage, format: string): string {
  return format
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replace(/\$\{([^};]+)(?:;(-?\d+))?\}/g, (_, name: string, width: string | undefined) => {
      const value =
        name === 'binary:Package'
          ? shown
          : (fields.get(name) ?? fields.get(name.replace(/^binary:Synopsis$/, 'Description')) ?? '');
      if (width === undefined) return value;
      return width.startsWith('-') ? value.padEnd(-Number(width)) : value.padStart(Number(width));
    });
}
