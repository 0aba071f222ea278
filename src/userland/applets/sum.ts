/** sum, crc32: the small old checksums. */
import { crc32 as crc32Of } from '../../base/index.ts';
import { eachInput, quoted } from '../inputs.ts';
import { applet, type Reader } from '../io.ts';
import { parseOptions } from '../options.ts';

async function eachByte(reader: Reader, step: (byte: number) => void): Promise<number> {
  let length = 0;
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
    for (const byte of chunk) step(byte);
    length += chunk.length;
  }
  return length;
}

export const sum = applet({
  usage: '[-rs] [FILE]...',
  about: 'Checksum and count the blocks in a file',
  run(io) {
    const options = parseOptions(io, 'rs');
    const systemV = options.last('rs') === 's';
    return eachInput(
      io,
      options.operands,
      async (reader, path) => {
        let value = 0;
        const length = await eachByte(reader, (byte) => {
          // BSD's rotates 16 bits to the right before it adds.
          value = systemV ? (value + byte) >>> 0 : (((value >> 1) | (value << 15)) + byte) & 0xffff;
        });
        if (systemV) {
          const folded = (value & 0xffff) + (value >>> 16);
          const blocks = Math.ceil(length / 512);
          io.print(`${(folded & 0xffff) + (folded >>> 16)} ${blocks} ${path === '-' ? '' : path}\n`);
        } else {
          const [shown, blocks] = [String(value).padStart(5, '0'), String(Math.ceil(length / 1024))];
          // One file needs no name.
          const name = options.operands.length > 1 ? path : '';
          io.print(`${shown} ${blocks.padStart(5)} ${name}\n`);
        }
      },
      quoted,
    );
  },
});

export const crc32 = applet({
  usage: '[FILE]...',
  about: 'Calculate CRC32 checksum of FILEs',
  run(io) {
    const { operands } = parseOptions(io, '');
    return eachInput(
      io,
      operands,
      async (reader, path) => {
        let crc = 0;
        for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) crc = crc32Of(chunk, crc);
        const value = crc.toString(16).padStart(8, '0');
        io.print(operands.length > 0 ? `${value} ${path}\n` : `${value}\n`);
      },
      quoted,
    );
  },
});
