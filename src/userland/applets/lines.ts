/** Small filters of lines: tac, rev, fold, nl, expand, unexpand, paste, strings. */
import { binaryOf, bytesOfBinary, charactersOf, textOf } from '../../posix/index.ts';
import { eachInput, eachLine } from '../inputs.ts';
import { applet, type Reader } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

export const tac = applet({
  usage: '[FILE]...',
  about: 'Concatenate FILEs and print them in reverse',
  run(io) {
    const { operands } = parseOptions(io, '');
    return eachInput(io, operands, async (reader) => {
      const all = (await reader.rest()).split(/(?<=\n)/);
      for (let i = all.length - 1; i >= 0; i--) {
        io.put(all[i]!);
        await io.pump();
      }
    });
  },
});

export const rev = applet({
  usage: '[FILE]...',
  about: 'Reverse lines of FILE',
  run(io) {
    const { operands } = parseOptions(io, '');
    return eachLine(io, operands, (line, terminated) => {
      const text = textOf(bytesOfBinary(line));
      io.put(binaryOf([...text].reverse().join('')) + (terminated ? '\n' : ''));
    });
  },
});

export const fold = applet({
  usage: '[-bs] [-w WIDTH] [FILE]...',
  about: 'Wrap input lines in FILEs (or stdin), writing to stdout',
  run(io) {
    // The historical `fold -5` is `fold -w 5`.
    const args = io.args.map((argument) => (/^-\d+$/.test(argument) ? `-w${argument.slice(1)}` : argument));
    const options = parseOptions({ ...io, args }, 'bsw:');
    const width = parseCount(io, options.value('w') ?? '80');
    if (width === 0 || width > 10_000) return io.die(`number ${width} is not in 1..10000 range`);
    const advance = options.has('b') ? (column: number) => column + 1 : nextColumn;
    return eachLine(io, options.operands, (line, terminated) => {
      const units = options.has('b') ? [...line] : charactersOf(line);
      io.put(foldLine(units, width, options.has('s'), advance) + (terminated ? '\n' : ''));
    });
  },
});

/** Where the cursor stands behind a character. */
function nextColumn(column: number, unit: string): number {
  if (unit === '\t') return column + 8 - (column % 8);
  if (unit === '\r') return 0;
  return unit === '\b' ? Math.max(0, column - 1) : column + 1;
}

type Advance = (column: number, unit: string) => number;

function foldLine(units: readonly string[], width: number, atBlanks: boolean, advance: Advance): string {
  let out = '';
  let from = 0;
  let column = 0;
  for (let at = 0; at < units.length; at++) {
    column = advance(column, units[at]!);
    if (column <= width || at === from) continue;
    const row = units.slice(from, at);
    const blank = atBlanks ? Math.max(row.lastIndexOf(' '), row.lastIndexOf('\t')) : -1;
    const cut = blank >= 0 ? from + blank + 1 : at;
    out += `${units.slice(from, cut).join('')}\n`;
    from = cut;
    column = units.slice(from, at + 1).reduce(advance, 0);
  }
  return out + units.slice(from).join('');
}

export const nl = applet({
  usage: '[-b STYLE] [-i N] [-s SEP] [-v N] [-w N] [FILE]...',
  about: 'Write FILEs to stdout with line numbers added',
  run(io) {
    const options = parseOptions(io, 'b:i:s:v:w:l:p');
    let number = Number(options.value('v') ?? 1);
    const step = Number(options.value('i') ?? 1);
    const width = Number(options.value('w') ?? 6);
    const separator = binaryOf(options.value('s') ?? '\t');
    const style = options.value('b') ?? 't';
    return eachLine(io, options.operands, (line, terminated) => {
      const numbered = style === 'a' || (style === 't' && line !== '');
      const prefix = numbered
        ? String(number).padStart(width) + separator
        : ' '.repeat(width + separator.length);
      if (numbered) number += step;
      io.put(`${numbered || line !== '' ? prefix + line : prefix}${terminated ? '\n' : ''}`);
    });
  },
});

export const expand = applet({
  usage: '[-it N] [FILE]...',
  about: 'Convert tabs to spaces, writing to stdout',
  run(io) {
    const options = parseOptions(io, 'it:', { long: { initial: 'i', tabs: 't' } });
    const width = parseCount(io, options.value('t') ?? '8') || 8;
    return eachLine(io, options.operands, (line, terminated) => {
      let out = '';
      let column = 0;
      let leading = true;
      for (const char of line) {
        if (char !== ' ' && char !== '\t') leading = false;
        const text =
          char === '\t' && (leading || !options.has('i')) ? ' '.repeat(width - (column % width)) : char;
        out += text;
        // What goes on with a character takes no column.
        if ((char.charCodeAt(0) & 0xc0) !== 0x80) column += text.length;
      }
      io.put(out + (terminated ? '\n' : ''));
    });
  },
});

export const unexpand = applet({
  usage: '[-fa][-t N] [FILE]...',
  about: 'Convert spaces to tabs, writing to stdout',
  run(io) {
    const options = parseOptions(io, 'fait:', { long: { all: 'a', 'first-only': 'f', tabs: 't' } });
    const width = parseCount(io, options.value('t') ?? '8') || 8;
    const all = (options.has('a') || options.has('t')) && !options.has('f');
    return eachLine(io, options.operands, (line, terminated) => {
      const shown = all
        ? line.replace(/[^ \t]*[ \t]*/g, (part, at: number) =>
            tabbed(part, columnOf(line.slice(0, at), width), width),
          )
        : line.replace(/^[ \t]+/, (part) => tabbed(part, 0, width));
      io.put(shown + (terminated ? '\n' : ''));
    });
  },
});

function columnOf(text: string, width: number): number {
  let column = 0;
  for (const char of text) column += char === '\t' ? width - (column % width) : 1;
  return column;
}

/** A word and the blanks behind it, the blanks as few as reach the same column. */
function tabbed(part: string, column: number, width: number): string {
  const word = part.replace(/[ \t]+$/, '');
  const blanks = part.slice(word.length);
  let from = column + word.length;
  const to = columnOf(' '.repeat(from) + blanks, width);
  if (to - from < 2 && blanks !== '\t') return part;
  let out = word;
  while (from < to) {
    const next = from + width - (from % width);
    if (next > to) break;
    out += '\t';
    from = next;
  }
  return out + ' '.repeat(to - from);
}

export const paste = applet({
  usage: '[-s] [-d LIST] [FILE]...',
  about: 'Paste lines from each input file together using tab',
  async run(io) {
    const options = parseOptions(io, 'sd:');
    const list = options.value('d') ?? '\t';
    if (list === '') io.die("-d '' is not supported");
    const delimiters = (list.match(/\\.|./gs) ?? ['']).map(
      (item) => ({ '\\n': '\n', '\\t': '\t', '\\0': '', '\\\\': '\\' })[item] ?? item,
    );
    const readers: Reader[] = [];
    for (const path of options.operands.length ? options.operands : ['-']) {
      try {
        readers.push((path === '-' && readers.find(({ fd }) => fd === 0)) || (await io.openInput(path)));
      } catch (error) {
        io.dieErrno(path, error);
      }
    }
    const after = (i: number, last: boolean) => (last ? '\n' : delimiters[i % delimiters.length]!);
    if (options.has('s')) {
      for (const reader of readers) {
        let line = await reader.line();
        for (let i = 0; line !== undefined; i++) {
          const next = await reader.line();
          io.put(line + after(i, next === undefined));
          line = next;
        }
      }
      return 0;
    }
    // busybox leaves out inputs that have ended, their delimiters too.
    for (
      let active = readers.map((reader, i) => ({ reader, last: i === readers.length - 1 }));
      active.length > 0;
    ) {
      const ended = new Set<object>();
      let count = 0;
      for (const input of active) {
        const line = await input.reader.line();
        if (line === undefined) ended.add(input);
        else io.put(line + (input.last ? '\n' : after(count++, false)));
      }
      active = active.filter((input) => !ended.has(input));
      await io.pump();
    }
    return 0;
  },
});

export const strings = applet({
  usage: '[-fo] [-t o|d|x] [-n LEN] [FILE]...',
  about: 'Display printable strings in a binary file',
  run(io) {
    const options = parseOptions(io, 'fot:n:a');
    const least = parseCount(io, options.value('n') ?? '4') || 4;
    const radix = { o: 8, d: 10, x: 16 }[options.value('t') ?? (options.has('o') ? 'o' : '')];
    return eachInput(io, options.operands, async (reader, path) => {
      const prefix = options.has('f') ? `${path}: ` : '';
      let run = '';
      let at = 0;
      for (;;) {
        const chunk = await reader.chunk();
        for (const byte of chunk ?? [0]) {
          if (byte === 9 || (byte >= 32 && byte < 127)) run += String.fromCharCode(byte);
          else {
            if (run.length >= least) {
              const offset = radix ? `${(at - run.length).toString(radix).padStart(7)} ` : '';
              io.print(prefix);
              io.put(`${offset}${run}\n`);
            }
            run = '';
          }
          at++;
        }
        if (!chunk) return;
        await io.pump();
      }
    });
  },
});
