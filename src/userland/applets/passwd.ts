/** passwd, chpasswd: passwords changed, by hand or by lines of `USER:PASSWORD`. */
import { needRoot } from '../account-files.ts';
import { readAccounts } from '../accounts.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';
import { askPassword, changePassword, fitsHash, hashPassword, readHash, writeHash } from '../passwords.ts';

export const passwd = applet({
  usage: '[-a ALG] [-dlu] [USER]',
  about: "Change USER's password (default: current user)",
  async run(io) {
    const options = parseOptions(io, 'a:dlu', { max: 1 });
    const { uid } = io.sys.credentials();
    const accounts = await readAccounts(io.sys);
    const own = accounts.userName(uid);
    const name = options.operands[0] ?? own;
    const user = accounts.user(name) ?? io.die(`unknown user ${name}`);
    const flag = options.last('dlu');
    if (uid !== 0 && (user.uid !== uid || flag)) io.die(`${own} can't change password for ${name}`);
    const hash = (await readHash(io, name)) ?? '';
    if (flag === undefined) {
      if (uid !== 0) {
        if (hash.startsWith('!')) io.die(`can't change locked password for ${name}`);
        const old = await askPassword(io, 'Old password: ');
        if (old === undefined || !fitsHash(old, hash)) io.die(`incorrect password for ${name}`);
      }
      return changePassword(io, name);
    }
    if (flag === 'l' && hash.startsWith('!')) io.die(`password for ${name} is already locked`);
    if (flag === 'u' && !hash.startsWith('!')) io.die(`password for ${name} is already unlocked`);
    const changed = flag === 'd' ? '' : flag === 'l' ? `!${hash}` : hash.slice(1);
    if (!(await writeHash(io, name, changed))) return 1;
    io.warn(`password for ${name} changed by root`);
    return 0;
  },
});

export const chpasswd = applet({
  usage: '[-em]',
  about: 'Read USER:PASSWORD from stdin and update /etc/passwd',
  async run(io) {
    const options = parseOptions(io, 'emc:', {
      max: 0,
      long: { encrypted: 'e', md5: 'm', 'crypt-method': 'c' },
    });
    needRoot(io);
    const reader = io.reader(0);
    for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
      const colon = line.indexOf(':');
      if (colon < 0) io.die('missing new password');
      const [name, password] = [line.slice(0, colon), line.slice(colon + 1)];
      if (!(await readAccounts(io.sys)).user(name)) io.die(`unknown user ${name}`);
      if (!(await writeHash(io, name, options.has('e') ? password : hashPassword(io, password)))) return 1;
      io.warn(`password for '${name}' changed`);
    }
    return 0;
  },
});
