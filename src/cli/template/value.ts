/**
 * What templates work on: JSON values, and records whose fields are computed (a row of `docker ps`).
 *
 * A JSON object is a Go map here; a `RecordValue` a struct, whose unknown fields are errors.
 */

export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | Float
  | readonly Value[]
  | MapValue
  | RecordValue;

export interface MapValue {
  readonly [key: string]: Value;
}

/** A float64, which Go keeps apart from an int of the same value. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
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

/** A field's name in JSON, and its value. */
export type Member = readonly [string, Value];

export interface OwnForm {
  readonly text: string;
  readonly json: string;
}

/** Where Go prints an address, which is another one each time. */
export const ADDRESS = '0xc000012120';

/** A struct whose fields print in their order, and whose JSON has names of its own. */
export class StructValue extends RecordValue {
  /** What `%v` prints of each field, in order. */
  readonly shown: readonly Value[];
  readonly members: readonly Member[];
  /** For types that print otherwise, such as times. */
  readonly own: OwnForm | undefined;

  constructor(
    type: string,
    fields: Readonly<Record<string, () => Value>>,
    shown: readonly Value[],
    members: readonly Member[],
    own?: OwnForm,
  ) {
    super(type, fields);
    this.shown = shown;
    this.members = members;
    this.own = own;
  }
}

/** A pointer that leads nowhere: unlike a missing value it prints as what it is. */
export const NIL = new StructValue('*', {}, [], [], { text: '<nil>', json: 'null' });

/** A list and a map that are not there: they print and count as empty ones, but are null in JSON. */
export const NIL_LIST: Value = Object.freeze([]) as readonly Value[];
export const NIL_MAP: Value = Object.freeze({}) as MapValue;

export function isMap(value: Value): value is MapValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof RecordValue) &&
    !(value instanceof Float)
  );
}

/** What `if` and `and` take for true. */
export function truthy(value: Value): boolean {
  if (value === null || value === undefined || value === NIL) return false;
  if (value instanceof Float) return value.value !== 0;
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value).length > 0;
  return typeof value === 'object' ? true : Boolean(value);
}

/** `%v`: as actions print values. */
export function show(value: Value, nested = false): string {
  if (value === null || value === undefined) return nested ? '<nil>' : '<no value>';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : showFloat(value);
  if (value instanceof Float) return showFloat(value.value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => show(item, true)).join(' ')}]`;
  if (value instanceof StructValue) {
    if (nested && value.type.startsWith('*') && value !== NIL) return ADDRESS;
    return value.own?.text ?? `{${value.shown.map((item) => show(item, true)).join(' ')}}`;
  }
  if (value instanceof RecordValue)
    return `{${[...value.fields.values()].map((get) => show(get(), true)).join(' ')}}`;
  const map = value as MapValue;
  const keys = Object.keys(map).sort(byBytes);
  return `map[${keys.map((key) => `${key}:${show(map[key], true)}`).join(' ')}]`;
}

/** The shortest digits that read back the same, with an exponent from a million on. */
export function showFloat(value: number): string {
  const [mantissa, power] = value.toExponential().split('e') as [string, string];
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 21) return withExponent(mantissa, exponent);
  // Go decides by six digits where all digits fit before the point, and by 21 elsewhere.
  const digits = mantissa.replace(/[-.]/g, '').length;
  return exponent >= Math.max(digits, 6) || (exponent >= 6 && digits <= exponent + 1)
    ? withExponent(mantissa, exponent)
    : String(value);
}

function withExponent(mantissa: string, exponent: number): string {
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
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
  if (value instanceof Float) return 'float64';
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? '[]string' : '[]interface {}';
  if (value instanceof RecordValue) return value.type;
  return 'map[string]interface {}';
}
