/**
 * bc -l: sine, cosine, arctangent, logarithm, exponential, Bessel functions; to the scale that is asked for.
 *
 * All are power series over whole numbers with some digits more than are kept.
 */
import { type Decimal, integerOf, rescale, rootOf, tenTo } from './number.ts';

/** Digits behind those that are kept, which take the errors. */
const GUARD = 12;

/** A number as a multiple of 10^-places. */
const fixed = (value: Decimal, places: number): bigint => rescale(value, places).digits;

const kept = (value: bigint, places: number, scale: number): Decimal =>
  rescale({ digits: value, scale: places }, scale);

const digitsBefore = (value: Decimal): number => String(integerOf(value)).length;

export function exponential(value: Decimal, scale: number): Decimal {
  if (value.digits === 0n) return rescale({ digits: 1n, scale: 0 }, scale);
  const negative = value.digits < 0n;
  const whole = integerOf(value);
  const size = whole < 0n ? -whole : whole;
  // e^x has about x log10(e) digits before its point: tenTo refuses what would be too long.
  const before = Number(size) * Math.LOG10E + 1;
  const places = scale + GUARD + Math.ceil(negative ? 0 : before);
  const one = tenTo(places);
  let reduced = fixed(negative ? { digits: -value.digits, scale: value.scale } : value, places);
  let halvings = 0;
  while (reduced > one / 16n) {
    reduced >>= 1n;
    halvings++;
  }
  const extra = tenTo(Math.ceil(halvings / 3) + 2);
  reduced *= extra;
  const unit = one * extra;
  let sum = unit;
  let term = unit;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * reduced) / unit / n;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / unit;
  if (negative) sum = (unit * unit) / sum;
  return kept(sum / extra, places, scale);
}

export function logarithm(value: Decimal, scale: number): Decimal {
  // What is no logarithm is as far down as the scale reaches.
  if (value.digits <= 0n) return rescale({ digits: 1n - tenTo(scale), scale: 0 }, scale);
  const places = scale + GUARD + digitsBefore(value);
  const one = tenTo(places);
  let x = fixed(value, places);
  if (x === 0n) {
    // So small that these places do not show it.
    const more = value.scale + GUARD;
    return logarithmOf(fixed(value, more), more, scale);
  }
  if (places < value.scale + GUARD) x = fixed(value, places);
  return one === x ? rescale({ digits: 0n, scale: 0 }, 0) : logarithmOf(x, places, scale);
}

function logarithmOf(value: bigint, places: number, scale: number): Decimal {
  const one = tenTo(places);
  let x = value;
  let twos = 0;
  for (; x > (one * 4n) / 3n; twos++) x >>= 1n;
  for (; x < (one * 2n) / 3n; twos--) x <<= 1n;
  const two = inverseTangentHyperbolic(one / 3n, one) * 2n;
  const rest = inverseTangentHyperbolic(((x - one) * one) / (x + one), one) * 2n;
  return kept(rest + two * BigInt(twos), places, scale);
}

function inverseTangentHyperbolic(x: bigint, one: bigint): bigint {
  const square = (x * x) / one;
  let sum = 0n;
  let power = x;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / one;
  }
  return sum;
}

export function arctangent(value: Decimal, scale: number): Decimal {
  const places = scale + GUARD + digitsBefore(value);
  return kept(arctangentOf(fixed(value, places), tenTo(places)), places, scale);
}

function arctangentOf(value: bigint, one: bigint): bigint {
  const negative = value < 0n;
  let x = negative ? -value : value;
  let doublings = 0;
  // atan x = 2 atan(x / (1 + sqrt(1 + x²)))
  for (; x > one / 8n; doublings++) x = (x * one) / (one + rootOf(one * one + x * x));
  const square = (x * x) / one;
  let sum = 0n;
  let power = x;
  for (let n = 1n, sign = 1n; power !== 0n; n += 2n, sign = -sign) {
    sum += (sign * power) / n;
    power = (power * square) / one;
  }
  const result = sum << BigInt(doublings);
  return negative ? -result : result;
}

export function sine(value: Decimal, scale: number): Decimal {
  return trigonometric(value, scale, 'sine');
}

export function cosine(value: Decimal, scale: number): Decimal {
  return trigonometric(value, scale, 'cosine');
}

function trigonometric(value: Decimal, scale: number, which: 'sine' | 'cosine'): Decimal {
  const places = scale + GUARD + digitsBefore(value);
  const one = tenTo(places);
  const pi = arctangentOf(one, one) * 4n;
  let x = fixed(value, places);
  if (which === 'cosine') x += pi / 2n;
  x %= 2n * pi;
  if (x > pi) x -= 2n * pi;
  if (x < -pi) x += 2n * pi;
  const square = (x * x) / one;
  let sum = 0n;
  let term = x;
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term;
    term = (-term * square) / one / ((n + 1n) * (n + 2n));
  }
  return kept(sum, places, scale);
}

/** Bessel function of whole order. */
export function bessel(order: Decimal, value: Decimal, scale: number): Decimal {
  let n = integerOf(order);
  const turned = n < 0n && n % 2n !== 0n;
  if (n < 0n) n = -n;
  const size = integerOf(value);
  // Terms grow to about e^x before they shrink.
  const places = scale + GUARD + Math.ceil(Number(size < 0n ? -size : size) * 0.9);
  const one = tenTo(places);
  const half = fixed(value, places) / 2n;
  let term = one;
  for (let k = 1n; k <= n; k++) term = (term * half) / one / k;
  const square = (half * half) / one;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = (-term * square) / one / (k * (n + k));
  }
  return kept(turned ? -sum : sum, places, scale);
}
