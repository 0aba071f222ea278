/** What `test` asks about files, answered by system calls. */
import type { Maybe } from '../base/index.ts';
import { chain, recover } from '../base/index.ts';
import type { Sys } from '../kernel/index.ts';
import {
  errnoOf,
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
} from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';

type Question = (stat: Stat, sys: Sys) => boolean;

const questions: Readonly<Record<string, Question>> = {
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
  '-O': ({ uid }, sys) => uid === sys.credentials().euid,
  '-G': ({ gid }, sys) => gid === sys.credentials().egid,
  '-N': ({ mtime, atime }) => mtime > atime,
};

const access: Readonly<Record<string, number>> = { '-r': R_OK, '-w': W_OK, '-x': X_OK };

/** Whatever cannot be looked at is not so. */
function unless<T>(attempt: () => Maybe<T>, otherwise: T): Maybe<T> {
  return recover(attempt, (error) => {
    if (errnoOf(error) === undefined) throw error;
    return otherwise;
  });
}

export function fileQuestions(sys: Sys): FileQuestions {
  return {
    is(operator, path) {
      const wanted = access[operator];
      if (wanted !== undefined) return unless(() => chain(sys.access(path, wanted), () => true), false);
      if (operator === '-h' || operator === '-L') {
        return unless(() => chain(sys.lstat(path), (stat) => isLink(stat.mode)), false);
      }
      return unless(() => chain(sys.stat(path), (stat) => questions[operator]?.(stat, sys) ?? false), false);
    },
    compare(operator, left, right) {
      const none = undefined as Stat | undefined;
      return chain(
        unless<Stat | undefined>(() => sys.stat(left), none),
        (a) =>
          chain(
            unless<Stat | undefined>(() => sys.stat(right), none),
            (b) => {
              if (operator === '-ef') return !!a && !!b && a.dev === b.dev && a.ino === b.ino;
              const [newer, older] = operator === '-nt' ? [a, b] : [b, a];
              return !!newer && !!older && newer.mtime > older.mtime;
            },
          ),
      );
    },
    isatty: (fd) => sys.isatty(fd),
  };
}

/** Whether a path names something. */
export function exists(sys: Sys, path: string): Maybe<boolean> {
  return unless(() => chain(sys.stat(path), () => true), false);
}
