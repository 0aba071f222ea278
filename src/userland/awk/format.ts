/** awk's printf: a format and values to a byte string. */
import { formatPrintf } from '../../posix/index.ts';
import { AwkError } from './syntax.ts';
import { formatNumber, toNumber, toText, type Value } from './values.ts';

const CONVERSION = /%([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?(?:[hlLqjzt]*)([diouxXeEfFgGaAcs%])?/g;

/** Widths beyond this are no widths. */
const MOST = 0x100000;

export function formatAwk(format: string, args: readonly Value[], convfmt: string, line: number): string {
  let next = 0;
  return format.replace(
    CONVERSION,
    (whole, flags: string, width: string, precision: string | undefined, letter?: string) => {
      if (width === '*' || precision === '*') throw new AwkError('%*x formats are not supported', line);
      // With anything between them two percent signs are themselves.
      if (letter === '%') return whole === '%%' ? '%' : whole;
      if (letter === undefined || Number(width) > MOST || Number(precision) > MOST) return whole;
      const value = args[next++];
      const pad = (text: string) =>
        flags.includes('-') ? text.padEnd(Number(width)) : text.padStart(Number(width));
      if (letter === 'c') return pad(character(value, convfmt));
      const limit = precision === undefined ? undefined : Number(precision);
      if (letter === 's') return pad(toText(value, convfmt).slice(0, limit));
      const spec = `%${flags}${width}${precision === undefined ? '' : `.${precision}`}`;
      const number = toNumber(value);
      if (!'diouxX'.includes(letter)) return formatNumber(spec + letter, number);
      return formatInteger(spec, letter, number);
    },
  );
}

function character(value: Value, convfmt: string): string {
  if (typeof value === 'number') return String.fromCharCode(Math.trunc(value) & 0xff);
  if (value !== undefined && typeof value !== 'string')
    return String.fromCharCode(Math.trunc(value.number) & 0xff);
  return toText(value, convfmt)[0] ?? '\0';
}

/** C's conversion to int, which is the least there is for what does not fit. */
function formatInteger(spec: string, letter: string, value: number): string {
  const fits = Number.isFinite(value) && Math.abs(Math.trunc(value)) < 2 ** 31;
  const whole = fits ? Math.trunc(value) : -(2 ** 31);
  const shown = 'di'.includes(letter) ? whole : whole >>> 0;
  return String.fromCharCode(...formatPrintf(spec + letter, [String(shown)]).output);
}
