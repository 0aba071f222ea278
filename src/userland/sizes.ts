/** Sizes for people, rounded as busybox rounds: 4.0K, 23.9G. */

const UNITS = ' KMGTPE';

/** A number of bytes with at most one decimal; whole numbers only where `whole`. */
export function humanSize(bytes: number, whole = false): string {
  let value = bytes;
  let tenths = 0;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    tenths = Math.floor(((value % 1024) * 10 + 512) / 1024);
    value = Math.floor(value / 1024);
    unit++;
  }
  if (tenths >= 10) {
    value++;
    tenths = 0;
  }
  if (unit === 0) return String(value);
  if (whole) return `${tenths >= 5 ? value + 1 : value}${UNITS[unit]}`;
  return `${value}.${tenths}${UNITS[unit]}`;
}
