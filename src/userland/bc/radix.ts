/** Numbers as text, in bases from 2 up. */
import { type Decimal, integerOf, tenTo } from './number.ts';

/** Value of a digit, `0` to `9` and `A` to `Z`. */
const digitOf = (char: string): number => Number.parseInt(char, 36);

/** Reads digits of a base; one that is too large counts as the base's largest, unless it stands alone. */
export function parseNumber(text: string, base: number): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  const alone = whole.length + fraction.length === 1;
  if (base === 10 && !/[A-Z]/.test(text)) {
    return { digits: BigInt(whole + fraction || '0'), scale: fraction.length };
  }
  const countFor = (char: string) => (alone ? digitOf(char) : Math.min(digitOf(char), base - 1));
  const big = BigInt(base);
  let digits = 0n;
  for (const char of whole + fraction) digits = digits * big + BigInt(countFor(char));
  const scale = fraction.length;
  return { digits: (digits * tenTo(scale)) / big ** BigInt(scale), scale };
}

/** A number in a base, without a zero before the point. */
export function formatNumber(value: Decimal, base: number): string {
  const negative = value.digits < 0n;
  const size = { digits: negative ? -value.digits : value.digits, scale: value.scale };
  const text = base === 10 ? decimal(size) : inBase(size, base);
  return negative ? `-${text}` : text;
}

function decimal({ digits, scale }: Decimal): string {
  const text = String(digits);
  if (scale === 0) return text;
  if (digits === 0n) return '0';
  const padded = text.padStart(scale, '0');
  return `${padded.slice(0, padded.length - scale)}.${padded.slice(padded.length - scale)}`;
}

function inBase(value: Decimal, base: number): string {
  const width = String(base - 1).length;
  // Bases with more than sixteen digits write each as a decimal number.
  const shown = (digit: bigint): string =>
    base <= 16 ? '0123456789ABCDEF'[Number(digit)]! : ` ${String(digit).padStart(width, '0')}`;
  const big = BigInt(base);
  const places: string[] = [];
  for (let whole = integerOf(value); whole > 0n; whole /= big) places.unshift(shown(whole % big));
  if (value.digits === 0n) return base <= 16 ? '0' : shown(0n);
  let text = places.join('');
  if (value.scale === 0) return text;
  text += '.';
  const one = tenTo(value.scale);
  let fraction = value.digits - integerOf(value) * one;
  for (let reach = 1n; reach < one; reach *= big) {
    fraction *= big;
    const digit = fraction / one;
    text += text.endsWith('.') ? shown(digit).trimStart() : shown(digit);
    fraction -= digit * one;
  }
  return text;
}

/** Text in lines of at most `width` characters, each but the last ending with a backslash. */
export function folded(text: string, width: number): string {
  if (width < 2 || text.length <= width) return text;
  const room = width - 1;
  const lines: string[] = [];
  let at = 0;
  for (; text.length - at > room; at += room) lines.push(`${text.slice(at, at + room)}\\\n`);
  return lines.join('') + text.slice(at);
}
