/** xxd: bytes in hexadecimal, and back. */
import { bytesOfBinary } from '../../posix/index.ts';
import { hex, printable, rows } from '../byte-rows.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions, parseSize } from '../options.ts';

export const main = applet({
  usage: '[-pri] [-g N] [-c N] [-l LEN] [-s OFS] [-o OFS] [FILE]',
  about: 'Hex dump FILE (or stdin)',
  async run(io) {
    const options = parseOptions(io, 'priac:g:l:s:o:', { max: 1 });
    if (options.has('r')) return reverse(io, options.operands[0] ?? '-', options.has('p'));
    const number = (flag: string, otherwise: number) => {
      const text = options.value(flag);
      return text === undefined
        ? otherwise
        : /^0x[0-9a-f]+$/i.test(text)
          ? Number(text)
          : parseSize(io, text);
    };
    const width = number('c', options.has('p') ? 30 : options.has('i') ? 12 : 16) || 16;
    const group = number('g', 2) || width;
    const shift = number('o', 0);
    const name = (options.operands[0] ?? '').replace(/[^A-Za-z0-9]/g, '_');
    if (options.has('i') && name) io.print(`unsigned char ${name}[] = {\n`);
    let total = 0;
    let status = 0;
    const rules = { skip: number('s', 0), limit: number('l', Infinity), failed: () => (status = 1) };
    for await (const { at, bytes } of rows(io, options.operands, width, rules)) {
      total += bytes.length;
      if (bytes.length === 0) break;
      if (options.has('p')) io.print(`${Array.from(bytes, (byte) => hex(byte, 2)).join('')}\n`);
      else if (options.has('i'))
        io.print(`  ${Array.from(bytes, (byte) => `0x${hex(byte, 2)},`).join(' ')}\n`);
      else {
        let cells = '';
        for (let i = 0; i < width; i++)
          cells +=
            (i < bytes.length ? hex(bytes[i]!, 2) : '  ') +
            (i % group === group - 1 || i === width - 1 ? ' ' : '');
        io.print(`${hex(at + shift, 8)}: ${cells} ${printable(bytes)}\n`);
      }
    }
    if (options.has('i') && name) io.print(`};\nunsigned int ${name}_len = ${total};\n`);
    return status;
  },
});

async function reverse(io: Io, path: string, plain: boolean): Promise<number> {
  const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
  for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
    // Two blanks end the hexadecimal columns; what follows is text.
    const digits = plain
      ? line
      : line
          .replace(/^[0-9a-f]+:/i, '')
          .replace(/^\s/, '')
          .replace(/ {2}.*$/s, '');
    const pairsFound =
      digits
        .replace(/\s/g, '')
        .match(/^(?:[0-9a-f]{2})*/i)![0]
        .match(/../g) ?? [];
    await io.write(
      bytesOfBinary(pairsFound.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')),
    );
  }
  return 0;
}
