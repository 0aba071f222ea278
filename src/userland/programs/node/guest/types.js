/** node:util/types, as far as a script can tell what a value is. */
import { ask } from './bridge.js';

const tagOf = Object.prototype.toString;
const is = (name) => (value) =>
  typeof value === 'object' && value !== null && tagOf.call(value) === `[object ${name}]`;
const has = (getter) => (value) => {
  try {
    getter.call(value);
    return true;
  } catch {
    return false;
  }
};
const typed = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
).get;
const isBoxed = (type) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  typeof value.valueOf() === type &&
  tagOf.call(value) === `[object ${type[0].toUpperCase()}${type.slice(1)}]`;

export const types = {
  isDate: has(Date.prototype.getTime),
  isRegExp: is('RegExp'),
  isMap: has(Object.getOwnPropertyDescriptor(Map.prototype, 'size').get),
  isSet: has(Object.getOwnPropertyDescriptor(Set.prototype, 'size').get),
  isWeakMap: is('WeakMap'),
  isWeakSet: is('WeakSet'),
  isPromise: (value) => value instanceof Promise,
  isNativeError: (value) => value instanceof Error,
  isArrayBuffer: is('ArrayBuffer'),
  isSharedArrayBuffer: is('SharedArrayBuffer'),
  isAnyArrayBuffer: (value) => value instanceof ArrayBuffer || value instanceof SharedArrayBuffer,
  isArrayBufferView: ArrayBuffer.isView,
  isDataView: is('DataView'),
  isTypedArray: (value) => typed.call(value) !== undefined,
  isProxy: (value) => /^(object|function)$/.test(typeof value) && ask('proxy.is', value) === '+true',
  isGeneratorFunction: (value) =>
    typeof value === 'function' && /^\[object (Async)?GeneratorFunction\]$/.test(tagOf.call(value)),
  isGeneratorObject: is('Generator'),
  isAsyncFunction: (value) =>
    typeof value === 'function' && /^\[object Async(Generator)?Function\]$/.test(tagOf.call(value)),
  isArgumentsObject: is('Arguments'),
  isMapIterator: is('Map Iterator'),
  isSetIterator: is('Set Iterator'),
  isModuleNamespaceObject: is('Module'),
  isNumberObject: isBoxed('number'),
  isStringObject: isBoxed('string'),
  isBooleanObject: isBoxed('boolean'),
  isBigIntObject: isBoxed('bigint'),
  isSymbolObject: isBoxed('symbol'),
  isBoxedPrimitive: (value) =>
    ['number', 'string', 'boolean', 'bigint', 'symbol'].some((type) => isBoxed(type)(value)),
  isExternal: () => false,
};
for (const name of [
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
]) {
  types[`is${name}`] = (value) => typed.call(value) === name;
}
