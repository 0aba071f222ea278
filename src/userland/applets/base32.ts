/** base32: encodes, and decodes with -d. @see RFC 4648, section 6 */
import { EMPTY, fromBase32, toBase32 } from '../../base/index.ts';
import { bytesOfBinary } from '../../posix/index.ts';
import { applet, binaryOfBytes } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

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
      io.put(whole.map((group) => binaryOfBytes(fromBase32(group) ?? EMPTY)).join(''));
      if (whole.join('').length < data.length) io.die('truncated input');
      return 0;
    }
    const encoded = toBase32(bytesOfBinary(text));
    if (width === 0) io.put(encoded);
    else for (let at = 0; at < encoded.length; at += width) io.put(`${encoded.slice(at, at + width)}\n`);
    return 0;
  },
});
