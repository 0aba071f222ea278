/** cut: parts of lines by bytes or fields. */
import { binaryOf, compileRegex } from '../../posix/index.ts';
import { eachLine } from '../inputs.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

/** One-based, inclusive. */
type Range = readonly [from: number, to: number];

export const main = applet({
  usage: '[OPTIONS] [FILE]...',
  about: 'Print selected fields from FILEs to stdout',
  run(io) {
    const options = parseOptions(io, 'b:c:f:F:d:O:snD');
    const kinds = [...'bcfF'].filter((flag) => options.has(flag));
    if (kinds.length === 0) io.die('expected a list of bytes, characters, or fields');
    if (kinds.length > 1) io.usage();
    const kind = kinds[0]!;
    const byField = kind === 'f' || kind === 'F';
    const onFields = 'only when operating on fields';
    if (!byField && options.has('s')) io.die(`suppressing non-delimited lines makes sense ${onFields}`);
    if (!byField && options.has('d')) io.die(`a delimiter may be specified ${onFields}`);
    const ranges = parseRanges(io, options.value(kind)!, !options.has('D'));
    // Characters are bytes here, as in busybox.
    if (!byField) {
      return eachLine(io, options.operands, (line) =>
        io.put(
          `${select([...line], ranges)
            .flat()
            .join('')}\n`,
        ),
      );
    }
    const delimiter = binaryOf(options.value('d') ?? (kind === 'F' ? '[ \t][ \t]*' : '\t'));
    const split = kind === 'F' ? regexSplitter(delimiter) : charSplitter(delimiter);
    const joiner = binaryOf(
      options.value('O') ?? (kind === 'F' ? (options.value('d') ?? ' ') : (delimiter[0] ?? '')),
    );
    return eachLine(io, options.operands, (line) => {
      const fields = split(line);
      if (fields.length > 1) io.put(`${select(fields, ranges).flat().join(joiner)}\n`);
      // Nothing can be delimited in an empty line: it always passes.
      else if (!options.has('s') || line === '') io.put(`${line}\n`);
    });
  },
});

type Splitter = (line: string) => string[];

/** An empty delimiter is nowhere. */
function charSplitter(delimiter: string): Splitter {
  return delimiter === '' ? (line) => [line] : (line) => line.split(delimiter[0]!);
}

function regexSplitter(source: string): Splitter {
  const regex = compileRegex(source);
  return (line) => {
    const fields: string[] = [];
    let at = 0;
    for (let found = regex.find(line); found && found.end > found.start; found = regex.find(line, at)) {
      fields.push(line.slice(at, found.start));
      at = found.end;
    }
    return [...fields, line.slice(at)];
  };
}

function parseRanges(io: Io, list: string, sorted: boolean): Range[] {
  const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`));
  // Empty items are nothing, and counting from 0 is counting from 1.
  const items = list.split(',').filter((item) => item !== '');
  if (items.length === 0) io.die('missing list of positions');
  const ranges = items.map((item): Range => {
    const [low, high] = item.split(/-(.*)/s, 2) as [string, string | undefined];
    const from = low === '' ? 1 : number(low);
    const to = high === undefined ? Math.max(from, 1) : high === '' ? Number.MAX_SAFE_INTEGER : number(high);
    if (to < from) return io.die(`${to}<${from - 1}`);
    return [Math.max(from, 1), to];
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
