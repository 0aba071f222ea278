/** Walks directory trees: each path with its status, parents first or last, errors reported and passed over. */
import { isPromise } from '../base/index.ts';
import { isDir } from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import type { Io } from './io.ts';
import { joinPath } from './paths.ts';

export interface WalkRules {
  /** Which symbolic links are followed. */
  readonly follow?: 'never' | 'arguments' | 'always';
  /** Children before their directory. */
  readonly depthFirst?: boolean;
  /** Does not descend below this depth; the starting path has 0. */
  readonly maxDepth?: number;
}

/** What to do after a visit: go on, not descend into this directory, or count a failure (and not descend). */
export type Visit = 'on' | 'prune' | 'failed';

/** Answers whether all went well. */
export async function walkTree(
  io: Io,
  path: string,
  rules: WalkRules,
  visit: (path: string, stat: Stat, depth: number) => Visit | Promise<Visit>,
): Promise<boolean> {
  const ancestors = new Set<string>();
  return step(path, 0);

  async function step(at: string, depth: number): Promise<boolean> {
    let stat: Stat;
    const follow = rules.follow === 'always' || (rules.follow === 'arguments' && depth === 0);
    try {
      stat = await statEither(io, at, follow);
    } catch (error) {
      io.warnErrno(at, error);
      return false;
    }
    const breath = io.pump();
    if (isPromise(breath)) await breath;
    if (rules.depthFirst) {
      const children = isDir(stat.mode) ? await descend(at, stat, depth) : true;
      return (await visit(at, stat, depth)) !== 'failed' && children;
    }
    const visited = visit(at, stat, depth);
    const verdict = isPromise(visited) ? await visited : visited;
    if (verdict === 'failed') return false;
    return verdict === 'on' && isDir(stat.mode) ? descend(at, stat, depth) : true;
  }

  async function descend(at: string, stat: Stat, depth: number): Promise<boolean> {
    if (rules.maxDepth !== undefined && depth >= rules.maxDepth) return true;
    // Following links can lead back to where one came from.
    const key = `${stat.dev}:${stat.ino}`;
    if (ancestors.has(key)) {
      io.warn(`${at}: warning: recursive directory loop`);
      return false;
    }
    ancestors.add(key);
    let well = true;
    try {
      for (const { name } of await io.sys.readdir(at)) {
        if (!(await step(joinPath(at, name), depth + 1))) well = false;
      }
    } catch (error) {
      io.warnErrno(at, error);
      well = false;
    }
    ancestors.delete(key);
    return well;
  }
}

/** Status of what a link leads to, or of the link itself where it leads nowhere. */
async function statEither(io: Io, path: string, follow: boolean): Promise<Stat> {
  if (!follow) return io.sys.lstat(path);
  try {
    return await io.sys.stat(path);
  } catch {
    return io.sys.lstat(path);
  }
}
