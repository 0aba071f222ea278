/**
 * Users and groups of /etc/passwd and /etc/group, read once a run; what is missing shows as a number.
 */
import type { Sys } from '../kernel/index.ts';
import { readSmallFile } from './files.ts';

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

export interface Accounts {
  readonly users: readonly User[];
  readonly groups: readonly Group[];
  userName(uid: number): string;
  groupName(gid: number): string;
  user(name: string): User | undefined;
  group(name: string): Group | undefined;
}

export async function readAccounts(sys: Sys): Promise<Accounts> {
  const users = rows(await readSmallFile(sys, '/etc/passwd')).flatMap(([name, , uid, gid, , home, shell]) =>
    name && uid ? [{ name, uid: Number(uid), gid: Number(gid), home: home ?? '', shell: shell ?? '' }] : [],
  );
  const groups = rows(await readSmallFile(sys, '/etc/group')).flatMap(([name, , gid, members]) =>
    name && gid ? [{ name, gid: Number(gid), members: (members ?? '').split(',').filter(Boolean) }] : [],
  );
  const userNames = new Map([...users].reverse().map(({ uid, name }) => [uid, name]));
  const groupNames = new Map([...groups].reverse().map(({ gid, name }) => [gid, name]));
  return {
    users,
    groups,
    userName: (uid) => userNames.get(uid) ?? String(uid),
    groupName: (gid) => groupNames.get(gid) ?? String(gid),
    user: (name) => users.find((user) => user.name === name),
    group: (name) => groups.find((group) => group.name === name),
  };
}

function rows(text: string | undefined): string[][] {
  return (text ?? '').split('\n').map((line) => line.split(':'));
}
