/** JSON of the engine as values of Go's types, for templates. */
import { goInstant } from '../format/time.ts';
import {
  ADDRESS,
  type MapValue,
  type Member,
  NIL,
  NIL_LIST,
  NIL_MAP,
  StructValue,
  type Value,
} from '../template/index.ts';
import { type Shape, shapes } from './shapes.ts';

interface Field {
  readonly name: string;
  readonly json: string;
  readonly omitted: boolean;
  readonly embedded: boolean;
  readonly type: string;
}

const parsed = new Map<Shape, readonly Field[]>();

function fieldsOf(shape: Shape): readonly Field[] {
  let fields = parsed.get(shape);
  if (!fields) {
    fields = shapes[shape].split(/\s+/).map(parseField);
    parsed.set(shape, fields);
  }
  return fields;
}

function parseField(text: string): Field {
  if (text.startsWith('+')) {
    return { name: '', json: '', omitted: false, embedded: true, type: text.slice(1) };
  }
  const [, name, json, omitted, type] = /^(\w+)(?:=(\w+))?(\?)?(?::(.+))?$/.exec(text)!;
  return {
    name: name!,
    json: json ?? name!,
    omitted: omitted !== undefined,
    embedded: false,
    type: type ?? 's',
  };
}

/** What a JSON object is to Go's code; `pointer` where that has it by address. */
export function typed(object: MapValue, shape: Shape, pointer = false): StructValue {
  const fields: Record<string, () => Value> = {};
  const shown: Value[] = [];
  const members: Member[] = [];
  for (const { name, json, omitted, embedded, type } of fieldsOf(shape)) {
    if (embedded) {
      const inner = struct(object, type);
      for (const [key, get] of inner.fields) fields[key] = get;
      members.push(...inner.members);
      shown.push(inner);
      continue;
    }
    const raw = object[json] ?? null;
    const value = fieldValue(raw, type);
    fields[name] = () => value;
    shown.push(type === '*' && value !== NIL ? ADDRESS : value);
    if (!omitted || !isEmpty(value)) members.push([json, value]);
  }
  return new StructValue(pointer ? `*${shape}` : shape, fields, shown, members);
}

function struct(object: Value, type: string): StructValue {
  const pointer = type.startsWith('*');
  return typed((object ?? {}) as MapValue, (pointer ? type.slice(1) : type) as Shape, pointer);
}

const isList = (type: string): boolean => type.startsWith('[]') || type.startsWith('{}');

const ZEROS: Readonly<Record<string, Value>> = {
  s: '',
  b: false,
  i: 0,
  '[]': NIL_LIST,
  '{}': NIL_MAP,
  '*': NIL,
};

function fieldValue(raw: Value, type: string): Value {
  if (Object.hasOwn(ZEROS, type)) return raw ?? ZEROS[type];
  if (type === 't') return timeValue(String(raw ?? '0001-01-01T00:00:00Z'));
  if (raw === null && isList(type)) return type.startsWith('[]') ? NIL_LIST : NIL_MAP;
  if (type.startsWith('[]')) return (raw as readonly Value[]).map((item) => struct(item, type.slice(2)));
  if (type.startsWith('{}')) {
    const entries = Object.entries(raw as MapValue);
    return Object.fromEntries(entries.map(([key, item]) => [key, struct(item, type.slice(2))]));
  }
  return raw === null && type.startsWith('*') ? NIL : struct(raw, type);
}

function timeValue(text: string): Value {
  return new StructValue('time.Time', {}, [], [], { text: goInstant(text), json: JSON.stringify(text) });
}

function isEmpty(value: Value): boolean {
  if (value === NIL || value === null || value === undefined) return true;
  if (value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && !(value instanceof StructValue) && Object.keys(value).length === 0;
}
