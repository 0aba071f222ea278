/**
 * jq's dates: "broken down time" is an array of year, month (from 0), day, hours, minutes, seconds,
 * weekday and day of the year.
 */
import { calendarTime, strftime, type TimeZone, utc } from '../../../posix/index.ts';
import { dumpJson } from './json.ts';
import { fail, isArray, isNumber, numberOf, shown, type Value } from './values.ts';

/** Seconds since the epoch, taken apart. */
export function brokenDown(value: Value, name: string, zone: TimeZone = utc): Value {
  if (!isNumber(value)) return fail(`${name}() requires a number`);
  const seconds = numberOf(value);
  if (Math.abs(seconds) > 8.64e12) return fail('error converting number of seconds since epoch to datetime');
  const time = calendarTime(seconds, zone);
  const fraction = seconds - Math.floor(seconds);
  return [
    ...[time.year, time.month, time.day, time.hour, time.minute],
    ...[time.second + fraction, time.weekday, time.yearday],
  ];
}

/** Seconds since the epoch of parts that are taken for UTC. */
export function mktime(value: Value, name = 'mktime'): number {
  if (!isArray(value)) return fail(`${name} requires array inputs`);
  if (value.length < 6 || !value.every(isNumber)) return fail(`${name} requires parsed datetime inputs`);
  const [year = 0, month = 0, day = 1, ...clock] = value.map((part) => Math.floor(numberOf(part as number)));
  return Math.floor(Date.UTC(year, month, day, clock[0], clock[1], clock[2]) / 1000);
}

export function formatTime(value: Value, format: Value, name: string, zone: TimeZone = utc): Value {
  if (!isNumber(value) && !isArray(value)) return fail(`${name} requires parsed datetime inputs`);
  if (typeof format !== 'string') return fail(`${name} requires a string format`);
  if (isNumber(value)) return strftime(format, calendarTime(numberOf(value), zone));
  const seconds = mktime(value, name);
  // The parts are local time already.
  return strftime(format, { ...calendarTime(seconds), zone: zone(seconds).abbreviation });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Parsed {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  offset: number;
  afternoon: boolean | undefined;
  epoch: number | undefined;
}

/** What a conversion reads, and what that means. */
const CONVERSIONS: Readonly<
  Record<string, readonly [pattern: string, set: (into: Parsed, text: string) => void]>
> = {
  Y: ['([+-]?\\d{1,4})', (into, text) => (into.year = Number(text))],
  y: ['(\\d\\d?)', (into, text) => (into.year = Number(text) + (Number(text) < 69 ? 2000 : 1900))],
  m: ['(\\d\\d?)', (into, text) => (into.month = Number(text) - 1)],
  d: ['\\s*(\\d\\d?)', (into, text) => (into.day = Number(text))],
  e: ['\\s*(\\d\\d?)', (into, text) => (into.day = Number(text))],
  H: ['(\\d\\d?)', (into, text) => (into.hour = Number(text))],
  I: ['(\\d\\d?)', (into, text) => (into.hour = Number(text) % 12)],
  M: ['(\\d\\d?)', (into, text) => (into.minute = Number(text))],
  S: ['(\\d\\d?)', (into, text) => (into.second = Number(text))],
  p: ['([aApP][mM])', (into, text) => (into.afternoon = /p/i.test(text))],
  b: ['([A-Za-z]{3,9})', (into, text) => (into.month = MONTHS.indexOf(text.slice(0, 3).toLowerCase()))],
  a: ['([A-Za-z]{3,9})', () => {}],
  j: ['(\\d{1,3})', (into, text) => Object.assign(into, { month: 0, day: Number(text) })],
  s: ['(\\d+)', (into, text) => (into.epoch = Number(text))],
  Z: ['([A-Za-z]+)', () => {}],
  z: [
    '(Z|[+-]\\d\\d:?\\d\\d)',
    (into, text) => {
      const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(text) ?? [];
      into.offset = hours ? Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60) : 0;
    },
  ],
};
const SYNONYMS: Readonly<Record<string, string>> = { B: 'b', h: 'b', A: 'a', k: 'H', l: 'I' };
const COMBINED: Readonly<Record<string, string>> = {
  T: '%H:%M:%S',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  c: '%a %b %e %H:%M:%S %Y',
};

/** Reads a date by a format. */
export function strptime(value: Value, format: Value): Value {
  if (typeof value !== 'string') return fail(`strptime/1 requires string inputs and arguments`);
  if (typeof format !== 'string') return fail(`strptime/1 requires string inputs and arguments`);
  const full = format.replace(/%([TDFRc])/g, (_, letter: string) => COMBINED[letter]!);
  const setters: ((into: Parsed, text: string) => void)[] = [];
  const pattern = full.replace(/%(.)|\s+|[^%\s]/gsu, (whole, letter?: string) => {
    if (letter === undefined)
      return /^\s/.test(whole) ? '\\s*' : whole.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    if (letter === '%') return '%';
    if (letter === 'n' || letter === 't') return '\\s*';
    const conversion = CONVERSIONS[SYNONYMS[letter] ?? letter];
    if (!conversion) return fail(`date "${value}" does not match format "${format}"`);
    setters.push(conversion[1]);
    return conversion[0];
  });
  const found = new RegExp(`^${pattern}$`).exec(value);
  if (!found) return fail(`date "${value}" does not match format "${format}"`);
  const into: Parsed = {
    ...{ year: 1900, month: 0, day: 0, hour: 0, minute: 0, second: 0 },
    ...{ offset: 0, afternoon: undefined, epoch: undefined },
  };
  for (const [i, set] of setters.entries()) set(into, found[i + 1]!);
  if (into.epoch !== undefined) return brokenDown(into.epoch, 'gmtime');
  if (into.afternoon) into.hour += 12;
  const seconds = Date.UTC(into.year, into.month, into.day, into.hour, into.minute, into.second) / 1000;
  if (Number.isNaN(seconds)) return fail(`date ${shown(value, dumpJson)} is out of range`);
  return brokenDown(seconds, 'gmtime');
}
