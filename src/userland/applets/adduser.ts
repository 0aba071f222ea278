/** adduser: a new user with a group, a home folder and a password, or a user into a group. */
import { errnoOf } from '../../posix/index.ts';
import {
  addMember,
  changeRows,
  changeShadow,
  checkName,
  FIRST_ID,
  FIRST_SYSTEM_ID,
  needRoot,
  PASSWD,
  parseId,
} from '../account-files.ts';
import { type Accounts, readAccounts } from '../accounts.ts';
import { copyTree } from '../copy.ts';
import { statOf } from '../files.ts';
import { applet, type Io, withName } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { changePassword } from '../passwords.ts';
import { joinPath } from '../paths.ts';
import { walkTree } from '../walk.ts';
import { addGroup, addUserToGroup } from './addgroup.ts';

const LONG = {
  home: 'h',
  gecos: 'g',
  shell: 's',
  ingroup: 'G',
  system: 'S',
  'disabled-password': 'D',
  'empty-password': 'D',
  'no-create-home': 'H',
  uid: 'u',
  skel: 'k',
};

export const main = applet({
  usage: '[OPTIONS] USER [GROUP]',
  about: 'Create new user, or add USER to GROUP',
  async run(io) {
    const options = parseOptions(io, 'h:g:s:G:DSHu:k:', { min: 1, max: 2, long: LONG });
    needRoot(io);
    const [name, group] = options.operands as [string, string?];
    // The complaints of what adduser does by addgroup are addgroup's.
    const asAddgroup = withName(io, 'addgroup');
    if (group !== undefined) return addUserToGroup(asAddgroup, name, group);
    checkName(io, name);
    const accounts = await readAccounts(io.sys);
    if (accounts.user(name)) io.die(`user '${name}' in use`);
    const ids = chooseIds(io, accounts, options);
    const home = options.value('h') ?? `/home/${name}`;
    const system = options.has('S');
    // Alpine's own: a system user does not log in.
    const shell = options.value('s') ?? (system ? '/sbin/nologin' : '/bin/sh');
    const gecos = options.value('g') ?? 'Linux User,,,';
    const row = [name, 'x', String(ids.uid), String(ids.gid), gecos, home, shell];
    await changeRows(io, PASSWD, (rows) => [...rows, row]);
    const today = String(Math.floor(io.sys.now() / 86_400_000));
    await changeShadow(io, (rows) => [...rows, [name, '!', today, '0', '99999', '7', '', '', '']]);
    if (ids.ownGroup) await addGroup(asAddgroup, name, ids.gid);
    else await addMember(io, accounts.groupName(ids.gid), name);
    if (!options.has('H')) await makeHome(io, home, ids, options.value('k') ?? '/etc/skel');
    if (options.has('D') || system) return 0;
    return changePassword(withName(io, 'passwd'), name);
  },
});

interface Ids {
  readonly uid: number;
  readonly gid: number;
  /** Whether the user gets a group of the same name and number. */
  readonly ownGroup: boolean;
}

function chooseIds(io: Io, accounts: Accounts, options: Options): Ids {
  const system = options.has('S');
  const group = options.value('G') ?? (system ? 'nogroup' : undefined);
  const gid = group === undefined ? undefined : accounts.group(group)?.gid;
  if (group !== undefined && gid === undefined) io.die(`unknown group ${group}`);
  const taken = new Set(accounts.users.map(({ uid }) => uid));
  if (gid === undefined) for (const each of accounts.groups) taken.add(each.gid);
  const wanted = parseId(io, options.value('u'));
  if (wanted !== undefined && taken.has(wanted)) io.die(`uid '${wanted}' in use`);
  let uid = wanted ?? (system ? FIRST_SYSTEM_ID : FIRST_ID);
  while (taken.has(uid)) uid++;
  return { uid, gid: gid ?? uid, ownGroup: gid === undefined };
}

async function makeHome(io: Io, home: string, { uid, gid }: Ids, skeleton: string): Promise<void> {
  const { sys } = io;
  try {
    const present = await statOf(sys, home);
    if (!present) {
      await sys.mkdir(home, 0o755);
      if (await statOf(sys, skeleton)) await copySkeleton(io, skeleton, home, uid, gid);
    }
    await sys.chown(home, uid, gid);
    await sys.chmod(home, 0o2755);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    io.warnErrno(home, error);
  }
}

async function copySkeleton(io: Io, from: string, home: string, uid: number, gid: number): Promise<void> {
  for (const { name } of await io.sys.readdir(from)) {
    const target = joinPath(home, name);
    await copyTree(io, joinPath(from, name), target, { recursive: true, preserve: true, follow: 'never' });
    await walkTree(io, target, {}, async (path) => {
      await io.sys.lchown(path, uid, gid);
      return 'on' as const;
    });
  }
}
