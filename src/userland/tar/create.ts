/** Makes an archive of files and directories. */
import { TAR_END, type TarHeader, tarHeader, tarPadding } from '../../base/index.ts';
import {
  bytesOf,
  isBlock,
  isChar,
  isDir,
  isFifo,
  isFile,
  isLink,
  majorOf,
  minorOf,
  O_RDONLY,
} from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { type Accounts, readAccounts } from '../accounts.ts';
import type { Io } from '../io.ts';
import { walkTree } from '../walk.ts';
import { createNameCutter, type TarRules } from './rules.ts';

type Put = (bytes: Uint8Array) => Promise<void> | void;

interface Run {
  readonly io: Io;
  readonly rules: TarRules;
  readonly put: Put;
  readonly accounts: Accounts;
  readonly cut: (name: string) => string;
  /** The archive itself, which is not put into itself. */
  readonly archive: Stat | undefined;
  /** Names of files with several links, by device and inode. */
  readonly seen: Map<string, string>;
  /** Where names are told to with -v. */
  readonly tell: (text: string) => void;
}

/** Answers whether all went well. */
export async function createArchive(
  io: Io,
  rules: TarRules,
  put: Put,
  { archive, toStdout }: { archive: Stat | undefined; toStdout: boolean },
): Promise<boolean> {
  const run: Run = {
    io,
    rules,
    put,
    accounts: await readAccounts(io.sys),
    cut: createNameCutter(io),
    archive,
    seen: new Map(),
    tell: toStdout ? io.printError : io.print,
  };
  let well = true;
  for (const name of rules.names) {
    const follow = rules.dereference ? 'always' : 'never';
    const maxDepth = rules.recursive ? Infinity : 0;
    const walked = await walkTree(io, name, { follow, maxDepth }, async (path, stat) => {
      if (rules.excludes(path)) return 'prune';
      await addMember(run, path, stat);
      return 'on';
    });
    well &&= walked;
  }
  await put(TAR_END);
  return well;
}

async function addMember(run: Run, path: string, stat: Stat): Promise<void> {
  const { io, archive, rules, put } = run;
  if (archive && stat.ino === archive.ino && stat.dev === archive.dev) {
    io.warn(`${path}: file is the archive; skipping`);
    return;
  }
  const name = run.cut(path);
  if (name === '') return;
  const header = await headerOf(run, path, name, stat);
  if (!header) return;
  const shown = header.type === 'directory' && !name.endsWith('/') ? `${name}/` : name;
  if (rules.verbose) run.tell(`${shown}\n`);
  await put(withOwners(run, tarHeader(header), stat));
  if (header.type === 'file' && stat.size > 0) await putContents(run, path, stat.size);
}

async function headerOf(run: Run, path: string, name: string, stat: Stat): Promise<TarHeader | undefined> {
  const { mode } = stat;
  const base = {
    name,
    mode: mode & 0o7777,
    uid: stat.uid,
    gid: stat.gid,
    // Whole seconds, as the old format has them.
    mtime: (stat.mtime / 1_000_000_000n) * 1_000_000_000n,
  };
  if (isDir(mode)) return { ...base, type: 'directory' };
  if (isLink(mode)) return { ...base, type: 'symlink', linkname: await run.io.sys.readlink(path) };
  if (stat.nlink > 1) {
    const key = `${stat.dev}:${stat.ino}`;
    const first = run.seen.get(key);
    if (first !== undefined) return { ...base, type: 'link', linkname: first };
    run.seen.set(key, name);
  }
  if (isFile(mode)) return { ...base, type: 'file', size: stat.size };
  if (isFifo(mode)) return { ...base, type: 'fifo' };
  if (isChar(mode) || isBlock(mode)) {
    const type = isChar(mode) ? 'char' : 'block';
    return { ...base, type, major: majorOf(stat.rdev), minor: minorOf(stat.rdev) };
  }
  run.io.warn(`${path}: unknown file type`);
  return undefined;
}

/** Writes owners' names into the header, which is the last of the blocks, and its sum anew. */
function withOwners({ accounts }: Run, blocks: Uint8Array<ArrayBuffer>, { uid, gid }: Stat): Uint8Array {
  const header = blocks.subarray(blocks.length - 512);
  const put = (at: number, name: string) => {
    if (!/^\d+$/.test(name)) header.set(bytesOf(name).subarray(0, 31), at);
  };
  put(265, accounts.userName(uid));
  put(297, accounts.groupName(gid));
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(bytesOf(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return blocks;
}

/** As many bytes as the header promised, whatever happens to the file meanwhile. */
async function putContents({ io, put }: Run, path: string, size: number): Promise<void> {
  const fd = await io.sys.open(path, O_RDONLY);
  try {
    const buffer = new Uint8Array(65_536);
    for (let left = size; left > 0; ) {
      const count = await io.sys.read(fd, buffer.subarray(0, Math.min(left, buffer.length)));
      const piece = count === 0 ? new Uint8Array(Math.min(left, buffer.length)) : buffer.slice(0, count);
      await put(piece);
      left -= piece.length;
    }
  } finally {
    await io.sys.close(fd);
  }
  await put(tarPadding(size));
}
