/** seq, factor, shuf, mktemp: numbers and chance. */
import { errnoOf, O_CREAT, O_EXCL, O_RDWR } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

export const seq = applet({
  usage: '[-w] [-s SEP] [FIRST [INC]] LAST',
  about: 'Print numbers from FIRST to LAST, in steps of INC.',
  async run(io) {
    // Negative numbers are operands, not options.
    const at = io.args.findIndex((argument) => /^-[\d.]/.test(argument));
    const options = parseOptions(at < 0 ? io : { ...io, args: io.args.slice(0, at) }, 'ws:', { stop: true });
    const texts = [...options.operands, ...(at < 0 ? [] : io.args.slice(at))];
    if (texts.length === 0 || texts.length > 3) io.usage();
    const numbers = texts.map((text) =>
      /^[-+]?((\d+\.?\d*|\.\d+)(e[-+]?\d+)?|0x[0-9a-f]+)$/i.test(text) ? Number(text) : io.usage(),
    );
    const [first, step, last] =
      numbers.length === 1
        ? [1, 1, numbers[0]!]
        : numbers.length === 2
          ? [numbers[0]!, 1, numbers[1]!]
          : (numbers as [number, number, number]);
    const decimals = Math.max(
      0,
      ...texts.slice(0, texts.length === 1 ? 0 : -1).map((text) => (text.split('.')[1] ?? '').length),
    );
    const show = (value: number) => value.toFixed(decimals);
    const width = options.has('w')
      ? Math.max(
          show(first).length,
          show(first + Math.floor((last - first) / step) * step).length,
          texts.at(-1)!.length,
        )
      : 0;
    const pad = (text: string) =>
      text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
    const separator = options.value('s') ?? '\n';
    let any = false;
    for (let i = 0; ; i++) {
      const value = first + i * step;
      // Decimal steps do not add up exactly in binary.
      if (
        step === 0
          ? first > last
          : step > 0
            ? value > last + Math.abs(step) * 1e-9
            : value < last - Math.abs(step) * 1e-9
      )
        break;
      io.print((any ? separator : '') + pad(show(value)));
      any = true;
      await io.pump();
    }
    if (any) io.print('\n');
    return 0;
  },
});

export const factor = applet({
  usage: '[NUMBER]...',
  about: 'Print prime factors',
  async run(io) {
    const texts = [...io.args];
    if (texts.length === 0) texts.push(...(await io.reader(0).rest()).split(/\s+/).filter(Boolean));
    for (const text of texts) {
      if (!/^\d+$/.test(text) || BigInt(text) >= 2n ** 64n) io.usage();
      io.print(`${text}:`);
      for await (const prime of primesOf(io, BigInt(text))) io.print(` ${prime}`);
      io.print('\n');
    }
    return 0;
  },
});

async function* primesOf(io: Io, number: bigint): AsyncGenerator<bigint> {
  let left = number;
  let prime = 2n;
  // In doubles, which are quick, as soon as they are exact.
  for (; left > MAX_SAFE && prime * prime <= left; prime += prime === 2n ? 1n : 2n) {
    for (; left % prime === 0n; left /= prime) yield prime;
    if (prime % 1024n === 1n) await io.sys.breathe();
  }
  if (left > MAX_SAFE) {
    yield left;
    return;
  }
  let rest = Number(left);
  for (let factor = Number(prime); factor * factor <= rest; factor += factor === 2 ? 1 : 2) {
    for (; rest % factor === 0; rest /= factor) yield BigInt(factor);
    if (factor % 1024 === 1) await io.sys.breathe();
  }
  if (rest > 1) yield BigInt(rest);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

export const shuf = applet({
  usage: '[-n NUM] [-o FILE] [-z] [FILE | -e [ARG...] | -i L-H]',
  about: 'Randomly permute lines',
  async run(io) {
    const options = parseOptions(io, 'ei:n:o:zr', {
      long: { echo: 'e', 'input-range': 'i', 'head-count': 'n' },
    });
    for (const flag of 'or') if (options.has(flag)) io.die(`-${flag} is not supported`);
    const delimiter = options.has('z') ? '\0' : '\n';
    let lines: string[];
    if (options.has('e')) lines = [...options.operands];
    else if (options.has('i')) {
      const range = /^(\d+)-(\d+)$/.exec(options.value('i')!) ?? io.die(`bad range '${options.value('i')}'`);
      const [low, high] = [Number(range[1]), Number(range[2])];
      if (high < low || high - low > 10_000_000) io.die(`bad range '${options.value('i')}'`);
      lines = Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
    } else {
      const path = options.operands[0] ?? '-';
      const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
      // What ends a line ends it with -z as well.
      lines = (await reader.rest()).split(options.has('z') ? /[\n\0]/ : '\n');
      if (lines.at(-1) === '') lines.pop();
    }
    const most = options.has('n') ? parseCount(io, options.value('n')!) : lines.length;
    for (let i = 0; i < Math.min(most, lines.length); i++) {
      const other = i + randomBelow(io, lines.length - i);
      [lines[i], lines[other]] = [lines[other]!, lines[i]!];
      if (options.has('e')) io.print(lines[i]! + delimiter);
      else io.put(lines[i]! + delimiter);
      await io.pump();
    }
    return 0;
  },
});

function randomBelow(io: Io, limit: number): number {
  const [a, b, c, d] = io.sys.random(4) as unknown as [number, number, number, number];
  return ((a | (b << 8) | (c << 16) | (d << 24)) >>> 0) % limit;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export const mktemp = applet({
  usage: '[-dt] [-p DIR] [TEMPLATE]',
  about: 'Create a temporary file with name based on TEMPLATE and print its name.',
  async run(io) {
    const options = parseOptions(io, 'dqtp:u', { max: 1 });
    const quiet = options.has('q');
    const given = options.operands[0];
    const template = given ?? 'tmp.XXXXXX';
    const directory = io.sys.env['TMPDIR'] || options.value('p') || '/tmp';
    const placed =
      given === undefined || options.has('t') || options.has('p') ? `${directory}/${template}` : template;
    if (!placed.endsWith('XXXXXX')) return quiet ? 1 : io.die(': Invalid argument');
    for (let attempt = 0; attempt < 100; attempt++) {
      const path = placed.replace(/X+$/, (marks) =>
        Array.from(marks, () => LETTERS[randomBelow(io, LETTERS.length)]).join(''),
      );
      try {
        if (!options.has('u')) {
          if (options.has('d')) await io.sys.mkdir(path, 0o700);
          else await io.sys.close(await io.sys.open(path, O_RDWR | O_CREAT | O_EXCL, 0o600));
        }
        io.print(`${path}\n`);
        return 0;
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') return quiet ? 1 : io.dieErrno('', error);
      }
    }
    return io.die(`${placed}: File exists`);
  },
});
