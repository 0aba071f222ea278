/** JSON as Go's encoder writes it: in the order given for what came as JSON, by name for records. */
import { byBytes, Float, isMap, NIL_LIST, NIL_MAP, RecordValue, StructValue, type Value } from './value.ts';

/** The `json` of templates; rows of tables escape `<`, `>` and `&`, as Go's Marshal does by default. */
export function toJson(value: Value): string {
  if (value === NIL_LIST || value === NIL_MAP) return 'null';
  if (value instanceof StructValue) return structJson(value);
  if (value instanceof RecordValue) return recordJson(value);
  if (value instanceof Float) return String(value.value);
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (isMap(value)) {
    const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`);
    return `{${parts.join(',')}}`;
  }
  if (typeof value === 'string') return goString(value);
  return value === undefined ? 'null' : JSON.stringify(value);
}

function structJson({ own, members }: StructValue): string {
  if (own) return own.json;
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${toJson(value)}`).join(',')}}`;
}

function recordJson(record: RecordValue): string {
  const names = [...record.fields.keys()].sort(byBytes);
  const parts = names.map(
    (name) => `${JSON.stringify(name)}:${escapeAngles(toJson(record.fields.get(name)!()))}`,
  );
  return `{${parts.join(',')}}`;
}

function goString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029\b\f]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function escapeAngles(json: string): string {
  return json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}
