/** ipcalc: what an IPv4 address and its mask make. */
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-bnmphs] ADDRESS[/PREFIX] [NETMASK]',
  about: 'Calculate and display network settings from IP address',
  run(io) {
    const options = parseOptions(io, 'bnmps', {
      min: 1,
      max: 2,
      long: { broadcast: 'b', network: 'n', netmask: 'm', prefix: 'p', silent: 's' },
    });
    const [text = '', maskText] = options.operands;
    const [host = '', prefixText] = text.split('/');
    const address = parse(host);
    if (address === undefined) {
      if (options.has('s')) return 1;
      return io.usage();
    }
    const mask = maskOf(io, address, prefixText, maskText);
    const asked = ['m', 'b', 'n', 'p'].filter((flag) => options.has(flag));
    if (asked.length === 0) return io.usage();
    const prefix = mask === 0 ? 0 : 32 - Math.log2(2 ** 32 - mask);
    if (options.has('m')) io.print(`NETMASK=${shown(mask)}\n`);
    if (options.has('b')) io.print(`BROADCAST=${shown((address | ~mask) >>> 0)}\n`);
    if (options.has('n')) io.print(`NETWORK=${shown((address & mask) >>> 0)}\n`);
    if (options.has('p')) io.print(`PREFIX=${prefix}\n`);
    return 0;
  },
});

function parse(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((all, part) => all * 256 + Number(part), 0);
}

const shown = (value: number): string => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255).join('.');

function maskOf(io: Io, address: number, prefix: string | undefined, mask: string | undefined): number {
  if (prefix !== undefined) {
    if (!/^\d+$/.test(prefix)) io.die(`invalid number '${prefix}'`);
    if (Number(prefix) > 32) io.die(`number ${prefix} is not in 0..32 range`);
    return prefix === '0' ? 0 : (0xffffffff << (32 - Number(prefix))) >>> 0;
  }
  if (mask !== undefined) return parse(mask) ?? io.usage();
  // Without one, the class of the address tells it. @see RFC 791, 3.2
  const first = address >>> 24;
  return first < 128 ? 0xff000000 : first < 192 ? 0xffff0000 : 0xffffff00;
}
