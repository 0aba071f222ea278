/**
 * Decimal numbers of any length, as bc and dc count: a whole number and how many of its digits stand behind
 * the point. Results have the scales that POSIX gives for each operation, and are cut, never rounded.
 * @see POSIX.1-2024, bc, "Operations"
 */

export interface Decimal {
  /** The number without its point. */
  readonly digits: bigint;
  readonly scale: number;
}

/** What a calculation cannot do, in busybox's words. */
export class CalculationError extends Error {}

export const zero: Decimal = { digits: 0n, scale: 0 };

/** More digits than this would keep a page busy for minutes. */
const MOST_DIGITS = 2_000_000;

const powersOfTen: bigint[] = [];

export function tenTo(exponent: number): bigint {
  if (exponent > MOST_DIGITS) throw new CalculationError('number is too long');
  if (exponent >= 512) return 10n ** BigInt(exponent);
  return (powersOfTen[exponent] ??= 10n ** BigInt(exponent));
}

export const fromInteger = (value: number | bigint): Decimal => ({ digits: BigInt(value), scale: 0 });

/** The same number with another scale; digits beyond it are cut. */
function rescale({ digits, scale }: Decimal, to: number): Decimal {
  if (to === scale) return { digits, scale };
  return { digits: to > scale ? digits * tenTo(to - scale) : digits / tenTo(scale - to), scale: to };
}

export function isZero({ digits }: Decimal): boolean {
  return digits === 0n;
}

/** The whole part. */
export function integerOf({ digits, scale }: Decimal): bigint {
  return digits / tenTo(scale);
}

/** @throws CalculationError where it has a fraction, or is out of reach of a count */
export function countOf(value: Decimal): number {
  const whole = integerOf(value);
  if (whole < 0n) throw new CalculationError('negative number');
  if (whole > 4_294_967_295n) throw new CalculationError('number is too long');
  return Number(whole);
}

export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale).digits - rescale(b, scale).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescale(a, scale).digits + rescale(b, scale).digits, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal, scale: number): Decimal {
  const full = a.scale + b.scale;
  return rescale(
    { digits: a.digits * b.digits, scale: full },
    Math.min(full, Math.max(scale, a.scale, b.scale)),
  );
}

export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  if (b.digits === 0n) throw new CalculationError('divide by zero');
  const shift = scale + b.scale - a.scale;
  const digits = shift >= 0 ? (a.digits * tenTo(shift)) / b.digits : a.digits / (b.digits * tenTo(-shift));
  return { digits, scale };
}

/** What `divide` leaves over. */
export function remainder(a: Decimal, b: Decimal, scale: number): Decimal {
  const quotient = divide(a, b, scale);
  const full = Math.max(scale + b.scale, a.scale);
  const product = { digits: quotient.digits * b.digits, scale: scale + b.scale };
  return { digits: rescale(a, full).digits - rescale(product, full).digits, scale: full };
}

export function power(base: Decimal, exponent: Decimal, scale: number): Decimal {
  const whole = integerOf(exponent);
  if (exponent.digits !== whole * tenTo(exponent.scale)) throw new CalculationError('not an integer');
  const times = whole < 0n ? -whole : whole;
  const length = base.digits.toString(16).length * 1.21;
  if (times > 1n && base.digits !== 0n && length * Number(times) > MOST_DIGITS) {
    // Ones have no more digits than before.
    if (base.digits !== 1n && base.digits !== -1n) throw new CalculationError('number is too long');
  }
  if (whole < 0n) {
    const inverse = { digits: base.digits ** times, scale: base.scale * Number(times) };
    return divide({ digits: 1n, scale: 0 }, inverse, scale);
  }
  const full = base.scale * Number(times);
  return rescale({ digits: base.digits ** times, scale: full }, Math.min(full, Math.max(scale, base.scale)));
}

export function squareRoot(value: Decimal, scale: number): Decimal {
  if (value.digits < 0n) throw new CalculationError('negative number');
  const to = Math.max(scale, value.scale);
  return { digits: rootOf(rescale(value, 2 * to).digits), scale: to };
}

/** The whole part of a root, by Newton's method. */
function rootOf(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(16).length * 4) / 2 + 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** How many digits a number has; zeros before the first one behind the point do not count. */
export function lengthOf({ digits, scale }: Decimal): number {
  if (digits === 0n) return Math.max(1, scale);
  return Math.max(String(digits < 0n ? -digits : digits).length, 0);
}
