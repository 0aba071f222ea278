/** diff: unified differences of files and directories. The algorithm is `diff-lines.ts`. */
import { errnoOf, isDir } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseCount, parseOptions } from '../options.ts';
import { baseName, joinPath } from '../paths.ts';
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
  color: '!color::',
};

export const main = applet({
  usage: '[-abBdiNqrTstw] [-L LABEL] [-S FILE] [-U LINES] FILE1 FILE2',
  about: 'Compare files line by line and output the differences between them.',
  async run(io) {
    const options = parseOptions(io, 'abdiL:NqrsS:tTU:wupB', { min: 2, max: 2, long: LONG });
    const [left, right] = options.operands as [string, string];
    const sides = [await sideOf(io, left), await sideOf(io, right)];
    if (sides[0] && sides[1]) return compareDirectories(io, options, left, right);
    const leftPath = sides[0] ? joinPath(left, baseName(right)) : left;
    const rightPath = sides[1] ? joinPath(right, baseName(left)) : right;
    for (const path of [leftPath, rightPath]) await sideOf(io, path);
    return compareFiles(io, options, leftPath, rightPath);
  },
});

/** Whether an operand is a directory; dies where it is not there. */
async function sideOf(io: Io, path: string): Promise<boolean> {
  if (path === '-') return false;
  try {
    return isDir((await io.sys.stat(path)).mode);
  } catch (error) {
    return io.dieErrno(`can't stat '${path}'`, error, 2);
  }
}

async function compareDirectories(io: Io, options: Options, left: string, right: string): Promise<number> {
  const names = async (path: string) => new Set((await io.sys.readdir(path)).map(({ name }) => name));
  const [ours, theirs] = [await names(left), await names(right)];
  let status = 0;
  for (const name of [...new Set([...ours, ...theirs])].sort()) {
    const [a, b] = [joinPath(left, name), joinPath(right, name)];
    const only = !theirs.has(name) ? left : !ours.has(name) ? right : undefined;
    const stats = [await statOf(io.sys, a), await statOf(io.sys, b)];
    if (only !== undefined && !(options.has('N') && !stats.some((stat) => stat && isDir(stat.mode)))) {
      io.print(`Only in ${only}: ${name}\n`);
      status = Math.max(status, 1);
      continue;
    }
    const directories = stats.map((stat) => stat !== undefined && isDir(stat.mode));
    if (directories[0] && directories[1]) {
      if (options.has('r')) status = Math.max(status, await compareDirectories(io, options, a, b));
      else io.print(`Common subdirectories: ${a} and ${b}\n`);
    } else if (directories[0] || directories[1]) {
      const kind = (isDirectory: boolean | undefined) => (isDirectory ? 'directory' : 'regular file');
      io.print(`File ${a} is a ${kind(directories[0])} while file ${b} is a ${kind(directories[1])}\n`);
      status = Math.max(status, 1);
    } else {
      status = Math.max(
        status,
        await compareFiles(io, options, ours.has(name) ? a : '/dev/null', theirs.has(name) ? b : '/dev/null'),
      );
    }
  }
  return status;
}

async function compareFiles(io: Io, options: Options, left: string, right: string): Promise<number> {
  const [a, b] = [await contents(io, left), await contents(io, right)];
  if (a === undefined || b === undefined) return 2;
  if (a === b) {
    if (options.has('s')) io.print(`Files ${left} and ${right} are identical\n`);
    return 0;
  }
  if (!options.has('a') && (a.includes('\0') || b.includes('\0'))) {
    io.print(`${options.has('q') ? 'Files' : 'Binary files'} ${left} and ${right} differ\n`);
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
  io.print(`--- ${labels[0] ?? left}\n+++ ${labels[1] ?? right}\n`);
  await printHunks(io, linesA, linesB, kept, parseCount(io, options.value('U') ?? '3'), options);
  return 1;
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
