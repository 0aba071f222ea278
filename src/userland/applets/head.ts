/** head: the first lines or bytes of each input, or all but the last. */

import { bytesOfBinary } from '../../posix/index.ts';
import { eachInput } from '../inputs.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { parseAmount, parseOptions } from '../options.ts';

export const main = applet({
  usage: '[OPTIONS] [FILE]...',
  about: 'Print first 10 lines of FILEs (or stdin)',
  run(io) {
    // The historical `head -5` is `head -n 5`.
    const args = io.args.map((argument, i) =>
      i === 0 && /^-\d/.test(argument) ? `-n${argument.slice(1)}` : argument,
    );
    const options = parseOptions({ ...io, args }, 'n:c:qv');
    const kind = options.last('nc') ?? 'n';
    const text = options.value(kind) ?? '10';
    const allBut = text.startsWith('-');
    const count = parseAmount(io, allBut ? text.slice(1) : text);
    const take = kind === 'c' ? (allBut ? bytesBut : bytes) : allBut ? linesBut : lines;
    const headings = options.has('v') || (options.operands.length > 1 && !options.has('q'));
    return eachInput(io, options.operands, async (reader, path) => {
      // A file that could not be opened counts as one before.
      const gap = path === options.operands[0] ? '' : '\n';
      if (headings) io.print(`${gap}==> ${path === '-' ? 'standard input' : path} <==\n`);
      await take(io, reader, count);
    });
  },
});

async function lines(io: Io, reader: Reader, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const line = await reader.line();
    if (line === undefined) return;
    io.put(line + (reader.terminated ? '\n' : ''));
    await io.pump();
  }
}

async function linesBut(io: Io, reader: Reader, count: number): Promise<void> {
  const held: string[] = [];
  for (;;) {
    const line = await reader.line();
    if (line === undefined) return;
    held.push(line + (reader.terminated ? '\n' : ''));
    if (held.length > count) io.put(held.shift()!);
    await io.pump();
  }
}

async function bytes(io: Io, reader: Reader, count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    const chunk = await reader.chunk(left);
    if (!chunk) return;
    await io.write(chunk);
    left -= chunk.length;
  }
}

async function bytesBut(io: Io, reader: Reader, count: number): Promise<void> {
  const all = await reader.rest();
  await io.write(bytesOfBinary(all.slice(0, Math.max(0, all.length - count))));
}
