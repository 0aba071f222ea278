/** C's number conversions: d i o u x X and e E f g G with flags, width and precision. */

export interface NumberFlags {
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
}

export function pad(text: string, width: number, left: boolean): string {
  return left ? text.padEnd(width) : text.padStart(width);
}

/** Puts sign or prefix and digits into the width; zeros go between the two. */
function fill(prefix: string, digits: string, flags: NumberFlags, width: number, zeros: boolean): string {
  const body = zeros ? digits.padStart(width - prefix.length, '0') : digits;
  return pad(prefix + body, width, flags.left);
}

function sign(negative: boolean, flags: NumberFlags): string {
  return negative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
}

/** Unsigned letters show a negative value as its 64-bit complement. */
export function formatInteger(
  letter: string,
  flags: NumberFlags,
  width: number,
  precision: number | undefined,
  value: bigint,
): string {
  const zeros = flags.zero && !flags.left && precision === undefined;
  const atLeast = (digits: string): string =>
    precision === 0 && value === 0n ? '' : digits.padStart(precision ?? 1, '0');
  if (letter === 'd' || letter === 'i') {
    const size = value < 0n ? -value : value;
    return fill(sign(value < 0n, flags), atLeast(size.toString()), flags, width, zeros);
  }
  const size = BigInt.asUintN(64, value);
  if (letter === 'u') return fill('', atLeast(size.toString()), flags, width, zeros);
  if (letter === 'o') {
    const digits = atLeast(size.toString(8));
    return fill('', flags.alternate && digits[0] !== '0' ? `0${digits}` : digits, flags, width, zeros);
  }
  const hex = atLeast(size.toString(16));
  const prefix = flags.alternate && value !== 0n ? '0x' : '';
  const text = fill(prefix, hex, flags, width, zeros);
  return letter === 'X' ? text.toUpperCase() : text;
}

export function formatFloat(
  letter: string,
  flags: NumberFlags,
  width: number,
  precision: number | undefined,
  value: number,
): string {
  const prefix = sign(value < 0 || Object.is(value, -0), flags);
  const size = Math.abs(value);
  const upper = letter === 'E' || letter === 'G';
  if (!Number.isFinite(size)) {
    const word = Number.isNaN(size) ? 'nan' : 'inf';
    return fill(
      Number.isNaN(size) ? sign(false, flags) : prefix,
      upper ? word.toUpperCase() : word,
      flags,
      width,
      false,
    );
  }
  const places = Math.min(precision ?? 6, 100);
  const kind = letter.toLowerCase();
  const text =
    kind === 'f'
      ? fixed(size, places)
      : kind === 'e'
        ? exponent(size, places)
        : general(size, places, flags.alternate);
  const digits = kind !== 'g' && flags.alternate && places === 0 ? text.replace(/^\d+/, '$&.') : text;
  return fill(prefix, upper ? digits.toUpperCase() : digits, flags, width, flags.zero && !flags.left);
}

/** toFixed gives up at 1e21; larger numbers are whole, so BigInt has all their digits. */
function fixed(size: number, places: number): string {
  if (size < 1e21) return halfToEven(size.toFixed(places), size.toFixed(Math.min(100, places + MORE)));
  return BigInt(size).toString() + (places ? `.${'0'.repeat(places)}` : '');
}

function exponent(size: number, places: number): string {
  const [long = '', power] = size.toExponential(Math.min(100, places + MORE)).split('e');
  const [short = '', rounded] = size.toExponential(places).split('e');
  const digits = power === rounded ? halfToEven(short, long) : short;
  return `${digits}e${rounded}`.replace(/e([-+])(\d)$/, 'e$10$2');
}

/** Digits in which a double that lies halfway between two texts shows it. */
const MORE = 30;

/** JavaScript rounds what lies halfway up, C to the even digit: `long` has the digits that `short` rounded. */
function halfToEven(short: string, long: string): string {
  const cut = long.slice(0, short.length);
  const halfway = /^\.?50*$/.test(long.slice(short.length));
  return halfway && /[02468]$/.test(cut) ? cut : short;
}

/** @see C11 7.21.6.1, conversion g */
function general(size: number, places: number, alternate: boolean): string {
  const significant = places || 1;
  const power = size === 0 ? 0 : Number(/e([-+]\d+)$/.exec(size.toExponential(significant - 1))![1]);
  const text =
    power < -4 || power >= significant
      ? exponent(size, significant - 1)
      : fixed(size, significant - 1 - power);
  return alternate ? text : text.replace(/(\.\d*?)0+(e|$)/, '$1$2').replace(/\.(e|$)/, '$1');
}
