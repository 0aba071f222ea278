/** base32: encodes, and decodes with -d. @see RFC 4648, section 6 */
import { applet } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Digits that 0 to 5 bytes need. */
const LENGTHS = [0, 2, 4, 5, 7, 8];

export const main = applet({
  usage: '[-d] [-w COL] [FILE]',
  about: 'Base32 encode or decode FILE to standard output',
  async run(io) {
    const options = parseOptions(io, 'dw:', { max: 1 });
    const path = options.operands[0] ?? '-';
    const width = parseCount(io, options.value('w') ?? '76');
    const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
    const text = await reader.rest();
    if (options.has('d')) {
      const data = text.replace(/[^A-Z2-7=]/g, '');
      const groups = data.match(/[^=]{8}|[^=]+=+/g) ?? [];
      const whole = groups.filter((group) => group.length === 8);
      io.put(whole.map(decode).join(''));
      if (whole.join('').length < data.length) io.die('truncated input');
      return 0;
    }
    let encoded = '';
    for (let at = 0; at < text.length; at += 5) encoded += encode(text.slice(at, at + 5));
    if (width === 0) io.put(encoded);
    else for (let at = 0; at < encoded.length; at += width) io.put(`${encoded.slice(at, at + width)}\n`);
    return 0;
  },
});

function encode(bytes: string): string {
  let bits = 0n;
  for (let i = 0; i < 5; i++) bits = (bits << 8n) | BigInt(bytes.charCodeAt(i) || 0);
  let digits = '';
  for (let i = 7; i >= 0; i--) digits += DIGITS[Number((bits >> BigInt(5 * i)) & 31n)]!;
  return digits.slice(0, LENGTHS[bytes.length]).padEnd(8, '=');
}

function decode(group: string): string {
  const digits = group.replace(/=+$/, '');
  let bits = 0n;
  for (const digit of digits.padEnd(8, 'A')) bits = (bits << 5n) | BigInt(DIGITS.indexOf(digit));
  let bytes = '';
  for (let i = 4; i >= 0; i--) bytes += String.fromCharCode(Number((bits >> BigInt(8 * i)) & 255n));
  return bytes.slice(0, Math.floor((digits.length * 5) / 8));
}
