/** diff: unified differences of files and directories. The algorithm is `diff-lines.ts`. */
import { errnoOf, isDir } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseCount, parseOptions } from '../options.ts';
import { baseName, joinPath } from '../paths.ts';
import { isComparable, isDirectory, listPairs, type Pair } from './diff-directories.ts';
import { type Change, diffLines } from './diff-lines.ts';

const LONG = {
  'ignore-case': 'i',
  'ignore-blank-lines': 'B',
  'ignore-space-change': 'b',
  'ignore-all-space': 'w',
  unified: 'U',
  recursive: 'r',
  'new-file': 'N',
  brief: 'q',
  'report-identical-files': 's',
  text: 'a',
  label: 'L',
};

export const main = applet({
  usage: '[-abBdiNqrTstw] [-L LABEL] [-S FILE] [-U LINES] FILE1 FILE2',
  about: 'Compare files line by line and output the differences between them.',
  async run(io) {
    const options = parseOptions(io, 'abdiL:NqrsS:tTU:wupB', { min: 2, max: 2, long: LONG });
    const [left, right] = options.operands as [string, string];
    for (const text of options.values('U')) parseCount(io, text);
    const sides = [await operandOf(io, options, left), await operandOf(io, options, right)] as const;
    const directories = sides.map((stat) => stat !== undefined && isDir(stat.mode));
    if (directories[0] && directories[1]) return compareDirectories(io, options, left, right);
    const leftPath = directories[0] ? joinPath(left, baseName(right)) : left;
    const rightPath = directories[1] ? joinPath(right, baseName(left)) : right;
    const [a, b] = [
      directories[0] ? await insideOf(io, leftPath) : sides[0],
      directories[1] ? await insideOf(io, rightPath) : sides[1],
    ];
    // One and the same file is not even read.
    if (a && b && a.dev === b.dev && a.ino === b.ino) return 0;
    const missing = { left: !a && leftPath !== '-', right: !b && rightPath !== '-' };
    return compareFiles(io, options, leftPath, rightPath, missing);
  },
});

/** Status of an operand, undefined for stdin and, with -N, for what is not there; dies otherwise. */
async function operandOf(io: Io, options: Options, path: string): Promise<Stat | undefined> {
  if (path === '-') return undefined;
  try {
    return await io.sys.stat(path);
  } catch (error) {
    if (options.has('N') && errnoOf(error) === 'ENOENT') return undefined;
    return io.dieErrno(`can't stat '${path}'`, error, 2);
  }
}

/** Status of the file in a directory that the other operand is held against; dies where it is not there. */
async function insideOf(io: Io, path: string): Promise<Stat> {
  try {
    return await io.sys.stat(path);
  } catch (error) {
    return io.dieErrno(`can't stat '${path}'`, error);
  }
}

async function compareDirectories(io: Io, options: Options, left: string, right: string): Promise<number> {
  const rules = {
    recursive: options.has('r'),
    newFiles: options.has('N'),
    startAt: options.value('S') ?? '',
  };
  let status = 0;
  for (const pair of await listPairs(io, left, right, rules)) {
    status = Math.max(status, await comparePair(io, options, pair, left, right));
  }
  return status;
}

async function comparePair(
  io: Io,
  options: Options,
  pair: Pair,
  left: string,
  right: string,
): Promise<number> {
  const [a, b] = [joinPath(left, pair.path), joinPath(right, pair.path)];
  if (!options.has('N') && !(pair.left && pair.right)) {
    io.print(`Only in ${pair.left ? left : right}: ${pair.path}\n`);
    return 1;
  }
  const missing = { left: !pair.left, right: !pair.right };
  const directories = [isDirectory(pair.left ?? pair.right), isDirectory(pair.right ?? pair.left)];
  if (directories[0] && directories[1]) {
    io.print(`Common subdirectories: ${a} and ${b}\n`);
    return 0;
  }
  if (directories[0] || directories[1]) {
    const kind = (isDirectory: boolean | undefined) => (isDirectory ? 'directory' : 'regular file');
    io.print(`File ${a} is a ${kind(directories[0])} while file ${b} is a ${kind(directories[1])}\n`);
    return 1;
  }
  for (const [path, stat] of [
    [a, pair.left],
    [b, pair.right],
  ] as const) {
    if (isComparable(stat)) continue;
    io.print(`File ${path} is not a regular file or directory and was skipped\n`);
    return 0;
  }
  return compareFiles(io, options, a, b, missing, [
    pair.left ? a : '/dev/null',
    pair.right ? b : '/dev/null',
  ]);
}

async function compareFiles(
  io: Io,
  options: Options,
  left: string,
  right: string,
  missing: { readonly left: boolean; readonly right: boolean },
  names: readonly [string, string] = [left, right],
): Promise<number> {
  const a = missing.left ? '' : await contents(io, left);
  const b = missing.right ? '' : await contents(io, right);
  if (a === undefined || b === undefined) return 2;
  if (a === b) {
    if (options.has('s')) io.print(`Files ${left} and ${right} are identical\n`);
    return 0;
  }
  if (!options.has('a') && isBinary(a, b)) {
    io.print(`Files ${left} and ${right} differ\n`);
    return 1;
  }
  const [linesA, linesB] = [linesOf(a), linesOf(b)];
  const key = keyOf(options);
  const changes = await diffLines(linesA.map(key), linesB.map(key), () => io.sys.breathe());
  const blank = (change: Change) =>
    linesA
      .slice(change.fromA, change.toA)
      .concat(linesB.slice(change.fromB, change.toB))
      .every((line) => line.trim() === '');
  const kept = options.has('B') ? changes.filter((change) => !blank(change)) : changes;
  if (kept.length === 0) return 0;
  if (options.has('q')) {
    io.print(`Files ${left} and ${right} differ\n`);
    return 1;
  }
  const labels = options.values('L');
  io.print(`--- ${labels[0] ?? names[0]}\n+++ ${labels[1] ?? names[1]}\n`);
  await printHunks(io, linesA, linesB, kept, parseCount(io, options.value('U') ?? '3'), options);
  return 1;
}

/** A NUL as far as both go: busybox looks no further. */
function isBinary(a: string, b: string): boolean {
  const common = Math.min(a.length, b.length);
  return [a.indexOf('\0'), b.indexOf('\0')].some((at) => at >= 0 && at < common);
}

async function contents(io: Io, path: string): Promise<string | undefined> {
  try {
    const reader = await io.openInput(path);
    const text = await reader.rest();
    await reader.close();
    return text;
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.warnErrno(path, error);
    return undefined;
  }
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function keyOf(options: Options): (line: string) => string {
  return (line) => {
    let key = line;
    if (options.has('w')) key = key.replace(/[ \t\r\f\v]+/g, '');
    else if (options.has('b')) key = key.replace(/[ \t\r\f\v]+(?=\n|$)/g, '').replace(/[ \t\r\f\v]+/g, ' ');
    return options.has('i') ? key.toLowerCase() : key;
  };
}

async function printHunks(
  io: Io,
  a: readonly string[],
  b: readonly string[],
  changes: readonly Change[],
  context: number,
  options: Options,
): Promise<void> {
  for (let at = 0; at < changes.length; ) {
    let end = at + 1;
    while (end < changes.length && changes[end]!.fromA - changes[end - 1]!.toA <= 2 * context) end++;
    const hunk = changes.slice(at, end);
    at = end;
    const [first, last] = [hunk[0]!, hunk.at(-1)!];
    const before = Math.min(context, first.fromA);
    const after = Math.min(context, a.length - last.toA);
    const range = (from: number, to: number) =>
      to - from === 1 ? `${from + 1}` : `${to === from ? from : from + 1},${to - from}`;
    io.print(
      `@@ -${range(first.fromA - before, last.toA + after)} +${range(first.fromB - before, last.toB + after)} @@\n`,
    );
    const put = (mark: string, line: string) => {
      const text = options.has('t') ? line.replace(/\t/g, '        ') : line;
      io.put(
        mark +
          (options.has('T') ? '\t' : '') +
          (text.endsWith('\n') ? text : `${text}\n\\ No newline at end of file\n`),
      );
    };
    let position = first.fromA - before;
    for (const change of hunk) {
      while (position < change.fromA) put(' ', a[position++]!);
      for (const line of a.slice(change.fromA, change.toA)) put('-', line);
      for (const line of b.slice(change.fromB, change.toB)) put('+', line);
      position = change.toA;
    }
    for (let i = 0; i < after; i++) put(' ', a[position++]!);
    await io.pump();
  }
}
