/** jq's operators between values. */
import { dumpJson } from './json.ts';
import {
  compare,
  equals,
  fail,
  isArray,
  isNumber,
  isObject,
  type JsonObject,
  numberOf,
  shown,
  type Value,
} from './values.ts';

/** A string no longer than this. */
const LONGEST = 512 * 1024 * 1024;

const both = (left: Value, right: Value): string => `${shown(left, dumpJson)} and ${shown(right, dumpJson)}`;

export function calculate(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '%':
      return modulo(left, right);
    case '==':
      return equals(left, right);
    case '!=':
      return !equals(left, right);
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    default:
      return compare(left, right) >= 0;
  }
}

function add(left: Value, right: Value): Value {
  if (left === null) return right;
  if (right === null) return left;
  if (isNumber(left) && isNumber(right)) return numberOf(left) + numberOf(right);
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (isArray(left) && isArray(right)) return [...left, ...right];
  if (isObject(left) && isObject(right)) return new Map([...left, ...right]);
  return fail(`${both(left, right)} cannot be added`);
}

function subtract(left: Value, right: Value): Value {
  if (isNumber(left) && isNumber(right)) return numberOf(left) - numberOf(right);
  if (isArray(left) && isArray(right))
    return left.filter((item) => !right.some((other) => equals(item, other)));
  return fail(`${both(left, right)} cannot be subtracted`);
}

function multiply(left: Value, right: Value): Value {
  if (isNumber(left) && isNumber(right)) return numberOf(left) * numberOf(right);
  if (isObject(left) && isObject(right)) return merge(left, right);
  const [text, times] = typeof left === 'string' ? [left, right] : [right, left];
  if (typeof text === 'string' && isNumber(times)) {
    const count = numberOf(times);
    if (!(count >= 0)) return null;
    const repeats = Math.floor(count);
    if (text.length * repeats > LONGEST) return fail('Repeat string result too long');
    return text.repeat(repeats);
  }
  return fail(`${both(left, right)} cannot be multiplied`);
}

function merge(left: JsonObject, right: JsonObject): JsonObject {
  const merged = new Map(left);
  for (const [key, value] of right) {
    const own = merged.get(key);
    merged.set(key, own !== undefined && isObject(own) && isObject(value) ? merge(own, value) : value);
  }
  return merged;
}

function divide(left: Value, right: Value): Value {
  if (isNumber(left) && isNumber(right)) {
    if (numberOf(right) === 0)
      return fail(`${both(left, right)} cannot be divided because the divisor is zero`);
    return numberOf(left) / numberOf(right);
  }
  if (typeof left === 'string' && typeof right === 'string') return split(left, right);
  return fail(`${both(left, right)} cannot be divided`);
}

export function split(text: string, separator: string): Value {
  if (text === '') return [];
  return separator === '' ? [...text] : text.split(separator);
}

function modulo(left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) return fail(`${both(left, right)} cannot be divided`);
  const a = numberOf(left);
  const b = numberOf(right);
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  const divisor = Math.abs(wholeOf(b));
  if (divisor === 0) return fail(`${both(left, right)} cannot be divided because the divisor is zero`);
  const rest = Math.abs(wholeOf(a)) % divisor;
  return a < 0 ? -rest || 0 : rest;
}

/** As a 64-bit integer would hold it. */
function wholeOf(value: number): number {
  return Math.trunc(Math.min(Math.max(value, -(2 ** 63)), 2 ** 63));
}
