/** od: bytes as numbers and characters. */
import { character, NAMES, rows, sameBytes } from '../byte-rows.ts';
import { applet } from '../io.ts';
import { parseOptions, parseSize } from '../options.ts';

interface Format {
  readonly size: number;
  readonly show: (bytes: Uint8Array, at: number) => string;
}

function integer(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return value;
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

export const main = applet({
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
    let status = 0;
    const rules = { skip: parseSize(io, options.value('j') ?? '0'), limit, failed: () => (status = 1) };
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
