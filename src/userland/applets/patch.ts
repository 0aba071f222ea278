/** patch: applies unified differences. Hunks may have moved, but their context must be the same. */
import { writeAll } from '../../kernel/index.ts';
import { bytesOfBinary, O_CREAT, O_EXCL, O_WRONLY } from '../../posix/index.ts';
import { makeDirectories, writeFile } from '../files.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { dirName } from '../paths.ts';

const NOWHERE = '/dev/null';

interface Hunk {
  readonly from: number;
  readonly to: number;
  /** Each with its ` `, `-` or `+` and, where it has one, its newline. */
  readonly lines: readonly string[];
}

interface FilePatch {
  readonly from: string;
  readonly to: string;
  readonly hunks: Hunk[];
}

export const main = applet({
  usage: '[-RNE] [-p N] [-i DIFF] [ORIGFILE [PATCHFILE]]',
  about: 'Apply a unified diff to files',
  async run(io) {
    const options = parseOptions(io, 'RNEp:i:u', { max: 2, long: { 'dry-run': 'dry' } });
    const [original, file] = options.operands;
    const source = options.value('i') ?? file;
    let status = 0;
    for (const patch of await readPatches(io, source)) {
      const turned = options.has('R') ? reversed(patch) : patch;
      if (!(await applyPatch(io, turned, options, original))) status = 1;
    }
    return status;
  },
});

async function readPatches(io: Io, source: string | undefined): Promise<FilePatch[]> {
  let reader: Reader;
  try {
    reader = source === undefined ? io.reader(0) : await io.openInput(source);
  } catch (error) {
    return io.dieErrno(`can't open '${source}'`, error);
  }
  const lines = (await reader.rest()).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const patches: FilePatch[] = [];
  let at = 0;
  while (at < lines.length) {
    const from = /^--- ([^\t\n]*)/.exec(lines[at]!)?.[1];
    const to = /^\+\+\+ ([^\t\n]*)/.exec(lines[at + 1] ?? '')?.[1];
    const range = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at]!);
    if (from !== undefined && to !== undefined) {
      patches.push({ from, to, hunks: [] });
      at += 2;
    } else if (range && patches.length) {
      const [, first, count = '1', second, others = '1'] = range;
      const body = hunkLines(lines, at + 1, Number(count), Number(others));
      patches.at(-1)!.hunks.push({ from: Number(first), to: Number(second), lines: body.lines });
      at = body.end;
    } else at++;
  }
  return patches;
}

/** As many lines as the range announces, and what says that the last has no newline. */
function hunkLines(
  source: readonly string[],
  start: number,
  removed: number,
  added: number,
): { lines: string[]; end: number } {
  const lines: string[] = [];
  let at = start;
  for (; at < source.length; at++) {
    const line = source[at] === '\n' ? ' \n' : source[at]!;
    if (line[0] === '\\') {
      lines.push(lines.pop()!.replace(/\n$/, ''));
      continue;
    }
    if (removed <= 0 && added <= 0) break;
    if (line[0] !== '+') removed--;
    if (line[0] !== '-') added--;
    lines.push(line);
  }
  return { lines, end: at };
}

function reversed({ from, to, hunks }: FilePatch): FilePatch {
  const turn = (line: string): string =>
    line[0] === '+' ? `-${line.slice(1)}` : line[0] === '-' ? `+${line.slice(1)}` : line;
  return {
    from: to,
    to: from,
    hunks: hunks.map((hunk) => ({ from: hunk.to, to: hunk.from, lines: hunk.lines.map(turn) })),
  };
}

/** Says what it does; false where a hunk found no place, and then the file stays as it was. */
async function applyPatch(
  io: Io,
  { from, to, hunks }: FilePatch,
  options: Options,
  original: string | undefined,
): Promise<boolean> {
  const named = to === NOWHERE ? from : to;
  const path = original ?? stripped(named, Number(options.value('p') ?? 0));
  const creates = from === NOWHERE;
  io.print(`${creates ? 'creating' : 'patching file'} ${path}\n`);
  const lines = creates ? [] : await linesOf(io, path);
  const result: string[] = [];
  let done = 0;
  for (const [index, hunk] of hunks.entries()) {
    const before = hunk.lines.filter((line) => line[0] !== '+').map((line) => line.slice(1));
    const place = findLines(lines, before, done);
    if (place === undefined) {
      io.printError(`Hunk ${index + 1} FAILED ${hunk.from}/${hunk.to}.\n${hunk.lines.join('')}`);
      return false;
    }
    result.push(...lines.slice(done, place));
    result.push(...hunk.lines.filter((line) => line[0] !== '-').map((line) => line.slice(1)));
    done = place + before.length;
  }
  result.push(...lines.slice(done));
  if (!options.has('dry'))
    await writeResult(io, path, result.join(''), { creates, empties: options.has('E') });
  return true;
}

/** A name without its first `count` folders. */
function stripped(name: string, count: number): string {
  const parts = name.replace(/\/+/g, '/').split('/');
  return parts.slice(Math.min(count, parts.length - 1)).join('/');
}

async function linesOf(io: Io, path: string): Promise<string[]> {
  try {
    const reader = await io.openInput(path);
    const text = await reader.rest();
    await reader.close();
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  } catch (error) {
    return io.dieErrno(`can't open '${path}'`, error);
  }
}

function findLines(lines: readonly string[], wanted: readonly string[], start: number): number | undefined {
  for (let at = start; at + wanted.length <= lines.length; at++) {
    if (wanted.every((line, index) => lines[at + index] === line)) return at;
  }
  return undefined;
}

async function writeResult(
  io: Io,
  path: string,
  text: string,
  { creates, empties }: { creates: boolean; empties: boolean },
): Promise<void> {
  const { sys } = io;
  try {
    if (creates) {
      await makeDirectories(sys, dirName(path));
      const fd = await sys.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666);
      await writeAll(sys, fd, bytesOfBinary(text));
      await sys.close(fd);
    } else if (empties && text === '') await sys.unlink(path);
    else await writeFile(sys, path, bytesOfBinary(text));
  } catch (error) {
    io.dieErrno(`can't open '${path}'`, error);
  }
}
