/**
 * Who a container's process is: `--user` looked up in the container's own /etc/passwd and /etc/group.
 *
 * @see moby/sys user, GetExecUser; moby daemon/oci_linux.go, WithUser
 */
import { StrataError } from '../base/index.ts';
import type { Credentials } from '../vfs/index.ts';

export interface Account {
  readonly credentials: Credentials;
  readonly home: string;
}

interface PasswdEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

interface GroupEntry {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

const HIGHEST_ID = 2 ** 31 - 1;

/**
 * `spec` is empty, or `user`, or `user:group`, each a name or a number; `added` are more groups.
 * @throws StrataError EUSER with the words that Docker prints
 */
export function findAccount(
  spec: string,
  passwd: string,
  group: string,
  added: readonly string[] = [],
): Account {
  const account = findUser(spec, passwd, group);
  if (added.length === 0) return account;
  const groups = parseGroup(group);
  const gids = added.map((text) => findGroup(text, groups));
  // The kernel keeps them sorted.
  const all = [...account.credentials.groups, ...new Set(gids)].sort((a, b) => a - b);
  return { ...account, credentials: { ...account.credentials, groups: all } };
}

function findUser(spec: string, passwd: string, group: string): Account {
  const [userSpec = '', groupSpec = ''] = spec.split(':');
  const entry = parsePasswd(passwd).find(({ name, uid }) =>
    userSpec === '' ? uid === 0 : name === userSpec || uid === numberOf(userSpec),
  );
  const uid = entry?.uid ?? (userSpec === '' ? 0 : numericId(userSpec, 'user', 'passwd'));
  const groups = parseGroup(group);
  if (groupSpec !== '') {
    const gid = findGroup(groupSpec, groups);
    return { credentials: { uid, gid, groups: [gid] }, home: entry?.home || '/' };
  }
  const gid = entry?.gid ?? 0;
  const member = groups
    .filter(({ members }) => entry && members.includes(entry.name))
    .map((each) => each.gid);
  return { credentials: { uid, gid, groups: [gid, ...member] }, home: entry?.home || '/' };
}

function findGroup(text: string, groups: readonly GroupEntry[]): number {
  const named = groups.find(({ name, gid }) => name === text || gid === numberOf(text));
  return named?.gid ?? numericId(text, 'group', 'group');
}

function numericId(text: string, kind: 'user' | 'group', file: 'passwd' | 'group'): number {
  const id = numberOf(text);
  if (id === undefined) {
    throw new StrataError('EUSER', `unable to find ${kind} ${text}: no matching entries in ${file} file`);
  }
  if (id < 0 || id > HIGHEST_ID)
    throw new StrataError('EUSER', 'uids and gids must be in range 0-2147483647');
  return id;
}

function numberOf(text: string): number | undefined {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function parsePasswd(text: string): PasswdEntry[] {
  return rowsOf(text).map(([name = '', , uid = '', gid = '', , home = '']) => ({
    name,
    uid: Number(uid),
    gid: Number(gid),
    home,
  }));
}

function parseGroup(text: string): GroupEntry[] {
  return rowsOf(text).map(([name = '', , gid = '', members = '']) => ({
    name,
    gid: Number(gid),
    members: members.split(',').filter(Boolean),
  }));
}

function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 3);
}
