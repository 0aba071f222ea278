/**
 * JSON values as jq has them: kinds, order, equality, arithmetic. Never changed in place.
 *
 * A number literal that a double cannot hold exactly keeps its text until something is done with it.
 * @see jq 1.7 manual, "Types and Values"
 */

export type Value = null | boolean | number | Numeral | string | readonly Value[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Value>;

/** A number by its text, and what arithmetic takes it for. */
export class Numeral {
  readonly text: string;
  readonly value: number;
  constructor(text: string, value: number) {
    this.text = text;
    this.value = value;
  }
}

/** What `error` throws, and all that goes wrong while a program runs. */
export class JqError extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super(typeof value === 'string' ? value : '');
    this.value = value;
  }
}

export function fail(message: string): never {
  throw new JqError(message);
}

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function kindOf(value: Value): Kind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number' || value instanceof Numeral) return 'number';
  return Array.isArray(value) ? 'array' : 'object';
}

export const isNumber = (value: Value): value is number | Numeral =>
  typeof value === 'number' || value instanceof Numeral;
export const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isObject = (value: Value): value is JsonObject => value instanceof Map;
export const isTrue = (value: Value): boolean => value !== null && value !== false;

export const numberOf = (value: number | Numeral): number =>
  typeof value === 'number' ? value : value.value;

/** Strings by their code points, not by UTF-16. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above all others.
    const high = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
    return high(x) - high(y);
  }
  return a.length - b.length;
}

export const sortedKeys = (object: JsonObject): string[] => [...object.keys()].sort(compareStrings);

const RANKS: Readonly<Record<Kind, number>> = {
  null: 0,
  boolean: 1,
  number: 3,
  string: 4,
  array: 5,
  object: 6,
};
const rankOf = (value: Value): number => (value === true ? 2 : RANKS[kindOf(value)]);

const textOfNumber = (value: number | Numeral): string =>
  typeof value === 'number' ? String(value) : value.text;

/** Digits behind a difference of exponents that is larger make no difference that matters. */
const FARTHEST = 2000;

/** Numbers that are one double, by all of their digits. */
function compareDigits(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => {
    const [, sign, whole = '', fraction = '', exponent = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
    return {
      digits: BigInt(`${sign ?? ''}${whole}${fraction}` || '0'),
      power: Number(exponent) - fraction.length,
    };
  }) as [{ digits: bigint; power: number }, { digits: bigint; power: number }];
  const least = Math.min(x.power, y.power);
  if (Math.abs(x.power - y.power) > FARTHEST) return 0;
  const left = x.digits * 10n ** BigInt(x.power - least);
  const right = y.digits * 10n ** BigInt(y.power - least);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** jq's order of all values. */
export function compare(a: Value, b: Value): number {
  const order = rankOf(a) - rankOf(b);
  if (order !== 0) return order;
  if (isNumber(a) && isNumber(b)) {
    const x = numberOf(a);
    const y = numberOf(b);
    // nan is less than all numbers, itself included.
    if (x < y || Number.isNaN(x)) return -1;
    if (x > y) return 1;
    return typeof a === 'number' && typeof b === 'number'
      ? 0
      : compareDigits(textOfNumber(a), textOfNumber(b));
  }
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (isArray(a) && isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const each = compare(a[i]!, b[i]!);
      if (each !== 0) return each;
    }
    return a.length - b.length;
  }
  if (isObject(a) && isObject(b)) {
    const keys = sortedKeys(a);
    const byKeys = compare(keys, sortedKeys(b));
    if (byKeys !== 0) return byKeys;
    for (const key of keys) {
      const each = compare(a.get(key)!, b.get(key)!);
      if (each !== 0) return each;
    }
  }
  return 0;
}

export const equals = (a: Value, b: Value): boolean => compare(a, b) === 0;

/** A value for an error message: its kind and its beginning. */
export function shown(value: Value, dump: (value: Value) => string): string {
  const text = dump(value);
  const bytes = new TextEncoder().encode(text);
  const most = 14;
  if (bytes.length <= most) return `${kindOf(value)} (${text})`;
  return `${kindOf(value)} (${new TextDecoder().decode(bytes.subarray(0, most - 3)).replace(/\ufffd+$/, '')}...)`;
}
