/**
 * Changes to /etc/passwd, /etc/group and /etc/shadow, which are rows of fields between colons.
 *
 * A change is written beside the file and then takes its place; what was before stays in `FILE-`. For
 * looking up see `accounts.ts`.
 */
import { bytesOfBinary, errnoOf } from '../posix/index.ts';
import { readSmallFile, statOf, writeFile } from './files.ts';
import type { Io } from './io.ts';

export const PASSWD = '/etc/passwd';
export const GROUP = '/etc/group';
export const SHADOW = '/etc/shadow';

export type Row = readonly string[];

/** Rows of a file; none where it is not there. */
export async function readRows(io: Io, path: string): Promise<Row[]> {
  const text = (await readSmallFile(io.sys, path)) ?? '';
  return text.split('\n').flatMap((line) => (line === '' ? [] : [line.split(':')]));
}

/**
 * Rewrites a file; says so where it cannot, and where the file is not there.
 *
 * @returns whether it was written.
 */
export async function changeRows(io: Io, path: string, change: (rows: Row[]) => Row[]): Promise<boolean> {
  try {
    const stat = await io.sys.stat(path);
    const before = (await readSmallFile(io.sys, path)) ?? '';
    const rows = change(await readRows(io, path));
    await writeFile(io.sys, `${path}-`, bytesOfBinary(before), stat.mode & 0o777);
    await writeFile(
      io.sys,
      `${path}+`,
      bytesOfBinary(rows.map((row) => `${row.join(':')}\n`).join('')),
      0o600,
    );
    await io.sys.chmod(`${path}+`, stat.mode & 0o777);
    await io.sys.chown(`${path}+`, stat.uid, stat.gid);
    await io.sys.rename(`${path}+`, path);
    return true;
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.warnErrno(path, error);
    return false;
  }
}

/** Like `changeRows` for /etc/shadow, which a system need not have. */
export async function changeShadow(io: Io, change: (rows: Row[]) => Row[]): Promise<void> {
  if (await statOf(io.sys, SHADOW)) await changeRows(io, SHADOW, change);
}

/** Puts a user into a group; no matter if it is there already. */
export function addMember(io: Io, group: string, user: string): Promise<boolean> {
  return changeRows(io, GROUP, (rows) =>
    rows.map((row) => {
      const members = membersOf(row);
      if (row[0] !== group || members.includes(user)) return row;
      return [...row.slice(0, 3), [...members, user].join(',')];
    }),
  );
}

/** Takes a user out of a group, or of all. */
export function removeMember(io: Io, user: string, group?: string): Promise<boolean> {
  return changeRows(io, GROUP, (rows) =>
    rows.map((row) => {
      const members = membersOf(row);
      if ((group !== undefined && row[0] !== group) || !members.includes(user)) return row;
      return [...row.slice(0, 3), members.filter((member) => member !== user).join(',')];
    }),
  );
}

export function membersOf(row: Row): string[] {
  return (row[3] ?? '').split(',').filter(Boolean);
}

/** Dies unless the program runs as root. */
export function needRoot(io: Io): void {
  if (io.sys.credentials().euid !== 0) io.die('permission denied (are you root?)');
}

/** Dies at the first character that a user's or a group's name must not have. */
export function checkName(io: Io, name: string): void {
  const bytes = [...name];
  for (let at = 0; at < Math.max(1, bytes.length); at++) {
    const char = bytes[at] ?? '\0';
    const last = at > 0 && at === bytes.length - 1;
    if (/[A-Za-z0-9_]/.test(char) || (at > 0 && /[-.]/.test(char)) || (last && char === '$')) continue;
    io.die(`illegal character with code ${char.charCodeAt(0)} at position ${at}`);
  }
}

export const FIRST_ID = 1000;
export const FIRST_SYSTEM_ID = 100;

/** A number of an option; dies where it is none. */
export function parseId(io: Io, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) && Number(text) <= 256_000 ? Number(text) : io.die(`invalid number '${text}'`);
}
