/** tree: directories as a picture, with the options of tree 2.2 that people use. */

import { compilePattern, errnoOf, isDir, isFifo, isFile, isLink } from '../../../posix/index.ts';
import type { Stat } from '../../../vfs/index.ts';
import { readAccounts } from '../../accounts.ts';
import { statOf } from '../../files.ts';
import { applet, type Io } from '../../io.ts';
import { modeText } from '../../modes.ts';
import { type Options, parseOptions } from '../../options.ts';
import { ownVersion } from '../../own-version.ts';
import { joinPath } from '../../paths.ts';

interface Rules {
  readonly options: Options;
  readonly depth: number;
  readonly wanted: readonly { matches(name: string): boolean }[];
  readonly unwanted: readonly { matches(name: string): boolean }[];
  readonly colours: boolean;
  readonly names: { user(id: number): string; group(id: number): string };
}

interface Counts {
  directories: number;
  files: number;
}

interface Entry {
  readonly name: string;
  readonly stat: Stat;
  /** What a directory holds, where only those that hold something are shown. */
  readonly inside: readonly Entry[] | undefined;
}

export const main = applet({
  usage:
    '[-adfFghinprstuCD] [-L level] [-I pattern] [-P pattern] [--dirsfirst] [--noreport] [--prune] [directory ...]',
  about: 'List the contents of directories in a tree',
  async run(io) {
    const options = parseOptions(io, 'adfFghinprstuCDL:I:P:', {
      long: { dirsfirst: '!dirs', noreport: '!silent', prune: '!prune', version: '!version' },
    });
    if (options.has('!version')) {
      io.print(`tree v${await ownVersion(io.sys, '2.2.1')} (Strata)\n`);
      return 0;
    }
    const level = options.value('L');
    if (level !== undefined && !/^[1-9]\d*$/.test(level)) io.die('Invalid level, must be greater than 0.');
    const patterns = (flag: string) =>
      options.values(flag).flatMap((text) => text.split('|').map((part) => compilePattern(part)));
    const accounts = await readAccounts(io.sys);
    const rules: Rules = {
      options,
      depth: level === undefined ? Infinity : Number(level),
      wanted: patterns('P'),
      unwanted: patterns('I'),
      colours: options.last('Cn') === 'C' || (!options.has('n') && io.sys.isatty(1)),
      names: { user: accounts.userName, group: accounts.groupName },
    };
    const counts: Counts = { directories: 0, files: 0 };
    let status = 0;
    for (const path of options.operands.length > 0 ? options.operands : ['.']) {
      const stat = await statOf(io.sys, path);
      io.print(stat ? label(path, stat, rules) : path);
      const entries = stat && isDir(stat.mode) ? await readEntries(io, rules, path, 1) : undefined;
      if (entries) {
        // An empty one is none.
        if (entries.length > 0) counts.directories++;
        io.print('\n');
        if (!(await branch(io, rules, { path, indent: '', level: 1 }, entries, counts))) status = 2;
        continue;
      }
      io.print(UNREADABLE);
      // What is there and cannot be read is one more file, and no failure.
      if (stat) counts.files++;
      else status = 2;
    }
    if (!options.has('!silent')) {
      const folders = `${counts.directories} ${counts.directories === 1 ? 'directory' : 'directories'}`;
      const files = `, ${counts.files} ${counts.files === 1 ? 'file' : 'files'}`;
      io.print(`\n${folders}${options.has('d') ? '' : files}\n`);
    }
    return status;
  },
});

interface Place {
  readonly path: string;
  readonly indent: string;
  readonly level: number;
}

const UNREADABLE = '  [error opening dir]\n';

/** Shows what a directory holds; false where some of it could not be read. */
async function branch(
  io: Io,
  rules: Rules,
  { path, indent, level }: Place,
  entries: readonly Entry[],
  counts: Counts,
): Promise<boolean> {
  let isWhole = true;
  for (const [i, { name, stat, inside }] of entries.entries()) {
    const last = i === entries.length - 1;
    const at = joinPath(path, name);
    const link = isLink(stat.mode) ? ` -> ${await io.sys.readlink(at)}` : '';
    const shown = label(rules.options.has('f') ? at : name, stat, rules);
    const lines = rules.options.has('i') ? '' : `${indent}${last ? '└── ' : '├── '}`;
    io.print(`${lines}${shown}${link}`);
    if (isDir(stat.mode)) counts.directories++;
    else counts.files++;
    const below = { path: at, indent: `${indent}${last ? '    ' : '│   '}`, level: level + 1 };
    const isShown = isDir(stat.mode) && level < rules.depth;
    const held = isShown ? (inside ?? (await readEntries(io, rules, at, below.level))) : [];
    io.print(held ? '\n' : UNREADABLE);
    if (!held || !(await branch(io, rules, below, held, counts))) isWhole = false;
    await io.pump();
  }
  return isWhole;
}

/** What is shown of a directory, in order; undefined where it cannot be read. */
async function readEntries(
  io: Io,
  rules: Rules,
  path: string,
  level: number,
): Promise<readonly Entry[] | undefined> {
  const { options } = rules;
  const entries: Entry[] = [];
  let names: readonly string[];
  try {
    names = (await io.sys.readdir(path)).map(({ name }) => name);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    return undefined;
  }
  for (const name of names) {
    if (name.startsWith('.') && !options.has('a')) continue;
    const at = joinPath(path, name);
    // It may be gone by now.
    const stat = await statOf(io.sys, at, false);
    if (!stat) continue;
    const folder = isDir(stat.mode);
    if (options.has('d') && !folder) continue;
    if (rules.unwanted.some((pattern) => pattern.matches(name))) continue;
    if (!folder && rules.wanted.length > 0 && !rules.wanted.some((pattern) => pattern.matches(name)))
      continue;
    const inside =
      folder && options.has('!prune')
        ? level < rules.depth
          ? ((await readEntries(io, rules, at, level + 1)) ?? [])
          : []
        : undefined;
    if (inside?.length === 0 && !options.has('d')) continue;
    entries.push({ name, stat, inside });
    await io.pump();
  }
  const byName = (a: Entry, b: Entry) => (a.name < b.name ? -1 : 1);
  entries.sort(options.has('t') ? (a, b) => Number(a.stat.mtime - b.stat.mtime) || byName(a, b) : byName);
  if (options.has('r')) entries.reverse();
  if (options.has('!dirs')) entries.sort((a, b) => Number(isDir(b.stat.mode)) - Number(isDir(a.stat.mode)));
  return entries;
}

/** A name with what the options want before and behind it. */
function label(name: string, stat: Stat, { options, colours, names }: Rules): string {
  const facts: string[] = [];
  if (options.has('p')) facts.push(modeText(stat.mode));
  if (options.has('u')) facts.push(names.user(stat.uid).padEnd(8).slice(0, 8));
  if (options.has('g')) facts.push(names.group(stat.gid).padEnd(8).slice(0, 8));
  if (options.has('h')) facts.push(humanSize(stat.size));
  else if (options.has('s')) facts.push(String(stat.size).padStart(11));
  if (options.has('D')) facts.push(dateText(Number(stat.mtime / 1_000_000n)));
  const before = facts.length > 0 ? `[${facts.join(' ')}]  ` : '';
  const mark = options.has('F') ? markOf(stat) : '';
  return `${before}${colours ? coloured(name, stat) : name}${mark}`;
}

function humanSize(size: number): string {
  let value = size;
  let unit = 0;
  for (; value >= 1024 && unit < 5; unit++) value /= 1024;
  if (unit === 0) return String(size).padStart(4);
  return `${value < 10 ? value.toFixed(1) : String(Math.round(value))}${' KMGTP'[unit]}`.padStart(4);
}

function dateText(milliseconds: number): string {
  const [, day, month, time] =
    new Date(milliseconds).toUTCString().match(/, (\d+) (\w+) \d+ (\d\d:\d\d)/) ?? [];
  return `${month} ${String(Number(day)).padStart(2)} ${time}`;
}

function markOf({ mode }: Stat): string {
  if (isDir(mode)) return '/';
  if (isLink(mode)) return '';
  if (isFifo(mode)) return '|';
  return mode & 0o111 ? '*' : '';
}

function coloured(name: string, { mode }: Stat): string {
  const code = isDir(mode)
    ? '01;34'
    : isLink(mode)
      ? '01;36'
      : isFile(mode) && mode & 0o111
        ? '01;32'
        : undefined;
  return code ? `\x1b[${code}m${name}\x1b[0m` : name;
}
