/** chmod, chown, chgrp. */
import { isLink } from '../../posix/index.ts';
import type { Stat } from '../../vfs/index.ts';
import { readAccounts } from '../accounts.ts';
import { applet, type Io } from '../io.ts';
import { applyMode, modeText } from '../modes.ts';
import { type Options, parseOptions } from '../options.ts';
import { type Visit, walkTree } from '../walk.ts';

export const chmod = applet({
  usage: '[-Rcvf] MODE[,MODE]... FILE...',
  about: 'MODE is octal number (bit pattern sstrwxrwxrwx) or [ugoa]{+|-|=}[rwxXst]',
  async run(io) {
    // `chmod -x file`: what begins with a dash and a permission is a mode.
    const at = io.args.findIndex(
      (argument) => /^-[rwxXstugo]/.test(argument) && applyMode(argument, 0, 0) !== undefined,
    );
    const args = at < 0 ? io.args : [...io.args.slice(0, at), '--', ...io.args.slice(at)];
    const options = parseOptions({ ...io, args }, 'Rcvf', { min: 2 });
    const [text, ...paths] = options.operands as [string, ...string[]];
    if (applyMode(text, 0, 0) === undefined) io.die(`invalid mode '${text}'`);
    const umask = io.sys.umask();
    return change(io, options, paths, true, async (path, stat) => {
      const mode = applyMode(text, stat.mode, umask)!;
      await io.sys.chmod(path, mode);
      if (options.has('v') || (options.has('c') && mode !== (stat.mode & 0o7777))) {
        io.print(
          `mode of '${path}' changed to ${mode.toString(8).padStart(4, '0')} (${modeText(mode).slice(1)})\n`,
        );
      }
    });
  },
});

export const chown = applet({
  usage: '[-RhLHPcvf]... USER[:[GRP]] FILE...',
  about: 'Change the owner and/or group of FILEs to USER and/or GRP',
  async run(io) {
    const options = parseOptions(io, 'RhLHPcvf', { min: 2, long: { recursive: 'R', 'no-dereference': 'h' } });
    const [text, ...paths] = options.operands as [string, ...string[]];
    const { uid, gid } = await parseOwner(io, text);
    return change(io, options, paths, false, (path, stat) => own(io, options, path, stat, uid, gid));
  },
});

export const chgrp = applet({
  usage: '[-RhLHPcvf]... GROUP FILE...',
  about: 'Change the group membership of FILEs to GROUP',
  async run(io) {
    const options = parseOptions(io, 'RhLHPcvf', { min: 2 });
    const [text, ...paths] = options.operands as [string, ...string[]];
    const found =
      (await readAccounts(io.sys)).group(text)?.gid ?? (/^\d+$/.test(text) ? Number(text) : undefined);
    const gid = found ?? io.die(`unknown group ${text}`);
    return change(io, options, paths, false, (path, stat) => own(io, options, path, stat, undefined, gid));
  },
});

/** `user`, `user:group`, `user:` (with the user's own group), `:group`; names or numbers. */
async function parseOwner(
  io: Io,
  text: string,
): Promise<{ uid: number | undefined; gid: number | undefined }> {
  const accounts = await readAccounts(io.sys);
  const [userName = '', groupName] = text.split(':', 2);
  const user = accounts.user(userName);
  const number = (name: string) => (/^\d+$/.test(name) ? Number(name) : undefined);
  const unknown = () =>
    io.die(groupName === undefined ? `unknown user ${text}` : `unknown user/group ${text}`);
  const uid = userName === '' ? undefined : (user?.uid ?? number(userName) ?? unknown());
  if (groupName === undefined) return { uid, gid: undefined };
  if (groupName === '') return { uid, gid: user?.gid };
  return { uid, gid: accounts.group(groupName)?.gid ?? number(groupName) ?? unknown() };
}

async function own(
  io: Io,
  options: Options,
  path: string,
  stat: Stat,
  uid = stat.uid,
  gid = stat.gid,
): Promise<void> {
  const linkItself = options.has('h') || (options.has('R') && isLink(stat.mode) && !options.has('L'));
  await (linkItself ? io.sys.lchown(path, uid, gid) : io.sys.chown(path, uid, gid));
  if (options.has('v') || (options.has('c') && (uid !== stat.uid || gid !== stat.gid))) {
    io.print(`changed ownership of '${path}' to ${uid}:${gid}\n`);
  }
}

async function change(
  io: Io,
  options: Options,
  paths: readonly string[],
  skipLinks: boolean,
  action: (path: string, stat: Stat) => Promise<void>,
): Promise<number> {
  let status = 0;
  const quiet = options.has('f');
  const recursive = options.has('R');
  for (const path of paths) {
    const act = async (at: string, stat: Stat): Promise<Visit> => {
      if (skipLinks && recursive && isLink(stat.mode)) return 'on';
      try {
        await action(at, stat);
        return 'on';
      } catch (error) {
        if (!quiet) io.warnErrno(at, error);
        return 'failed';
      }
    };
    const follow = options.has('h')
      ? 'never'
      : recursive
        ? options.has('L')
          ? 'always'
          : options.has('H')
            ? 'arguments'
            : 'never'
        : 'arguments';
    const target = quiet ? { ...io, warnErrno: () => {} } : io;
    if (!(await walkTree(target, path, { follow, maxDepth: recursive ? Infinity : 0 }, act))) status = 1;
  }
  return status;
}
