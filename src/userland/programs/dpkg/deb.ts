/**
 * dpkg-deb: what is in an archive, and taking it out.
 * @see dpkg-deb(1)
 */

import { decode, type TarEntry } from '../../../base/index.ts';
import { writeAll } from '../../../kernel/index.ts';
import { errnoOf, isDir, O_CREAT, O_TRUNC, O_WRONLY } from '../../../posix/index.ts';
import { statOf, writeFile } from '../../files.ts';
import { type Io, withName } from '../../io.ts';
import { modeText } from '../../modes.ts';
import { archiveProblem, type Deb, openDeb } from './archive.ts';
import { openDatabase } from './database.ts';
import { parseRecord } from './records.ts';
import { compareVersions } from './version.ts';

const FAILED = 2;

/** Letters and long names of what dpkg leaves to dpkg-deb. */
const COMMANDS: Readonly<Record<string, (io: Io, deb: Deb, words: readonly string[]) => Promise<void>>> = {
  '--info': info,
  '--contents': contents,
  '--field': field,
  '--extract': (io, deb, [target]) => extract(io, deb, target, false),
  '--vextract': (io, deb, [target]) => extract(io, deb, target, true),
  '--control': control,
  '--fsys-tarfile': async (io, deb) => {
    for await (const part of deb.tar()) await io.write(part);
  },
};
const LETTERS: Readonly<Record<string, string>> = {
  ...{ '-I': '--info', '-c': '--contents', '-f': '--field', '-x': '--extract', '-X': '--vextract' },
  '-e': '--control',
};

export function isDebCommand(word: string): boolean {
  return Object.hasOwn(COMMANDS, LETTERS[word] ?? word);
}

export async function runDeb(plain: Io, word: string, operands: readonly string[]): Promise<number> {
  const io = withName(plain, 'dpkg-deb');
  const [path, ...words] = operands;
  const command = LETTERS[word] ?? word;
  if (path === undefined) {
    io.printError(`dpkg-deb: error: ${command} needs a .deb filename argument\n`);
    return FAILED;
  }
  let deb: Deb;
  try {
    deb = await openDeb(io, path);
    await COMMANDS[command]!(io, deb, words);
    return 0;
  } catch (error) {
    const problem = archiveProblem(error);
    if (problem === undefined) throw error;
    await io.flush();
    io.printError(
      errnoOf(error)
        ? `dpkg-deb: error: failed to read archive '${path}': ${problem}\n`
        : `dpkg-deb: error: ${problem}\n`,
    );
    return FAILED;
  }
}

async function info(io: Io, deb: Deb, names: readonly string[]): Promise<void> {
  if (names.length > 0) {
    for (const name of names) {
      const file = deb.control.get(name);
      if (!file) io.die(`error: 'control' archive has no '${name}' component`, FAILED);
      else await io.write(file.contents);
    }
    return;
  }
  // Since 1.22 there are no blanks at the ends.
  const own = (await openDatabase(io)).get('dpkg')?.fields.get('Version') ?? '';
  const isPadded = compareVersions(own, '1.22') < 0;
  io.print(` new Debian package, version ${deb.format}.\n`);
  io.print(` size ${deb.size} bytes: control archive=${deb.controlSize} bytes.\n`);
  for (const name of [...deb.control.keys()].sort()) {
    const { contents: bytes, mode } = deb.control.get(name)!;
    const lines = bytes.reduce((sum, byte) => sum + Number(byte === 10), 0);
    const interpreter = /^#!\s*(\S+)/.exec(decode(bytes.subarray(0, 80)))?.[1];
    const line = ` ${String(bytes.length).padStart(7)} bytes, ${String(lines).padStart(5)} lines   ${mode & 0o111 ? '*' : ' '}  ${name.padEnd(20)} ${interpreter ? `#!${interpreter}` : ''}`;
    io.print(`${isPadded ? line : line.trimEnd()}\n`);
  }
  const text = decode(deb.control.get('control')!.contents);
  for (const line of text.replace(/\n$/, '').split('\n')) io.print(` ${line}\n`);
}

async function field(io: Io, deb: Deb, names: readonly string[]): Promise<void> {
  const text = decode(deb.control.get('control')!.contents);
  const fields = parseRecord(text);
  if (names.length === 0) io.print(text);
  for (const name of names) {
    const own = [...fields.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
    if (own) io.print(names.length === 1 ? `${fields.get(own)}\n` : `${own}: ${fields.get(own)}\n`);
  }
}

const FORMATS: Readonly<Record<TarEntry['type'], number>> = {
  ...{ file: 0o100000, link: 0o100000, symlink: 0o120000, directory: 0o040000 },
  ...{ char: 0o020000, block: 0o060000, fifo: 0o010000, other: 0o100000 },
};

/** As `tar -tv`, which the real one runs. */
async function contents(io: Io, deb: Deb): Promise<void> {
  for await (const { entry } of deb.data()) {
    const { name, type, linkname } = entry;
    const mode = modeText(FORMATS[type] | entry.mode);
    const owner = `${entry.uid}/${entry.gid}`;
    const size = String(type === 'file' ? entry.size : 0);
    const time = new Date(Number(entry.mtime / 1_000_000n)).toISOString().slice(0, 16).replace('T', ' ');
    const path = type === 'directory' ? `${name}/` : name;
    const link = type === 'symlink' ? ` -> ${linkname}` : type === 'link' ? ` link to ${linkname}` : '';
    const shown = type === 'link' ? `h${mode.slice(1)}` : mode;
    io.print(`${shown} ${owner} ${size.padStart(18 - owner.length)} ${time} ${path}${link}\n`);
    await io.pump();
  }
}

async function control(io: Io, deb: Deb, [target = 'DEBIAN']: readonly string[]): Promise<void> {
  await makeFolder(io, target);
  for (const { name, mode, contents: bytes } of deb.control.values()) {
    await writeFile(io.sys, `${target}/${name}`, bytes, mode);
    await io.sys.chmod(`${target}/${name}`, mode);
  }
}

async function extract(io: Io, deb: Deb, target: string | undefined, isVerbose: boolean): Promise<void> {
  if (target === undefined) return io.die('error: --extract needs a target directory', FAILED);
  await makeFolder(io, target);
  for await (const { entry, contents: parts } of deb.data()) {
    const words = entry.name.split('/').filter((part) => part !== '' && part !== '.');
    if (isVerbose) io.print(`${entry.name}${entry.type === 'directory' ? '/' : ''}\n`);
    if (words.includes('..')) return io.die(`error: ${entry.name}: path leads out of the folder`, FAILED);
    const path = [target, ...words].join('/');
    // No folder on the way may be a link: an archive could have made it, to lead out.
    for (let i = 1; i < words.length; i++) {
      const folder = [target, ...words.slice(0, i)].join('/');
      const stat = await statOf(io.sys, folder, false);
      if (!stat) await io.sys.mkdir(folder, 0o755);
      else if (!isDir(stat.mode)) return io.die(`error: ${entry.name}: Not a directory`, FAILED);
    }
    await place(io, target, path, entry, parts());
    await io.pump();
  }
}

async function makeFolder(io: Io, path: string): Promise<void> {
  if (!(await statOf(io.sys, path))) await io.sys.mkdir(path, 0o777);
}

async function place(
  io: Io,
  target: string,
  path: string,
  entry: TarEntry,
  parts: AsyncGenerator<Uint8Array, void, void>,
): Promise<void> {
  const { sys } = io;
  const present = await statOf(sys, path, false);
  if (entry.type === 'directory') {
    if (!present) await sys.mkdir(path, 0o755);
    else if (!isDir(present.mode)) return io.die(`error: ${entry.name}: Not a directory`, FAILED);
    await sys.chmod(path, entry.mode & 0o7777);
    return;
  }
  if (present) await sys.unlink(path);
  if (entry.type === 'symlink') return sys.symlink(entry.linkname, path);
  if (entry.type === 'link') {
    const words = entry.linkname.split('/').filter((part) => part !== '' && part !== '.');
    if (words.includes('..')) return io.die(`error: ${entry.linkname}: path leads out of the folder`, FAILED);
    return sys.link([target, ...words].join('/'), path);
  }
  if (entry.type !== 'file')
    return io.die(`error: ${entry.name}: ${entry.type}: not supported by Strata yet`, FAILED);
  const fd = await sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, entry.mode & 0o777);
  try {
    for await (const part of parts) await writeAll(sys, fd, part);
  } finally {
    await sys.close(fd);
  }
  await sys.chmod(path, entry.mode & 0o7777);
  await sys.utimes(path, { atime: entry.mtime, mtime: entry.mtime });
}
