/** Durations as Go writes them: `1h30m`, `1.5s`, `300ms`. */
import { encode } from '../base/index.ts';
import { fault } from './location.ts';

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** As package time quotes: what is not plain ASCII byte by byte. */
function quoted(text: string): string {
  const bytes = [...encode(text)].map((byte) => {
    if (byte < 0x20 || byte >= 0x80) return `\\x${byte.toString(16).padStart(2, '0')}`;
    const char = String.fromCharCode(byte);
    return char === '"' || char === '\\' ? `\\${char}` : char;
  });
  return `"${bytes.join('')}"`;
}

/** Nanoseconds. @see Go's time.ParseDuration, whose errors it has */
export function parseDuration(text: string): number {
  const body = text.replace(/^[+-]/, '');
  if (body === '0') return 0;
  if (body === '') throw fault(`time: invalid duration ${quoted(text)}`);
  let total = 0;
  for (let rest = body; rest; ) {
    const match = /^(\d+\.?\d*|\.\d+)([^\d.]*)/.exec(rest);
    if (!match) throw fault(`time: invalid duration ${quoted(text)}`);
    const unit = match[2]!;
    if (!unit) throw fault(`time: missing unit in duration ${quoted(text)}`);
    const scale = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (scale === undefined) throw fault(`time: unknown unit ${quoted(unit)} in duration ${quoted(text)}`);
    total += Number(match[1]) * scale;
    rest = rest.slice(match[0].length);
  }
  if (total > 2 ** 63) throw fault(`time: invalid duration ${quoted(text)}`);
  return Math.round(text.startsWith('-') ? -total : total);
}

/** As Go prints a duration: `1m30s`, `1.5ms`, `0s`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const sign = nanoseconds < 0 ? '-' : '';
  const size = Math.abs(nanoseconds);
  if (size < 1e3) return `${sign}${size}ns`;
  if (size < 1e6) return `${sign}${size / 1e3}µs`;
  if (size < 1e9) return `${sign}${size / 1e6}ms`;
  const hours = Math.floor(size / 3600e9);
  const minutes = Math.floor((size % 3600e9) / 60e9);
  const seconds = `${(size % 60e9) / 1e9}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${sign}${minutes}m${seconds}` : sign + seconds;
}
