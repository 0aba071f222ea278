/** Takes members out of an archive, or lists them. */
import { writeAll } from '../../kernel/index.ts';
import {
  calendarTime,
  compilePattern,
  errnoOf,
  isDir,
  makedev,
  O_CREAT,
  O_EXCL,
  O_TRUNC,
  O_WRONLY,
  parseTimeZone,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFREG,
  strftime,
} from '../../posix/index.ts';
import { type Accounts, readAccounts } from '../accounts.ts';
import { makeDirectories, statOf } from '../files.ts';
import type { Io } from '../io.ts';
import { modeText } from '../modes.ts';
import { dirName } from '../paths.ts';
import type { ByteStream } from './byte-stream.ts';
import { type Member, readMembers } from './members.ts';
import { createNameCutter, type TarRules } from './rules.ts';

interface Run {
  readonly io: Io;
  readonly rules: TarRules;
  readonly accounts: Accounts;
  /** Directories get their modes and times last: files are still to come into them. */
  readonly directories: { path: string; member: Member }[];
  /** Links that lead out of the tree are made last: nothing of the archive is then written through them. */
  readonly outward: { path: string; member: Member }[];
}

/** Answers an exit code. */
export async function readArchive(
  io: Io,
  stream: ByteStream,
  rules: TarRules,
  listing: boolean,
): Promise<number> {
  const run: Run = { io, rules, accounts: await readAccounts(io.sys), directories: [], outward: [] };
  const cut = createNameCutter(io);
  const wanted = new Map(rules.names.map((name) => [name.replace(/\/+$/, ''), false]));
  for await (const member of readMembers(io, stream)) {
    if (!isWanted(member, wanted) || rules.excludes(member.name)) continue;
    const name = stripped(cut(member.name), rules.strip);
    if (name === undefined) continue;
    if (listing) {
      const link = rules.verbose && member.linkname !== '' ? ` -> ${member.linkname}` : '';
      io.print(`${rules.verbose ? longRow(run, member) : ''}${shownName(member, name)}${link}\n`);
    } else {
      if (rules.verbose) (rules.toStdout ? io.printError : io.print)(`${shownName(member, name)}\n`);
      await extract(run, member, name);
    }
    await io.pump();
  }
  for (const { path, member } of run.outward) await makeLink(run, path, member);
  for (const { path, member } of run.directories.reverse()) await finish(run, path, member);
  let status = 0;
  for (const [name, found] of wanted) {
    if (found) continue;
    io.warn(`${name}: not found in archive`);
    status = 1;
  }
  return status;
}

/** Names mean what they name and what is below; patterns match as well, but are never said to be found. */
function isWanted(member: Member, wanted: Map<string, boolean>): boolean {
  if (wanted.size === 0) return true;
  const path = member.name;
  const shown = shownName(member, path);
  for (const name of wanted.keys()) {
    if (path !== name && !path.startsWith(`${name}/`)) {
      if (compilePattern(name).matches(shown)) return true;
      continue;
    }
    wanted.set(name, true);
    return true;
  }
  return false;
}

function stripped(name: string, count: number): string | undefined {
  if (count === 0) return name;
  const parts = name.split('/').slice(count);
  return parts.length > 0 ? parts.join('/') : undefined;
}

function shownName({ type }: Member, name: string): string {
  return type === 'directory' ? `${name}/` : name;
}

const LETTERS: Readonly<Record<string, number>> = {
  directory: S_IFDIR,
  symlink: S_IFLNK,
  char: S_IFCHR,
  block: S_IFBLK,
  fifo: S_IFIFO,
};

function longRow({ io }: Run, member: Member): string {
  const mode = modeText((LETTERS[member.type] ?? S_IFREG) | member.mode);
  const owner = (name: string, id: number) => name || String(id);
  const who = `${owner(member.userName, member.uid)}/${owner(member.groupName, member.gid)}`;
  const seconds = Number(member.mtime / 1_000_000_000n);
  const when = strftime('%Y-%m-%d %H:%M:%S', calendarTime(seconds, parseTimeZone(io.sys.env['TZ'])));
  const size = member.type === 'file' ? member.size : 0;
  return `${mode} ${who} ${String(size).padStart(9)} ${when} `;
}

async function extract(run: Run, member: Member, name: string): Promise<void> {
  const { io, rules } = run;
  if (rules.toStdout) {
    if (member.type === 'file') await member.contents((piece) => io.write(piece));
    return;
  }
  try {
    await makeDirectories(io.sys, dirName(name));
    await place(run, member, name);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.dieErrno(`can't open '${name}'`, error);
  }
}

async function place(run: Run, member: Member, name: string): Promise<void> {
  const { sys } = run.io;
  const present = await statOf(sys, name, false);
  if (member.type === 'directory') {
    if (!present || !isDir(present.mode)) await sys.mkdir(name, 0o755);
    run.directories.push({ path: name, member });
    return;
  }
  if (present && !run.rules.keepOld) await sys.unlink(name);
  switch (member.type) {
    case 'symlink':
    case 'link':
      if (leadsOut(member.linkname)) run.outward.push({ path: name, member });
      else await makeLink(run, name, member);
      return;
    case 'file':
      await writeContents(run, member, name);
      break;
    case 'fifo':
      await sys.mknod(name, S_IFIFO | (member.mode & 0o777), 0);
      break;
    case 'char':
    case 'block':
      await sys.mknod(
        name,
        (member.type === 'char' ? S_IFCHR : S_IFBLK) | (member.mode & 0o777),
        makedev(member.major, member.minor),
      );
      break;
    default:
      return;
  }
  await finish(run, name, member);
}

/** Whether a link's target is absolute or goes up, be it only to come down again. */
const leadsOut = (target: string): boolean => target.startsWith('/') || target.split('/').includes('..');

async function makeLink(run: Run, path: string, member: Member): Promise<void> {
  const { io } = run;
  const symbolic = member.type === 'symlink';
  try {
    await (symbolic ? io.sys.symlink(member.linkname, path) : io.sys.link(member.linkname, path));
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.die(`can't create ${symbolic ? 'sym' : 'hard'}link '${path}' to '${member.linkname}'`);
  }
  if (symbolic) await finish(run, path, member);
}

async function writeContents({ io, rules }: Run, member: Member, name: string): Promise<void> {
  const how = rules.keepOld ? O_EXCL : O_TRUNC;
  const fd = await io.sys.open(name, O_WRONLY | O_CREAT | how, member.mode & 0o777);
  try {
    await member.contents((piece) => writeAll(io.sys, fd, piece));
  } finally {
    await io.sys.close(fd);
  }
}

/** Owner, mode and times. Who is not root owns what he unpacks. */
async function finish(run: Run, path: string, member: Member): Promise<void> {
  const { io, rules, accounts } = run;
  const { sys } = io;
  if (rules.sameOwner && sys.credentials().euid === 0) {
    const uid = rules.numericOwner ? undefined : accounts.user(member.userName)?.uid;
    const gid = rules.numericOwner ? undefined : accounts.group(member.groupName)?.gid;
    await sys.lchown(path, uid ?? member.uid, gid ?? member.gid);
  }
  if (member.type !== 'symlink') {
    const mode = rules.samePermissions ? member.mode : member.mode & 0o777 & ~sys.umask();
    await sys.chmod(path, mode);
  }
  if (!rules.touch) await sys.utimes(path, { atime: member.mtime, mtime: member.mtime }, { nofollow: true });
}
