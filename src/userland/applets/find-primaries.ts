/** find's tests and actions, by name. */
import {
  binaryOf,
  compilePattern,
  compileRegex,
  errnoOf,
  isDir,
  isFile,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
  S_IFSOCK,
  X_OK,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { readAccounts } from '../accounts.ts';
import type { Io } from '../io.ts';
import { isByteLocale } from '../locale.ts';
import { applyMode } from '../modes.ts';
import { baseName } from '../paths.ts';
import { confirm } from '../prompt.ts';
import type { Candidate, FindPlan, Test } from './find-parse.ts';

export interface FindContext {
  readonly io: Io;
  readonly settings: {
    follow: FindPlan['follow'];
    depthFirst: boolean;
    sameDevice: boolean;
    minDepth: number;
    maxDepth: number;
  };
  readonly state: { quit: boolean; failed: boolean };
  readonly finishers: (() => Promise<boolean>)[];
  readonly launch: (argv: readonly string[]) => Promise<boolean>;
  /** Whether an action other than -prune was given, so that -print is not implied. */
  acts: boolean;
  /** The next argument, which a primary needs. */
  take(name: string): string;
  peek(): string | undefined;
}

const TYPES: Readonly<Record<string, number>> = {
  f: S_IFREG,
  d: S_IFDIR,
  l: S_IFLNK,
  b: S_IFBLK,
  c: S_IFCHR,
  s: S_IFSOCK,
  p: S_IFIFO,
};
const SIZES: Readonly<Record<string, number>> = { c: 1, w: 2, b: 512, k: 1024, M: 1024 ** 2, G: 1024 ** 3 };

type Primary = (name: string) => Test;

export async function createPrimaries(context: FindContext): Promise<Readonly<Record<string, Primary>>> {
  const { io, settings, state } = context;
  const accounts = await readAccounts(io.sys);
  const stats = await prefetch(io);
  const always: Test = () => true;
  const set = (change: () => void): Test => {
    change();
    return always;
  };
  const glob =
    (ignoreCase: boolean, text: (candidate: Candidate) => string): Primary =>
    (name) => {
      const pattern = compilePattern(context.take(name), { ignoreCase });
      return (candidate) => pattern.matches(text(candidate));
    };
  const name = ({ path }: Candidate) => baseName(path);
  const path = ({ path: whole }: Candidate) => whole;
  const age =
    (field: 'mtime' | 'atime' | 'ctime', unit: number): Primary =>
    (word) => {
      const compare = parseCompare(io, context.take(word));
      const present = Math.floor(io.sys.now() / 1000);
      return ({ stat }) => compare(Math.trunc((present - Number(stat[field] / 1_000_000_000n)) / unit));
    };
  const number =
    (value: (stat: Stat) => number): Primary =>
    (word) => {
      const compare = parseCompare(io, context.take(word));
      return ({ stat }) => compare(value(stat));
    };
  const id =
    (kind: 'user' | 'group'): Primary =>
    (word) => {
      const text = context.take(word);
      const found = kind === 'user' ? accounts.user(text)?.uid : accounts.group(text)?.gid;
      const wanted = found ?? (/^\d+$/.test(text) ? Number(text) : io.die(`unknown ${kind} ${text}`));
      return ({ stat }) => (kind === 'user' ? stat.uid : stat.gid) === wanted;
    };
  const print =
    (end: string): Primary =>
    () => {
      context.acts = true;
      return ({ path: whole }) => {
        io.print(whole + end);
        return true;
      };
    };
  const depth =
    (field: 'minDepth' | 'maxDepth'): Primary =>
    (word) => {
      const text = context.take(word);
      return set(
        () => (settings[field] = /^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`)),
      );
    };
  return {
    '-name': glob(false, name),
    '-iname': glob(true, name),
    '-path': glob(false, path),
    '-ipath': glob(true, path),
    '-wholename': glob(false, path),
    '-regex': (word) => {
      const regex = compileRegex(binaryOf(context.take(word)), { bytes: isByteLocale(io.sys) });
      return ({ path: whole }) => {
        const text = binaryOf(whole);
        const found = regex.find(text);
        return found !== undefined && found.start === 0 && found.end === text.length;
      };
    },
    '-type': (word) => {
      const letter = context.take(word);
      const wanted =
        (Object.hasOwn(TYPES, letter) ? TYPES[letter] : undefined) ??
        io.die(`invalid argument '${letter}' to '-type'`);
      return ({ stat }) => (stat.mode & S_IFMT) === wanted;
    },
    '-executable': () => async (candidate) => {
      try {
        await io.sys.access(candidate.path, X_OK);
        return true;
      } catch {
        return false;
      }
    },
    '-perm': (word) => permissions(io, context.take(word)),
    '-mtime': age('mtime', 86_400),
    '-atime': age('atime', 86_400),
    '-ctime': age('ctime', 86_400),
    '-mmin': age('mtime', 60),
    '-amin': age('atime', 60),
    '-cmin': age('ctime', 60),
    '-newer': (word) => {
      const than = stats(context.take(word));
      return ({ stat }) => stat.mtime > than.mtime;
    },
    '-samefile': (word) => {
      const other = stats(context.take(word));
      return ({ stat }) => stat.ino === other.ino && stat.dev === other.dev;
    },
    '-inum': number((stat) => stat.ino),
    '-links': number((stat) => stat.nlink),
    '-user': id('user'),
    '-group': id('group'),
    '-size': (word) => {
      const text = context.take(word);
      const found = /^([-+]?\d+)([cwbkMG]?)$/.exec(text) ?? io.die(`invalid number '${text}'`);
      const unit = SIZES[found[2] || 'b']!;
      const compare = parseCompare(io, found[1]!, unit);
      return ({ stat }) => compare(stat.size);
    },
    '-empty':
      () =>
      async ({ path: whole, stat }) =>
        isDir(stat.mode) ? (await io.sys.readdir(whole)).length === 0 : isFile(stat.mode) && stat.size === 0,
    '-prune': () => (candidate) => {
      candidate.pruned = true;
      return true;
    },
    '-quit': () => {
      context.acts = true;
      return () => {
        state.quit = true;
        return false;
      };
    },
    '-print': print('\n'),
    '-print0': print('\0'),
    '-delete': () => {
      context.acts = true;
      settings.depthFirst = true;
      return (candidate) => remove(context, candidate);
    },
    '-exec': (word) => execute(context, word, false),
    '-ok': (word) => execute(context, word, true),
    '-follow': () => set(() => (settings.follow = 'always')),
    '-xdev': () => set(() => (settings.sameDevice = true)),
    '-depth': () => set(() => (settings.depthFirst = true)),
    '-mindepth': depth('minDepth'),
    '-maxdepth': depth('maxDepth'),
  };
}

/** Status of the files that arguments name (`-newer FILE`), asked before the walk since parsing does not wait. */
async function prefetch(io: Io): Promise<(path: string) => Stat> {
  const found = new Map<string, Stat>();
  for (let i = 0; i + 1 < io.args.length; i++) {
    if (io.args[i] !== '-newer' && io.args[i] !== '-samefile') continue;
    const path = io.args[i + 1]!;
    try {
      found.set(path, await io.sys.stat(path));
    } catch (error) {
      io.dieErrno(`can't stat '${path}'`, error);
    }
  }
  return (path) => found.get(path) ?? io.die(`${path}: No such file or directory`);
}

/** `+n` more, `-n` less, `n` exactly. */
function parseCompare(io: Io, text: string, unit = 1): (value: number) => boolean {
  const found = /^([-+]?)(\d+)$/.exec(text);
  if (!found) return io.die(`invalid number '${text}'`);
  const limit = Number(found[2]) * unit;
  return (value) => (found[1] === '+' ? value > limit : found[1] === '-' ? value < limit : value === limit);
}

function permissions(io: Io, text: string): Test {
  const sign = /^[-+/]/.exec(text)?.[0] ?? '';
  const mode = applyMode(text.slice(sign.length), 0, 0) ?? io.die(`invalid mode '${text}'`);
  return ({ stat }) => {
    const bits = stat.mode & 0o7777;
    if (sign === '-') return (bits & mode) === mode;
    return sign === '' ? bits === mode : mode === 0 || (bits & mode) !== 0;
  };
}

async function remove({ io, state }: FindContext, { path, stat }: Candidate): Promise<boolean> {
  if (path === '.') return true;
  try {
    await (isDir(stat.mode) ? io.sys.rmdir(path) : io.sys.unlink(path));
    return true;
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.warnErrno(path, error);
    state.failed = true;
    return true;
  }
}

/** Paths that one `-exec … +` takes at most. */
const BATCH = 500;

function execute(context: FindContext, name: string, ask: boolean): Test {
  const { io, launch } = context;
  context.acts = true;
  const argv: string[] = [];
  let many = false;
  for (;;) {
    const word = context.peek();
    if (word === undefined) return io.die(`${name} requires an argument`);
    context.take(name);
    if (word === ';') break;
    if (word === '+' && argv.at(-1) === '{}') {
      many = true;
      break;
    }
    argv.push(word);
  }
  if (argv.length === 0) return io.die(`${name} requires an argument`);
  if (!many) {
    return async ({ path }) => {
      const command = argv.map((word) => word.replaceAll('{}', path));
      if (ask && !(await confirm(io, `${command.join(' ')} ?`))) return false;
      return launch(command);
    };
  }
  let paths: string[] = [];
  const finish = async (): Promise<boolean> => {
    if (paths.length === 0) return true;
    const command = [...argv.slice(0, -1), ...paths];
    paths = [];
    return launch(command);
  };
  context.finishers.push(finish);
  return async ({ path }) => {
    paths.push(path);
    if (paths.length >= BATCH && !(await finish())) context.state.failed = true;
    return true;
  };
}
