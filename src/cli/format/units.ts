/**
 * Sizes and times in words, to the letter as docker/go-units prints them.
 */

const DECIMAL = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

/** `2.026MB`: powers of 1000, so many significant digits. */
export function humanSize(bytes: number, digits = 4): string {
  return scaled(bytes, 1000, DECIMAL, digits);
}

/** `23.54GiB`: powers of 1024, four significant digits. */
export function bytesSize(bytes: number): string {
  return scaled(bytes, 1024, BINARY, 4);
}

function scaled(size: number, base: number, units: readonly string[], digits: number): string {
  let unit = 0;
  while (size >= base && unit < units.length - 1) {
    size /= base;
    unit++;
  }
  return general(size, digits) + units[unit];
}

/** C's and Go's `%.<digits>g`. */
export function general(value: number, digits: number): string {
  if (value === 0) return '0';
  const exponent = Number(value.toExponential(digits - 1).split('e')[1]);
  if (exponent < -4 || exponent >= digits) {
    const [mantissa, power] = value.toExponential(digits - 1).split('e') as [string, string];
    const sign = power.startsWith('-') ? '-' : '+';
    return `${trimZeros(mantissa)}e${sign}${power.replace(/^[+-]/, '').padStart(2, '0')}`;
  }
  return trimZeros(value.toFixed(digits - 1 - exponent));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

const SECOND = 1e3;

/** How long ago, in one unit: `About a minute`, `3 weeks`. Milliseconds in. */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / SECOND);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.trunc(ms / (60 * SECOND));
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const rounded = Math.trunc(ms / (3600 * SECOND) + 0.5);
  if (rounded === 1) return 'About an hour';
  if (rounded < 48) return `${rounded} hours`;
  if (rounded < 24 * 7 * 2) return `${Math.trunc(rounded / 24)} days`;
  if (rounded < 24 * 30 * 2) return `${Math.trunc(rounded / 24 / 7)} weeks`;
  if (rounded < 24 * 365 * 2) return `${Math.trunc(rounded / 24 / 30)} months`;
  return `${Math.trunc(Math.trunc(ms / (3600 * SECOND)) / 24 / 365)} years`;
}

/** Bytes of `512m`, `1.5GiB`, `4096`: powers of 1024; undefined where the text is no size. */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)*) ?([kmgtpKMGTP])?[iI]?[bB]?$/.exec(text);
  if (!match) return undefined;
  const number = Number(match[1]);
  if (Number.isNaN(number)) return undefined;
  const power = match[2] ? 'kmgtp'.indexOf(match[2].toLowerCase()) + 1 : 0;
  return Math.trunc(number * 1024 ** power);
}
