/**
 * bc -l: exponential, logarithm, sine, cosine, arctangent, Bessel functions.
 *
 * They are computed by the steps and with the guard digits of GNU's and busybox's libraries: those decide what
 * the last digits are, and a logarithm of a small number is wrong from the twelfth one on. Pauses let others run.
 */
import {
  add,
  compare,
  type Decimal,
  divide,
  fromInteger,
  integerOf,
  isZero,
  lengthOf,
  multiply,
  negate,
  power,
  remainder,
  squareRoot,
  subtract,
  zero,
} from './number.ts';

/** Called in loops. */
export type Pause = () => Promise<void> | void;

const one = fromInteger(1);
const two = fromInteger(2);
const four = fromInteger(4);
const half: Decimal = { digits: 5n, scale: 1 };
const fifth: Decimal = { digits: 2n, scale: 1 };

/** `value` with a scale, as `value/1` gives it. */
const kept = (value: Decimal, scale: number): Decimal => divide(value, one, scale);
const isNegative = ({ digits }: Decimal): boolean => digits < 0n;

/** A scale by a number of tenths: 11 for 1.1. */
const tenths = (scale: number, by: number): number => Math.floor((scale * by) / 10);

export async function exponential(value: Decimal, scale: number, pause: Pause): Promise<Decimal> {
  let x = isNegative(value) ? negate(value) : value;
  // As many digits come before the point as log10(e) times the value.
  const share = integerOf(multiply({ digits: 44n, scale: 2 }, x, scale));
  const inner = 6 + scale + Number(share);
  let halvings = 0;
  for (let places = x.scale + 1; compare(x, one) > 0; places++, halvings++) x = divide(x, two, places);
  let sum = add(x, one);
  let term = one;
  let upper = x;
  let lower = one;
  for (let i = 2; !isZero(term); i++) {
    upper = multiply(upper, x, inner);
    lower = multiply(lower, fromInteger(i), inner);
    term = divide(upper, lower, inner);
    sum = add(sum, term);
    await pause();
  }
  for (; halvings > 0; halvings--) {
    sum = multiply(sum, sum, inner);
    await pause();
  }
  return isNegative(value) ? divide(one, sum, scale) : kept(sum, scale);
}

export async function logarithm(value: Decimal, scale: number, pause: Pause): Promise<Decimal> {
  // What is no logarithm is as far down as the scale reaches.
  if (value.digits <= 0n) return kept(subtract(one, power(fromInteger(10), fromInteger(scale), 0)), scale);
  const inner = scale + 6;
  let x = value;
  let roots = two;
  while (compare(x, two) >= 0 || compare(x, half) <= 0) {
    roots = multiply(roots, two, inner);
    x = squareRoot(x, inner);
    await pause();
  }
  let raised = divide(subtract(x, one), add(x, one), inner);
  const square = multiply(raised, raised, inner);
  let sum = raised;
  let term = one;
  for (let i = 3; !isZero(term); i += 2) {
    raised = multiply(raised, square, inner);
    term = divide(raised, fromInteger(i), inner);
    sum = add(sum, term);
    await pause();
  }
  return kept(multiply(sum, roots, inner), scale);
}

/** Places of these, and below how many they are taken. */
const KNOWN_PLACES = 64;
const known = (digits: bigint): Decimal => ({ digits, scale: KNOWN_PLACES });
const ofOne = known(7853981633974483096156608458198757210492923498437764552437361480n);
const ofFifth = known(1973955598498807583700497651947902934475851037878521015176889402n);

export async function arctangent(value: Decimal, scale: number, pause: Pause): Promise<Decimal> {
  const sign = isNegative(value) ? fromInteger(-1) : one;
  let x = isNegative(value) ? negate(value) : value;
  if (scale <= KNOWN_PLACES) {
    if (compare(x, one) === 0) return divide(ofOne, sign, scale);
    if (compare(x, fifth) === 0) return divide(ofFifth, sign, scale);
  }
  const step = compare(x, fifth) > 0 ? await arctangent(fifth, scale + 5, pause) : zero;
  const inner = scale + 3;
  let steps = 0;
  for (; compare(x, fifth) > 0; steps++) {
    x = divide(subtract(x, fifth), add(one, multiply(fifth, x, inner)), inner);
    await pause();
  }
  const square = multiply(negate(x), x, inner);
  let sum = x;
  let raised = x;
  let term = one;
  for (let i = 3; !isZero(term); i += 2) {
    raised = multiply(raised, square, inner);
    term = divide(raised, fromInteger(i), inner);
    sum = add(sum, term);
    await pause();
  }
  return divide(add(multiply(fromInteger(steps), step, scale), sum), sign, scale);
}

export async function sine(value: Decimal, scale: number, pause: Pause): Promise<Decimal> {
  if (isNegative(value)) return negate(await sine(negate(value), scale, pause));
  const quarter = await arctangent(one, tenths(scale, 11) + 2, pause);
  const turns = divide(add(divide(value, quarter, 0), two), four, 0);
  let x = subtract(value, multiply(multiply(four, turns, 0), quarter, 0));
  if (!isZero(remainder(turns, two, 0))) x = negate(x);
  const inner = scale + 2;
  const square = multiply(negate(x), x, inner);
  let sum = x;
  let term = x;
  for (let i = 3; !isZero(term); i += 2) {
    term = multiply(term, divide(square, fromInteger(i * (i - 1)), inner), inner);
    sum = add(sum, term);
    await pause();
  }
  return kept(sum, scale);
}

export async function cosine(value: Decimal, scale: number, pause: Pause): Promise<Decimal> {
  const inner = tenths(scale, 12);
  const quarter = multiply(two, await arctangent(one, inner, pause), inner);
  return kept(await sine(add(quarter, value), inner, pause), scale);
}

/** Bessel function of whole order. */
export async function bessel(order: Decimal, x: Decimal, scale: number, pause: Pause): Promise<Decimal> {
  const whole = integerOf(order);
  const n = whole < 0n ? -whole : whole;
  const isTurned = whole < 0n && n % 2n === 1n;
  let factorial = one;
  for (let i = 2n; i <= n; i++) {
    factorial = multiply(factorial, fromInteger(i), 0);
    await pause();
  }
  const outer = tenths(scale, 15);
  const raised = power(x, fromInteger(n), outer);
  const first = divide(divide(raised, power(two, fromInteger(n), outer), outer), factorial, outer);
  const square = divide(multiply(negate(x), x, outer), four, outer);
  const inner = Math.max(0, outer + lengthOf(first) - first.scale);
  let sum = one;
  let term = one;
  for (let i = 1n; !isZero(term); i++) {
    const byCount = divide(multiply(term, square, inner), fromInteger(i), inner);
    term = divide(byCount, fromInteger(n + i), inner);
    sum = add(sum, term);
    await pause();
  }
  return kept(multiply(isTurned ? negate(first) : first, sum, scale), scale);
}
