/** Lines and columns of vi's text: where they begin and end, which column a place is shown in. */

export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Offset of the line's newline. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length - 1 : end;
}

/** Start of the next line; undefined on the last. */
export function nextLine(text: string, at: number): number | undefined {
  const start = lineEnd(text, at) + 1;
  return start < text.length ? start : undefined;
}

/** Start of the line above; undefined on the first. */
export function previousLine(text: string, at: number): number | undefined {
  const start = lineStart(text, at);
  return start === 0 ? undefined : lineStart(text, start - 1);
}

export function lastLine(text: string): number {
  return lineStart(text, text.length - 1);
}

/** Newlines in a part of the text. */
export function countLines(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Start of a line by its number, from 1; undefined where there are fewer. */
export function lineAt(text: string, number: number): number | undefined {
  let at = 0;
  for (let n = 1; n < number; n++) {
    const next = nextLine(text, at);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

/** First character of a line that is no blank, or its end. */
export function firstNonBlank(text: string, at: number): number {
  let to = lineStart(text, at);
  while (text[to] === ' ' || text[to] === '\t') to++;
  return to;
}

/** Column behind a character that is shown at `column`. */
export function columnAfter(char: string, column: number, tabstop: number): number {
  if (char === '\t') return column + tabstop - (column % tabstop);
  return column + (char < ' ' || char === '\x7f' ? 2 : 1);
}

/** Column at which a place is shown: of a tab or a control character its last one. */
export function columnOf(text: string, at: number, tabstop: number): number {
  let column = 0;
  for (let i = lineStart(text, at); i < at; i++) column = columnAfter(text[i]!, column, tabstop);
  return text[at] === '\n' || at >= text.length ? column : columnAfter(text[at]!, column, tabstop) - 1;
}

/** The place in a line that is shown at a column, or the line's last. */
export function atColumn(text: string, line: number, column: number, tabstop: number): number {
  const end = lineEnd(text, line);
  let shown = 0;
  for (let at = line; at < end; at++) {
    shown = columnAfter(text[at]!, shown, tabstop);
    if (shown > column) return at;
  }
  return Math.max(line, end - 1);
}
