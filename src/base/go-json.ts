/** JSON as Go's encoding/json writes it: image IDs are digests of it, and clients compare it. */

/** `omitempty` in a Go struct: what is empty is left out. */
export function compact(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A Go map: its keys sorted by their bytes. */
export function sortedMap<T>(map: Readonly<Record<string, T>> | null | undefined): Record<string, T> {
  const sorted: Record<string, T> = Object.create(null);
  for (const key of Object.keys(map ?? {}).sort(byBytes)) sorted[key] = map![key]!;
  return sorted;
}

/** json.Marshal: no spaces, HTML's special characters and line separators escaped. */
export function goJson(value: unknown): string {
  return escapeHtml(JSON.stringify(value));
}

/** In a text of JSON, in which they can only be within strings. */
export function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Milliseconds since the epoch as Go's RFC3339Nano in UTC: no trailing zeros in the fraction. */
export function goTime(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const date = new Date(whole).toISOString();
  const nanoseconds = Math.min(999_999, Math.floor((milliseconds - whole) * 1e6));
  const fraction = (date.slice(20, 23) + String(nanoseconds).padStart(6, '0')).replace(/0+$/, '');
  return `${date.slice(0, 19)}${fraction ? `.${fraction}` : ''}Z`;
}

/** By code point, which is how UTF-8 sorts; JavaScript's own order differs beyond U+FFFF. */
function byBytes(a: string, b: string): number {
  const left = Array.from(a, (char) => char.codePointAt(0)!);
  const right = Array.from(b, (char) => char.codePointAt(0)!);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return left.length - right.length;
}
