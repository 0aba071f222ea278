/** Getting, setting and deleting by paths, with jq's rules for null and for slices. */
import {
  compare,
  equals,
  fail,
  isArray,
  isNumber,
  isObject,
  type JsonObject,
  kindOf,
  numberOf,
  type Value,
} from './values.ts';

/** An index beyond this would make an array that no memory holds. */
const LARGEST_INDEX = 536_870_911;

const isSlice = (key: Value): key is JsonObject => isObject(key) && (key.has('start') || key.has('end'));

/** The key of a slice, as paths have it. */
export function sliceKey(from: Value, to: Value): Value {
  return new Map([
    ['start', from],
    ['end', to],
  ]);
}

/** Positions of a slice in something of this length. */
function boundsOf(key: JsonObject, length: number): [number, number] {
  const bound = (value: Value | undefined, missing: number, round: (n: number) => number): number => {
    if (value === undefined || value === null) return missing;
    if (!isNumber(value)) return fail('Start and end indices of an array slice must be numbers');
    const number = numberOf(value);
    return Math.min(Math.max(round(number < 0 ? number + length : number), 0), length);
  };
  const from = bound(key.get('start'), 0, Math.floor);
  return [from, Math.max(from, bound(key.get('end'), length, Math.ceil))];
}

/** `value[key]`. */
export function getIndex(value: Value, key: Value): Value {
  if (isObject(value) && typeof key === 'string') return value.get(key) ?? null;
  if (isArray(value) && isNumber(key)) {
    const index = Math.floor(numberOf(key));
    return value[index < 0 ? index + value.length : index] ?? null;
  }
  if (value === null && (typeof key === 'string' || isNumber(key) || isSlice(key))) return null;
  if (isSlice(key) && (isArray(value) || typeof value === 'string')) {
    if (isArray(value)) return value.slice(...boundsOf(key, value.length));
    const points = [...value];
    return points.slice(...boundsOf(key, points.length)).join('');
  }
  if (isArray(value) && isArray(key)) return indicesOf(value, key);
  if (isSlice(key)) return fail(`Cannot index ${kindOf(value)} with object`);
  if (typeof key === 'string') return fail(`Cannot index ${kindOf(value)} with string "${key}"`);
  return fail(`Cannot index ${kindOf(value)} with ${kindOf(key)}`);
}

/** Where some items stand in an array one behind another. */
export function indicesOf(items: readonly Value[], wanted: readonly Value[]): Value {
  if (wanted.length === 0) return null;
  const found: number[] = [];
  for (let i = 0; i + wanted.length <= items.length; i++) {
    if (wanted.every((each, j) => equals(each, items[i + j]!))) found.push(i);
  }
  return found;
}

export function getPath(value: Value, path: readonly Value[]): Value {
  let at = value;
  for (const key of path) {
    if (at === null) return null;
    at = getIndex(at, key);
  }
  return at;
}

/** The same with another value at a key; null becomes what the key needs. */
function setIndex(value: Value, key: Value, item: Value): Value {
  if (typeof key === 'string' && (value === null || isObject(value))) {
    return new Map(value ?? []).set(key, item);
  }
  if (isNumber(key) && (value === null || isArray(value))) {
    const items = value === null ? [] : [...value];
    let index = Math.floor(numberOf(key));
    if (index < 0) index += items.length;
    if (index < 0) return fail('Out of bounds negative array index');
    if (index > LARGEST_INDEX) return fail('Array index too large');
    while (items.length < index) items.push(null);
    items[index] = item;
    return items;
  }
  if (isSlice(key) && (value === null || isArray(value))) {
    if (!isArray(item)) return fail('A slice of an array can only be assigned another array');
    const items = value ?? [];
    const [from, to] = boundsOf(key, items.length);
    return [...items.slice(0, from), ...item, ...items.slice(to)];
  }
  if (isSlice(key) && typeof value === 'string') return fail('Cannot update string slices');
  // What cannot be read there cannot be written either, and is complained about the same way.
  getIndex(value, key);
  return fail(`Cannot update field at object index of ${kindOf(value)}`);
}

export function setPath(value: Value, path: readonly Value[], item: Value): Value {
  if (path.length === 0) return item;
  const [key, ...rest] = path as [Value, ...Value[]];
  const inner = value === null ? null : getIndex(value, key);
  return setIndex(value, key, setPath(inner, rest, item));
}

/** Without what some paths lead to; the last of them first, so that none moves before it is met. */
export function deletePaths(value: Value, paths: readonly (readonly Value[])[]): Value {
  const ordered = [...paths].sort(compare);
  let result = value;
  for (const path of ordered.reverse()) result = deletePath(result, path);
  return result;
}

function deletePath(value: Value, path: readonly Value[]): Value {
  if (path.length === 0 || value === null) return null;
  const [key, ...rest] = path as [Value, ...Value[]];
  if (rest.length > 0) {
    const inner = getIndex(value, key);
    return inner === null ? value : setIndex(value, key, deletePath(inner, rest));
  }
  if (isObject(value) && typeof key === 'string') {
    const object = new Map(value);
    object.delete(key);
    return object;
  }
  if (isArray(value) && isNumber(key)) {
    const index = Math.floor(numberOf(key));
    const at = index < 0 ? index + value.length : index;
    return value.filter((_, i) => i !== at);
  }
  if (isArray(value) && isSlice(key)) {
    const [from, to] = boundsOf(key, value.length);
    return [...value.slice(0, from), ...value.slice(to)];
  }
  if (isObject(value)) return fail(`Cannot delete field at object index of ${kindOf(value)}`);
  return fail(`Cannot delete ${kindOf(key)} element of ${kindOf(value)}`);
}
