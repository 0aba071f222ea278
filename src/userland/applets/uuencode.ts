/** uuencode and uudecode: bytes as lines of plain characters, as mail once wanted them. @see POSIX.1-2024, uuencode */
import { writeAll } from '../../kernel/index.ts';
import { O_CREAT, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import { applet, binaryOfBytes, type Io, type Reader } from '../io.ts';
import { parseOptions } from '../options.ts';

const LINE = 45;

export const uuencode = applet({
  usage: '[-m] [FILE] STORED_FILENAME',
  about: 'Uuencode FILE (or stdin) to stdout',
  async run(io) {
    const options = parseOptions(io, 'm', { min: 1, max: 2 });
    const names = options.operands;
    const stored = names[names.length - 1]!;
    const path = names.length > 1 ? names[0]! : '-';
    const reader = await io
      .openInput(path)
      .catch((error: unknown) => io.dieErrno(`can't open '${path}'`, error));
    const mode = names.length > 1 ? (await io.sys.fstat(reader.fd)).mode & 0o777 : 0o666 & ~io.sys.umask();
    const base64 = options.has('m');
    io.print(`begin${base64 ? '-base64' : ''} ${mode.toString(8)} ${stored}\n`);
    let held = '';
    for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
      held += binaryOfBytes(chunk);
      for (; held.length >= LINE; held = held.slice(LINE)) io.put(lineOf(held.slice(0, LINE), base64));
      await io.pump();
    }
    if (held !== '') io.put(lineOf(held, base64));
    io.print(base64 ? '====\n' : '`\nend\n');
    await reader.close();
    return 0;
  },
});

function lineOf(bytes: string, base64: boolean): string {
  if (base64) return `${btoa(bytes)}\n`;
  const digit = (value: number) => String.fromCharCode(value === 0 ? 0x60 : value + 0x20);
  let line = digit(bytes.length);
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((j) => bytes.charCodeAt(i + j) || 0);
    line +=
      digit(a >> 2) + digit(((a & 3) << 4) | (b >> 4)) + digit(((b & 15) << 2) | (c >> 6)) + digit(c & 63);
  }
  return `${line}\n`;
}

export const uudecode = applet({
  usage: '[-o OUTFILE] [INFILE]',
  about: 'Uudecode a file',
  async run(io) {
    const options = parseOptions(io, 'o:', { max: 1 });
    const path = options.operands[0] ?? '-';
    const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
    for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
      const begin = /^begin(-base64)? ([0-7]+) (.+)$/.exec(line);
      if (!begin) continue;
      const target = options.value('o') ?? begin[3]!;
      await decode(io, reader, target, Number.parseInt(begin[2]!, 8), begin[1] !== undefined);
      return 0;
    }
    return io.die("no 'begin' line");
  },
});

async function decode(io: Io, reader: Reader, target: string, mode: number, base64: boolean): Promise<void> {
  const toStdout = target === '-' || target === '/dev/stdout';
  const fd = toStdout
    ? 1
    : await Promise.resolve(io.sys.open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o666)).catch(
        (error: unknown) => io.dieErrno(`can't open '${target}'`, error),
      );
  for (;;) {
    const line = (await reader.line()) ?? io.die('short file');
    if (line === (base64 ? '====' : 'end')) break;
    const bytes = base64 ? decoded64(io, line) : decoded(line);
    if (bytes.length === 0) continue;
    await io.flush();
    await writeAll(io.sys, fd, bytes);
  }
  if (toStdout) return;
  await io.sys.fchmod(fd, mode);
  await io.sys.close(fd);
}

function decoded64(io: Io, line: string): Uint8Array {
  try {
    return Uint8Array.from(atob(line), (char) => char.charCodeAt(0));
  } catch {
    return io.die('short file');
  }
}

function decoded(line: string): Uint8Array {
  const value = (at: number) => (line.charCodeAt(at) - 0x20) & 63;
  const length = line === '' ? 0 : value(0);
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const at = 1 + Math.floor(i / 3) * 4;
    const [a, b, c, d] = [value(at), value(at + 1), value(at + 2), value(at + 3)] as const;
    bytes[i] = [(a << 2) | (b >> 4), (b << 4) | (c >> 2), (c << 6) | d][i % 3]! & 255;
  }
  return bytes;
}
