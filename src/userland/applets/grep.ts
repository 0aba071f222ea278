/** grep, egrep, fgrep: lines that match. Matching is `grep-match.ts`; this file reads and prints. */
import { isPromise } from '../../base/index.ts';
import { binaryOf, isDir } from '../../posix/index.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { type Options, parseCount, parseOptions } from '../options.ts';
import { walkTree } from '../walk.ts';
import { createMatcher, type Matcher } from './grep-match.ts';

const LONG = { color: '!color::' };

export const main = applet({
  usage: '[-HhnlLoqvsrRiwFE] [-m N] [-A|B|C N] { PATTERN | -e PATTERN... | -f FILE... } [FILE]...',
  about: 'Search for PATTERN in FILEs (or stdin)',
  usageStatus: 2,
  async run(io) {
    const options = parseOptions(io, 'lnqvscFiHhe:f:LorRwxm:A:B:C:EaI', { long: LONG });
    const operands = [...options.operands];
    const sources = options.values('e').map(binaryOf);
    for (const path of options.values('f')) {
      try {
        const reader = await io.openInput(path);
        const text = await reader.rest();
        await reader.close();
        if (text !== '') sources.push(text.replace(/\n$/, ''));
      } catch (error) {
        io.dieErrno(path, error, 2);
      }
    }
    if (!options.has('e') && !options.has('f')) {
      if (operands.length === 0) io.usage();
      sources.push(binaryOf(operands.shift()!));
    }
    const matcher = createMatcher(
      io,
      sources.flatMap((source) => source.split('\n')),
      {
        fixed: options.has('F') || io.name === 'fgrep',
        extended: options.has('E') || io.name === 'egrep',
        ignoreCase: options.has('i'),
        words: options.has('w'),
        whole: options.has('x'),
      },
    );
    return search(io, options, matcher, operands);
  },
});

interface Run {
  readonly io: Io;
  readonly matcher: Matcher;
  readonly has: (flag: string) => boolean;
  readonly names: boolean;
  readonly most: number;
  readonly before: number;
  readonly after: number;
  /** Whether groups of context were printed before. */
  separated: boolean;
}

async function search(
  io: Io,
  options: Options,
  matcher: Matcher,
  operands: readonly string[],
): Promise<number> {
  const recursive = options.has('r') || options.has('R');
  const paths = operands.length ? operands : recursive ? ['.'] : ['-'];
  const context = options.value('C') ?? '0';
  const run: Run = {
    io,
    matcher,
    has: (flag) => options.has(flag),
    names: options.has('H') || (!options.has('h') && (paths.length > 1 || recursive)),
    most: options.has('m') ? parseCount(io, options.value('m')!) : Infinity,
    before: parseCount(io, options.value('B') ?? context),
    after: parseCount(io, options.value('A') ?? context),
    separated: false,
  };
  let found = run.most === 0;
  let failed = false;
  /** What cannot be read below a directory is said, and no failure. */
  const one = async (path: string, below = false): Promise<void> => {
    try {
      if (await searchPath(run, path)) found = true;
    } catch (error) {
      if (!below) failed = true;
      if (!options.has('s')) io.warnErrno(path, error);
    }
  };
  for (const path of paths) {
    if (path !== '-' && recursive) {
      const rules = { follow: options.has('R') ? 'always' : 'arguments' } as const;
      const quiet = options.has('s') ? { ...io, warnErrno: () => {} } : io;
      const well = await walkTree(quiet, path, rules, async (at, stat) => {
        if (!isDir(stat.mode)) await one(at, true);
        return 'on' as const;
      });
      if (!well) failed = true;
    } else {
      await one(path);
    }
    if (found && options.has('q')) return 0;
  }
  return failed ? 2 : found ? 0 : 1;
}

/** Searches one input; directories are passed over silently. */
async function searchPath(run: Run, path: string): Promise<boolean> {
  const { io } = run;
  if (path !== '-' && isDir((await io.sys.stat(path)).mode)) return false;
  const reader = await io.openInput(path);
  try {
    return await searchLines(run, reader, path === '-' ? '(standard input)' : path);
  } finally {
    await reader.close();
  }
}

async function searchLines(run: Run, reader: Reader, name: string): Promise<boolean> {
  const { io, matcher, has } = run;
  const inverted = has('v');
  const silent = has('q') || has('l') || has('L') || has('c');
  const held: string[] = [];
  let number = 0;
  let hits = 0;
  let trailing = 0;
  let lastShown = 0;
  const show = (text: string, at: number, mark: string) => {
    io.print(run.names ? name + mark : '');
    io.put(`${has('n') ? at + mark : ''}${text}\n`);
    lastShown = at;
  };
  while (hits < run.most) {
    let line = reader.line();
    if (isPromise(line)) line = await line;
    if (line === undefined) break;
    number++;
    if (matcher.test(line) !== inverted) {
      hits++;
      if (has('q') || has('l') || has('L')) break;
      if (!silent) {
        if (has('o')) {
          if (!inverted) for (const part of matcher.parts(line)) show(part, number, ':');
        } else {
          if ((run.before || run.after) && run.separated && number - held.length > lastShown + 1)
            io.put('--\n');
          for (const [i, text] of held.entries()) show(text, number - held.length + i, '-');
          held.length = 0;
          show(line, number, ':');
          run.separated = true;
          trailing = run.after;
        }
      }
    } else if (trailing > 0 && !silent) {
      show(line, number, '-');
      trailing--;
    } else if (run.before > 0 && !silent) {
      held.push(line);
      if (held.length > run.before) held.shift();
    }
    const pumped = io.pump();
    if (isPromise(pumped)) await pumped;
  }
  while (trailing-- > 0 && !silent) {
    const line = await reader.line();
    if (line === undefined) break;
    show(line, ++number, '-');
  }
  if (has('q')) return hits > 0;
  if (has('c') && !has('l') && !has('L')) io.print(`${run.names ? `${name}:` : ''}${hits}\n`);
  if (has('l') && hits > 0) io.print(`${name}\n`);
  if (has('L') && hits === 0) io.print(`${name}\n`);
  return has('L') ? hits === 0 : hits > 0;
}
