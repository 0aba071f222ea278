/** ipcalc: what an IPv4 address and its mask make. */
import { readSmallFile } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-bnmphs] ADDRESS[/PREFIX] [NETMASK]',
  about: 'Calculate and display network settings from IP address',
  async run(io) {
    const options = parseOptions(io, 'bnmphs', {
      min: 1,
      max: 2,
      long: { broadcast: 'b', network: 'n', netmask: 'm', prefix: 'p', hostname: 'h', silent: 's' },
    });
    const [text = '', maskText] = options.operands;
    const asked = ['m', 'b', 'n', 'p', 'h'].filter((flag) => options.has(flag));
    // A mask that is given is of use for these only.
    const ofMask = ['b', 'n', 'p'].some((flag) => options.has(flag));
    if (!ofMask && (asked.length === 0 || maskText !== undefined)) return io.usage();
    const fail = (message: string): never => (options.has('s') ? io.quit(1) : io.die(message));
    const [host = '', prefix = ''] = text.split('/', 2);
    const prefixMask = prefix === '' ? undefined : maskOfPrefix(prefix, fail);
    const address = parse(host) ?? fail(`bad IP address: ${host}`);
    if (prefixMask !== undefined && maskText !== undefined) fail('use prefix or netmask, not both');
    const mask =
      maskText === undefined
        ? (prefixMask ?? maskOfClass(address))
        : (parse(maskText) ?? fail(`bad netmask: ${maskText}`));
    if (options.has('m')) io.print(`NETMASK=${shown(mask)}\n`);
    if (options.has('b')) io.print(`BROADCAST=${shown((address | ~mask) >>> 0)}\n`);
    if (options.has('n')) io.print(`NETWORK=${shown((address & mask) >>> 0)}\n`);
    if (options.has('p')) io.print(`PREFIX=${mask.toString(2).replaceAll('0', '').length}\n`);
    if (options.has('h')) {
      const name = await hostName(io, address);
      if (name === undefined) fail(`can't find hostname for ${host}: Host name lookup failure`);
      io.print(`HOSTNAME=${name}\n`);
    }
    return 0;
  },
});

/** An address of one to four numbers, of which the last fills what is left. @see inet_aton(3) */
function parse(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  let address = 0;
  for (const [i, part] of parts.entries()) {
    const value = /^0[0-7]+$/.test(part)
      ? Number.parseInt(part, 8)
      : /^(?:0[xX][0-9a-fA-F]+|0|[1-9]\d*)$/.test(part)
        ? Number(part)
        : Number.NaN;
    const isLast = i === parts.length - 1;
    if (!(value < (isLast ? 256 ** (4 - i) : 256))) return undefined;
    address += isLast ? value : value * 256 ** (3 - i);
  }
  return address;
}

const shown = (value: number): string => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255).join('.');

function maskOfPrefix(prefix: string, fail: (message: string) => never): number {
  if (!/^\d+$/.test(prefix)) fail(`invalid number '${prefix}'`);
  if (Number(prefix) > 32) fail(`number ${prefix} is not in 0..32 range`);
  return Number(prefix) === 0 ? 0 : (0xffffffff << (32 - Number(prefix))) >>> 0;
}

/** Without a mask, the class of the address tells it. @see RFC 791, 3.2 */
function maskOfClass(address: number): number {
  const first = address >>> 24;
  return first < 128 ? 0xff000000 : first < 192 ? 0xffff0000 : 0xffffff00;
}

/** The first name that /etc/hosts has for an address: nobody else can be asked. @see hosts(5) */
async function hostName(io: Io, address: number): Promise<string | undefined> {
  const hosts = (await readSmallFile(io.sys, '/etc/hosts')) ?? '';
  for (const line of hosts.split('\n')) {
    const [at = '', name] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (name !== undefined && parse(at) === address) return name.toLowerCase();
  }
  return undefined;
}
