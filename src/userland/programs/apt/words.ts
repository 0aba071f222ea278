/** How apt says things: sizes, times, lists in columns, errors. */
import type { Io } from '../../io.ts';

/** `1130 B`, `22.0 kB`, `889 kB`. */
export function sizeText(bytes: number): string {
  let size = Math.abs(bytes);
  for (const unit of ['', 'k', 'M', 'G', 'T']) {
    if (unit !== '' && size < 100) return `${size.toFixed(1)} ${unit}B`;
    if (size < 10_000) return `${size.toFixed(0)} ${unit}B`;
    size /= 1000;
  }
  return `${size.toFixed(0)} PB`;
}

export function timeText(seconds: number): string {
  const whole = Math.floor(seconds);
  if (whole > 3600) return `${Math.floor(whole / 3600)}h ${Math.floor(whole / 60) % 60}min ${whole % 60}s`;
  if (whole > 60) return `${Math.floor(whole / 60)}min ${whole % 60}s`;
  return `${whole}s`;
}

export interface Voice {
  readonly io: Io;
  /** 0 on a terminal, 1 elsewhere (-q), 2 for -qq. */
  readonly quiet: number;
  /** apt since 3.0 says things in another way; apt-get does not. */
  readonly isNew: boolean;
  /** Told behind all else, as apt does. */
  readonly late: string[];
}

/** `E: …`, told at once. */
export function sayError({ io, isNew }: Voice, text: string): void {
  io.printError(`${isNew ? 'Error' : 'E'}: ${text}\n`);
}

export function sayWarning({ io, isNew }: Voice, text: string): void {
  io.printError(`${isNew ? 'Warning' : 'W'}: ${text}\n`);
}

/** A step: with `Done` where somebody looks. */
export function step({ io, quiet }: Voice, text: string): void {
  if (quiet < 2) io.print(quiet === 0 ? `${text} Done\n` : `${text}\n`);
}

/** A terminal is less wide by so much. */
const MARGIN = 3;

function widthOf(io: Io): number {
  try {
    if (io.sys.isatty(1)) return io.sys.getWindowSize(1).columns || 80;
  } catch {
    // Not a terminal after all.
  }
  return 80;
}

/** A title and words below it, as many to a line as fit. */
export function showList(voice: Voice, title: string, words: readonly string[]): void {
  const { io, quiet, isNew } = voice;
  if (words.length === 0 || quiet >= 2) return;
  io.print(`${title}\n`);
  if (isNew) {
    columns(io, words);
    return;
  }
  const width = widthOf(io) - MARGIN;
  let used = 0;
  let text = '';
  for (const item of words) {
    if (used === 0 || used + 1 + item.length >= width) {
      text += `${used === 0 ? '' : '\n'}  `;
      used = 0;
    } else {
      text += ' ';
      used++;
    }
    text += item;
    used += item.length;
  }
  io.print(`${text}\n`);
}

/** As many columns as fit, filled from above, as apt 3.0 has them. @see apt-private/private-output.cc, ShowWithColumns */
function columns(io: Io, words: readonly string[]): void {
  const width = widthOf(io) - MARGIN;
  const indent = 2;
  let count = Math.min(Math.floor((width - indent) / 2), words.length);
  const widthsFor = (columnCount: number): number[] => {
    const rows = Math.floor((words.length + columnCount - 1) / columnCount);
    const widths = new Array<number>(columnCount).fill(2);
    words.forEach((word, i) => {
      const column = Math.floor(i / rows);
      widths[column] = Math.max(widths[column] ?? 2, word.length + (column === columnCount - 1 ? 0 : 2));
    });
    return widths;
  };
  while (count > 1 && widthsFor(count).reduce((sum, one) => sum + one, 0) >= width) count--;
  const widths = widthsFor(count);
  const rows = Math.ceil(words.length / count);
  for (let row = 0; row < rows; row++) {
    let line = ' '.repeat(indent);
    for (let i = row, column = 0; i < words.length; i += rows, column++)
      line += i + rows < words.length ? words[i]!.padEnd(widths[column]!) : words[i]!;
    io.print(`${line}\n`);
  }
}
