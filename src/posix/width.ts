/** How many columns text takes on a terminal, and where it wraps. */

/** Wide characters of the basic plane and the emoji, by first and last code point. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3040, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function characterWidth(char: string): number {
  const code = char.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (/[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u.test(char)) return 0;
  for (const [first, last] of WIDE) if (code >= first && code <= last) return 2;
  return 1;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the cursor is after `text` written from `column`; a full line wraps at once. */
export function placeAfter(text: string, column: number, columns: number): Place {
  let row = 0;
  let at = column;
  for (const char of text) {
    if (char === '\n') {
      row++;
      at = 0;
      continue;
    }
    const width = characterWidth(char);
    if (at + width > columns) {
      row++;
      at = 0;
    }
    at += width;
  }
  if (at >= columns) {
    row++;
    at = 0;
  }
  return { row, column: at };
}

/** What stands in each row of text that is written from the first column; as `placeAfter` counts them. */
export function rowsOf(text: string, columns: number): string[] {
  const rows: string[] = [];
  let start = 0;
  let at = 0;
  let i = 0;
  const end = (next: number): void => {
    rows.push(text.slice(start, i));
    start = next;
    at = 0;
  };
  for (const char of text) {
    if (char === '\n') end(i + 1);
    else {
      const width = characterWidth(char);
      if (at + width > columns) end(i);
      at += width;
    }
    i += char.length;
  }
  const full = at >= columns;
  end(i);
  if (full) rows.push('');
  return rows;
}

/** Width of one line without escape sequences. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += characterWidth(char);
  return width;
}
