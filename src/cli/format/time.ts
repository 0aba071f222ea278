/** Dates as Docker prints them. The laptop's zone is UTC. */
import { parseDuration } from './duration.ts';
import { humanDuration } from './units.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `2026-11-24 04:20:04 +0000 UTC`. Seconds since the epoch. */
export function goTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
}

/** A time of the API as Go prints it: `2026-11-24 04:20:04.123456789 +0000 UTC`. */
export function goInstant(text: string): string {
  return text.replace(/^([\d-]+)T([\d:.]+)Z$/, '$1 $2 +0000 UTC');
}

/** `2026-11-24T04:20:04Z`. */
export function rfc3339(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** `Tue Sep 15 11:02:57 2026`, C's asctime, of an RFC 3339 time; other text stays as it is. */
export function ansic(text: string): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = String(date.getUTCDate()).padStart(2);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${clock} ${date.getUTCFullYear()}`;
}

/** `3 weeks ago`. */
export function ago(seconds: number, nowMs: number): string {
  return `${humanDuration(nowMs - seconds * 1000)} ago`;
}

/**
 * A `--since` or `--until` as the API takes it: seconds, or a time, or so long before now.
 * Undefined where the text is none of these.
 */
export function apiTime(text: string, nowMs: number): string | undefined {
  const nanoseconds = parseDuration(text);
  if (nanoseconds !== undefined) return exact(nowMs - nanoseconds / 1e6);
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  const shape = /^(\d{4}-\d\d-\d\d)(?:T(\d\d(?::\d\d(?::\d\d(?:\.(\d+))?)?)?))?(Z|[+-]\d\d:\d\d)?$/.exec(
    text,
  );
  if (!shape) return undefined;
  const [, day, clock = '00', fraction = '', zone = 'Z'] = shape;
  const [hours, minutes = '00', seconds = '00'] = clock.replace(/\.\d+$/, '').split(':');
  const ms = Date.parse(`${day}T${hours}:${minutes}:${seconds}${zone}`);
  return Number.isNaN(ms) ? undefined : `${Math.floor(ms / 1000)}.${fraction.slice(0, 9).padEnd(9, '0')}`;
}

function exact(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = Math.round((ms - seconds * 1000) * 1e6);
  return `${seconds}.${String(rest).padStart(9, '0')}`;
}
