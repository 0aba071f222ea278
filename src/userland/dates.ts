/** Dates as date -d, touch -d and -t take them, in busybox's forms. */
import type { TimeZone } from '../posix/index.ts';

/** Seconds since the epoch for local calendar fields: year, month, day, hour, minute, second. */
export function fromLocal(zone: TimeZone, fields: readonly number[]): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
    return undefined;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  // The offset at the wall time read as UTC is the right one but near a change; one more step settles it.
  const guess = wall - zone(wall).offset;
  return wall - zone(guess).offset;
}

/** `present` in seconds fills in what a form leaves out. */
export function parseDate(text: string, zone: TimeZone, present: number): number | undefined {
  const at = /^@(-?\d+)(?:\.\d+)?$/.exec(text);
  if (at) return Number.isSafeInteger(Number(at[1])) ? Number(at[1]) : undefined;
  const local = new Date((present + zone(present).offset) * 1000);
  const today = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const utcForm =
    /^(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|(?: ?([-+]\d\d):?(\d\d)))$/.exec(
      text,
    );
  if (utcForm) {
    const [, year, month, day, hour, minute, second, offsetHours, offsetMinutes] = utcForm.map((part) =>
      Number(part ?? 0),
    );
    const sign = utcForm[7]?.startsWith('-') ? -1 : 1;
    const offset = (offsetHours ?? 0) * 3600 + sign * (offsetMinutes ?? 0) * 60;
    return Date.UTC(year!, month! - 1, day!, hour, minute, second) / 1000 - offset;
  }
  const forms: readonly (readonly [RegExp, (n: number[]) => number[]])[] = [
    [/^(\d{4})-(\d\d?)-(\d\d?)(?:[ T](\d\d?)(?::(\d\d))?(?::(\d\d))?)?$/, (n) => n],
    [/^(\d\d?):(\d\d)(?::(\d\d))?$/, (n) => [...today, ...n]],
    [
      /^(?:(\d{4})\.)?(\d\d?)\.(\d\d?)-(\d\d?):(\d\d)(?::(\d\d))?$/,
      ([year, ...rest]) => [year || today[0]!, ...rest],
    ],
  ];
  for (const [form, fields] of forms) {
    const found = form.exec(text);
    if (found) return fromLocal(zone, fields(found.slice(1).map((part) => Number(part ?? 0))));
  }
  return parseCompact(text, zone, today);
}

/** `[[[[[YY]YY]MM]DD]hh]mm[.ss]`, as touch -t takes it too. */
export function parseCompact(text: string, zone: TimeZone, today: readonly number[]): number | undefined {
  const found = /^(\d{2,12})(?:\.(\d\d))?$/.exec(text);
  if (!found || found[1]!.length % 2 !== 0) return undefined;
  const pairs = found[1]!.match(/\d\d/g)!.map(Number);
  const second = Number(found[2] ?? 0);
  const minute = pairs.pop()!;
  const hour = pairs.pop() ?? 0;
  const day = pairs.pop() ?? today[2]!;
  const month = pairs.pop() ?? today[1]!;
  const low = pairs.pop();
  const high = pairs.pop();
  const year =
    low === undefined ? today[0]! : high === undefined ? low + (low < 69 ? 2000 : 1900) : high * 100 + low;
  return fromLocal(zone, [year, month, day, hour, minute, second]);
}

const FIELDS: Readonly<Record<string, readonly [place: number, digits: string]>> = {
  Y: [0, '\\d{1,4}'],
  m: [1, '\\d\\d?'],
  d: [2, '\\d\\d?'],
  e: [2, '\\d\\d?'],
  H: [3, '\\d\\d?'],
  M: [4, '\\d\\d?'],
  S: [5, '\\d\\d?'],
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `date -D FMT -d TEXT`: the numbers that strptime(3) knows, `%s`, `%y`, `%b`, `%T`, `%R`, `%F`, `%D`. */
export function parseByFormat(
  text: string,
  format: string,
  zone: TimeZone,
  present: number,
): number | undefined {
  const local = new Date((present + zone(present).offset) * 1000);
  const fields = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate(), 0, 0, 0];
  const setters: ((part: string) => void)[] = [];
  let seconds: number | undefined;
  const expanded = format
    .replace(/%T/g, '%H:%M:%S')
    .replace(/%R/g, '%H:%M')
    .replace(/%F/g, '%Y-%m-%d')
    .replace(/%D/g, '%m/%d/%y');
  const source = expanded.replace(/%(.)|\s+|[^\w\s]/g, (whole, letter?: string) => {
    if (letter === undefined) return /\s/.test(whole) ? '\\s*' : `\\${whole}`;
    const field = Object.hasOwn(FIELDS, letter) ? FIELDS[letter] : undefined;
    if (field) {
      setters.push((part) => (fields[field[0]] = Number(part)));
      return `(${field[1]})`;
    }
    if (letter === 's') setters.push((part) => (seconds = Number(part)));
    else if (letter === 'y')
      setters.push((part) => (fields[0] = Number(part) + (Number(part) < 69 ? 2000 : 1900)));
    else if (letter === 'b' || letter === 'B' || letter === 'h')
      setters.push((part) => (fields[1] = MONTHS.indexOf(part.slice(0, 3).toLowerCase()) + 1));
    else return letter === '%' ? '%' : '\\S*';
    return letter === 's' ? '(\\d+)' : letter === 'y' ? '(\\d\\d)' : '([A-Za-z]{3,})';
  });
  const found = new RegExp(`^\\s*${source}`).exec(text);
  if (!found) return undefined;
  for (const [i, set] of setters.entries()) set(found[i + 1]!);
  return seconds ?? fromLocal(zone, fields);
}
