/** structuredClone. @see https://html.spec.whatwg.org, "StructuredSerialize" */
import { types } from './types.js';

export function structuredClone(value) {
  return clone(value, new Map());
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
    const Type = types.isDataView(value)
      ? DataView
      : globalThis[
          Object.getPrototypeOf(Uint8Array.prototype)[Symbol.toStringTag] ?? value[Symbol.toStringTag]
        ];
    const bytes = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
    return keep(new Type(bytes));
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
