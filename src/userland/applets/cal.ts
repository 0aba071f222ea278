/** cal: a month or a year. */
import { calendarTime, parseTimeZone } from '../../posix/index.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const main = applet({
  usage: '[-jmy] [[MONTH] YEAR]',
  about: 'Display a calendar',
  run(io) {
    const options = parseOptions(io, 'jmy', { max: 2 });
    const julian = options.has('j');
    const today = calendarTime(io.sys.now() / 1000, parseTimeZone(io.sys.env['TZ']));
    const number = (text: string, low: number, high: number) => {
      const value = /^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`);
      return value < low || value > high ? io.die(`number ${text} is not in ${low}..${high} range`) : value;
    };
    const [first, second] = options.operands;
    const month =
      second !== undefined
        ? number(first!, 1, 12)
        : first === undefined && !options.has('y')
          ? today.month + 1
          : undefined;
    const yearText = second ?? first;
    const year = yearText === undefined ? today.year : number(yearText, 1, 9999);
    const width = julian ? 27 : 20;
    if (month !== undefined) {
      io.print(`${center(`${MONTHS[month - 1]} ${year}`, width).trimEnd()}\n`);
      for (const line of monthLines(year, month, julian, options.has('m')))
        io.print(`${line.trimEnd() || ' '.repeat(width + 1)}\n`);
      return 0;
    }
    const across = julian ? 2 : 3;
    const gap = '  ';
    const total = width * across + gap.length * (across - 1);
    io.print(`${center(String(year), total)}\n\n`);
    for (let row = 0; row < 12; row += across) {
      const months = Array.from({ length: across }, (_, i) => row + i + 1);
      io.print(`${months.map((m) => center(MONTHS[m - 1]!, width)).join(gap)}\n`);
      const columns = months.map((m) => monthLines(year, m, julian, options.has('m')));
      for (let line = 0; line < 7; line++) {
        const text = columns
          .map((column) => (column[line] ?? '').padEnd(width))
          .join(gap)
          .trimEnd();
        io.print(`${text || ' '.repeat(total + 15)}\n`);
      }
    }
    return 0;
  },
});

function center(text: string, width: number): string {
  const space = Math.max(0, width - text.length);
  return ' '.repeat(Math.floor(space / 2)) + text + ' '.repeat(Math.ceil(space / 2));
}

/** Weekday of January 1, with the Julian calendar before September 1752 as Britain kept it. */
function dayNumber(year: number, month: number, day: number): number {
  const julian = year < 1752 || (year === 1752 && (month < 9 || (month === 9 && day < 14)));
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  const days = day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4);
  return julian ? days - 32083 : days - Math.floor(y / 100) + Math.floor(y / 400) - 32045;
}

function monthLines(year: number, month: number, julian: boolean, monday: boolean): string[] {
  const names = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
  if (monday) names.push(names.shift()!);
  const cell = julian ? 3 : 2;
  const lines = [names.map((name) => name.padStart(cell)).join(' ')];
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const start = dayNumber(year, 1, 1);
  let weekday = (dayNumber(year, month, 1) + (monday ? 0 : 1)) % 7;
  let line = ' '.repeat(weekday * (cell + 1));
  for (let day = 1, at = dayNumber(year, month, 1); at < next; day++) {
    // The days that 1752 left out.
    if (year === 1752 && month === 9 && day === 3) day = 14;
    line += `${String(julian ? at - start + 1 : day).padStart(cell)} `;
    at++;
    weekday = (weekday + 1) % 7;
    if (weekday === 0) {
      lines.push(line.slice(0, -1));
      line = '';
    }
  }
  lines.push(line.slice(0, -1));
  while (lines.length < 7) lines.push('');
  return lines.slice(0, 7);
}
