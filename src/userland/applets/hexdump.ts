/** hexdump, hd: bytes in rows of a fixed look, or of one's own (`hexdump-format.ts`). */
import { errnoOf } from '../../posix/index.ts';
import { character, hex, printable, rows, sameBytes } from '../byte-rows.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions, parseSize } from '../options.ts';
import { type Format, parseFormat } from './hexdump-format.ts';

const HEXDUMP: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  b: (bytes) =>
    Array.from(bytes, (byte) => ` ${byte.toString(8).padStart(3, '0')}`)
      .join('')
      .padEnd(64),
  c: (bytes) =>
    Array.from(bytes, (byte) => character(byte).padStart(4))
      .join('')
      .padEnd(64),
  d: (bytes) => pairs(bytes, (value) => `   ${String(value).padStart(5, '0')}`).padEnd(64),
  o: (bytes) => pairs(bytes, (value) => `  ${value.toString(8).padStart(6, '0')}`).padEnd(64),
  x: (bytes) => pairs(bytes, (value) => `    ${hex(value, 4)}`).padEnd(64),
  '': (bytes) => pairs(bytes, (value) => ` ${hex(value, 4)}`).padEnd(40),
  C(bytes) {
    const cells = Array.from({ length: 16 }, (_, i) => (i < bytes.length ? hex(bytes[i]!, 2) : '  '));
    return `  ${cells.slice(0, 8).join(' ')}  ${cells.slice(8).join(' ')}  |${printable(bytes)}|`;
  },
};

function pairs(bytes: Uint8Array, show: (value: number) => string): string {
  let line = '';
  for (let at = 0; at < bytes.length; at += 2) line += show(bytes[at]! | ((bytes[at + 1] ?? 0) << 8));
  return line;
}

/** A look of rows: the row's text, and what stands below all. */
interface View {
  readonly size: number;
  readonly row: (bytes: Uint8Array, at: number, end: number) => string;
  readonly last: (at: number) => string;
}

function fixedView(kind: string): View {
  const width = kind === 'C' ? 8 : 7;
  return {
    size: 16,
    row: (bytes, at) => `${hex(at, width)}${HEXDUMP[kind]!(bytes)}\n`,
    last: (at) => (at > 0 ? `${hex(at, width)}\n` : ''),
  };
}

export const main = applet({
  usage: '[-bcdoxCv] [-e FMT] [-f FMT_FILE] [-n LEN] [-s OFS] [FILE]...',
  about: 'Display file contents in hexadecimal or a chosen format',
  async run(io) {
    const options = parseOptions(io, 'bcdoxCe:f:n:s:v');
    const formats = options.values('e').map((text) => parseFormat(io, text));
    for (const path of options.values('f')) formats.push(...(await readFormats(io, path)));
    const kinds = io.name === 'hd' ? ['C'] : [...'bcdoxC'].filter((flag) => options.has(flag));
    if (kinds.length === 0 && formats.length === 0) kinds.push('');
    const views: View[] = [...kinds.map(fixedView), ...formats];
    const size = Math.max(...views.map((view) => view.size));
    if (size === 0) return 0;
    const limit = options.has('n') ? countOf(io, options.value('n')!) : Infinity;
    let status = 0;
    const rules = { skip: offsetOf(io, options.value('s') ?? '0'), limit, failed: () => (status = 1) };
    let previous: Uint8Array | undefined;
    let starred = false;
    for await (const { at, bytes } of rows(io, options.operands, size, rules)) {
      if (bytes.length === size && sameBytes(previous, bytes) && !options.has('v')) {
        if (!starred) io.print('*\n');
        starred = true;
        continue;
      }
      starred = false;
      previous = bytes;
      // Where several looks end alike, the end is told once.
      if (bytes.length === 0) io.put(views.at(-1)!.last(at));
      else for (const view of views) io.put(view.row(bytes, at, size));
    }
    return status;
  },
});

async function readFormats(io: Io, path: string): Promise<Format[]> {
  try {
    const reader = await io.openInput(path);
    const text = await reader.rest();
    await reader.close();
    return text.split('\n').flatMap((line) => (/^\s*(#|$)/.test(line) ? [] : [parseFormat(io, line)]));
  } catch (error) {
    if (!errnoOf(error)) throw error;
    return io.dieErrno(`can't open '${path}'`, error);
  }
}

function countOf(io: Io, text: string): number {
  return /^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`);
}

function offsetOf(io: Io, text: string): number {
  return /^0x[0-9a-f]+$/i.test(text) ? Number(text) : parseSize(io, text);
}
