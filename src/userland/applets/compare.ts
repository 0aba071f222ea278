/** cmp, comm, split. */
import { writeAll } from '../../kernel/index.ts';
import { bytesOfBinary, O_CREAT, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { parseCount, parseOptions, parseSize } from '../options.ts';

async function opened(io: Io, path: string, status = 1): Promise<Reader> {
  return io.openInput(path).catch((error: unknown) => io.dieErrno(path, error, status));
}

/** Bytes of a reader one by one, 64 KiB at a time underneath; -1 at the end. */
function byteReader(reader: Reader): () => number | Promise<number> {
  let chunk: Uint8Array | undefined = new Uint8Array(0);
  let at = 0;
  return () => {
    if (!chunk) return -1;
    if (at < chunk.length) return chunk[at++]!;
    return (async () => {
      const next = await reader.chunk();
      chunk = next?.slice();
      at = 1;
      return chunk ? chunk[0]! : -1;
    })();
  };
}

export const cmp = applet({
  usage: '[-ls] [-n NUM] FILE1 [FILE2 [SKIP1 [SKIP2]]]',
  about: 'Compare FILE1 with FILE2 (or stdin)',
  async run(io) {
    const options = parseOptions(io, 'lsn:', {
      min: 1,
      max: 4,
      long: { silent: 's', quiet: 's', verbose: 'l' },
    });
    const [a, b = '-'] = options.operands as [string, string?];
    const limit = options.has('n') ? parseSize(io, options.value('n')!) : Infinity;
    const [, , skipA = '0', skipB = '0'] = options.operands;
    const quiet = options.has('s') ? { ...io, dieErrno: () => io.quit(2) } : io;
    const left = byteReader(await opened(quiet, a, 2));
    const right = byteReader(await opened(quiet, b, 2));
    for (let i = parseSize(io, skipA); i > 0; i--) await left();
    for (let i = parseSize(io, skipB); i > 0; i--) await right();
    let line = 1;
    let status = 0;
    for (let at = 1; at <= limit; at++) {
      let x = left();
      if (typeof x !== 'number') x = await x;
      let y = right();
      if (typeof y !== 'number') y = await y;
      if (x === y) {
        if (x < 0) return status;
        if (x === 10) line++;
        if (at % 4096 === 0) await io.pump();
        continue;
      }
      status = 1;
      if (options.has('s')) return 1;
      if (x < 0 || y < 0) {
        io.warn(`EOF on ${x < 0 ? a : b}`);
        return 1;
      }
      if (!options.has('l')) {
        io.print(`${a} ${b} differ: char ${at}, line ${line}\n`);
        return 1;
      }
      io.print(`${at} ${x.toString(8).padStart(3)} ${y.toString(8).padStart(3)}\n`);
    }
    return status;
  },
});

export const comm = applet({
  usage: '[-123] FILE1 FILE2',
  about: 'Compare FILE1 with FILE2',
  async run(io) {
    const options = parseOptions(io, '123', { min: 2, max: 2 });
    const left = await opened(io, options.operands[0]!);
    const right = await opened(io, options.operands[1]!);
    const show = (column: 1 | 2 | 3, line: string) => {
      if (options.has(String(column))) return;
      const before = [1, 2].filter((other) => other < column && !options.has(String(other))).length;
      io.put(`${'\t'.repeat(before)}${line}\n`);
    };
    let a = await left.line();
    let b = await right.line();
    while (a !== undefined || b !== undefined) {
      if (b === undefined || (a !== undefined && a < b)) {
        show(1, a!);
        a = await left.line();
      } else if (a === undefined || b < a) {
        show(2, b);
        b = await right.line();
      } else {
        show(3, a);
        a = await left.line();
        b = await right.line();
      }
      await io.pump();
    }
    return 0;
  },
});

export const split = applet({
  usage: '[OPTIONS] [INPUT [PREFIX]]',
  about: 'Split INPUT into pieces of 1000 lines or of so many bytes',
  async run(io) {
    const options = parseOptions(io, 'l:b:a:', { max: 2 });
    const length = parseCount(io, options.value('a') ?? '2');
    const prefix = options.operands[1] ?? 'x';
    const bytes = options.has('b') ? parseSize(io, options.value('b')!) : undefined;
    const lines = parseCount(io, options.value('l') ?? '1000');
    if (bytes === 0 || lines === 0) io.die('number 0 is not in 1.. range');
    const reader = await opened(io, options.operands[0] ?? '-');
    let number = 0;
    let fd: number | undefined;
    let room = 0;
    const nextFile = async () => {
      if (fd !== undefined) await io.sys.close(fd);
      let suffix = '';
      for (let i = 0, left = number++; i < length; i++, left = Math.floor(left / 26))
        suffix = String.fromCharCode(97 + (left % 26)) + suffix;
      if (number > 26 ** length) io.die('suffixes exhausted');
      const path = prefix + suffix;
      try {
        fd = await io.sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
      } catch (error) {
        io.dieErrno(`can't open '${path}'`, error);
      }
      room = bytes ?? lines;
    };
    if (bytes === undefined) {
      for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
        if (room === 0) await nextFile();
        await writeAll(io.sys, fd!, bytesOfBinary(line + (reader.terminated ? '\n' : '')));
        room--;
        await io.pump();
      }
      return 0;
    }
    for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
      for (let at = 0; at < chunk.length; ) {
        if (room === 0) await nextFile();
        const count = Math.min(room, chunk.length - at);
        await writeAll(io.sys, fd!, chunk.subarray(at, at + count));
        at += count;
        room -= count;
      }
    }
    return 0;
  },
});
