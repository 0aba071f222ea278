/** The piece of a Dockerfile that a failed build shows, with `>>>` at the lines that are to blame. */
import type { Lines } from './location.ts';

/** Room around one blamed line, and around several; a turn of one line each way uses up three of it. */
const ROOM_FOR_ONE = 4;
const ROOM_FOR_MORE = 2;

/** The excerpt as the client prints it, without a final newline; empty where the lines are not in the text. */
export function excerpt(fileName: string, text: string, ranges: readonly Lines[]): string {
  const all = text.split('\n');
  const blamed = Math.min(...ranges.map(({ start }) => start));
  if (ranges.length === 0 || blamed < 1 || blamed > all.length) return '';
  let first = blamed;
  let last = Math.min(Math.max(...ranges.map(({ end }) => end)), all.length);
  const room = first === last ? ROOM_FOR_ONE : ROOM_FOR_MORE;
  // Near the file's edge the other side gets more: each turn costs one, and one for each line shown.
  for (let used = 0; used < room; used++) {
    if (first > 1) {
      first--;
      used++;
    }
    if (last < all.length) {
      last++;
      used++;
    }
  }
  const isBlamed = (line: number): boolean => ranges.some(({ start, end }) => line >= start && line <= end);
  const numbered = all
    .slice(first - 1, last)
    .map((line, i) => ` ${String(first + i).padStart(3)} | ${isBlamed(first + i) ? '>>>' : '   '} ${line}`);
  const rule = '--------------------';
  return [`${fileName}:${blamed}`, rule, ...numbered, rule].join('\n');
}
