/**
 * What two directories have in common and apart: pairs of paths, in the order in which diff reports them.
 *
 * Reads names and kinds only; `diff.ts` compares contents and prints.
 */
import { isDir, isFile } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { statOf } from '../files.ts';
import type { Io } from '../io.ts';
import { joinPath } from '../paths.ts';

export interface Pair {
  /** Path below both directories. */
  readonly path: string;
  readonly left: Stat | undefined;
  readonly right: Stat | undefined;
}

export interface PairRules {
  /** -r: into directories, which are not reported themselves. */
  readonly recursive: boolean;
  /** -N: what is missing on one side is an empty file there, so one-sided directories count. */
  readonly newFiles: boolean;
  /** -S: begins with this name. */
  readonly startAt: string;
}

/** Lists pairs sorted by path. With -r and without -N, directories that only one side has are left out, as busybox does. */
export async function listPairs(io: Io, left: string, right: string, rules: PairRules): Promise<Pair[]> {
  const pairs: Pair[] = [];
  await collect('');
  return pairs
    .filter(({ path }) => path >= rules.startAt)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

  async function collect(below: string): Promise<void> {
    const names = new Set([
      ...(await namesIn(io, joinBelow(left, below))),
      ...(await namesIn(io, joinBelow(right, below))),
    ]);
    for (const name of names) {
      const path = below === '' ? name : `${below}/${name}`;
      const pair = {
        path,
        left: await statOf(io.sys, joinPath(left, path)),
        right: await statOf(io.sys, joinPath(right, path)),
      };
      if (!rules.recursive) pairs.push(pair);
      else if (!isDirectory(pair.left) && !isDirectory(pair.right)) pairs.push(pair);
      else if (pair.left && pair.right && !(isDirectory(pair.left) && isDirectory(pair.right)))
        pairs.push(pair);
      else if ((pair.left && pair.right) || rules.newFiles) await collect(path);
    }
    await io.sys.breathe();
  }
}

export function isDirectory(stat: Stat | undefined): boolean {
  return stat !== undefined && isDir(stat.mode);
}

/** Whether diff reads such a thing at all; what is missing it may. */
export function isComparable(stat: Stat | undefined): boolean {
  return stat === undefined || isDir(stat.mode) || isFile(stat.mode);
}

function joinBelow(root: string, below: string): string {
  return below === '' ? root : joinPath(root, below);
}

async function namesIn(io: Io, path: string): Promise<string[]> {
  if (!isDirectory(await statOf(io.sys, path))) return [];
  return (await io.sys.readdir(path)).map(({ name }) => name);
}
