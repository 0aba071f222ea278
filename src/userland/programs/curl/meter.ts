/** How far a transfer is: curl's table of numbers, or its bar. */
import type { Io } from '../../io.ts';

export interface Meter {
  /** Bytes so far. */
  update(received: number): void;
  end(received: number): void;
}

/** Milliseconds between two lines. */
const PACE = 500;
const HEADING = `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
`;

export interface MeterRules {
  readonly style: 'none' | 'table' | 'bar';
  /** Bytes that are to come, where that is known. */
  readonly total: number | undefined;
  readonly sent: number;
  readonly started: number;
  /** The heading stands already. */
  readonly again: boolean;
}

export function createMeter(io: Io, { style, total, sent, started, again }: MeterRules): Meter {
  if (style === 'none') return { update: () => {}, end: () => {} };
  if (style === 'table' && !again) io.printError(HEADING);
  let shown = started;
  const show = (received: number, done: boolean) => {
    const now = io.sys.monotonic();
    if (!done && now - shown < PACE) return;
    shown = now;
    io.printError(
      `\r${style === 'bar' ? bar(io, received, total) : row(received, total, sent, now - started)}`,
    );
  };
  return {
    update: (received) => show(received, false),
    end(received) {
      show(received, true);
      io.printError('\n');
    },
  };
}

function bar(io: Io, received: number, total: number | undefined): string {
  const columns = io.sys.isatty(2) ? io.sys.getWindowSize(2).columns || 79 : 79;
  const width = columns - 7;
  const share = total ? Math.min(1, received / total) : 1;
  return `${'#'.repeat(Math.floor(share * width)).padEnd(width)} ${(share * 100).toFixed(1).padStart(5)}%`;
}

function row(received: number, total: number | undefined, sent: number, elapsed: number): string {
  const seconds = Math.max(elapsed, 1) / 1000;
  const speed = Math.floor(received / seconds);
  const all = (total ?? received) + sent;
  const percent = (part: number, whole: number | undefined) =>
    String(whole ? Math.floor((part * 100) / whole) : 0).padStart(3);
  const left = total && speed > 0 ? (total - received) / speed : undefined;
  const columns = [
    percent(received + sent, total === undefined && received === 0 ? undefined : all),
    amount(all),
    '',
    percent(received, total ?? (received || undefined)),
    amount(received),
    '',
    percent(sent, sent || undefined),
    amount(sent),
    '',
    amount(speed),
    '',
    amount(Math.floor(sent / seconds)),
  ];
  const times = [total && speed > 0 ? total / speed : undefined, seconds, left].map(clock);
  return `${columns.join(' ')} ${times.join(' ')} ${amount(speed)}`;
}

/** A number in five columns. */
function amount(bytes: number): string {
  if (bytes < 100_000) return String(bytes).padStart(5);
  const units = ['k', 'M', 'G', 'T'];
  let value = bytes;
  let unit = -1;
  for (; value >= 10_000 && unit < units.length - 1; unit++) value /= 1024;
  return `${value < 100 && unit > 0 ? value.toFixed(1) : String(Math.floor(value)).padStart(4)}${units[unit]}`.padStart(
    5,
  );
}

function clock(seconds: number | undefined): string {
  if (seconds === undefined || seconds < 1) return '--:--:--';
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.floor(whole / 3600)).padStart(2)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
