/** date: shows a time; the clock is the host's and cannot be set. */
import { calendarTime, parseTimeZone, strftime, utc } from '../../posix/index.ts';
import { parseByFormat, parseDate } from '../dates.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

const ISO: Readonly<Record<string, string>> = {
  date: '',
  hours: 'T%H%z',
  minutes: 'T%H:%M%z',
  seconds: 'T%H:%M:%S%z',
  ns: 'T%H:%M:%S,%N%z',
};

export const main = applet({
  usage: '[-u] [-R | -I[SPEC]] [-d TIME [-D FMT] | -r FILE] [+FMT]',
  about: 'Display time (using +FMT)',
  async run(io) {
    const options = parseOptions(io, 'Rs:ud:r:I::D:', {
      long: {
        'rfc-822': 'R',
        'rfc-2822': 'R',
        'rfc-email': 'R',
        set: 's',
        utc: 'u',
        universal: 'u',
        date: 'd',
        reference: 'r',
        'iso-8601': 'I',
      },
    });
    const zone = options.has('u') ? utc : parseTimeZone(io.sys.env['TZ']);
    const formats = options.operands.filter((operand) => operand.startsWith('+'));
    const setting = options.value('s') ?? options.operands.find((operand) => !operand.startsWith('+'));
    if (formats.length > 1) io.die(`invalid date '${formats[1]}'`);
    let seconds = Math.floor(io.sys.now() / 1000);
    let nanoseconds = Math.floor((io.sys.now() % 1000) * 1e6);
    const text = options.value('d') ?? setting;
    if (options.has('r')) {
      const path = options.value('r')!;
      try {
        const { mtime } = await io.sys.stat(path);
        [seconds, nanoseconds] = [Number(mtime / 1_000_000_000n), Number(mtime % 1_000_000_000n)];
      } catch (error) {
        io.dieErrno(`can't stat '${path}'`, error);
      }
    } else if (text !== undefined) {
      const given = options.value('D');
      seconds =
        (given === undefined ? parseDate(text, zone, seconds) : parseByFormat(text, given, zone, seconds)) ??
        io.die(`invalid date '${text}'`);
      nanoseconds = 0;
    }
    const time = calendarTime(seconds, zone, nanoseconds);
    if (setting !== undefined) io.warn("can't set date: Operation not permitted");
    let format =
      formats[0]?.slice(1) ?? (options.has('R') ? '%a, %d %b %Y %H:%M:%S %z' : '%a %b %e %H:%M:%S %Z %Y');
    if (formats.length === 0 && options.has('I')) {
      const spec = options.value('I') ?? 'date';
      const kind = Object.keys(ISO).find((name) => name.startsWith(spec)) ?? io.usage();
      format = `%Y-%m-%d${ISO[kind]}`;
      io.print(
        `${strftime(format, time).replace(/([-+]\d\d)(\d\d)$/, (whole, h: string, m: string) => (kind === 'date' ? whole : `${h}:${m}`))}\n`,
      );
      return setting === undefined ? 0 : 1;
    }
    io.print(`${strftime(format, time)}\n`);
    return setting === undefined ? 0 : 1;
  },
});
