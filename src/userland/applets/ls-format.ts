/** ls's options as a plan, and entries as text: long rows, columns, colours. */
import {
  calendarTime,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  majorOf,
  minorOf,
  parseTimeZone,
  S_IFMT,
  S_IFSOCK,
  strftime,
  type TimeZone,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { type Accounts, readAccounts } from '../accounts.ts';
import { statOf } from '../files.ts';
import type { Io } from '../io.ts';
import { modeText } from '../modes.ts';
import type { Options } from '../options.ts';
import { humanSize } from '../sizes.ts';

export interface Entry {
  readonly path: string;
  readonly name: string;
  readonly stat: Stat;
  /** Mode of what has the name, a link's where `stat` is of its target; only colours need it. */
  readonly ownMode: number;
}

export interface Plan {
  readonly layout: 'lines' | 'down' | 'across' | 'long';
  readonly follow: boolean;
  readonly followArguments: boolean;
  readonly noRecurse: boolean;
  readonly recursive: boolean;
  readonly all: boolean;
  readonly hidden: boolean;
  readonly directoriesFirst: boolean;
  readonly reverse: boolean;
  readonly inodes: boolean;
  readonly blocks: boolean;
  readonly human: boolean;
  readonly numeric: boolean;
  readonly noOwner: boolean;
  readonly fullTime: boolean;
  readonly quote: boolean;
  readonly classify: boolean;
  readonly slash: boolean;
  readonly color: boolean;
  readonly width: number;
  readonly time: (stat: Stat) => bigint;
  readonly compare: (a: Entry, b: Entry) => number;
  readonly accounts: Accounts;
  readonly zone: TimeZone;
}

export async function readPlan(io: Io, options: Options): Promise<Plan> {
  const { sys } = io;
  const has = (flag: string) => options.has(flag);
  const tty = sys.isatty(1);
  const layoutFlag = options.last('1Cxlng');
  const long = has('l') || has('n') || has('g') || has('!full');
  const layout =
    layoutFlag === 'C'
      ? 'down'
      : layoutFlag === 'x'
        ? 'across'
        : long
          ? 'long'
          : has('1') || !tty
            ? 'lines'
            : 'down';
  const color = has('!color') ? (options.value('!color') ?? 'always') : 'auto';
  const time = (stat: Stat) => (has('c') ? stat.ctime : has('u') ? stat.atime : stat.mtime);
  return {
    layout,
    follow: has('L'),
    followArguments: has('H') || !(long || has('i') || has('s') || has('F')),
    noRecurse: has('d'),
    recursive: has('R'),
    all: has('a'),
    hidden: has('a') || has('A'),
    directoriesFirst: has('!dirs'),
    reverse: has('r'),
    inodes: has('i'),
    blocks: has('s'),
    human: has('h'),
    numeric: has('n'),
    noOwner: has('g'),
    fullTime: has('!full'),
    quote: has('Q'),
    classify: has('F'),
    slash: has('p'),
    color: color === 'always' || color === 'force' || (color === 'auto' && tty),
    width: Number(options.value('w')) || (tty ? sys.getWindowSize(1).columns || 80 : 80),
    time,
    compare: comparison(options, time),
    accounts: await readAccounts(sys),
    zone: parseTimeZone(sys.env['TZ']),
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function comparison(options: Options, time: (stat: Stat) => bigint): Plan['compare'] {
  const flag = options.last('StvX') ?? (options.has('l') ? undefined : options.last('cu'));
  if (flag === 'S') return (a, b) => b.stat.size - a.stat.size;
  // busybox compares whole seconds only.
  const seconds = (entry: Entry) => Number(time(entry.stat) / 1_000_000_000n);
  if (flag === 't' || flag === 'c' || flag === 'u') return (a, b) => seconds(b) - seconds(a);
  const extension = (name: string) => name.slice(name.lastIndexOf('.') + 1 || name.length);
  if (flag === 'X') return (a, b) => byText(extension(a.name), extension(b.name));
  if (flag === 'v') return (a, b) => compareVersions(a.name, b.name);
  return () => 0;
}

/** Text with runs of digits compared as numbers, as strverscmp(3) nearly does. */
export function compareVersions(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!];
    const order = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : byText(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

export async function printEntries(
  io: Io,
  entries: readonly Entry[],
  plan: Plan,
  total: boolean,
): Promise<void> {
  if (total && (plan.layout === 'long' || plan.blocks)) {
    const kilobytes = Math.floor(entries.reduce((sum, { stat }) => sum + stat.blocks, 0) / 2);
    io.print(`total ${plan.human ? humanSize(kilobytes * 1024, true).padEnd(7) : kilobytes}\n`);
  }
  if (plan.layout === 'down' || plan.layout === 'across') return printColumns(io, entries, plan);
  for (const entry of entries) {
    const row = plan.layout === 'long' ? await longRow(io, entry, plan) : shortCell(entry, plan).text;
    io.print(`${row}\n`);
    await io.pump();
  }
}

interface Cell {
  readonly text: string;
  readonly width: number;
}

function shortCell(entry: Entry, plan: Plan): Cell {
  const plain = prefixOf(entry, plan) + shownName(entry, plan) + marker(entry, plan);
  const text =
    prefixOf(entry, plan) + colored(entry.ownMode, shownName(entry, plan), plan) + marker(entry, plan);
  return { text, width: [...plain].length };
}

function prefixOf({ stat }: Entry, plan: Plan): string {
  const blocks = plan.human ? humanSize(stat.blocks * 512).padStart(7) : String(stat.blocks / 2).padStart(6);
  return (plan.inodes ? `${String(stat.ino).padStart(7)} ` : '') + (plan.blocks ? `${blocks} ` : '');
}

function shownName(entry: Entry, plan: Plan): string {
  if (plan.quote) return `"${entry.name.replace(/["\\]/g, '\\$&')}"`;
  // What is no printable character must not reach a terminal raw.
  return entry.name.replace(/[\x00-\x1f\x7f]/g, '?');
}

function marker({ stat: { mode } }: Entry, plan: Plan): string {
  if (isDir(mode)) return plan.slash || plan.classify ? '/' : '';
  if (!plan.classify) return '';
  if (isLink(mode)) return '@';
  if (isFifo(mode)) return '|';
  if ((mode & S_IFMT) === S_IFSOCK) return '=';
  return isFile(mode) && mode & 0o111 ? '*' : '';
}

function colored(mode: number | undefined, text: string, plan: Plan): string {
  if (!plan.color) return text;
  return `\x1b[${colorOf(mode)}m${text}\x1b[m`;
}

/** Undefined is what a link leads to and is not there. */
function colorOf(mode: number | undefined): string {
  if (mode === undefined) return '1;31';
  if (isDir(mode)) return '1;34';
  if (isLink(mode)) return '1;36';
  if (isChar(mode) || isBlock(mode)) return '1;35';
  if (isFifo(mode) || (mode & S_IFMT) === S_IFSOCK) return '0;35';
  return mode & 0o111 ? '1;32' : '0;0';
}

function printColumns(io: Io, entries: readonly Entry[], plan: Plan): void {
  if (entries.length === 0) return;
  const cells = entries.map((entry) => shortCell(entry, plan));
  const column = Math.max(...cells.map(({ width }) => width)) + 2;
  const columns = Math.max(1, Math.floor(plan.width / column));
  const rows = Math.ceil(cells.length / columns);
  for (let row = 0; row < rows; row++) {
    let line = '';
    let gap = 0;
    for (let at = 0; at < columns; at++) {
      const cell = cells[plan.layout === 'down' ? at * rows + row : row * columns + at];
      if (!cell) break;
      line += ' '.repeat(gap) + cell.text;
      gap = column - cell.width;
    }
    io.print(`${line}\n`);
  }
}

/** Six months: what is older shows its year instead of the time of day. */
const RECENT = 15_768_000;

async function longRow(io: Io, entry: Entry, plan: Plan): Promise<string> {
  const { stat } = entry;
  const owner = plan.numeric
    ? `${String(stat.uid).padEnd(8)} ${String(stat.gid).padEnd(8)} `
    : `${plan.noOwner ? '' : `${plan.accounts.userName(stat.uid).padEnd(8).slice(0, 8)} `}${plan.accounts.groupName(stat.gid).padEnd(8).slice(0, 8)} `;
  const device = isChar(stat.mode) || isBlock(stat.mode);
  const size = device
    ? `${String(majorOf(stat.rdev)).padStart(4)}, ${String(minorOf(stat.rdev)).padStart(3)}`
    : plan.human
      ? humanSize(stat.size).padStart(7)
      : String(stat.size).padStart(9);
  const link = isLink(stat.mode) ? ` -> ${await linkTarget(io, entry, plan)}` : '';
  const name = colored(entry.ownMode, shownName(entry, plan), plan);
  return `${prefixOf(entry, plan)}${modeText(stat.mode)} ${String(stat.nlink).padStart(4)} ${owner}${size} ${timeText(io, stat, plan)} ${name}${link || marker(entry, plan)}`;
}

async function linkTarget(io: Io, entry: Entry, plan: Plan): Promise<string> {
  const target = await io.sys.readlink(entry.path);
  return plan.color ? colored((await statOf(io.sys, entry.path))?.mode, target, plan) : target;
}

function timeText(io: Io, stat: Stat, plan: Plan): string {
  const seconds = Number(plan.time(stat) / 1_000_000_000n);
  const time = calendarTime(seconds, plan.zone);
  if (plan.fullTime) return strftime('%Y-%m-%d %H:%M:%S %z', time);
  const age = Math.floor(io.sys.now() / 1000) - seconds;
  // A little into the future still counts as now, as in ls.
  return strftime(age > RECENT || age < -900 ? '%b %e  %Y' : '%b %e %H:%M', time);
}
