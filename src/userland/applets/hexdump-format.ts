/**
 * hexdump's own formats (`-e '4/1 "%02x " "\\n"'`): parsed to units, and applied to blocks of bytes.
 *
 * A unit is text with conversions, repeated over so many bytes; a block is as long as the longest format.
 */
import { expandEscapes, formatPrintf, textOf } from '../../posix/index.ts';
import { character, NAMES } from '../byte-rows.ts';
import { binaryOfBytes, type Io } from '../io.ts';

export interface Format {
  /** Bytes of a block. */
  readonly size: number;
  readonly row: (bytes: Uint8Array, at: number) => string;
  /** What stands below all: `%_A`. */
  readonly last: (at: number) => string;
}

/** A piece of a unit: text, an address, or a conversion of so many bytes. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly spec: string; readonly once: boolean }
  | { readonly kind: 'data'; readonly spec: string; readonly size: number };

interface Unit {
  readonly times: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

export function parseFormat(io: Io, text: string): Format {
  const units: Unit[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const found = /^(?:(\d+)?(?:\/(\d+))?)\s*"((?:[^"\\]|\\.)*)"\s*/s.exec(rest);
    if (!found) return io.die(`bad format {${text}}`);
    rest = rest.slice(found[0].length);
    units.push(parseUnit(io, found[1], found[2], expandEscapes(found[3]!).text));
  }
  const size = units.reduce((sum, unit) => sum + unit.times * unit.size, 0);
  return {
    size,
    row: (bytes, at) => applyUnits(units, bytes, at),
    last: (at) =>
      units
        .flatMap(({ pieces }) =>
          pieces.some((piece) => piece.kind === 'address' && piece.once) ? pieces : [],
        )
        .map((piece) =>
          piece.kind === 'address' ? c(piece.spec, at) : piece.kind === 'text' ? piece.text : '',
        )
        .join(''),
  };
}

const CONVERSION = /%(?:%|([-+ #0]*\d*(?:\.\d+)?)(_[aA][dox]|_[cpu]|[cdiouxXeEfgGs]|.))/gs;
const INTEGERS = 'diouxX';
const FLOATS = 'eEfgG';

function parseUnit(io: Io, times: string | undefined, size: string | undefined, text: string): Unit {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(CONVERSION)) {
    pieces.push({ kind: 'text', text: text.slice(at, found.index) });
    at = found.index + found[0].length;
    const [whole, flags = '', letter] = found;
    if (letter === undefined) pieces.push({ kind: 'text', text: '%' });
    else if (/^_[aA]/.test(letter))
      pieces.push({ kind: 'address', spec: `%${flags}${letter[2]}`, once: letter[1] === 'A' });
    else if (!/^(_[cpu]|[cdiouxXeEfgGs])$/.test(letter)) io.die(`bad conversion character %${letter}`);
    else pieces.push({ kind: 'data', spec: whole, size: Number(size ?? defaultSize(letter)) });
  }
  pieces.push({ kind: 'text', text: text.slice(at) });
  const data = pieces.find((piece) => piece.kind === 'data');
  return { times: Number(times ?? 1), size: data ? data.size : Number(size ?? 0), pieces };
}

function defaultSize(letter: string): number {
  return INTEGERS.includes(letter) ? 4 : FLOATS.includes(letter) ? 8 : 1;
}

function applyUnits(units: readonly Unit[], bytes: Uint8Array, start: number): string {
  let out = '';
  let at = 0;
  for (const unit of units) {
    if (unit.pieces.some((piece) => piece.kind === 'address' && piece.once)) continue;
    for (let i = 0; i < unit.times; i++) {
      for (const [n, piece] of unit.pieces.entries()) {
        // The blanks that part repetitions are not wanted behind the last one.
        const ends = unit.times > 1 && i === unit.times - 1 && n === unit.pieces.length - 1;
        const text = showPiece(piece, bytes, at, start);
        out += ends && piece.kind === 'text' ? text.trimEnd() : text;
      }
      at += unit.size;
    }
  }
  return out;
}

function showPiece(piece: Piece, bytes: Uint8Array, at: number, start: number): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'address') return piece.once ? '' : c(piece.spec, start + at);
  const [, flags = '', letter = ''] = /^%([-+ #0]*\d*(?:\.\d+)?)(.*)$/s.exec(piece.spec)!;
  // Where there are no more bytes the column stays, empty.
  if (at >= bytes.length) return c(`%${flags.replace(/[+ #0]*(\d*).*/, '$1')}s`, '');
  const data = Uint8Array.from({ length: piece.size }, (_, i) => bytes[at + i] ?? 0);
  const byte = data[0]!;
  if (letter === '_c') return c(`%${flags}s`, character(byte));
  if (letter === '_p') return c(`%${flags}s`, byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.');
  if (letter === '_u') return c(`%${flags}s`, nameOf(byte));
  if (letter === 'c') return c(`%${flags}s`, textOf(data.subarray(0, 1)));
  if (letter === 's') return c(`%${flags}s`, textOf(data));
  const view = new DataView(data.buffer);
  if (FLOATS.includes(letter))
    return c(piece.spec, piece.size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true));
  let value = 0n;
  for (const each of [...data].reverse()) value = (value << 8n) | BigInt(each);
  const signed = letter === 'd' || letter === 'i';
  return c(piece.spec, signed ? BigInt.asIntN(8 * piece.size, value) : value);
}

function nameOf(byte: number): string {
  if (byte === 127) return 'del';
  if (byte > 127) return byte.toString(16);
  // Line feeds are `lf` here, and a blank is itself.
  return byte === 10 ? 'lf' : byte === 32 ? ' ' : (NAMES[byte] ?? String.fromCharCode(byte));
}

/** One conversion, as printf makes it. */
function c(spec: string, value: string | number | bigint): string {
  return binaryOfBytes(formatPrintf(spec, [String(value)]).output);
}
