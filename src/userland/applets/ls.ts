/** ls: lists directories; options to a plan, entries to rows, rows to columns (`ls-format.ts`). */
import { isPromise } from '../../base/index.ts';
import { isDir } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';
import { joinPath } from '../paths.ts';
import { type Entry, type Plan, printEntries, readPlan } from './ls-format.ts';

const LONG = {
  'full-time': '!full',
  'group-directories-first': '!dirs',
  color: '!color::',
};

export const main = applet({
  usage: '[-1AaCxdLHRFplinshrSXvctuQ] [-w WIDTH] [FILE]...',
  about: 'List directory contents',
  async run(io) {
    const options = parseOptions(io, '1AaCxdLHRFplinsghrSXvctukQw:T:', { long: LONG });
    const plan = await readPlan(io, options);
    const paths = options.operands.length ? options.operands : ['.'];
    const files: Entry[] = [];
    const directories: Entry[] = [];
    let status = 0;
    for (const path of paths) {
      const follow = plan.follow || plan.followArguments;
      const entry = await readEntry(io, path, path, follow, plan);
      if (!entry) status = 1;
      else if (!plan.noRecurse && isDir(entry.stat.mode)) directories.push(entry);
      else files.push(entry);
    }
    if (files.length > 0) await printEntries(io, sorted(files, plan), plan, false);
    const headings = paths.length > 1 || plan.recursive;
    let blank = files.length > 0;
    for (const directory of sorted(directories, plan)) {
      if ((await list(io, directory.path, plan, headings, blank)) !== 0) status = 1;
      blank = true;
    }
    return status;
  },
});

async function readEntry(
  io: Io,
  path: string,
  name: string,
  follow: boolean,
  plan: Plan,
): Promise<Entry | undefined> {
  try {
    const found = follow ? io.sys.stat(path) : io.sys.lstat(path);
    const stat: Stat = isPromise(found) ? await found : found;
    // A link that is followed keeps its own colour.
    const ownMode = follow && plan.color ? (await io.sys.lstat(path)).mode : stat.mode;
    return { path, name, stat, ownMode };
  } catch (error) {
    io.warnErrno(path, error);
    return undefined;
  }
}

async function list(io: Io, path: string, plan: Plan, heading: boolean, blank: boolean): Promise<number> {
  let status = 0;
  let names: string[];
  try {
    names = (await io.sys.readdir(path)).map(({ name }) => name);
  } catch (error) {
    io.warnErrno(`can't open '${path}'`, error);
    return 1;
  }
  if (plan.all) names.push('.', '..');
  if (!plan.hidden) names = names.filter((name) => !name.startsWith('.'));
  const entries: Entry[] = [];
  for (const name of names) {
    const entry = await readEntry(io, joinPath(path, name), name, plan.follow, plan);
    if (entry) entries.push(entry);
    else status = 1;
  }
  if (heading) io.print(`${blank ? '\n' : ''}${path}:\n`);
  const shown = sorted(entries, plan);
  await printEntries(io, shown, plan, true);
  await io.pump();
  if (plan.recursive) {
    for (const entry of shown) {
      if (!isDir(entry.stat.mode) || entry.name === '.' || entry.name === '..') continue;
      if ((await list(io, entry.path, plan, true, true)) !== 0) status = 1;
    }
  }
  return status;
}

function sorted(entries: readonly Entry[], plan: Plan): Entry[] {
  const directoryRank = (entry: Entry) => (plan.directoriesFirst && isDir(entry.stat.mode) ? 0 : 1);
  return [...entries].sort((a, b) => {
    const ranked = directoryRank(a) - directoryRank(b);
    if (ranked !== 0) return ranked;
    const order = plan.compare(a, b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    return plan.reverse ? -order : order;
  });
}
