/** Amounts in build progress: ` 105B`, ` 1.05kB / 3.6MB`. */
import type { VertexStatus } from '../../builder/index.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

export function formatAmount({ current, total }: Pick<VertexStatus, 'current' | 'total'>): string {
  if (total !== 0) return ` ${amount(current)} / ${amount(total)}`;
  return current === 0 ? '' : ` ${amount(current)}`;
}

/** Two decimals from a kilobyte on. */
function amount(bytes: number): string {
  let unit = 0;
  while (Math.abs(bytes) >= 1000 && unit < UNITS.length - 1) {
    bytes /= 1000;
    unit++;
  }
  return `${unit === 0 ? bytes : bytes.toFixed(2)}${UNITS[unit]}`;
}
