/** The text that is being edited: cursor, words, kill and yank. Positions are UTF-16 offsets at character borders. */

export interface EditBuffer {
  text: string;
  cursor: number;
  killed: string;
}

export function createBuffer(text = ''): EditBuffer {
  return { text, cursor: text.length, killed: '' };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where the character before `at` begins. */
export function previousCharacter(text: string, at: number): number {
  if (at <= 1) return 0;
  // Only a line's worth: clusters are short, texts may be long.
  const from = Math.max(0, at - 64);
  let start = from;
  for (const { index } of segmenter.segment(text.slice(from, at))) start = from + index;
  return start;
}

/** Where the character at `at` ends. */
export function nextCharacter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (const { segment } of segmenter.segment(text.slice(at, at + 64))) return at + segment.length;
  return text.length;
}

export function insert(buffer: EditBuffer, text: string): void {
  buffer.text = buffer.text.slice(0, buffer.cursor) + text + buffer.text.slice(buffer.cursor);
  buffer.cursor += text.length;
}

/** Takes out what lies between two positions; `keep` for ^Y. */
export function remove(buffer: EditBuffer, from: number, to: number, keep = false): void {
  if (keep && to > from) buffer.killed = buffer.text.slice(from, to);
  buffer.text = buffer.text.slice(0, from) + buffer.text.slice(to);
  buffer.cursor = from;
}

/** Begin and end of the line that the cursor is in. */
export function lineStart(buffer: EditBuffer): number {
  return buffer.text.lastIndexOf('\n', buffer.cursor - 1) + 1;
}

export function lineEnd(buffer: EditBuffer): number {
  const end = buffer.text.indexOf('\n', buffer.cursor);
  return end < 0 ? buffer.text.length : end;
}
