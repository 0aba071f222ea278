/** addgroup: a new group, or a user into a group. */
import {
  addMember,
  changeRows,
  checkName,
  FIRST_ID,
  FIRST_SYSTEM_ID,
  GROUP,
  needRoot,
  parseId,
  readRows,
} from '../account-files.ts';
import { readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-g GID] [-S] [USER] GROUP',
  about: 'Add a group or add a user to a group',
  async run(io) {
    const options = parseOptions(io, 'g:S', { min: 1, max: 2, long: { gid: 'g', system: 'S' } });
    needRoot(io);
    const [first, second] = options.operands as [string, string?];
    if (second !== undefined) return addUserToGroup(io, first, second);
    checkName(io, first);
    const groups = await readRows(io, GROUP);
    if (groups.some(([name]) => name === first)) io.die(`group '${first}' in use`);
    const wanted = parseId(io, options.value('g'));
    const taken = new Set(groups.map((row) => Number(row[2])));
    if (wanted !== undefined && taken.has(wanted)) io.die(`gid '${wanted}' in use`);
    let gid = wanted ?? (options.has('S') ? FIRST_SYSTEM_ID : FIRST_ID);
    while (taken.has(gid)) gid++;
    return addGroup(io, first, gid);
  },
});

/** `addgroup USER GROUP`, which `adduser USER GROUP` is as well. */
export async function addUserToGroup(io: Io, user: string, group: string): Promise<number> {
  const accounts = await readAccounts(io.sys);
  if (!accounts.group(group)) io.die(`unknown group ${group}`);
  if (!accounts.user(user)) io.die(`unknown user ${user}`);
  return (await addMember(io, group, user)) ? 0 : 1;
}

/** Writes the row of a new group. */
export async function addGroup(io: Io, name: string, gid: number): Promise<number> {
  return (await changeRows(io, GROUP, (rows) => [...rows, [name, 'x', String(gid), '']])) ? 0 : 1;
}
