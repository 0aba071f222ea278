/** Small questions about the machine, its processes and terminals: hostid, dnsdomainname, logname, pwdx, ttysize. */
import { errnoOf } from '../../posix/index.ts';
import { readAccounts } from '../accounts.ts';
import { readSmallFile } from '../files.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

export const hostid = applet({
  usage: '',
  about: 'Print out a unique 32-bit identifier for the machine',
  async run(io) {
    parseOptions(io, '', { max: 0 });
    // Of the host's name, since it has no address that lasts.
    let value = 0;
    for (const char of io.sys.uname().nodename) value = (Math.imul(value, 31) + char.charCodeAt(0)) >>> 0;
    io.print(`${value.toString(16).padStart(8, '0')}\n`);
    return 0;
  },
});

export const dnsdomainname = applet({
  usage: '',
  about: 'Show the DNS domain name',
  async run(io) {
    const host = io.sys.uname().nodename;
    const lines = ((await readSmallFile(io.sys, '/etc/hosts')) ?? '').split('\n');
    const names = lines.map((line) => line.replace(/#.*/, '').split(/\s+/).slice(1).filter(Boolean));
    const own = names.find((all) => all.some((name) => name === host || name.startsWith(`${host}.`)));
    if (!own) return io.die(`${host}: Try again`);
    const domain = own.map((name) => /^[^.]+\.(.+)$/.exec(name)?.[1]).find((found) => found !== undefined);
    if (domain) io.print(`${domain}\n`);
    return 0;
  },
});

/** Who the terminal belongs to: here, whoever runs. */
export const logname = applet({
  usage: '',
  about: 'Print the name of the current user',
  async run(io) {
    parseOptions(io, '', { max: 0 });
    const { userName } = await readAccounts(io.sys);
    io.print(`${userName(io.sys.credentials().uid)}\n`);
    return 0;
  },
});

export const pwdx = applet({
  usage: 'PID...',
  about: 'Show current directory for PIDs',
  async run(io) {
    const { operands } = parseOptions(io, '', { min: 1 });
    for (const text of operands) {
      const pid = text.replace(/^\/proc\//, '');
      if (!/^\d+$/.test(pid)) io.die(`invalid process id: '${text}'`);
      try {
        io.print(`${pid}: ${await io.sys.readlink(`/proc/${pid}/cwd`)}\n`);
      } catch (error) {
        const code = errnoOf(error);
        if (!code) throw error;
        io.print(`${pid}: ${code === 'EACCES' ? 'Permission denied' : 'No such process'}\n`);
      }
    }
    return 0;
  },
});

export const ttysize = applet({
  usage: '[w] [h]',
  about: 'Print dimensions of stdin tty, or 80x24',
  run(io) {
    const found = io.sys.isatty(0) ? io.sys.getWindowSize(0) : { rows: 0, columns: 0 };
    const size = { w: found.columns || 80, h: found.rows || 24 };
    const asked = (io.args.length > 0 ? io.args : ['w', 'h']).map((word) => size[word as 'w' | 'h']);
    io.print(`${asked.filter((value) => value !== undefined).join(' ')}\n`);
    return 0;
  },
});
