/** id, whoami, groups, hostname, uname, uptime, tty, nproc, arch: who and where. */
import { calendarTime, parseTimeZone, strftime } from '../../posix/index.ts';
import { readAccounts } from '../accounts.ts';
import { readSmallFile } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const id = applet({
  usage: '[-ugGnr] [USER]',
  about: 'Print information about USER or the current user',
  async run(io) {
    const options = parseOptions(io, 'ugGnr', { max: 1 });
    const kinds = [...'ugG'].filter((flag) => options.has(flag));
    if (kinds.length > 1 || (kinds.length === 0 && (options.has('n') || options.has('r')))) io.usage();
    const accounts = await readAccounts(io.sys);
    const name = options.operands[0];
    const current = io.sys.credentials();
    let [uid, gid, groups] = [
      options.has('r') ? current.uid : current.euid,
      options.has('r') ? current.gid : current.egid,
      current.groups,
    ];
    if (name !== undefined) {
      const user = accounts.user(name) ?? io.die(`unknown user ${name}`);
      [uid, gid] = [user.uid, user.gid];
      groups = [
        gid,
        ...accounts.groups.filter(({ members }) => members.includes(name)).map((group) => group.gid),
      ];
    }
    const all = [...new Set([gid, ...groups])];
    const show = (number: number, text: string) => (options.has('n') ? text : String(number));
    if (options.has('u')) io.print(`${show(uid, accounts.userName(uid))}\n`);
    else if (options.has('g')) io.print(`${show(gid, accounts.groupName(gid))}\n`);
    else if (options.has('G'))
      io.print(`${all.map((group) => show(group, accounts.groupName(group))).join(' ')}\n`);
    else {
      const both = (number: number, text: string) => (text === String(number) ? text : `${number}(${text})`);
      const list = groups.map((group) => both(group, accounts.groupName(group))).join(',');
      io.print(
        `uid=${both(uid, accounts.userName(uid))} gid=${both(gid, accounts.groupName(gid))}${list && ` groups=${list}`}\n`,
      );
    }
    return 0;
  },
});

export const whoami = applet({
  usage: '',
  about: 'Print the user name associated with the current effective user id',
  async run(io) {
    const { euid } = io.sys.credentials();
    const name = (await readAccounts(io.sys)).userName(euid);
    if (name === String(euid)) io.die(`unknown uid ${euid}`);
    io.print(`${name}\n`);
    return 0;
  },
});

export const groups = applet({
  usage: '[USER]',
  about: 'Print the groups USER is in',
  async run(io) {
    const accounts = await readAccounts(io.sys);
    const name = io.args[0];
    const user = name === undefined ? undefined : (accounts.user(name) ?? io.die(`unknown user ${name}`));
    const current = io.sys.credentials();
    const member = accounts.groups
      .filter(({ members }) => name !== undefined && members.includes(name))
      .map(({ gid }) => gid);
    const all = user ? [user.gid, ...member] : [current.egid, ...current.groups];
    io.print(`${[...new Set(all)].map(accounts.groupName).join(' ')}\n`);
    return 0;
  },
});

export const hostname = applet({
  usage: '[-sidf] [HOSTNAME | -F FILE]',
  about: 'Show or set hostname or DNS domain name',
  async run(io) {
    const options = parseOptions(io, 'sidfF:', { max: 1 });
    const path = options.value('F');
    const name =
      options.operands[0] ?? (path === undefined ? undefined : (await readSmallFile(io.sys, path))?.trim());
    if (path !== undefined && name === undefined) io.die(`${path}: No such file or directory`);
    if (name !== undefined) {
      try {
        io.sys.sethostname(name);
        return 0;
      } catch (error) {
        return io.dieErrno('sethostname', error);
      }
    }
    const own = io.sys.uname().nodename;
    if (options.has('s')) io.print(`${own.split('.')[0]}\n`);
    else if (!['i', 'd', 'f'].some((flag) => options.has(flag))) io.print(`${own}\n`);
    else {
      const [address, full] = await resolved(io, own);
      if (options.has('i')) io.print(`${address}\n`);
      else if (options.has('f')) io.print(`${full}\n`);
      else io.print(full.includes('.') ? `${full.slice(full.indexOf('.') + 1)}\n` : '');
    }
    return 0;
  },
});

/** The address and the canonical name, which /etc/hosts has first in a line. */
async function resolved(io: Io, name: string): Promise<[string, string]> {
  for (const line of ((await readSmallFile(io.sys, '/etc/hosts')) ?? '').split('\n')) {
    const [address = '', ...names] = line.split(/\s+/);
    if (address && names.includes(name)) return [address, names[0]!];
  }
  return io.die(`${name}: Name does not resolve`);
}

export const uname = applet({
  usage: '[-amnrspvio]',
  about: 'Print system information',
  run(io) {
    const options = parseOptions(io, 'snrvmpioa', { max: 0, long: { all: 'a' } });
    const names = io.sys.uname();
    const fields: Record<string, string> = {
      s: names.sysname,
      n: names.nodename,
      r: names.release,
      v: names.version,
      m: names.machine,
      p: 'unknown',
      i: 'unknown',
      o: 'Linux',
    };
    const asked = options.has('a') ? [...'snrvmo'] : [...'snrvmpio'].filter((flag) => options.has(flag));
    io.print(`${(asked.length ? asked : ['s']).map((flag) => fields[flag]).join(' ')}\n`);
    return 0;
  },
});

export const arch = applet({
  usage: '',
  about: 'Print system architecture',
  run(io) {
    io.print(`${io.sys.uname().machine}\n`);
    return 0;
  },
});

/** Milliseconds since process 1 of this system began. */
function upFor(io: Io): number {
  const first = io.sys.processes().find(({ pid }) => pid === 1);
  return io.sys.now() - (first?.started ?? io.sys.now());
}

export const uptime = applet({
  usage: '[-s]',
  about: 'Display the time since the last boot',
  run(io) {
    const options = parseOptions(io, 's', { max: 0 });
    const zone = parseTimeZone(io.sys.env['TZ']);
    const up = Math.floor(upFor(io) / 1000);
    const present = Math.floor(io.sys.now() / 1000);
    if (options.has('s')) {
      io.print(`${strftime('%Y-%m-%d %H:%M:%S', calendarTime(present - up, zone))}\n`);
      return 0;
    }
    const [days, hours, minutes] = [
      Math.floor(up / 86_400),
      Math.floor(up / 3600) % 24,
      Math.floor(up / 60) % 60,
    ];
    const day = days ? `${days} day${days === 1 ? '' : 's'}, ` : '';
    const clock = hours
      ? `${String(hours).padStart(2)}:${String(minutes).padStart(2, '0')}`
      : `${minutes} min`;
    io.print(
      ` ${strftime('%H:%M:%S', calendarTime(present, zone))} up ${day}${clock},  load average: 0.00, 0.00, 0.00\n`,
    );
    return 0;
  },
});

export const tty = applet({
  usage: '[-s]',
  about: "Print file name of stdin's terminal",
  run(io) {
    const options = parseOptions(io, 's');
    const terminal = io.sys.isatty(0);
    if (!options.has('s')) io.print(`${terminal ? io.sys.ttyname(0) : 'not a tty'}\n`);
    return terminal ? 0 : 1;
  },
});

export const nproc = applet({
  usage: '[--all] [--ignore=N]',
  about: 'Print number of available CPUs',
  run(io) {
    const options = parseOptions(io, '', { long: { all: '!all', ignore: '!ignore:' } });
    const count = typeof navigator === 'object' ? navigator.hardwareConcurrency || 1 : 1;
    io.print(`${Math.max(1, count - Number(options.value('!ignore') ?? 0))}\n`);
    return 0;
  },
});
