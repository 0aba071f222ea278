/** touch: makes files, sets their times. */
import {
  calendarTime,
  O_CREAT,
  O_WRONLY,
  parseTimeZone,
  strftime,
  type TimeZone,
} from '../../posix/index.ts';
import { parseCompact, parseDate } from '../dates.ts';
import { statOf } from '../files.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-cham] [-d DATE] [-t DATE] [-r FILE] FILE...',
  about: 'Update mtime of FILEs',
  async run(io) {
    const options = parseOptions(io, 'chamfr:d:t:', {
      min: 1,
      long: { 'no-create': 'c', reference: 'r', date: 'd', 'no-dereference': 'h' },
    });
    const zone = parseTimeZone(io.sys.env['TZ']);
    const present = io.sys.now();
    const text = options.value('d') ?? options.value('t');
    const nanoseconds = BigInt(Math.round(present)) * 1_000_000n;
    let times = { atime: nanoseconds, mtime: nanoseconds };
    if (options.has('r')) {
      const path = options.value('r')!;
      try {
        const { atime, mtime } = await io.sys.stat(path);
        times = { atime, mtime };
      } catch (error) {
        io.dieErrno(path, error);
      }
    } else if (text !== undefined) {
      const today = new Date(present);
      const seconds = options.has('d')
        ? parseDate(withTime(text, Math.floor(present / 1000), zone), zone, Math.floor(present / 1000))
        : parseCompact(text, zone, [today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()]);
      const time = BigInt(seconds ?? io.die(`invalid date '${text}'`)) * 1_000_000_000n;
      times = { atime: time, mtime: time };
    }
    const nofollow = options.has('h');
    let status = 0;
    for (const path of options.operands) {
      try {
        if (!(await statOf(io.sys, path, !nofollow))) {
          if (options.has('c') || nofollow) continue;
          await io.sys.close(await io.sys.open(path, O_WRONLY | O_CREAT, 0o666));
          if (text === undefined && !options.has('r')) continue;
        }
        const stat = await (nofollow ? io.sys.lstat(path) : io.sys.stat(path));
        const only = {
          atime: options.has('m') && !options.has('a') ? stat.atime : times.atime,
          mtime: options.has('a') && !options.has('m') ? stat.mtime : times.mtime,
        };
        // The present is what all may set who may write.
        const isNow = text === undefined && !['r', 'a', 'm'].some((flag) => options.has(flag));
        await io.sys.utimes(path, only, { nofollow, isNow });
      } catch (error) {
        io.warnErrno(path, error);
        status = 1;
      }
    }
    return status;
  },
});

/** What a date leaves out of the time of day is what it is now, unlike with date. */
function withTime(text: string, present: number, zone: TimeZone): string {
  const time = calendarTime(present, zone);
  if (/^\d{4}-\d\d?-\d\d?$/.test(text)) return `${text} ${strftime('%H:%M:%S', time)}`;
  return /^\d{4}-\d\d?-\d\d? \d\d?:\d\d$/.test(text) ? `${text}:${strftime('%S', time)}` : text;
}
