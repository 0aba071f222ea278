/** deluser, delgroup: users and groups taken away, or a user out of a group. */
import {
  changeRows,
  changeShadow,
  GROUP,
  membersOf,
  needRoot,
  PASSWD,
  readRows,
  removeMember,
} from '../account-files.ts';
import { readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';
import { removeTree } from '../remove.ts';

export const deluser = applet({
  usage: '[--remove-home] USER',
  about: 'Delete USER from the system',
  async run(io) {
    const options = parseOptions(io, '', { min: 1, max: 1, long: { 'remove-home': '!home' } });
    needRoot(io);
    const name = options.operands[0]!;
    const user = (await readAccounts(io.sys)).user(name) ?? io.die(`unknown user ${name}`);
    if (options.has('!home'))
      await removeTree(io, user.home, { recursive: true, force: true, interactive: false });
    await changeRows(io, PASSWD, (rows) => rows.filter((row) => row[0] !== name));
    await changeShadow(io, (rows) => rows.filter((row) => row[0] !== name));
    await changeRows(io, GROUP, (rows) => rows.filter((row) => row[0] !== name));
    return dropMemberships(io, name);
  },
});

async function dropMemberships(io: Io, name: string): Promise<number> {
  const member = (await readRows(io, GROUP)).some((row) => membersOf(row).includes(name));
  if (!member) io.warn(`can't find ${name} in ${GROUP}`);
  else await removeMember(io, name);
  return 0;
}

export const delgroup = applet({
  usage: '[USER] GROUP',
  about: 'Delete group GROUP from the system or user USER from group GROUP',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1, max: 2 });
    needRoot(io);
    const name = operands.at(-1)!;
    const accounts = await readAccounts(io.sys);
    const group = accounts.group(name) ?? io.die(`unknown group ${name}`);
    if (operands.length === 2) {
      const user = operands[0]!;
      if (!accounts.user(user)) io.die(`unknown user ${user}`);
      if (!group.members.includes(user)) io.die(`can't find ${user} in ${GROUP}`);
      return (await removeMember(io, user, name)) ? 0 : 1;
    }
    const owner = accounts.users.find(({ gid }) => gid === group.gid);
    if (owner) io.die(`'${owner.name}' still has '${name}' as their primary group!`);
    return (await changeRows(io, GROUP, (rows) => rows.filter((row) => row[0] !== name))) ? 0 : 1;
  },
});
