/** tail: the last lines or bytes, and with -f what is written later. */
import type { Fd } from '../../kernel/index.ts';
import { errnoOf, isFile, O_RDONLY } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { createGauge } from '../gauge.ts';
import { applet, binaryOfBytes, type Io, type Reader } from '../io.ts';
import { type Options, parseAmount, parseOptions } from '../options.ts';

interface Watched {
  readonly path: string;
  fd: Fd | undefined;
  ino: number;
}

export const main = applet({
  usage: '[OPTIONS] [FILE]...',
  about: 'Print last 10 lines of FILEs (or stdin) to.',
  async run(io) {
    const args = io.args.map((argument, i) =>
      i === 0 && /^[-+]\d/.test(argument) ? `-n${argument.replace(/^-/, '')}` : argument,
    );
    const options = parseOptions({ ...io, args }, 'n:c:qvfFs:');
    const kind = options.last('nc') ?? 'n';
    const text = options.value(kind) ?? '10';
    const fromStart = text.startsWith('+');
    const count = parseAmount(io, text.replace(/^[-+]/, ''));
    const paths = options.operands.length ? options.operands : ['-'];
    const watched: Watched[] = [];
    const readers: Reader[] = [];
    let status = 0;
    for (const path of paths) {
      try {
        const reader = await io.openInput(path);
        readers.push(reader);
        watched.push({ path, fd: reader.fd, ino: (await io.sys.fstat(reader.fd)).ino });
      } catch (error) {
        io.warnErrno(`can't open '${path}'`, error);
        status = 1;
        if (options.has('F')) watched.push({ path, fd: undefined, ino: -1 });
      }
    }
    const headings = options.has('v') || (readers.length > 1 && !options.has('q'));
    let shown = 0;
    for (const { path, fd } of watched) {
      const reader = readers.find((candidate) => candidate.fd === fd);
      if (!reader) continue;
      if (headings) io.print(`${shown++ ? '\n' : ''}==> ${path === '-' ? 'standard input' : path} <==\n`);
      try {
        const regular = isFile((await io.sys.fstat(reader.fd)).mode);
        await (fromStart
          ? skip(io, reader, count, kind === 'c')
          : last(io, reader, count, kind === 'c', regular));
        await io.flush();
      } catch (error) {
        io.warnErrno('read error', error);
        status = 1;
      }
    }
    if (watched.length === 0) io.warn('no files');
    else if (options.has('f') || options.has('F')) await follow(io, options, watched, headings);
    return status;
  },
});

async function skip(io: Io, reader: Reader, count: number, bytes: boolean): Promise<void> {
  if (!bytes) for (let i = 1; i < count && (await reader.line()) !== undefined; i++) await io.pump();
  let left = bytes ? Math.max(0, count - 1) : 0;
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
    if (left < chunk.length) await io.write(chunk.subarray(left));
    left = Math.max(0, left - chunk.length);
  }
}

const BLOCK = 65_536;

async function last(io: Io, reader: Reader, count: number, bytes: boolean, seekable: boolean): Promise<void> {
  if (seekable) return lastOfFile(io, reader.fd, count, bytes);
  // Of a stream only so much is kept as could still be needed.
  const parts: { readonly text: string; readonly lines: number }[] = [];
  const gauge = createGauge(io.sys);
  let [length, lines] = [0, 0];
  const isSpare = (part: (typeof parts)[number]): boolean =>
    bytes ? length - part.text.length >= count : lines - part.lines > count;
  for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
    const text = binaryOfBytes(chunk);
    const part = { text, lines: countLines(text) };
    parts.push(part);
    length += text.length;
    lines += part.lines;
    while (parts.length > 1 && isSpare(parts[0]!)) {
      const gone = parts.shift()!;
      length -= gone.text.length;
      lines -= gone.lines;
    }
    gauge(length);
    await io.sys.breathe();
  }
  const held = parts.map(({ text }) => text).join('');
  io.put(held.slice(startOf(held, count, bytes)));
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Where the last `count` lines or bytes of a text begin. */
function startOf(text: string, count: number, bytes: boolean): number {
  if (bytes) return Math.max(0, text.length - count);
  if (count === 0) return text.length;
  let at = text.endsWith('\n') ? text.length - 1 : text.length;
  for (let i = 0; i < count; i++) {
    at = at === 0 ? -1 : text.lastIndexOf('\n', at - 1);
    if (at < 0) return 0;
  }
  return at + 1;
}

async function lastOfFile(io: Io, fd: Fd, count: number, bytes: boolean): Promise<void> {
  const { sys } = io;
  const size = await sys.lseek(fd, 0, 'end');
  let start = bytes ? Math.max(0, size - count) : size;
  if (!bytes && count > 0) {
    const buffer = new Uint8Array(BLOCK);
    let newlines = 0;
    search: while (start > 0) {
      const from = Math.max(0, start - BLOCK);
      const read = await sys.pread(fd, buffer.subarray(0, start - from), from);
      if (read === 0) break;
      for (let i = read - 1; i >= 0; i--) {
        if (buffer[i] === 10 && from + i !== size - 1 && ++newlines === count) {
          start = from + i + 1;
          break search;
        }
      }
      start = from;
      await sys.breathe();
    }
  }
  await sys.lseek(fd, start, 'set');
  await copyOn(io, fd);
}

async function copyOn(io: Io, fd: Fd): Promise<number> {
  const buffer = new Uint8Array(BLOCK);
  for (let total = 0; ; ) {
    const count = await io.sys.read(fd, buffer);
    if (count === 0) return total;
    total += count;
    await io.write(buffer.subarray(0, count));
  }
}

async function follow(io: Io, options: Options, watched: Watched[], headings: boolean): Promise<void> {
  const interval = Number(options.value('s') ?? 1) * 1000;
  let current = watched.at(-1);
  for (;;) {
    await io.flush();
    await io.sys.sleep(interval);
    for (const file of watched) {
      if (options.has('F') && file.path !== '-') await reopen(io, file);
      if (file.fd === undefined) continue;
      const stat = await io.sys.fstat(file.fd);
      if (isFile(stat.mode) && stat.size < (await io.sys.lseek(file.fd, 0, 'cur'))) {
        io.warn('file truncated');
        await io.sys.lseek(file.fd, 0, 'set');
      }
      const buffer = new Uint8Array(BLOCK);
      for (;;) {
        const count = await io.sys.read(file.fd, buffer);
        if (count === 0) break;
        if (headings && current !== file) io.print(`\n==> ${file.path} <==\n`);
        current = file;
        await io.write(buffer.subarray(0, count));
      }
    }
  }
}

/** -F: the name may come to mean another file. */
async function reopen(io: Io, file: Watched): Promise<void> {
  const stat = await statOf(io.sys, file.path);
  if (stat && stat.ino === file.ino) return;
  if (!stat) {
    if (file.fd !== undefined) {
      io.warn(`${file.path} has become inaccessible`);
      await io.sys.close(file.fd);
      file.fd = undefined;
      file.ino = -1;
    }
    return;
  }
  try {
    const fd = await io.sys.open(file.path, O_RDONLY);
    io.warn(
      `${file.path} has ${file.fd === undefined ? 'appeared' : 'been replaced'}; following end of new file`,
    );
    if (file.fd !== undefined) await io.sys.close(file.fd);
    file.fd = fd;
    file.ino = stat.ino;
  } catch (error) {
    if (!errnoOf(error)) throw error;
  }
}
