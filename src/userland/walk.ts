/** Walks directory trees: each path with its status, parents first or last, errors reported and passed over. */
import { chain, every, type Maybe, recover } from '../base/index.ts';
import { isDir } from '../posix/index.ts';
import type { DirEntry, Stat } from '../vfs/index.ts';
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

/** Answers whether all went well. Whatever answers at once is not waited for: trees are large. */
export function walkTree(
  io: Io,
  path: string,
  rules: WalkRules,
  visit: (path: string, stat: Stat, depth: number) => Maybe<Visit>,
): Maybe<boolean> {
  const ancestors = new Set<string>();
  return step(path, 0);

  function step(at: string, depth: number): Maybe<boolean> {
    const follow = rules.follow === 'always' || (rules.follow === 'arguments' && depth === 0);
    const looked = recover<Stat | undefined>(
      () => statEither(io, at, follow),
      (error) => void io.warnErrno(at, error),
    );
    return chain(looked, (stat) => {
      if (!stat) return false;
      return chain(io.pump(), () =>
        rules.depthFirst ? childrenFirst(at, stat, depth) : itselfFirst(at, stat, depth),
      );
    });
  }

  function childrenFirst(at: string, stat: Stat, depth: number): Maybe<boolean> {
    const descended = isDir(stat.mode) ? descend(at, stat, depth) : true;
    return chain(descended, (well) =>
      chain(visit(at, stat, depth), (verdict) => verdict !== 'failed' && well),
    );
  }

  function itselfFirst(at: string, stat: Stat, depth: number): Maybe<boolean> {
    return chain(visit(at, stat, depth), (verdict) => {
      if (verdict === 'failed') return false;
      return verdict === 'on' && isDir(stat.mode) ? descend(at, stat, depth) : true;
    });
  }

  function descend(at: string, stat: Stat, depth: number): Maybe<boolean> {
    if (rules.maxDepth !== undefined && depth >= rules.maxDepth) return true;
    // Following links can lead back to where one came from.
    const key = `${stat.dev}:${stat.ino}`;
    if (ancestors.has(key)) {
      io.warn(`${at}: warning: recursive directory loop`);
      return false;
    }
    ancestors.add(key);
    let well = true;
    const listed = recover<readonly DirEntry[]>(
      () => io.sys.readdir(at),
      (error) => {
        io.warnErrno(at, error);
        well = false;
        return [];
      },
    );
    const walked = chain(listed, (entries) =>
      every(entries, ({ name }) =>
        chain(step(joinPath(at, name), depth + 1), (done) => {
          if (!done) well = false;
          return true;
        }),
      ),
    );
    return chain(walked, () => {
      ancestors.delete(key);
      return well;
    });
  }
}

/** Status of what a link leads to, or of the link itself where it leads nowhere. */
function statEither(io: Io, path: string, follow: boolean): Maybe<Stat> {
  if (!follow) return io.sys.lstat(path);
  return recover(
    () => io.sys.stat(path),
    () => io.sys.lstat(path),
  );
}
