/**
 * Time zones as POSIX writes them in TZ: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+03>-3`, `EST5EDT`.
 *
 * Zones by name (`Europe/Paris`) are files of tzdata, which Alpine does not install: without them
 * musl means UTC, and so does this.
 * @see POSIX.1-2024, XBD 8.3 "TZ"
 */

export interface ZoneOffset {
  /** Seconds east of Greenwich. */
  readonly offset: number;
  readonly abbreviation: string;
  readonly dst: boolean;
}

/** What holds at a time in seconds since the epoch. */
export type TimeZone = (seconds: number) => ZoneOffset;

/** Seconds from the beginning of a year (UTC days) at which a rule applies, in local time. */
type Rule = (year: number) => number;

const UTC: ZoneOffset = { offset: 0, abbreviation: 'UTC', dst: false };
export const utc: TimeZone = () => UTC;

const NAME = `(?:<([-+A-Za-z0-9]{3,})>|([A-Za-z]{3,}))`;
const OFFSET = String.raw`([-+]?\d{1,3}(?::\d{1,2}){0,2})`;
const ZONE = new RegExp(`^:?${NAME}${OFFSET}(?:${NAME}${OFFSET}?(?:,([^,]+),([^,]+))?)?$`);

/** The zone of a TZ value; UTC where it is absent, empty or means nothing to us. */
export function parseTimeZone(tz: string | undefined): TimeZone {
  const match = ZONE.exec(tz ?? '');
  if (!match) return utc;
  const standard: ZoneOffset = {
    offset: -seconds(match[3]!),
    abbreviation: (match[1] ?? match[2])!,
    dst: false,
  };
  const summerName = match[4] ?? match[5];
  if (!summerName) return () => standard;
  const summer: ZoneOffset = {
    offset: match[6] ? -seconds(match[6]) : standard.offset + 3600,
    abbreviation: summerName,
    dst: true,
  };
  // Without rules POSIX leaves it open; the C libraries take those of the United States.
  const from = parseRule(match[7] ?? 'M3.2.0');
  const to = parseRule(match[8] ?? 'M11.1.0');
  if (!from || !to) return () => standard;
  return (time) => {
    const year = new Date((time + standard.offset) * 1000).getUTCFullYear();
    const start = Date.UTC(year, 0, 1) / 1000;
    const begin = start + from(year) - standard.offset;
    const end = start + to(year) - summer.offset;
    const isSummer = begin < end ? time >= begin && time < end : time >= begin || time < end;
    return isSummer ? summer : standard;
  };
}

function seconds(text: string): number {
  const [hours = 0, minutes = 0, rest = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
  return (hours * 3600 + minutes * 60 + rest) * (text.startsWith('-') ? -1 : 1);
}

function parseRule(text: string): Rule | undefined {
  const [day = '', time = '2'] = text.split('/');
  const at = seconds(time);
  const month = /^M(\d+)\.([1-5])\.([0-6])$/.exec(day);
  if (month) {
    const [, m, week, weekday] = month.map(Number) as [number, number, number, number];
    return (year) => {
      const first = Date.UTC(year, m - 1, 1);
      const firstDay = new Date(first).getUTCDay();
      const days = new Date(Date.UTC(year, m, 0)).getUTCDate();
      let date = 1 + ((weekday - firstDay + 7) % 7) + (week - 1) * 7;
      if (date > days) date -= 7;
      return (Date.UTC(year, m - 1, date) - Date.UTC(year, 0, 1)) / 1000 + at;
    };
  }
  const julian = /^J(\d+)$/.exec(day);
  if (julian) {
    // Jn never counts February 29.
    const n = Number(julian[1]);
    return (year) => (n - 1 + (isLeap(year) && n >= 60 ? 1 : 0)) * 86400 + at;
  }
  return /^\d+$/.test(day) ? () => Number(day) * 86400 + at : undefined;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
