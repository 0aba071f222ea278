/** cut: parts of lines by bytes, characters or fields. */
import { binaryOf, bytesOfBinary, compileRegex, textOf } from '../../posix/index.ts';
import { eachLine } from '../inputs.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

/** One-based, inclusive. */
type Range = readonly [from: number, to: number];

export const main = applet({
  usage: '[OPTIONS] [FILE]...',
  about: 'Print selected fields from FILEs to stdout',
  run(io) {
    const options = parseOptions(io, 'b:c:f:F:d:O:snD', {
      long: {
        bytes: 'b',
        characters: 'c',
        fields: 'f',
        delimiter: 'd',
        'only-delimited': 's',
        'output-delimiter': 'O',
      },
    });
    const kinds = [...'bcfF'].filter((flag) => options.has(flag));
    if (kinds.length === 0) io.die('expected a list of bytes, characters, or fields');
    if (kinds.length > 1) io.usage();
    const kind = kinds[0]!;
    const byField = kind === 'f' || kind === 'F';
    if (!byField && options.has('s')) io.die('suppressing non-delimited lines makes sense only with -f');
    if (!byField && options.has('d')) io.die('-d DELIM makes sense only with -f');
    const ranges = parseRanges(io, options.value(kind)!, !options.has('D'));
    const delimiter = binaryOf(options.value('d') ?? (kind === 'F' ? '[ \t][ \t]*' : '\t'));
    const single = kind === 'f' ? (delimiter[0] ?? '') : delimiter;
    const joiner = binaryOf(options.value('O') ?? (kind === 'F' ? (options.value('d') ?? ' ') : single));
    const regex = kind === 'F' ? compileRegex(delimiter) : undefined;
    return eachLine(io, options.operands, (line) => {
      if (!byField) {
        const units = kind === 'c' ? [...textOf(bytesOfBinary(line))] : [...line];
        const parts = select(units, ranges).map((part) => part.join(''));
        const joined = parts.join(options.has('O') ? joiner : '');
        io.put(`${kind === 'c' ? binaryOf(joined) : joined}\n`);
        return;
      }
      const fields = regex ? splitBy(regex, line) : line.split(single);
      if (fields.length === 1) {
        if (!options.has('s')) io.put(`${line}\n`);
      } else {
        io.put(`${select(fields, ranges).flat().join(joiner)}\n`);
      }
    });
  },
});

function splitBy(regex: ReturnType<typeof compileRegex>, line: string): string[] {
  const fields: string[] = [];
  let at = 0;
  for (let found = regex.find(line); found && found.end > found.start; found = regex.find(line, at)) {
    fields.push(line.slice(at, found.start));
    at = found.end;
  }
  return [...fields, line.slice(at)];
}

function parseRanges(io: Io, list: string, sorted: boolean): Range[] {
  const ranges = list.split(',').map((item): Range => {
    const found = /^(\d*)(-?)(\d*)$/.exec(item);
    if (!found || item === '' || item === '-')
      return io.die(`invalid ${found ? 'range' : 'number'} '${item}'`);
    const from = Number(found[1] || 1);
    const to = found[2] ? Number(found[3] || Number.MAX_SAFE_INTEGER) : from;
    if (from === 0 || to < from) return io.die(`invalid range ${item}`);
    return [from, to];
  });
  if (!sorted) return ranges;
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

function select<T>(items: readonly T[], ranges: readonly Range[]): T[][] {
  return ranges.map(([from, to]) => items.slice(from - 1, to)).filter((part) => part.length > 0);
}
