/**
 * The last lines of a running step, as a little terminal shows them: carriage returns write over,
 * long lines wrap, what scrolls out at the top is gone, escape sequences do nothing.
 */

/** Lines of the window. */
export const WINDOW_ROWS = 6;

/** What `text` leaves in a window of so many columns; rows are padded, empty ones left out. */
export function windowRows(text: string, columns: number): string[] {
  const rows: string[][] = [[]];
  let column = 0;
  // A line break scrolls only when something follows it.
  let broken = false;
  const newline = (): void => {
    rows.push([]);
    if (rows.length > WINDOW_ROWS) rows.shift();
    column = 0;
    broken = false;
  };
  for (const [token] of text.matchAll(/\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b.|[\s\S]/gu)) {
    if (token === '\n') {
      if (broken) newline();
      broken = true;
    } else if (token === '\r') column = 0;
    else if (token === '\b') column = Math.max(0, column - 1);
    else if (token === '\t') column = Math.min(columns - 1, column + 8 - (column % 8));
    else if (token.startsWith('\x1b') || token < ' ') continue;
    else {
      if (broken || column >= columns) newline();
      const row = rows.at(-1)!;
      while (row.length < column) row.push(' ');
      row[column++] = token;
    }
  }
  return rows.map((row) => row.join('').padEnd(columns)).filter((row) => row.trim() !== '');
}
