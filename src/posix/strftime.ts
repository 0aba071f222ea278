/**
 * `strftime` in the C locale, for date, ls, stat and the shell's prompts.
 * @see POSIX.1-2024, XSH strftime; `%P`, `%k`, `%l`, `%s`, `%N` and the flags `-`, `_`, `0`, `^`, `#` as glibc
 */
import { type TimeZone, utc } from './timezone.ts';

/** A moment in a zone, taken apart. */
export interface CalendarTime {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 0 is January 1. */
  readonly yearday: number;
  /** Seconds since the epoch. */
  readonly epoch: number;
  /** Seconds east of Greenwich. */
  readonly offset: number;
  readonly zone: string;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const SECONDS_OF_400_YEARS = 146_097 * 86_400;

/** Takes seconds since the epoch apart. */
export function calendarTime(seconds: number, zone: TimeZone = utc, nanosecond = 0): CalendarTime {
  const epoch = Math.floor(seconds);
  const { offset, abbreviation } = zone(epoch);
  // The calendar repeats every 400 years, and a Date ends at the year 275760.
  const cycles = Math.floor((epoch + offset) / SECONDS_OF_400_YEARS);
  const date = new Date((epoch + offset - cycles * SECONDS_OF_400_YEARS) * 1000);
  const year = date.getUTCFullYear();
  return {
    year: year + 400 * cycles,
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    nanosecond,
    weekday: date.getUTCDay(),
    yearday: Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000),
    epoch,
    offset,
    zone: abbreviation,
  };
}

/** Formats; what is no conversion stays as it is. */
export function strftime(format: string, time: CalendarTime): string {
  let out = '';
  let at = 0;
  for (const found of format.matchAll(/%([-_0^#]*)(\d*)[EO]?(.?)/gsu)) {
    const [whole, flags = '', width = '', letter = ''] = found;
    out += format.slice(at, found.index);
    // What musl does not know ends the text.
    if (!Object.hasOwn(conversions, letter)) return out;
    out += decorate(conversions[letter]!(time), flags, Math.min(Number(width), 1000));
    at = found.index + whole.length;
  }
  return out + format.slice(at);
}

/** A text, or a number with its usual width and padding. */
type Field = string | readonly [value: number, width: number, pad?: ' '];

function decorate(field: Field, flags: string, width: number): string {
  let text: string;
  if (typeof field === 'string')
    text = width ? field.padStart(width, flags.includes('0') ? '0' : ' ') : field;
  else {
    const [value, usual, usualPad = '0'] = field;
    const pad = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : usualPad;
    const digits = String(Math.abs(value)).padStart(flags.includes('-') ? 1 : width || usual, pad);
    text = value < 0 ? `-${digits}` : digits;
  }
  if (flags.includes('^')) return text.toUpperCase();
  if (flags.includes('#')) return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
  return text;
}

const hour12 = (time: CalendarTime): number => time.hour % 12 || 12;
const half = (time: CalendarTime): string => (time.hour < 12 ? 'AM' : 'PM');

const conversions: Readonly<Record<string, (time: CalendarTime) => Field>> = {
  '%': () => '%',
  a: (t) => DAYS[t.weekday]!.slice(0, 3),
  A: (t) => DAYS[t.weekday]!,
  b: (t) => MONTHS[t.month]!.slice(0, 3),
  B: (t) => MONTHS[t.month]!,
  c: (t) => strftime('%a %b %e %H:%M:%S %Y', t),
  C: (t) => [Math.floor(t.year / 100), 2],
  d: (t) => [t.day, 2],
  D: (t) => strftime('%m/%d/%y', t),
  e: (t) => [t.day, 2, ' '],
  F: (t) => strftime('%Y-%m-%d', t),
  g: (t) => [isoWeek(t).year % 100, 2],
  G: (t) => [isoWeek(t).year, 1],
  h: (t) => MONTHS[t.month]!.slice(0, 3),
  H: (t) => [t.hour, 2],
  I: (t) => [hour12(t), 2],
  j: (t) => [t.yearday + 1, 3],
  k: (t) => [t.hour, 2, ' '],
  l: (t) => [hour12(t), 2, ' '],
  m: (t) => [t.month + 1, 2],
  M: (t) => [t.minute, 2],
  n: () => '\n',
  N: (t) => [t.nanosecond, 9],
  p: half,
  P: (t) => half(t).toLowerCase(),
  r: (t) => strftime('%I:%M:%S %p', t),
  R: (t) => strftime('%H:%M', t),
  s: (t) => [t.epoch, 1],
  S: (t) => [t.second, 2],
  t: () => '\t',
  T: (t) => strftime('%H:%M:%S', t),
  u: (t) => [t.weekday || 7, 1],
  U: (t) => [Math.floor((t.yearday + 7 - t.weekday) / 7), 2],
  V: (t) => [isoWeek(t).week, 2],
  w: (t) => [t.weekday, 1],
  W: (t) => [Math.floor((t.yearday + 7 - ((t.weekday + 6) % 7)) / 7), 2],
  x: (t) => strftime('%m/%d/%y', t),
  X: (t) => strftime('%H:%M:%S', t),
  y: (t) => [((t.year % 100) + 100) % 100, 2],
  Y: (t) => [t.year, 1],
  z: zoneOffset,
  Z: (t) => t.zone,
};

function zoneOffset(time: CalendarTime): string {
  const minutes = Math.floor(Math.abs(time.offset) / 60);
  const hhmm = Math.floor(minutes / 60) * 100 + (minutes % 60);
  return (time.offset < 0 ? '-' : '+') + String(hhmm).padStart(4, '0');
}

/** The ISO 8601 week: the one with the year's first Thursday is week 1. */
function isoWeek(time: CalendarTime): { year: number; week: number } {
  const thursday = new Date(Date.UTC(time.year, time.month, time.day + 4 - (time.weekday || 7)));
  const year = thursday.getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) };
}
