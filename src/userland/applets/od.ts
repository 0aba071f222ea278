/** od: bytes as numbers and characters. */
import { character, NAMES, rows, sameBytes } from '../byte-rows.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions, parseSize } from '../options.ts';

interface Format {
  readonly size: number;
  readonly show: (bytes: Uint8Array, at: number) => string;
}

function integer(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return value;
}

/** A float as C's `%e` with so many digits. */
function scientific(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  return value.toExponential(digits).replace(/e([-+])(\d)$/, 'e$10$2');
}

function floatFormat(size: number): Format {
  return {
    size,
    show(bytes, at) {
      const view = new DataView(new ArrayBuffer(size));
      for (let i = 0; i < size; i++) view.setUint8(i, bytes[at + i] ?? 0);
      return size === 4
        ? scientific(view.getFloat32(0, true), 7).padStart(16)
        : scientific(view.getFloat64(0, true), 15).padStart(24);
    },
  };
}

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
  if (kind === 'f') return floatFormat(size);
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
  f: 'f4',
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
const OD_SIZES: Readonly<Record<string, number>> = { C: 1, S: 2, I: 4, L: 8, F: 4, D: 8 };

/** The types that one `-t` names. */
function parseTypes(io: Io, text: string): Format[] {
  const types = text.match(/[ac]|f(?:\d+|[FD])?|[doux](?:\d+|[CSIL])?|./gs) ?? [];
  return types.map((type) => {
    const kind = type[0]!;
    if (!'acdfoux'.includes(kind)) return io.die(`invalid character '${kind}' in type string '${text}'`);
    const given = type.slice(1);
    const size = given === '' ? (kind === 'f' ? 8 : 4) : (OD_SIZES[given] ?? Number(given));
    const fits = (kind === 'f' ? [4, 8] : [1, 2, 4, 8]).includes(size);
    const what = kind === 'f' ? 'floating point' : 'integral';
    return (
      (fits && odFormat(kind, size)) ||
      io.die(`invalid type string '${text}'; ${size}-byte ${what} type is not supported`)
    );
  });
}

/** A count of bytes, which may be octal or hexadecimal here. */
function parseOffset(io: Io, text: string): number {
  if (/^0x[0-9a-f]+$/i.test(text)) return Number(text);
  const octal = /^0([0-7]+)([a-z]?)$/i.exec(text);
  return parseSize(io, octal ? `${Number.parseInt(octal[1]!, 8)}${octal[2]}` : text);
}

/** How many bytes a line shows: all types have to come out even. */
function widthOf(io: Io, options: Options, formats: readonly Format[]): number {
  const width = options.has('w') ? parseSize(io, options.value('w') ?? '32') : 16;
  const unit = Math.max(...formats.map(({ size }) => size));
  if (width > 0 && width % unit === 0) return width;
  io.warn(`warning: invalid width ${width}; using ${unit} instead`);
  return unit;
}

export const main = applet({
  usage: '[-abcdfhilovxs] [-t TYPE] [-A RADIX] [-N SIZE] [-j SKIP] [FILE]...',
  about: 'Print FILEs (or stdin) unambiguously, as octal bytes by default',
  async run(io) {
    const options = parseOptions(io, 'A:N:abcdfhij:lost:vxDXHBOw::', {
      long: {
        'address-radix': 'A',
        format: 't',
        'read-bytes': 'N',
        'skip-bytes': 'j',
        'output-duplicates': 'v',
      },
    });
    const short = [...'abcdfhilosxDXHBO'].filter((flag) => options.has(flag)).map((flag) => OD_SHORT[flag]!);
    const types = [...short, ...options.values('t')];
    const formats = (types.length ? types : ['o2']).flatMap((text) => parseTypes(io, text));
    const radix =
      { d: 10, o: 8, x: 16, n: 0 }[options.value('A') ?? 'o'] ??
      io.die(`bad output address radix '${options.value('A')}' (must be [doxn])`);
    const address = (at: number) => (radix ? at.toString(radix).padStart(radix === 16 ? 6 : 7, '0') : '');
    const width = widthOf(io, options, formats);
    let previous: Uint8Array | undefined;
    let starred = false;
    const limit = options.has('N') ? parseOffset(io, options.value('N')!) : Infinity;
    let status = 0;
    const rules = {
      skip: parseOffset(io, options.value('j') ?? '0'),
      limit,
      failed: () => (status = 1),
      skippedPast: () => io.die("can't skip past end of combined input"),
    };
    for await (const { at, bytes } of rows(io, options.operands, width, rules)) {
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
    return status;
  },
});
