/** test and [, over the expression that the shell's built-in shares; this file answers what it asks of files. */
import type { Main, Sys } from '../../kernel/index.ts';
import {
  errnoOf,
  evaluateTest,
  type FileQuestions,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  R_OK,
  S_IFMT,
  S_IFSOCK,
  S_ISGID,
  S_ISUID,
  S_ISVTX,
  W_OK,
  X_OK,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { applet, type Io } from '../io.ts';

export const test: Main = applet({ usage: 'EXPRESSION ]', run: (io) => evaluate(io, io.args) });

export const bracket: Main = applet({
  usage: 'EXPRESSION ]',
  run: (io) => (io.args.at(-1) === ']' ? evaluate(io, io.args.slice(0, -1)) : io.die('missing ]', 2)),
});

async function evaluate(io: Io, args: readonly string[]): Promise<number> {
  const { status, error } = await evaluateTest(args, questions(io.sys));
  if (error !== undefined) io.warn(error);
  return status;
}

const STATS: Readonly<Record<string, (stat: Stat) => boolean>> = {
  '-b': ({ mode }) => isBlock(mode),
  '-c': ({ mode }) => isChar(mode),
  '-d': ({ mode }) => isDir(mode),
  '-e': () => true,
  '-f': ({ mode }) => isFile(mode),
  '-g': ({ mode }) => (mode & S_ISGID) !== 0,
  '-k': ({ mode }) => (mode & S_ISVTX) !== 0,
  '-p': ({ mode }) => isFifo(mode),
  '-s': ({ size }) => size > 0,
  '-S': ({ mode }) => (mode & S_IFMT) === S_IFSOCK,
  '-u': ({ mode }) => (mode & S_ISUID) !== 0,
  '-N': ({ mtime, atime }) => mtime > atime,
};

const ACCESS: Readonly<Record<string, number>> = { '-r': R_OK, '-w': W_OK, '-x': X_OK };

function questions(sys: Sys): FileQuestions {
  return {
    isatty: (fd) => sys.isatty(fd),
    async is(operator, path) {
      try {
        const mode = ACCESS[operator];
        if (mode !== undefined) {
          await sys.access(path, mode);
          return true;
        }
        if (operator === '-L' || operator === '-h') return isLink((await sys.lstat(path)).mode);
        const stat = await sys.stat(path);
        const { euid, egid } = sys.credentials();
        if (operator === '-O') return stat.uid === euid;
        if (operator === '-G') return stat.gid === egid;
        return STATS[operator]?.(stat) ?? false;
      } catch (error) {
        if (errnoOf(error)) return false;
        throw error;
      }
    },
    async compare(operator, left, right) {
      const [a, b] = [await statOrNone(sys, left), await statOrNone(sys, right)];
      if (operator === '-ef') return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
      const older = operator === '-ot';
      const [newer, other] = older ? [b, a] : [a, b];
      return newer !== undefined && other !== undefined && newer.mtime > other.mtime;
    },
  };
}

async function statOrNone(sys: Sys, path: string): Promise<Stat | undefined> {
  try {
    return await sys.stat(path);
  } catch (error) {
    if (errnoOf(error)) return undefined;
    throw error;
  }
}
