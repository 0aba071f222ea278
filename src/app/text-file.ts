/**
 * A file as text that can be edited: bytes to text and line ends, and back to the very bytes.
 *
 * A text area knows one line end only, so each line's own is kept beside the text and follows it
 * through edits; a new line gets its neighbour's.
 */
import { decodeStrict, encode } from '../base/index.ts';

type LineEnd = '\n' | '\r\n' | '\r';

export interface TextFile {
  /** Lines end in `\n`; what stood behind the last one is as it was, nothing included. */
  readonly text: string;
  /** What each `\n` of the text is in the file, in order. */
  readonly ends: readonly LineEnd[];
}

/** Undefined where the bytes are no text: not UTF-8, or with a zero byte. */
export function textFileOf(bytes: Uint8Array): TextFile | undefined {
  const raw = decodeStrict(bytes);
  if (raw === undefined || raw.includes('\0')) return undefined;
  return { text: raw.replace(/\r\n?/g, '\n'), ends: (raw.match(/\r\n?|\n/g) ?? []) as LineEnd[] };
}

export function bytesOf({ text, ends }: TextFile): Uint8Array {
  let line = 0;
  return encode(text.replaceAll('\n', () => ends[line++] ?? '\n'));
}

/** The file with another text in the place of its own: lines outside of what differs keep their ends. */
export function withText({ text: before, ends }: TextFile, text: string): TextFile {
  const shorter = Math.min(before.length, text.length);
  let head = 0;
  while (head < shorter && before[head] === text[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const above = linesIn(before.slice(0, head));
  const gone = linesIn(before.slice(head, before.length - tail));
  const come = linesIn(text.slice(head, text.length - tail));
  const end = ends[above - 1] ?? ends[above] ?? '\n';
  const kept = ends.slice(above, above + Math.min(gone, come));
  const added = Array<LineEnd>(come - kept.length).fill(kept.at(-1) ?? end);
  return { text, ends: [...ends.slice(0, above), ...kept, ...added, ...ends.slice(above + gone)] };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
