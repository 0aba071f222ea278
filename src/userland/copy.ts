/** Copies files and trees, for cp, install and mv across file systems. */
import type { Fd } from '../kernel/index.ts';
import {
  errnoOf,
  isDir,
  isFile,
  isLink,
  O_CREAT,
  O_EXCL,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  S_IFMT,
} from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import { copyBytes } from './files.ts';
import type { Io } from './io.ts';
import { joinPath } from './paths.ts';
import { confirm } from './prompt.ts';

export interface CopyRules {
  readonly recursive?: boolean;
  /** Keeps mode, owner and times. */
  readonly preserve?: boolean;
  /** Which links in the source are followed. */
  readonly follow?: 'never' | 'arguments' | 'always';
  /** Removes a destination that cannot be opened. */
  readonly force?: boolean;
  readonly interactive?: boolean;
  readonly noClobber?: boolean;
  /** Only what is newer than the destination. */
  readonly update?: boolean;
  /** Makes links instead of copies. */
  readonly link?: 'hard' | 'symbolic';
  readonly verbose?: boolean;
}

interface Run {
  readonly io: Io;
  readonly rules: CopyRules;
  /** Where files with several names went, so that they stay one file. */
  readonly seen: Map<string, string>;
  /** Directories that this copy made: a tree copied into itself must not be copied again. */
  readonly made: Set<string>;
}

/** Copies `from` to exactly `to`; answers whether all went well. */
export function copyTree(io: Io, from: string, to: string, rules: CopyRules): Promise<boolean> {
  return copyAny({ io, rules, seen: new Map(), made: new Set() }, from, to, 0);
}

const identity = (stat: Stat) => `${stat.dev}:${stat.ino}`;

async function copyAny(run: Run, from: string, to: string, depth: number): Promise<boolean> {
  const { io, rules } = run;
  const follow = rules.follow === 'always' || (rules.follow === 'arguments' && depth === 0);
  let source: Stat;
  let target: Stat | undefined;
  try {
    source = await (follow ? io.sys.stat(from) : io.sys.lstat(from));
  } catch (error) {
    io.warnErrno(`can't stat '${from}'`, error);
    return false;
  }
  try {
    target = await statTarget(io, to, !rules.recursive || isDir(source.mode));
    target ??= await statTarget(io, to, false);
  } catch (error) {
    io.warnErrno(`can't stat '${to}'`, error);
    return false;
  }
  if (target && identity(target) === identity(source) && !rules.link) {
    io.warn(`'${from}' and '${to}' are the same file`);
    return false;
  }
  await io.pump();
  if (isDir(source.mode)) return copyDirectory(run, from, to, source, target, depth);
  if (target && !(await replaces(run, to, source, target))) return true;
  try {
    await copyLeaf(run, from, to, source, target);
    if (rules.verbose) io.print(`'${from}' -> '${to}'\n`);
    return true;
  } catch (error) {
    if (!(error instanceof CopyFailure)) throw error;
    io.warnErrno(error.what, error.cause);
    return false;
  }
}

/** Like `statOf`, but a path through what is no directory is an error. */
export async function statTarget(io: Io, path: string, follow: boolean): Promise<Stat | undefined> {
  try {
    return await (follow ? io.sys.stat(path) : io.sys.lstat(path));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Which part of a copy failed, in busybox's words. */
class CopyFailure {
  readonly what: string;
  readonly cause: unknown;
  constructor(what: string, cause: unknown) {
    this.what = what;
    this.cause = cause;
  }
}

async function attempt<T>(what: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new CopyFailure(what, error);
  }
}

async function replaces({ io, rules }: Run, to: string, source: Stat, target: Stat): Promise<boolean> {
  if (rules.noClobber) return false;
  if (rules.update && source.mtime <= target.mtime) return false;
  return !rules.interactive || confirm(io, `${io.name}: overwrite '${to}'? `);
}

async function copyDirectory(
  run: Run,
  from: string,
  to: string,
  source: Stat,
  target: Stat | undefined,
  depth: number,
): Promise<boolean> {
  const { io, rules } = run;
  if (!rules.recursive) {
    io.warn(`omitting directory '${from}'`);
    return false;
  }
  if (run.made.has(identity(source))) {
    io.warn(`recursion detected, omitting directory '${from}'`);
    return false;
  }
  if (target && !isDir(target.mode)) {
    io.warn(`target '${to}' is not a directory`);
    return false;
  }
  try {
    if (!target) {
      await io.sys.mkdir(to, (source.mode & 0o7777) | 0o700);
    }
    run.made.add(identity(await io.sys.stat(to)));
  } catch (error) {
    io.warnErrno(`can't create directory '${to}'`, error);
    return false;
  }
  let well = true;
  try {
    for (const { name } of [...(await io.sys.readdir(from))]) {
      if (!(await copyAny(run, joinPath(from, name), joinPath(to, name), depth + 1))) well = false;
    }
    if (rules.verbose && !target) io.print(`'${from}' -> '${to}'\n`);
    if (!target) await io.sys.chmod(to, source.mode & 0o7777 & (rules.preserve ? 0o7777 : ~io.sys.umask()));
    if (rules.preserve) await keepAttributes(io, to, source);
  } catch (error) {
    io.warnErrno(`can't open '${from}'`, error);
    return false;
  }
  return well;
}

async function copyLeaf(
  run: Run,
  from: string,
  to: string,
  source: Stat,
  target: Stat | undefined,
): Promise<void> {
  const { io, rules } = run;
  const { sys } = io;
  const cannotCreate = `can't create '${to}'`;
  if (rules.link) {
    if (target && rules.force) await attempt(`can't remove '${to}'`, () => sys.unlink(to));
    const link = rules.link === 'hard' ? () => sys.link(from, to) : () => sys.symlink(from, to);
    return attempt(
      rules.link === 'hard' ? `can't create link '${to}'` : `can't create symlink '${to}'`,
      link,
    );
  }
  const other = run.seen.get(identity(source));
  if (rules.recursive && rules.preserve && source.nlink > 1 && other !== undefined) {
    if (target) await attempt(`can't remove '${to}'`, () => sys.unlink(to));
    return attempt(`can't create link '${to}'`, () => sys.link(other, to));
  }
  if (source.nlink > 1) run.seen.set(identity(source), to);
  if (isFile(source.mode) || !(rules.recursive || isLink(source.mode))) {
    await copyContents(run, from, to, source, target);
  } else {
    if (target) await attempt(`can't remove '${to}'`, () => sys.unlink(to));
    if (isLink(source.mode)) {
      const text = await attempt(`can't read link '${from}'`, () => sys.readlink(from));
      await attempt(`can't create symlink '${to}'`, () => sys.symlink(text, to));
      if (rules.preserve)
        await attempt(`can't preserve ownership of '${to}'`, () => sys.lchown(to, source.uid, source.gid));
      return;
    }
    await attempt(cannotCreate, () =>
      sys.mknod(to, (source.mode & S_IFMT) | (source.mode & 0o7777), source.rdev),
    );
  }
  if (rules.preserve)
    await attempt(`can't preserve ownership of '${to}'`, () => keepAttributes(io, to, source));
}

async function copyContents(
  run: Run,
  from: string,
  to: string,
  source: Stat,
  target: Stat | undefined,
): Promise<void> {
  const { sys } = run.io;
  const input = await attempt(`can't open '${from}'`, () => sys.open(from, O_RDONLY));
  try {
    const output = await openOutput(run, to, source, target);
    try {
      await attempt(`can't write '${to}'`, () => copyBytes(sys, input, output));
    } finally {
      await sys.close(output);
    }
  } finally {
    await sys.close(input);
  }
}

async function openOutput(run: Run, to: string, source: Stat, target: Stat | undefined): Promise<Fd> {
  const { sys } = run.io;
  const fresh = () => sys.open(to, O_WRONLY | O_CREAT | O_EXCL, source.mode & 0o777);
  if (!target) return attempt(`can't create '${to}'`, fresh);
  try {
    return await sys.open(to, O_WRONLY | O_TRUNC);
  } catch (error) {
    if (!run.rules.force) throw new CopyFailure(`can't create '${to}'`, error);
    await attempt(`can't remove '${to}'`, () => sys.unlink(to));
    return attempt(`can't create '${to}'`, fresh);
  }
}

async function keepAttributes(io: Io, path: string, stat: Stat): Promise<void> {
  await io.sys.chown(path, stat.uid, stat.gid);
  await io.sys.chmod(path, stat.mode & 0o7777);
  await io.sys.utimes(path, { atime: stat.atime, mtime: stat.mtime });
}
