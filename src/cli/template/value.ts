/**
 * What templates work on: JSON values, and records whose fields are computed (a row of `docker ps`).
 *
 * A JSON object is a Go map here; a `RecordValue` a struct, whose unknown fields are errors.
 */
import { general } from '../format/units.ts';

export type Value = null | undefined | boolean | number | string | readonly Value[] | MapValue | RecordValue;

export interface MapValue {
  readonly [key: string]: Value;
}

/** A struct with methods, as Docker's formatters have them. */
export class RecordValue {
  /** Go's name of the type, for errors: `*formatter.ContainerContext`. */
  readonly type: string;
  readonly fields: ReadonlyMap<string, () => Value>;
  /** Methods with arguments: `{{.Label "name"}}`. */
  readonly methods: ReadonlyMap<string, (...args: Value[]) => Value>;

  constructor(
    type: string,
    fields: Readonly<Record<string, () => Value>>,
    methods: Readonly<Record<string, (...args: Value[]) => Value>> = {},
  ) {
    this.type = type;
    this.fields = new Map(Object.entries(fields));
    this.methods = new Map(Object.entries(methods));
  }
}

export function isMap(value: Value): value is MapValue {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RecordValue)
  );
}

/** What `if` and `and` take for true. */
export function truthy(value: Value): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value).length > 0;
  return typeof value === 'object' ? true : Boolean(value);
}

/** `%v`: as actions print values. */
export function show(value: Value, nested = false): string {
  if (value === null || value === undefined) return nested ? '<nil>' : '<no value>';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return showNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => show(item, true)).join(' ')}]`;
  if (value instanceof RecordValue)
    return `{${[...value.fields.values()].map((get) => show(get(), true)).join(' ')}}`;
  const map = value as MapValue;
  const keys = Object.keys(map).sort(byBytes);
  return `map[${keys.map((key) => `${key}:${show(map[key], true)}`).join(' ')}]`;
}

function showNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  const text = general(value, 17);
  return String(value).length < text.length ? String(value) : text;
}

/** Go's order of strings. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Go's name for a value's type, in errors. */
export function typeOf(value: Value): string {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float64';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return '[]interface {}';
  if (value instanceof RecordValue) return value.type;
  return 'map[string]interface {}';
}
