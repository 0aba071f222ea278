/**
 * `printf`, built-in or applet: format and operands in, bytes and complaints out.
 *
 * Widths and precisions count bytes, as C does, so all is done on strings of one character a byte.
 * @see POSIX.1-2024, XCU printf; messages and refused conversions as busybox 1.37
 */
import { expandEscapes, readEscape } from './escapes.ts';
import { formatFloat, formatInteger, type NumberFlags, pad } from './printf-number.ts';
import { binaryOf, bytesOfBinary } from './text.ts';

export interface PrintfResult {
  readonly output: Uint8Array<ArrayBuffer>;
  /** Without the program's name, in order. */
  readonly errors: readonly string[];
  readonly status: number;
}

interface Operands {
  readonly list: readonly string[];
  at: number;
}

interface State {
  out: string;
  readonly operands: Operands;
  readonly errors: string[];
}

/** Formats operands, using the format again as long as it takes some. */
export function formatPrintf(format: string, args: readonly string[]): PrintfResult {
  const state: State = { out: '', operands: { list: args, at: 0 }, errors: [] };
  const source = binaryOf(format);
  for (;;) {
    const before = state.operands.at;
    const ended = onePass(source, state);
    if (ended || state.operands.at >= args.length || state.operands.at === before) break;
  }
  return {
    output: bytesOfBinary(state.out),
    errors: state.errors,
    status: state.errors.length ? 1 : 0,
  };
}

/** One walk over the format; true where all output ends (`\c`, a bad conversion). */
function onePass(format: string, state: State): boolean {
  let at = 0;
  while (at < format.length) {
    const char = format[at]!;
    if (char === '\\') {
      if (format[at + 1] === 'c') return true;
      const sequence = readEscape(format, at);
      state.out += sequence.char;
      at = sequence.next;
    } else if (char === '%' && format[at + 1] === '%') {
      state.out += '%';
      at += 2;
    } else if (char === '%') {
      const next = conversion(format, at, state);
      if (next < 0) return true;
      at = next;
    } else {
      state.out += char;
      at++;
    }
  }
  return false;
}

/** Formats the conversion at `at`; answers where it ends, or -1 where output ends. */
function conversion(format: string, at: number, state: State): number {
  const { operands } = state;
  if (format[at + 1] === 'b') {
    const expanded = expandEscapes(binaryOf(operands.list[operands.at++] ?? ''));
    state.out += expanded.text;
    return expanded.stop ? -1 : at + 2;
  }
  const match = /^%([-+ #0]*)(\*|\d*)(?:(\.)(\*|\d*))?([hlLz]*)(.?)/s.exec(format.slice(at))!;
  const [whole, flagText, widthText, dot, precisionText, modifiers, letter] = match;
  let flags = readFlags(flagText!);
  let width = widthText === '*' ? integer(next(operands), state) : Number(widthText || 0);
  if (width < 0) {
    flags = { ...flags, left: true };
    width = -width;
  }
  let precision = dot
    ? precisionText === '*'
      ? integer(next(operands), state)
      : Number(precisionText || 0)
    : undefined;
  if (precision !== undefined && precision < 0) precision = undefined;
  // A width that would fill memory is no width: C's is an int, a terminal's line far less.
  if (!letter || !'diouxXeEfgGcs'.includes(letter) || width > 0x100000 || (precision ?? 0) > 0x100000) {
    const shown = `%${flagText}${widthText}${dot ?? ''}${precisionText ?? ''}${format.slice(at + whole.length - letter!.length)}`;
    state.errors.push(`${modifiers ? shown : format.slice(at)}: invalid format`);
    return -1;
  }
  state.out += formatOne(letter, flags, width, precision, next(operands), state);
  return at + whole.length;
}

function next(operands: Operands): string | undefined {
  return operands.list[operands.at++];
}

function readFlags(text: string): NumberFlags {
  return {
    left: text.includes('-'),
    plus: text.includes('+'),
    space: text.includes(' '),
    alternate: text.includes('#'),
    zero: text.includes('0'),
  };
}

function formatOne(
  letter: string,
  flags: NumberFlags,
  width: number,
  precision: number | undefined,
  operand: string | undefined,
  state: State,
): string {
  if (letter === 's') {
    const text = binaryOf(operand ?? '');
    return pad(precision === undefined ? text : text.slice(0, precision), width, flags.left);
  }
  if (letter === 'c') return pad(binaryOf(operand ?? '')[0] ?? '\0', width, flags.left);
  if ('eEfgG'.includes(letter)) {
    return formatFloat(letter, flags, width, precision, float(operand ?? '', state));
  }
  return formatInteger(
    letter,
    flags,
    width,
    precision,
    whole(operand ?? '', letter === 'd' || letter === 'i', state),
  );
}

/** An operand as an integer for `*`. */
function integer(operand: string | undefined, state: State): number {
  return Number(whole(operand ?? '', true, state));
}

const LONG_MAX = 2n ** 63n - 1n;

/** strtoll or strtoull with base 0, or a quote and a character. Complains and gives 0 where that fails. */
function whole(operand: string, signed: boolean, state: State): bigint {
  const text = operand.replace(/^[ \t\n\v\f\r]+/, '');
  if (text[0] === '"' || text[0] === "'") return BigInt(binaryOf(text).charCodeAt(1) || 0);
  const match = /^[ \t\n\v\f\r]*([-+]?)(0[xX][0-9a-fA-F]+|\d+)$/.exec(text);
  const digits = match?.[2] ?? '';
  if (match && !/^0\d*[89]/.test(digits)) {
    const size = BigInt(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
    const value = match[1] === '-' ? -size : size;
    const fits = signed ? value <= LONG_MAX && value >= -LONG_MAX - 1n : size < 2n ** 64n;
    if (fits) return value;
  }
  state.errors.push(`invalid number '${text}'`);
  return 0n;
}

function float(text: string, state: State): number {
  if (text[0] === '"' || text[0] === "'") return binaryOf(text).charCodeAt(1) || 0;
  const special = /^\s*([-+]?)(inf|infinity|nan)$/i.exec(text);
  if (special)
    return special[2]!.toLowerCase() === 'nan' ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  if (/^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) return Number(text);
  const hex = /^\s*([-+]?)(0[xX][0-9a-fA-F]+)$/.exec(text);
  if (hex) return Number(hex[2]) * (hex[1] === '-' ? -1 : 1);
  state.errors.push(`invalid number '${text}'`);
  return 0;
}
