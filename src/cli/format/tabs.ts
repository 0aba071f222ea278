/**
 * Columns of text aligned by tabs, as Go's text/tabwriter does for Docker: cells are at least ten
 * wide with three spaces between, and the last cell of a line is left as it is.
 *
 * @see pkg.go.dev/text/tabwriter
 */

const LEAST = 10;
const PADDING = 3;

export function alignTabs(text: string, least = LEAST, padding = PADDING): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const columns = Math.max(...lines.map((line) => line.length)) - 1;
  const out = lines.map(() => '');
  for (let column = 0; column <= columns; column++) {
    for (let from = 0; from < lines.length; ) {
      const to = endOfBlock(lines, from, column);
      const width = widthOf(lines.slice(from, to), column, least, padding);
      for (let at = from; at < to; at++) {
        const cell = lines[at]![column]!;
        out[at] += cell + ' '.repeat(Math.max(0, width - lengthOf(cell)));
      }
      if (to === from) {
        out[from] += lines[from]![column] ?? '';
        from++;
      } else from = to;
    }
  }
  return out.join('\n');
}

/** Lines from `from` on in which the cell is ended by a tab: these share a width. */
function endOfBlock(lines: readonly string[][], from: number, column: number): number {
  let to = from;
  while (to < lines.length && lines[to]!.length - 1 > column) to++;
  return to;
}

function widthOf(block: readonly string[][], column: number, least: number, padding: number): number {
  return block.reduce((width, line) => Math.max(width, lengthOf(line[column]!) + padding), least);
}

function lengthOf(text: string): number {
  return [...text].length;
}
