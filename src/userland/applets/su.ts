/** su: a shell as another user. */
import { errnoOf } from '../../posix/index.ts';
import { readAccounts, type User } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { askPassword, fitsHash, readHash } from '../passwords.ts';

export const main = applet({
  usage: '[-lmp] [-s SH] [-] [USER [SCRIPT ARGS | -c CMD ARG0 ARGS]]',
  about: 'Run shell under USER (by default, root)',
  async run(io) {
    const options = parseOptions(io, 'mplc:s:');
    const operands = [...options.operands];
    const login = options.has('l') || operands[0] === '-';
    if (operands[0] === '-') operands.shift();
    const name = operands.shift() ?? 'root';
    const accounts = await readAccounts(io.sys);
    const user = accounts.user(name) ?? io.die(`unknown user ${name}`);
    if (io.sys.credentials().uid !== 0 && !(await isAllowed(io, name))) io.die('incorrect password');
    const shell = options.value('s') ?? (user.shell || '/bin/sh');
    await io.flush();
    io.sys.setgroups([
      user.gid,
      ...accounts.groups.filter(({ members }) => members.includes(name)).map(({ gid }) => gid),
    ]);
    io.sys.setgid(user.gid);
    io.sys.setuid(user.uid);
    const env = environmentOf(io, user, shell, options, login);
    if (login) await enterHome(io, user.home);
    const argv = [login ? `-${shell.replace(/^.*\//, '')}` : shell.replace(/^.*\//, '')];
    if (options.has('c')) argv.push('-c', options.value('c')!);
    argv.push(...operands);
    try {
      return await io.sys.exec(shell, argv, env);
    } catch (error) {
      if (!errnoOf(error)) throw error;
      return io.dieErrno(`can't execute '${shell}'`, error);
    }
  },
});

async function enterHome(io: Io, home: string): Promise<void> {
  try {
    await io.sys.chdir(home);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    await io.sys.chdir('/');
  }
}

async function isAllowed(io: Io, name: string): Promise<boolean> {
  const hash = (await readHash(io, name)) ?? '*';
  if (hash === '') return true;
  const password = await askPassword(io, 'Password: ');
  return password !== undefined && fitsHash(password, hash);
}

function environmentOf(
  io: Io,
  user: User,
  shell: string,
  options: Options,
  login: boolean,
): Record<string, string> {
  const own = { HOME: user.home, SHELL: shell };
  const names = { USER: user.name, LOGNAME: user.name };
  if (login) {
    const term = io.sys.env['TERM'];
    const path = user.uid === 0 ? '/sbin:/usr/sbin:/bin:/usr/bin' : '/bin:/usr/bin';
    return { ...(term === undefined ? {} : { TERM: term }), PATH: path, ...names, ...own };
  }
  if (options.has('m') || options.has('p')) return { ...io.sys.env };
  return { ...io.sys.env, ...own, ...(user.uid === 0 ? {} : names) };
}
