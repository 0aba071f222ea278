/** pstree: processes as a tree, from process 1, a process or a user's. */
import type { ProcessInfo } from '../../kernel/index.ts';
import { readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';
import { sortedProcesses } from '../process-list.ts';

/** A branch: a name, how many alike, and what is below. */
interface Branch {
  readonly label: string;
  readonly count: number;
  readonly below: readonly Branch[];
}

export const main = applet({
  usage: '[-p] [PID|USER]',
  about: 'Display process tree, optionally start from USER or PID',
  async run(io) {
    const options = parseOptions(io, 'p', { max: 1 });
    const all = sortedProcesses(io.sys);
    const roots = await rootsOf(io, all, options.operands[0]);
    for (const root of roots) print(io, branchOf(all, root, options.has('p')), '', '');
    return 0;
  },
});

async function rootsOf(
  io: Io,
  all: readonly ProcessInfo[],
  start: string | undefined,
): Promise<readonly ProcessInfo[]> {
  if (start === undefined || /^\d+$/.test(start)) {
    const pid = Number(start ?? 1);
    return all.filter((process) => process.pid === pid);
  }
  const user = (await readAccounts(io.sys)).user(start) ?? io.die(`unknown user ${start}`);
  const own = all.filter(({ uid }) => uid === user.uid);
  return own.filter(({ ppid }) => !own.some(({ pid }) => pid === ppid));
}

function branchOf(all: readonly ProcessInfo[], process: ProcessInfo, pids: boolean): Branch {
  const children = all
    .filter(({ ppid, pid }) => ppid === process.pid && pid !== process.pid)
    .sort((a, b) => (a.comm < b.comm ? -1 : a.comm > b.comm ? 1 : a.pid - b.pid))
    .map((child) => branchOf(all, child, pids));
  const merged: Branch[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    // Leaves alike are counted, not repeated.
    if (last && last.label === child.label && last.below.length === 0 && child.below.length === 0)
      merged[merged.length - 1] = { ...last, count: last.count + 1 };
    else merged.push(child);
  }
  return { label: pids ? `${process.comm}(${process.pid})` : process.comm, count: 1, below: merged };
}

function print(io: Io, branch: Branch, lead: string, indent: string): void {
  const label = branch.count > 1 ? `${branch.count}*[${branch.label}]` : branch.label;
  const line = lead + label;
  if (branch.below.length === 0) {
    io.print(`${line}\n`);
    return;
  }
  const inner = indent + ' '.repeat([...line].length - [...indent].length);
  for (const [i, child] of branch.below.entries()) {
    const only = branch.below.length === 1;
    const last = i === branch.below.length - 1;
    const joint = only ? '---' : i === 0 ? '-+-' : last ? ' `-' : ' |-';
    print(io, child, (i === 0 ? line : inner) + joint, `${inner}${only || last ? '   ' : ' | '}`);
  }
}
