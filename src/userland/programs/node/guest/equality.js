/** Deep equality, as assert and util.isDeepStrictEqual have it. */
import { types } from './types.js';

export const isDeepStrictEqual = (a, b) => equal(a, b, true, new Map());
export const isDeepLooseEqual = (a, b) => equal(a, b, false, new Map());

function equal(a, b, strict, seen) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    // biome-ignore lint/suspicious/noDoubleEquals: loose equality is this
    return strict ? false : a == b || (Number.isNaN(a) && Number.isNaN(b));
  }
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== b.length)) return false;
  if (types.isDate(a) && (!types.isDate(b) || a.getTime() !== b.getTime())) return false;
  if (types.isRegExp(a) && (String(a) !== String(b) || a.lastIndex !== b.lastIndex)) return false;
  if (a instanceof Error && (a.message !== b.message || a.name !== b.name)) return false;
  if (types.isBoxedPrimitive(a) && !Object.is(a.valueOf(), b.valueOf())) return false;
  if (ArrayBuffer.isView(a) && !equalBytes(a, b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (types.isSet(a) && !equalSets(a, b, strict, seen)) return false;
  if (types.isMap(a) && !equalMaps(a, b, strict, seen)) return false;
  if (ArrayBuffer.isView(a)) return true;
  const [own, others] = [a, b].map((value) => keysOf(value, strict));
  return (
    own.length === others.length &&
    own.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key], strict, seen))
  );
}

function keysOf(value, strict) {
  const keys = Object.keys(value);
  if (!strict) return keys;
  return [
    ...keys,
    ...Object.getOwnPropertySymbols(value).filter((key) =>
      Object.prototype.propertyIsEnumerable.call(value, key),
    ),
  ];
}

function equalBytes(a, b) {
  if (a.byteLength !== b.byteLength) return false;
  const [one, other] = [a, b].map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return one.every((byte, index) => byte === other[index]);
}

function equalSets(a, b, strict, seen) {
  if (a.size !== b.size) return false;
  const rest = [...b];
  for (const value of a) {
    const at = b.has(value)
      ? rest.indexOf(value)
      : rest.findIndex((other) => equal(value, other, strict, seen));
    if (at < 0 && !Number.isNaN(value)) return false;
    rest.splice(at, 1);
  }
  return true;
}

function equalMaps(a, b, strict, seen) {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    if (b.has(key)) {
      if (!equal(value, b.get(key), strict, seen)) return false;
    } else if (
      ![...b].some(([other, its]) => equal(key, other, strict, seen) && equal(value, its, strict, seen))
    )
      return false;
  }
  return true;
}
