/** awk's values: numbers, strings, input that looks like a number, and nothing yet. */
import { formatPrintf } from '../../posix/index.ts';

/** Input that looks like a number: compared as one, printed as it was read. */
export class NumericText {
  readonly text: string;
  readonly number: number;
  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }
}

export type Value = number | string | NumericText | undefined;

const NUMBER =
  /^[ \t\n\v\f\r]*([-+]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan))/i;

/** The number that a text begins with, 0 where it begins with none. */
function leadingNumber(text: string): number {
  const code = text.charCodeAt(0);
  // Nearly all there are: short and decimal.
  if (code >= 48 && code <= 57 && text.length < 16) {
    const plain = Number(text);
    if (!Number.isNaN(plain) && text !== '') return text[1] === 'b' || text[1] === 'o' ? 0 : plain;
  }
  const found = NUMBER.exec(text)?.[1];
  return found === undefined ? 0 : toJsNumber(found);
}

function toJsNumber(text: string): number {
  const sign = text[0] === '-' ? -1 : 1;
  const plain = text.replace(/^[-+]/, '').toLowerCase();
  if (plain.startsWith('inf')) return sign * Infinity;
  if (plain === 'nan') return Number.NaN;
  return sign * Number(plain);
}

/** A field, an element of split, a value from outside. */
export function fromInput(text: string): string | NumericText {
  const code = text.charCodeAt(0);
  if (text === '' || (code > 57 && code !== 105 && code !== 73 && code !== 110 && code !== 78)) return text;
  const found = NUMBER.exec(text);
  if (!found || text.slice(found[0].length).trim() !== '') return text;
  return new NumericText(text, toJsNumber(found[1]!));
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  return typeof value === 'string' ? leadingNumber(value) : value.number;
}

/** `format` is CONVFMT, or OFMT for print. */
export function toText(value: Value, format: string): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return typeof value === 'number' ? numberText(value, format) : value.text;
}

const LONG = 2 ** 63;

function numberText(value: number, format: string): string {
  if (Number.isInteger(value) && value < LONG && value >= -LONG) {
    return Number.isSafeInteger(value) ? String(value === 0 ? 0 : value) : String(BigInt(value));
  }
  return formatNumber(format, /%[-+ #0]*\d*(?:\.\d*)?[diouxXc]/.test(format) ? Math.trunc(value) : value);
}

/** One conversion as C's printf makes it. Nothing here yields a NaN without its sign. */
export function formatNumber(format: string, value: number): string {
  if (Number.isNaN(value))
    return format.replace(/%[-+ #0]*(\d*)[^%]*?[a-zA-Z]/, (_, width) => '-nan'.padStart(Number(width)));
  const { output } = formatPrintf(format, [String(value)]);
  return String.fromCharCode(...output);
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  return typeof value === 'string' ? value !== '' : value.number !== 0;
}

/** Below, at or above 0; as numbers where both are or look like such. */
export function compare(a: Value, b: Value, format: string): number {
  if (typeof a !== 'string' && typeof b !== 'string') {
    const [x, y] = [toNumber(a), toNumber(b)];
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.NaN;
  }
  const [x, y] = [toText(a, format), toText(b, format)];
  return x < y ? -1 : x > y ? 1 : 0;
}
