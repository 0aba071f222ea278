/** console.table: a box of rows and columns. */
import { inspect } from './inspect.js';

const shown = (value) =>
  inspect(value, {
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
    depth:
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 2
        ? -1
        : 0,
  });

export function table(data, wanted) {
  const isIterable = data instanceof Map || data instanceof Set;
  const index = isIterable ? '(iteration index)' : '(index)';
  const rows = isIterable
    ? [...(data instanceof Map ? data : data.values())].map((row, at) => [String(at), row])
    : Object.keys(data).map((key) => [key, data[key]]);
  if (data instanceof Map) {
    return render(
      [index, 'Key', 'Values'],
      rows.map(([at, [key, value]]) => [at, shown(key), shown(value)]),
    );
  }
  const columns = wanted ? [...wanted] : [];
  let hasValues = false;
  for (const [, row] of rows) {
    const isPrimitive = row === null || (typeof row !== 'object' && typeof row !== 'function');
    if (isPrimitive) hasValues = true;
    else if (!wanted) for (const key of Object.keys(row)) if (!columns.includes(key)) columns.push(key);
  }
  const head = [index, ...columns, ...(hasValues ? ['Values'] : [])];
  const cells = rows.map(([at, row]) => {
    const isPrimitive = row === null || (typeof row !== 'object' && typeof row !== 'function');
    const own = columns.map((column) =>
      !isPrimitive && Object.hasOwn(row, column) ? shown(row[column]) : '',
    );
    return [at, ...own, ...(hasValues ? [isPrimitive ? shown(row) : ''] : [])];
  });
  return render(head, cells);
}

function render(head, rows) {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)) + 2);
  const line = (cells) => `│${cells.map((text, at) => ` ${text.padEnd(widths[at] - 1)}`).join('│')}│`;
  const rule = (left, middle, right) => left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join(
    '\n',
  );
}
