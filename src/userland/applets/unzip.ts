/** unzip: lists, tests and unpacks zip archives (`../zip/`). */

import { concat } from '../../base/index.ts';
import { writeAll } from '../../kernel/index.ts';
import {
  compilePattern,
  errnoOf,
  isDir,
  isFile,
  isLink,
  O_CREAT,
  O_EXCL,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  PosixError,
  textOf,
} from '../../posix/index.ts';
import { makeDirectories, statOf } from '../files.ts';
import { createGauge } from '../gauge.ts';
import { applet, type Io, Quit, type Reader } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { dirName, joinPath } from '../paths.ts';
import { createNameCutter } from '../tar/rules.ts';
import { readDirectory, type ZipEntry, ZipProblem, type ZipSource } from '../zip/directory.ts';
import { unpack } from '../zip/unpack.ts';

/** What comes through a pipe is held whole: an archive is read from its end. */
const LARGEST_PIPED = 256 * 1024 * 1024;
/** Longer targets are no links. */
const LONGEST_LINK = 4096;

export const main = applet({
  usage: '[-lnojpqK] FILE[.zip] [FILE]... [-x FILE]... [-d DIR]',
  about: 'Extract FILEs from ZIP archive',
  async run(io) {
    const { options, archive, wanted, excluded } = parse(io);
    const toStdout = options.has('p');
    const { source, name } = await openArchive(io, archive);
    try {
      const entries = await readDirectoryAs(io, source, name, options, toStdout);
      const fits = (entry: ZipEntry) =>
        (wanted.length === 0 || wanted.some((pattern) => pattern.matches(entry.name))) &&
        !excluded.some((pattern) => pattern.matches(entry.name));
      const cut = createNameCutter(io);
      const chosen = entries.map((entry) => ({ ...entry, name: cut(entry.name) })).filter(fits);
      if (options.has('l') || options.has('v')) list(io, options, chosen, entries.length);
      else await extract(io, { source, options, toStdout, cutNames: options.has('j') }, chosen);
    } catch (error) {
      if (!(error instanceof ZipProblem)) throw error;
      io.die(error.message);
    }
    return 0;
  },
});

/** `-x` takes all names up to the next option. */
function parse(io: Io) {
  const excluded: string[] = [];
  const words: string[] = [];
  let excluding = false;
  for (const word of io.args) {
    if (excluding && !word.startsWith('-')) excluded.push(word);
    else {
      excluding = word === '-x';
      if (!excluding) words.push(word);
    }
  }
  const options = parseOptions({ ...io, args: words }, 'lnojptqKvd:', { min: 1 });
  const [archive = '', ...wanted] = options.operands;
  return {
    options,
    archive,
    wanted: wanted.map((word) => compilePattern(word)),
    excluded: excluded.map((word) => compilePattern(word)),
  };
}

/** An archive by its name, or with `.zip` behind it. */
async function openArchive(io: Io, path: string): Promise<{ source: ZipSource; name: string }> {
  const { sys } = io;
  if (path === '-') return { source: await pipedSource(io, io.reader(0)), name: path };
  for (const name of [path, `${path}.zip`, `${path}.ZIP`]) {
    try {
      const fd = await sys.open(name, O_RDONLY);
      const { mode, size } = await sys.fstat(fd);
      const gauge = createGauge(sys);
      if (!isFile(mode)) return { source: await pipedSource(io, io.reader(fd)), name };
      return {
        name,
        source: {
          size,
          async read(at, length) {
            // Its directory is read at once, and what it says of its length is a stranger's word.
            gauge(length);
            const bytes = new Uint8Array(length);
            let count = 0;
            for (let got = 1; count < length && got > 0; count += got)
              got = await sys.pread(fd, bytes.subarray(count), at + count);
            return bytes.subarray(0, count);
          },
        },
      };
    } catch (error) {
      if (!errnoOf(error)) throw error;
    }
  }
  return io.die(`can't open ${path}[.zip]`);
}

async function pipedSource(io: Io, reader: Reader): Promise<ZipSource> {
  const parts: Uint8Array[] = [];
  const gauge = createGauge(io.sys);
  let size = 0;
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
    parts.push(chunk.slice());
    size += chunk.length;
    gauge(size);
    if (size > LARGEST_PIPED) io.die('archive is too large to come through a pipe');
  }
  const bytes = concat(parts);
  return { size, read: async (at, length) => bytes.subarray(at, at + length) };
}

/** Says which archive it is, and reads what it holds. */
async function readDirectoryAs(
  io: Io,
  source: ZipSource,
  name: string,
  options: Options,
  toStdout: boolean,
): Promise<ZipEntry[]> {
  const testing = options.has('t');
  if (!options.has('q') && !toStdout && !testing) io.print(`Archive:  ${name}\n`);
  const verbose = options.has('v');
  if (options.has('l') || verbose) {
    io.print(
      verbose
        ? ' Length   Method    Size  Cmpr    Date    Time   CRC-32   Name\n--------  ------  ------- ---- ---------- ----- --------  ----\n'
        : '  Length      Date    Time    Name\n---------  ---------- -----   ----\n',
    );
  }
  return readDirectory(source);
}

function list(io: Io, options: Options, entries: readonly ZipEntry[], total: number): void {
  const verbose = options.has('v');
  let size = 0;
  let packed = 0;
  for (const entry of entries) {
    size += entry.size;
    packed += entry.packed;
    const [date, time] = new Date(entry.modified).toISOString().split('T') as [string, string];
    const [year, month, day] = date.split('-');
    const when = `${month}-${day}-${year} ${time.slice(0, 5)}`;
    if (verbose) {
      const method = entry.method === 0 ? 'Stored' : 'Defl:N';
      const sizes = `${column(entry.size, 8)}  ${method}${column(entry.packed, 9)} ${ratio(entry)}`;
      io.print(`${sizes} ${when} ${entry.crc.toString(16).padStart(8, '0')}  ${entry.name}\n`);
    } else io.print(`${column(entry.size, 9)}  ${when}   ${entry.name}\n`);
  }
  if (verbose) {
    io.print('--------          ------- ----                            ----\n');
    io.print(
      `${column(size, 8)}${column(packed, 17)} ${ratio({ size, packed })}${' '.repeat(28)}${total} files\n`,
    );
  } else {
    io.print(' --------                     -------\n');
    io.print(`${column(size, 9)}${' '.repeat(21)}${total} files\n`);
  }
}

const column = (value: number, width: number): string => String(value).padStart(width);

/** How much smaller it has become, in percent. */
function ratio({ size, packed }: { readonly size: number; readonly packed: number }): string {
  const saved = packed >= size ? 0 : Math.floor(((size - packed) * 100) / size);
  return `${String(saved).padStart(3)}%`;
}

interface Extraction {
  readonly source: ZipSource;
  readonly options: Options;
  readonly toStdout: boolean;
  /** Without the folders in names. */
  readonly cutNames: boolean;
}

type Overwriting = 'ask' | 'always' | 'never';

async function extract(io: Io, how: Extraction, entries: readonly ZipEntry[]): Promise<void> {
  const { source, options, toStdout } = how;
  const folder = options.value('d');
  const links: { target: string; path: string }[] = [];
  let overwriting: Overwriting =
    { o: 'always' as const, n: 'never' as const }[options.last('on') ?? ''] ?? 'ask';
  const answers = io.reader(0);
  for (const entry of entries) {
    const isFolder = entry.name.endsWith('/');
    if (options.has('t') || toStdout) {
      if (!isFolder) await stream(io, source, entry, toStdout && !options.has('t'));
      continue;
    }
    const name = how.cutNames ? entry.name.replace(/^.*\//, '') : entry.name;
    if (name === '') continue;
    let path = folder === undefined ? name : joinPath(folder, name);
    if (isFolder) {
      if (!how.cutNames) await makeFolder(io, path, entry, !options.has('q'));
      continue;
    }
    await makeDirectories(io.sys, dirName(path));
    const decision = await decide(io, answers, path, overwriting);
    overwriting = decision.overwriting;
    if (decision.path === undefined) continue;
    path = decision.path;
    if (!options.has('q')) io.print(`  inflating: ${shown(path, folder)}\n`);
    // Links are made last, so that nothing is written through one.
    if (entry.mode !== undefined && isLink(entry.mode)) {
      links.push({ path, target: await linkTarget(io, source, entry) });
    } else await writeEntry(io, source, entry, path, options.has('K'));
    await io.pump();
  }
  for (const { target, path } of links) await makeLink(io, target, path);
}

/** Paths are told from the directory that `-d` names. */
function shown(path: string, folder: string | undefined): string {
  return folder === undefined ? path : path.slice(joinPath(folder, 'x').length - 1);
}

async function stream(io: Io, source: ZipSource, entry: ZipEntry, show: boolean): Promise<void> {
  for await (const piece of unpack(io.sys, source, entry)) if (show) await io.write(piece);
}

async function makeFolder(io: Io, path: string, entry: ZipEntry, tell: boolean): Promise<void> {
  const bare = path.replace(/\/+$/, '');
  const stat = await statOf(io.sys, bare);
  if (stat) {
    if (!isDir(stat.mode)) io.dieErrno(`can't stat '${path}'`, new PosixError('ENOTDIR'));
    return;
  }
  if (tell) io.print(`   creating: ${entry.name}\n`);
  await makeDirectories(io.sys, bare);
}

interface Decision {
  /** Where to write; undefined to write nothing. */
  readonly path: string | undefined;
  readonly overwriting: Overwriting;
}

/** What becomes of a file that is there already. */
async function decide(io: Io, answers: Reader, path: string, overwriting: Overwriting): Promise<Decision> {
  const stat = await statOf(io.sys, path, false);
  if (!stat) return { path, overwriting };
  if (overwriting === 'never') return { path: undefined, overwriting };
  if (!isFile(stat.mode)) io.die(`'${path}' exists but is not a regular file`);
  if (overwriting === 'always') return { path, overwriting };
  io.print(`replace ${path}? [y]es, [n]o, [A]ll, [N]one, [r]ename: `);
  const answer = await readAnswer(io, answers);
  switch (answer[0]) {
    case 'y':
      return { path, overwriting };
    case 'n':
      return { path: undefined, overwriting };
    case 'A':
      return { path, overwriting: 'always' };
    case 'N':
      return { path: undefined, overwriting: 'never' };
    case 'r':
      io.print('new name: ');
      return decide(io, answers, await readAnswer(io, answers), overwriting);
    default:
      io.print(`error: invalid response [${answer[0] ?? ''}]\n`);
      return decide(io, answers, path, overwriting);
  }
}

async function readAnswer(io: Io, answers: Reader): Promise<string> {
  await io.flush();
  return (await answers.line()) ?? io.die("can't read standard input");
}

async function linkTarget(io: Io, source: ZipSource, entry: ZipEntry): Promise<string> {
  if (entry.size > LONGEST_LINK) throw new ZipProblem('bad length');
  const parts: number[] = [];
  for await (const piece of unpack(io.sys, source, entry)) parts.push(...piece);
  return textOf(Uint8Array.from(parts));
}

async function makeLink(io: Io, target: string, path: string): Promise<void> {
  try {
    if (await statOf(io.sys, path, false)) await io.sys.unlink(path);
    await io.sys.symlink(target, path);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.die(`can't create symlink '${path}' to '${target}'`);
  }
}

async function writeEntry(
  io: Io,
  source: ZipSource,
  entry: ZipEntry,
  path: string,
  keepSpecial: boolean,
): Promise<void> {
  const { sys } = io;
  // Entries of no Unix have the mode that the umask gives.
  const mode = entry.mode === undefined || entry.mode === 0 ? 0o666 : entry.mode & 0o777;
  let fd: number;
  try {
    // What is there has been asked for: a link in the way is never followed.
    const present = await statOf(sys, path, false);
    fd = await sys.open(path, O_WRONLY | O_CREAT | (present ? O_TRUNC : O_EXCL), mode);
  } catch (error) {
    return io.dieErrno(`can't open '${path}'`, error);
  }
  try {
    for await (const piece of unpack(sys, source, entry)) await writeAll(sys, fd, piece);
  } catch (error) {
    if (error instanceof ZipProblem) {
      io.warn(error.message);
      throw new Quit(1);
    }
    throw error;
  } finally {
    await sys.close(fd);
  }
  if (keepSpecial && entry.mode !== undefined && (entry.mode & 0o7000) !== 0)
    await sys.chmod(path, entry.mode & 0o7777);
}
