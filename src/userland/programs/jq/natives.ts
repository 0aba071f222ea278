/** jq's functions over values: each gets its input and its arguments' outputs, in all combinations. */
import { parseTimeZone, type TimeZone, utc } from '../../../posix/index.ts';
import { split } from './arithmetic.ts';
import { brokenDown, formatTime, mktime, strptime } from './dates.ts';
import { formatted, text } from './formats.ts';
import { dumpJson, JsonProblem, numberFrom, parseJson } from './json.ts';
import { deletePaths, getIndex, getPath, indicesOf, setPath } from './paths.ts';
import { matchRegex } from './regex.ts';
import {
  compare,
  equals,
  fail,
  isArray,
  isNumber,
  isObject,
  JqError,
  kindOf,
  numberOf,
  shown,
  sortedKeys,
  type Value,
} from './values.ts';

export type ValueFunction = (input: Value, ...args: Value[]) => Value;

const told = (value: Value): string => shown(value, dumpJson);

function stringInput(value: Value, name: string): string {
  return typeof value === 'string' ? value : fail(`${name} input must be a string`);
}

function arrayInput(value: Value, what: string): readonly Value[] {
  return isArray(value) ? value : fail(`${told(value)} ${what}`);
}

function length(value: Value): Value {
  if (value === null) return 0;
  if (typeof value === 'boolean') return fail(`${told(value)} has no length`);
  if (isNumber(value)) return Math.abs(numberOf(value));
  if (typeof value === 'string') {
    let count = 0;
    for (const _ of value) count++;
    return count;
  }
  return isArray(value) ? value.length : (value as ReadonlyMap<string, Value>).size;
}

function keys(value: Value, sorted: boolean): Value {
  if (isArray(value)) return value.map((_, i) => i);
  if (isObject(value)) return sorted ? sortedKeys(value) : [...value.keys()];
  return fail(`${told(value)} has no keys`);
}

function has(value: Value, key: Value): Value {
  if (isObject(value) && typeof key === 'string') return value.has(key);
  if (isArray(value) && isNumber(key)) return numberOf(key) >= 0 && numberOf(key) < value.length;
  return fail(
    `Cannot check whether ${kindOf(value)} has a ${kindOf(key) === 'string' ? 'string' : kindOf(key)} key`,
  );
}

function contains(whole: Value, part: Value): boolean {
  if (isObject(whole) && isObject(part))
    return [...part].every(([key, value]) => whole.has(key) && contains(whole.get(key)!, value));
  if (isArray(whole) && isArray(part))
    return part.every((wanted) =>
      whole.some((item) => kindOf(item) === kindOf(wanted) && contains(item, wanted)),
    );
  if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part);
  if (kindOf(whole) === kindOf(part)) return equals(whole, part);
  return fail(`${told(whole)} and ${told(part)} cannot have their containment checked`);
}

function tonumber(value: Value): Value {
  if (isNumber(value)) return value;
  if (typeof value === 'string') {
    const number = value.trim() === 'nan' ? Number.NaN : numberFrom(value.trim());
    return (
      number ??
      fail(`Invalid numeric literal at EOF at line 1, column ${value.length} (while parsing '${value}')`)
    );
  }
  return fail(`${told(value)} cannot be parsed as a number`);
}

function fromjson(value: Value): Value {
  if (typeof value !== 'string') return fail(`${told(value)} cannot be parsed as JSON`);
  try {
    return parseJson(value);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    if (error.message.startsWith('Unexpected extra'))
      return fail(`${error.message} (while parsing '${value}')`);
    const lines = value.slice(0, error.at).split('\n');
    const end = error.at >= value.length ? ' at EOF' : '';
    const column = lines[lines.length - 1]!.length + (end ? 0 : 1);
    return fail(
      `${error.message}${end} at line ${lines.length}, column ${column} (while parsing '${value}')`,
    );
  }
}

function explode(value: Value): Value {
  return [...stringInput(value, 'explode')].map((char) => char.codePointAt(0)!);
}

function implode(value: Value): Value {
  if (!isArray(value)) return fail('implode input must be an array');
  return value
    .map((point) => {
      if (!isNumber(point)) return fail('Unicode codepoint must be numeric');
      const code = numberOf(point);
      return code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd';
    })
    .join('');
}

function indices(value: Value, wanted: Value): Value {
  if (value === null) return null;
  if (typeof value === 'string' && typeof wanted === 'string') {
    if (wanted === '') return null;
    const found: number[] = [];
    for (let at = value.indexOf(wanted); at >= 0; at = value.indexOf(wanted, at + 1))
      found.push([...value.slice(0, at)].length);
    return found;
  }
  if (isArray(value)) return indicesOf(value, isArray(wanted) ? wanted : [wanted]);
  return getIndex(value, wanted);
}

function edge(value: Value, wanted: Value, which: 'first' | 'last'): Value {
  const found = indices(value, wanted);
  if (!isArray(found)) return null;
  return found[which === 'first' ? 0 : found.length - 1] ?? null;
}

function flatten(value: Value, depth: Value): Value {
  const levels = isNumber(depth) ? numberOf(depth) : fail('flatten depth must not be negative');
  if (levels < 0) return fail('flatten depth must not be negative');
  const flat = (items: readonly Value[], left: number): Value[] =>
    items.flatMap((item) => (isArray(item) && left > 0 ? flat(item, left - 1) : [item]));
  if (isObject(value)) return flat([...value.values()], levels);
  return isArray(value)
    ? flat(value, levels)
    : fail(`Cannot iterate over ${value === null ? 'null' : told(value)}`);
}

interface Keyed {
  readonly key: Value;
  readonly item: Value;
}

/** Items with the keys that they are sorted by, in order. */
function byKey(value: Value, keyList: Value, what: string): Keyed[] {
  const items = arrayInput(value, what);
  const all = keyList as readonly Value[];
  return items.map((item, i) => ({ item, key: all[i]! })).sort((a, b) => compare(a.key, b.key));
}

const SORT = 'cannot be sorted, as it is not an array';
const GROUP = 'cannot be grouped, as it is not an array';

function groupBy(value: Value, keyList: Value): Value {
  const groups: Value[][] = [];
  let last: Value | undefined;
  for (const { key, item } of byKey(value, keyList, GROUP)) {
    if (last !== undefined && equals(last, key)) groups[groups.length - 1]!.push(item);
    else groups.push([item]);
    last = key;
  }
  return groups;
}

function extreme(value: Value, keyList: Value, sign: 1 | -1): Value {
  const items = arrayInput(value, 'cannot be iterated over');
  const all = keyList as readonly Value[];
  let best = -1;
  for (let i = 0; i < items.length; i++) {
    if (best < 0) best = i;
    else {
      const order = compare(all[i]!, all[best]!) * sign;
      // Of equals the last is the greatest and the first the least.
      if (order > 0 || (order === 0 && sign > 0)) best = i;
    }
  }
  return best < 0 ? null : items[best]!;
}

function trim(value: Value, side: 'both' | 'left' | 'right'): Value {
  if (typeof value !== 'string') return fail(`${told(value)} cannot be trimmed`);
  if (side === 'left') return value.trimStart();
  return side === 'right' ? value.trimEnd() : value.trim();
}

function transpose(value: Value): Value {
  const rows = arrayInput(value, 'cannot be transposed') as readonly (readonly Value[])[];
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null));
}

function ltrimstr(value: Value, prefix: Value): Value {
  return typeof value === 'string' && typeof prefix === 'string' && value.startsWith(prefix)
    ? value.slice(prefix.length)
    : value;
}

function rtrimstr(value: Value, suffix: Value): Value {
  return typeof value === 'string' && typeof suffix === 'string' && suffix !== '' && value.endsWith(suffix)
    ? value.slice(0, value.length - suffix.length)
    : value;
}

function compareEnds(value: Value, end: Value, name: 'startswith' | 'endswith'): Value {
  if (typeof value !== 'string' || typeof end !== 'string') return fail(`${name}() requires string inputs`);
  return name === 'startswith' ? value.startsWith(end) : value.endsWith(end);
}

function pathList(value: Value): readonly (readonly Value[])[] {
  if (!isArray(value)) return fail('Paths must be specified as an array');
  for (const path of value) if (!isArray(path)) fail('Path must be specified as an array');
  return value as readonly (readonly Value[])[];
}

const path = (value: Value): readonly Value[] =>
  isArray(value) ? value : fail('Path must be specified as an array');

function bsearch(value: Value, wanted: Value): Value {
  const items = arrayInput(value, 'cannot be searched from');
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(items[middle]!, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low < items.length && equals(items[low]!, wanted) ? low : -1 - low;
}

function splitString(value: Value, separator: Value): Value {
  if (typeof value !== 'string' || typeof separator !== 'string')
    return fail('split input and separator must be strings');
  return split(value, separator);
}

/** Mathematics of one argument, by its name in C. */
const MATH: Readonly<Record<string, (x: number) => number>> = {
  ...{ acos: Math.acos, acosh: Math.acosh, asin: Math.asin, asinh: Math.asinh, atan: Math.atan },
  ...{ atanh: Math.atanh, cbrt: Math.cbrt, ceil: Math.ceil, cos: Math.cos, cosh: Math.cosh },
  ...{ exp: Math.exp, expm1: Math.expm1, fabs: Math.abs, floor: Math.floor, log: Math.log },
  ...{ log10: Math.log10, log1p: Math.log1p, log2: Math.log2, sin: Math.sin, sinh: Math.sinh },
  ...{ sqrt: Math.sqrt, tan: Math.tan, tanh: Math.tanh, trunc: Math.trunc },
  exp10: (x) => 10 ** x,
  exp2: (x) => 2 ** x,
  logb: (x) => Math.floor(Math.log2(Math.abs(x))),
  nearbyint: (x) => {
    const low = Math.floor(x);
    // Halves go to the even one.
    return x - low === 0.5 ? low + (low % 2 === 0 ? 0 : 1) : Math.round(x);
  },
  round: (x) => Math.sign(x) * Math.round(Math.abs(x)),
  significand: (x) => (x === 0 || !Number.isFinite(x) ? x : x / 2 ** Math.floor(Math.log2(Math.abs(x)))),
  gamma: (x) => logGamma(x),
  lgamma: (x) => logGamma(x),
  tgamma: (x) => (Number.isInteger(x) && x > 0 && x < 24 ? factorial(x - 1) : Math.exp(logGamma(x))),
};
const ALIASES: Readonly<Record<string, string>> = { rint: 'nearbyint' };

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Lanczos' approximation. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const coefficients = [
    ...[676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406],
    ...[12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7],
  ];
  const y = x - 1;
  const sum = coefficients.reduce((all, each, i) => all + each / (y + i + 1), 0.9999999999998099);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

const MATH2: Readonly<Record<string, (x: number, y: number) => number>> = {
  atan2: Math.atan2,
  copysign: (x, y) => (Object.is(Math.sign(y), -0) || y < 0 ? -Math.abs(x) : Math.abs(x)),
  drem: (x, y) => x - y * MATH['nearbyint']!(x / y),
  fdim: (x, y) => Math.max(x - y, 0),
  fmax: Math.max,
  fmin: Math.min,
  fmod: (x, y) => x % y,
  hypot: Math.hypot,
  ldexp: (x, y) => x * 2 ** y,
  pow: (x, y) => x ** y,
  scalb: (x, y) => x * 2 ** y,
  scalbln: (x, y) => x * 2 ** y,
};

const needNumber = (value: Value): number =>
  isNumber(value) ? numberOf(value) : fail(`${told(value)} number required`);

function zoneOf(environment: Readonly<Record<string, string>>): TimeZone {
  return environment['TZ'] ? (parseTimeZone(environment['TZ']) ?? utc) : utc;
}

function frexp(value: Value): Value {
  const x = needNumber(value);
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const exponent = Math.floor(Math.log2(Math.abs(x))) + 1;
  return [x / 2 ** exponent, exponent];
}

/** All of them by name and number of arguments. */
export function valueFunctions(
  environment: Readonly<Record<string, string>>,
  now: () => number,
): Map<string, ValueFunction> {
  const zone = zoneOf(environment);
  const table: Record<string, ValueFunction> = {
    'length/0': length,
    'utf8bytelength/0': (value) =>
      typeof value === 'string'
        ? new TextEncoder().encode(value).length
        : fail(`${told(value)} only strings have UTF-8 byte length`),
    'keys/0': (value) => keys(value, true),
    'keys_unsorted/0': (value) => keys(value, false),
    'has/1': has,
    'contains/1': contains,
    'type/0': kindOf,
    'tostring/0': text,
    'tojson/0': dumpJson,
    'tonumber/0': tonumber,
    'fromjson/0': fromjson,
    'ascii/0': (value) => String.fromCharCode(needNumber(value)),
    'explode/0': explode,
    'implode/0': implode,
    'split/1': splitString,
    'ltrimstr/1': ltrimstr,
    'rtrimstr/1': rtrimstr,
    'startswith/1': (value, end) => compareEnds(value, end, 'startswith'),
    'endswith/1': (value, end) => compareEnds(value, end, 'endswith'),
    'trim/0': (value) => trim(value, 'both'),
    'ltrim/0': (value) => trim(value, 'left'),
    'rtrim/0': (value) => trim(value, 'right'),
    'indices/1': indices,
    '_indices/1': indices,
    'index/1': (value, wanted) => edge(value, wanted, 'first'),
    'rindex/1': (value, wanted) => edge(value, wanted, 'last'),
    'flatten/0': (value) => flatten(value, 1e9),
    'flatten/1': flatten,
    'reverse/0': (value) =>
      value === null
        ? []
        : typeof value === 'string'
          ? [...value].reverse().join('')
          : isArray(value)
            ? [...value].reverse()
            : fail(`Cannot index ${kindOf(value)} with number`),
    'sort/0': (value) => [...arrayInput(value, SORT)].sort(compare),
    '_sort_by/1': (value, list) => byKey(value, list, SORT).map(({ item }) => item),
    '_group_by/1': groupBy,
    '_min_by/1': (value, list) => extreme(value, list, -1),
    '_max_by/1': (value, list) => extreme(value, list, 1),
    'min/0': (value) => extreme(value, value, -1),
    'max/0': (value) => extreme(value, value, 1),
    'transpose/0': transpose,
    'bsearch/1': bsearch,
    'setpath/2': (value, where, item) => setPath(value, path(where), item),
    'delpaths/1': (value, list) => deletePaths(value, pathList(list)),
    '_match/3': (value, pattern, modes, testing) => matchRegex(value, pattern!, modes!, testing === true),
    'format/1': (value, name) =>
      typeof name === 'string' ? formatted(`@${name}`, value) : fail(`${told(name!)} is not a valid format`),
    'infinite/0': () => Infinity,
    'nan/0': () => Number.NaN,
    'null/0': () => null,
    'true/0': () => true,
    'false/0': () => false,
    'isinfinite/0': (value) => Math.abs(needNumber(value)) === Infinity,
    'isnan/0': (value) => Number.isNaN(needNumber(value)),
    'isnormal/0': (value) => Number.isFinite(needNumber(value)) && Math.abs(needNumber(value)) >= 2 ** -1022,
    'error/0': (value) => {
      throw new JqError(value);
    },
    'error/1': (_, value) => {
      throw new JqError(value!);
    },
    'now/0': () => now() / 1000,
    'gmtime/0': (value) => brokenDown(value, 'gmtime'),
    'localtime/0': (value) => brokenDown(value, 'localtime', zone),
    'mktime/0': (value) => mktime(value),
    'strftime/1': (value, format) => formatTime(value, format!, 'strftime/1'),
    'strflocaltime/1': (value, format) => formatTime(value, format!, 'strflocaltime/1', zone),
    'strptime/1': (value, format) => strptime(value, format!),
    'frexp/0': frexp,
    'modf/0': (value) => [needNumber(value) % 1, Math.trunc(needNumber(value))],
    'fma/3': (_, x, y, z) => needNumber(x!) * needNumber(y!) + needNumber(z!),
    'getpath/1': (value, where) => getPath(value, path(where!)),
  };
  const functions = new Map(Object.entries(table));
  for (const [name, run] of Object.entries(MATH))
    functions.set(`${name}/0`, (value) => run(needNumber(value)));
  for (const [name, same] of Object.entries(ALIASES)) functions.set(`${name}/0`, functions.get(`${same}/0`)!);
  for (const [name, run] of Object.entries(MATH2))
    functions.set(`${name}/2`, (_, x, y) => run(needNumber(x!), needNumber(y!)));
  return functions;
}
