/** structuredClone. @see https://html.spec.whatwg.org, "StructuredSerialize" */
import { codedError } from './errors.js';
import { types } from './types.js';

/** Buffers that are transferred are empty afterwards; nothing else can be. */
export function structuredClone(...args) {
  const [value, options] = args;
  if (args.length === 0)
    throw codedError(TypeError, 'ERR_MISSING_ARGS', 'The value argument must be specified');
  if (options != null && typeof options !== 'object')
    throw codedError(
      TypeError,
      'ERR_INVALID_ARG_TYPE',
      'The options argument must be either an object or undefined',
    );
  const transferred = transferOf(options?.transfer ?? []);
  const copy = clone(value, new Map());
  for (const buffer of transferred) buffer.transfer();
  return copy;
}

function transferOf(given) {
  if (typeof given?.[Symbol.iterator] !== 'function')
    throw codedError(TypeError, 'ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable');
  const list = [...given];
  if (list.some((one) => !(one instanceof ArrayBuffer)))
    throw codedError(TypeError, 'ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
  if (new Set(list).size < list.length)
    throw new DOMException('Transfer list contains duplicate ArrayBuffer', 'DataCloneError');
  if (list.some((buffer) => buffer.detached))
    throw new DOMException('An ArrayBuffer is detached and could not be cloned.', 'DataCloneError');
  return list;
}

function refuse(value) {
  const text = typeof value === 'symbol' ? String(value) : `${value}`;
  throw new DOMException(`${text} could not be cloned.`, 'DataCloneError');
}

function clone(value, seen) {
  if (typeof value === 'function' || typeof value === 'symbol') refuse(value);
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known) return known;
  const keep = (copy) => {
    seen.set(value, copy);
    return copy;
  };
  if (types.isDate(value)) return keep(new Date(value.getTime()));
  if (types.isRegExp(value)) return keep(new RegExp(value.source, value.flags));
  if (types.isBoxedPrimitive(value)) return keep(Object(value.valueOf()));
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (ArrayBuffer.isView(value)) {
    const Type = globalThis[value[Symbol.toStringTag]];
    const length = types.isDataView(value) ? value.byteLength : value.length;
    return keep(new Type(clone(value.buffer, seen), value.byteOffset, length));
  }
  if (value instanceof Error) {
    const Type =
      { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[value.name] ?? Error;
    const copy = keep(new Type(value.message));
    copy.stack = value.stack;
    if ('cause' in value) copy.cause = clone(value.cause, seen);
    return copy;
  }
  if (types.isMap(value)) {
    const copy = keep(new Map());
    for (const [key, its] of value) copy.set(clone(key, seen), clone(its, seen));
    return copy;
  }
  if (types.isSet(value)) {
    const copy = keep(new Set());
    for (const one of value) copy.add(clone(one, seen));
    return copy;
  }
  if (
    value instanceof Promise ||
    value instanceof WeakMap ||
    value instanceof WeakSet ||
    value instanceof WeakRef
  )
    refuse(`#<${value.constructor.name}>`);
  const copy = keep(Array.isArray(value) ? new Array(value.length) : {});
  for (const key of Object.keys(value)) copy[key] = clone(value[key], seen);
  return copy;
}
