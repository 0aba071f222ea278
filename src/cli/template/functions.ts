/**
 * Functions that templates may call: Go's own and Docker's.
 *
 * @see pkg.go.dev/text/template "Functions"; docker/cli templates: json, split, join, title, lower,
 * upper, pad, truncate
 */
import { toJson } from './json.ts';
import { printf } from './printf.ts';
import { Float, isMap, RecordValue, show, truthy, typeOf, type Value } from './value.ts';

/** What a parameter takes; absent: anything. */
export type Parameter = 'string' | 'int' | '[]string';

export interface TemplateFunction {
  readonly least: number;
  readonly most: number;
  readonly parameters: readonly Parameter[];
  readonly apply: (args: readonly Value[]) => Value;
}

const ANY = Number.POSITIVE_INFINITY;
const fixed = (
  count: number,
  apply: TemplateFunction['apply'],
  ...parameters: Parameter[]
): TemplateFunction => ({
  least: count,
  most: count,
  parameters,
  apply,
});
const atLeast = (
  count: number,
  apply: TemplateFunction['apply'],
  ...parameters: Parameter[]
): TemplateFunction => ({
  least: count,
  most: ANY,
  parameters,
  apply,
});

export const functions: ReadonlyMap<string, TemplateFunction> = new Map([
  ['and', atLeast(1, ([value]) => value)],
  ['or', atLeast(1, ([value]) => value)],
  ['not', fixed(1, ([value]) => !truthy(value))],
  ['len', fixed(1, ([value]) => length(value))],
  ['index', atLeast(1, ([value, ...keys]) => keys.reduce(index, value))],
  ['slice', atLeast(1, ([value, from, to]) => slice(value, from, to))],
  ['print', atLeast(0, (args) => print(args))],
  ['println', atLeast(0, (args) => `${args.map((arg) => show(arg, true)).join(' ')}\n`)],
  ['printf', atLeast(1, ([format, ...args]) => printf(text(format), args), 'string')],
  ['eq', atLeast(1, equal)],
  ['ne', fixed(2, ([a, b]) => !same(a, b))],
  ['lt', fixed(2, ([a, b]) => compare(a, b) < 0)],
  ['le', fixed(2, ([a, b]) => compare(a, b) <= 0)],
  ['gt', fixed(2, ([a, b]) => compare(a, b) > 0)],
  ['ge', fixed(2, ([a, b]) => compare(a, b) >= 0)],
  ['html', atLeast(0, (args) => escapeHtml(print(args)))],
  ['js', atLeast(0, (args) => escapeJs(print(args)))],
  // No value here is a function: the caller refuses.
  ['call', atLeast(1, () => '')],
  ['urlquery', atLeast(0, (args) => encodeURIComponent(print(args)).replaceAll('%20', '+'))],
  ['json', fixed(1, ([value]) => toJson(value))],
  ['split', fixed(2, ([value, by]) => text(value).split(text(by)), 'string', 'string')],
  ['join', fixed(2, ([list, by]) => join(list, text(by)), '[]string', 'string')],
  ['title', fixed(1, ([value]) => title(text(value)), 'string')],
  ['lower', fixed(1, ([value]) => text(value).toLowerCase(), 'string')],
  ['upper', fixed(1, ([value]) => text(value).toUpperCase(), 'string')],
  [
    'pad',
    fixed(3, ([value, left, right]) => pad(text(value), number(left), number(right)), 'string', 'int', 'int'),
  ],
  ['truncate', fixed(2, ([value, most]) => truncate(text(value), number(most)), 'string', 'int')],
]);

function text(value: Value): string {
  if (typeof value !== 'string')
    throw new TypeError(`wrong type for value; expected string; got ${typeOf(value)}`);
  return value;
}

function number(value: Value): number {
  if (typeof value !== 'number')
    throw new TypeError(`wrong type for value; expected int; got ${typeOf(value)}`);
  return value;
}

/** Go's Sprint puts spaces between operands only where neither is a string. */
function print(args: readonly Value[]): string {
  let out = '';
  for (const [at, arg] of args.entries()) {
    if (at > 0 && typeof arg !== 'string' && typeof args[at - 1] !== 'string') out += ' ';
    out += show(arg, true);
  }
  return out;
}

function length(value: Value): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (Array.isArray(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  if (value === null || value === undefined) throw new TypeError('len of nil pointer');
  throw new TypeError(`len of type ${typeOf(value)}`);
}

function index(value: Value, key: Value): Value {
  if (Array.isArray(value) || typeof value === 'string') {
    if (typeof key !== 'number') throw new TypeError(`cannot index slice/array with type ${typeOf(key)}`);
    const at = key;
    if (at < 0 || at >= value.length) throw new RangeError(`index out of range: ${at}`);
    return typeof value === 'string' ? value.charCodeAt(at) : (value as readonly Value[])[at];
  }
  if (isMap(value)) {
    const name = text(key);
    return Object.hasOwn(value, name) ? value[name] : '';
  }
  if (value === null || value === undefined) throw new TypeError('index of untyped nil');
  throw new TypeError(`can't index item of type ${typeOf(value)}`);
}

function slice(value: Value, from: Value, to: Value): Value {
  if (typeof value !== 'string' && !Array.isArray(value)) {
    throw new TypeError(`can't slice item of type ${typeOf(value)}`);
  }
  const start = from === undefined ? 0 : number(from);
  const end = to === undefined ? value.length : number(to);
  if (start < 0 || end > value.length || start > end) throw new RangeError(`index out of range: ${end}`);
  return value.slice(start, end);
}

function join(list: Value, by: string): string {
  if (list === null || list === undefined) return '';
  if (!Array.isArray(list))
    throw new TypeError(`wrong type for value; expected []string; got ${typeOf(list)}`);
  return list.map((item) => show(item, true)).join(by);
}

function kindOf(value: Value): string {
  if (value === null || value === undefined) return 'nil';
  if (value instanceof Float) return 'float';
  return Array.isArray(value) || isMap(value) || value instanceof RecordValue ? 'other' : typeof value;
}

function same(a: Value, b: Value): boolean {
  const kinds = [kindOf(a), kindOf(b)];
  if (kinds.includes('nil')) return kinds[0] === kinds[1];
  if (kinds.includes('other')) throw new TypeError(`non-comparable type ${show(a)}: ${typeOf(a)}`);
  if (kinds[0] !== kinds[1]) throw incompatible(a, b);
  return a instanceof Float ? a.value === (b as Float).value : a === b;
}

function equal([first, ...others]: readonly Value[]): boolean {
  if (others.length === 0) throw new TypeError('missing argument for comparison');
  return others.some((other) => same(first, other));
}

function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof Float && b instanceof Float) return a.value - b.value;
  throw kindOf(a) === kindOf(b) ? new TypeError('invalid type for comparison') : incompatible(a, b);
}

function incompatible(a: Value, b: Value): Error {
  return new TypeError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
}

/** So many bytes, as Go slices strings. */
function truncate(value: string, most: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(value).subarray(0, Math.max(0, most)));
}

function escapeJs(value: string): string {
  const names: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '<': '\\u003C',
    '>': '\\u003E',
    '&': '\\u0026',
    '=': '\\u003D',
    '\n': '\\u000A',
    '\r': '\\u000D',
    '\t': '\\u0009',
  };
  return value.replace(/[\\'"<>&=\n\r\t]/g, (char) => names[char]!);
}

function title(value: string): string {
  return value.replace(
    /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function pad(value: string, left: number, right: number): string {
  if (value === '') return value;
  return ' '.repeat(Math.max(0, left)) + value + ' '.repeat(Math.max(0, right));
}

function escapeHtml(value: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&#34;',
    "'": '&#39;',
  };
  return value.replace(/[&<>"']/g, (char) => names[char]!);
}
