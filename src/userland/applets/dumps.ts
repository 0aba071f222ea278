/** od, hexdump, xxd: bytes made visible. */
import { bytesOfBinary } from '../../posix/index.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { parseOptions, parseSize } from '../options.ts';

const printable = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');

/** Rows of up to `width` bytes of all inputs as one, after `skip` and up to `limit`. */
async function* rows(
  io: Io,
  paths: readonly string[],
  width: number,
  skip = 0,
  limit = Infinity,
): AsyncGenerator<{ at: number; bytes: Uint8Array }> {
  let row = new Uint8Array(width);
  let length = 0;
  let at = skip;
  let toSkip = skip;
  let left = limit;
  for (const path of paths.length ? paths : ['-']) {
    let reader: Reader;
    try {
      reader = await io.openInput(path);
    } catch (error) {
      io.dieErrno(path, error);
    }
    for (let chunk = await reader.chunk(); chunk && left > 0; chunk = await reader.chunk()) {
      let from = Math.min(toSkip, chunk.length);
      toSkip -= from;
      const end = Math.min(chunk.length, from + left);
      left -= end - from;
      while (from < end) {
        const count = Math.min(width - length, end - from);
        row.set(chunk.subarray(from, from + count), length);
        length += count;
        from += count;
        if (length === width) {
          yield { at, bytes: row };
          at += width;
          row = new Uint8Array(width);
          length = 0;
        }
      }
      await io.pump();
    }
    await reader.close();
  }
  if (length > 0) yield { at, bytes: row.subarray(0, length) };
  yield { at: at + length, bytes: row.subarray(0, 0) };
}

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array) =>
  a !== undefined && a.length === b.length && b.length > 0 && a.every((byte, i) => byte === b[i]);

const CONTROL: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
};
const NAMES =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  );

interface Format {
  readonly size: number;
  readonly show: (bytes: Uint8Array, at: number) => string;
}

function integer(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return value;
}

const character = (byte: number) =>
  CONTROL[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));

/** od's type letters with a size, as cells with a leading blank. */
function odFormat(kind: string, size: number): Format | undefined {
  const bits = size * 8;
  const widths: Record<string, number> = {
    o: Math.ceil(bits / 3),
    x: size * 2,
    u: String(2n ** BigInt(bits) - 1n).length,
    d: String(2n ** BigInt(bits - 1)).length + 1,
  };
  if (kind === 'c') return { size: 1, show: (bytes, at) => character(bytes[at]!).padStart(4) };
  if (kind === 'a') {
    const name = (byte: number) => (byte === 127 ? 'del' : (NAMES[byte] ?? String.fromCharCode(byte)));
    return { size: 1, show: (bytes, at) => name(bytes[at]! & 127).padStart(4) };
  }
  const width = widths[kind];
  if (width === undefined) return undefined;
  return {
    size,
    show(bytes, at) {
      const value = integer(bytes, at, size);
      const text =
        kind === 'x'
          ? value.toString(16)
          : kind === 'o'
            ? value.toString(8)
            : String(kind === 'd' ? BigInt.asIntN(bits, value) : value);
      return ` ${text.padStart(width, kind === 'x' || kind === 'o' ? '0' : ' ')}`;
    },
  };
}

const OD_SHORT: Readonly<Record<string, string>> = {
  a: 'a',
  b: 'o1',
  c: 'c',
  d: 'u2',
  h: 'x2',
  i: 'd4',
  l: 'd8',
  o: 'o2',
  s: 'd2',
  x: 'x2',
  D: 'u4',
  X: 'x4',
  H: 'x4',
  B: 'o2',
  O: 'o4',
};
const OD_SIZES: Readonly<Record<string, string>> = { C: '1', S: '2', I: '4', L: '8' };

export const od = applet({
  usage: '[-abcdhilovxs] [-t TYPE] [-A RADIX] [-N SIZE] [-j SKIP] [FILE]...',
  about: 'Print FILEs (or stdin) unambiguously, as octal bytes by default',
  async run(io) {
    const options = parseOptions(io, 'A:N:abcdhij:lost:vxDXHBOw::', {
      long: {
        'address-radix': 'A',
        format: 't',
        'read-bytes': 'N',
        'skip-bytes': 'j',
        'output-duplicates': 'v',
      },
    });
    const types = [...'abcdhilosxDXHBO'].filter((flag) => options.has(flag)).map((flag) => OD_SHORT[flag]!);
    for (const text of options.values('t'))
      types.push(
        ...(text.match(/[ac]|[doux][1248CSIL]?|.+/g) ?? []).map((t) =>
          t.replace(/[CSIL]$/, (c) => OD_SIZES[c]!),
        ),
      );
    const formats = (types.length ? types : ['o2']).map((type) => {
      const found = /^([acdoux])([1248]?)$/.exec(type);
      return (found && odFormat(found[1]!, Number(found[2] || 4))) ?? io.die(`invalid type string '${type}'`);
    });
    const radix =
      { d: 10, o: 8, x: 16, n: 0 }[options.value('A') ?? 'o'] ??
      io.die(`bad output address radix '${options.value('A')}' (must be [doxn])`);
    const address = (at: number) => (radix ? at.toString(radix).padStart(radix === 16 ? 6 : 7, '0') : '');
    const width = Number(options.value('w') ?? (options.has('w') ? 32 : 16));
    let previous: Uint8Array | undefined;
    let starred = false;
    const limit = options.has('N') ? parseSize(io, options.value('N')!) : Infinity;
    for await (const { at, bytes } of rows(
      io,
      options.operands,
      width,
      parseSize(io, options.value('j') ?? '0'),
      limit,
    )) {
      if (bytes.length === width && sameBytes(previous, bytes) && !options.has('v')) {
        if (!starred) io.print('*\n');
        starred = true;
        continue;
      }
      starred = false;
      previous = bytes;
      if (bytes.length === 0) {
        if (radix) io.print(`${address(at)}\n`);
        break;
      }
      formats.forEach((format, i) => {
        let line = i === 0 ? address(at) : ' '.repeat(radix ? address(at).length : 0);
        for (let from = 0; from < bytes.length; from += format.size) line += format.show(bytes, from);
        io.print(`${line}\n`);
      });
    }
    return 0;
  },
});

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

export const hexdump = applet({
  usage: '[-bcdoxCv] [-n LEN] [-s OFS] [FILE]...',
  about: 'Display file contents in hexadecimal or a chosen format',
  async run(io) {
    const options = parseOptions(io, 'bcdoxCe:f:n:s:vR');
    for (const flag of 'efR') if (options.has(flag)) io.die(`-${flag} is not supported`);
    const canonical = options.has('C') || io.name === 'hd';
    const kinds = canonical ? ['C'] : [...'bcdox'].filter((flag) => options.has(flag));
    const shown = kinds.length ? kinds : [''];
    const width = canonical ? 8 : 7;
    const number = (text: string) => (/^0x[0-9a-f]+$/i.test(text) ? Number(text) : parseSize(io, text));
    const limit = options.has('n') ? number(options.value('n')!) : Infinity;
    let previous: Uint8Array | undefined;
    let starred = false;
    for await (const { at, bytes } of rows(
      io,
      options.operands,
      16,
      number(options.value('s') ?? '0'),
      limit,
    )) {
      if (bytes.length === 16 && sameBytes(previous, bytes) && !options.has('v')) {
        if (!starred) io.print('*\n');
        starred = true;
        continue;
      }
      starred = false;
      previous = bytes;
      if (bytes.length === 0) io.print(at > 0 ? `${hex(at, width)}\n` : '');
      else for (const kind of shown) io.print(`${hex(at, width)}${HEXDUMP[kind]!(bytes)}\n`);
    }
    return 0;
  },
});

export const xxd = applet({
  usage: '[-pri] [-g N] [-c N] [-l LEN] [-s OFS] [-o OFS] [FILE]',
  about: 'Hex dump FILE (or stdin)',
  async run(io) {
    const options = parseOptions(io, 'pric:g:l:s:o:', { max: 1 });
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
    for await (const { at, bytes } of rows(
      io,
      options.operands,
      width,
      number('s', 0),
      number('l', Infinity),
    )) {
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
    return 0;
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
