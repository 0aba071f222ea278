/** wc: counts newlines, words, bytes, characters, the longest line. */
import { eachInput } from '../inputs.ts';
import { applet } from '../io.ts';
import { parseOptions } from '../options.ts';

interface Counts {
  lines: number;
  words: number;
  chars: number;
  bytes: number;
  longest: number;
}

const zero = (): Counts => ({ lines: 0, words: 0, chars: 0, bytes: 0, longest: 0 });

export const main = applet({
  usage: '[-lwmcL] [FILE]...',
  about: 'Count lines, words, and bytes for FILEs (or stdin)',
  async run(io) {
    const options = parseOptions(io, 'lwcmL', {
      long: { lines: 'l', words: 'w', bytes: 'c', chars: 'm', 'max-line-length': 'L' },
    });
    const asked = [...'lwmcL'].filter((flag) => options.has(flag));
    const flags = asked.length ? asked : ['l', 'w', 'c'];
    const total = zero();
    let failed = false;
    // One figure of one input stands alone; columns are padded.
    const width = flags.length === 1 && options.operands.length < 2 ? 0 : 9;
    const row = (counts: Counts, name: string | undefined) => {
      const fields = {
        l: counts.lines,
        w: counts.words,
        m: counts.chars,
        c: counts.bytes,
        L: counts.longest,
      };
      const figures = flags
        .map((flag) => String(fields[flag as keyof typeof fields]).padStart(width))
        .join(' ');
      io.print(`${figures}${name === undefined ? '' : ` ${name}`}\n`);
    };
    const status = await eachInput(io, options.operands, async (reader, path) => {
      const counts = zero();
      let failure: unknown;
      try {
        await count(
          counts,
          () => reader.chunk(),
          () => io.sys.breathe(),
        );
      } catch (error) {
        failure = error;
      }
      if (failure) io.warnErrno(path, failure);
      row(counts, options.operands.length ? path : undefined);
      total.lines += counts.lines;
      total.words += counts.words;
      total.chars += counts.chars;
      total.bytes += counts.bytes;
      total.longest = Math.max(total.longest, counts.longest);
      if (failure) failed = true;
    });
    if (options.operands.length > 1) row(total, 'total');
    return failed ? 1 : status;
  },
});

async function count(
  counts: Counts,
  next: () => Uint8Array | undefined | Promise<Uint8Array | undefined>,
  breathe: () => void | Promise<void>,
): Promise<void> {
  let inWord = false;
  let column = 0;
  for (let chunk = await next(); chunk; chunk = await next()) {
    counts.bytes += chunk.length;
    for (const byte of chunk) {
      // Continuation bytes of UTF-8 are no characters of their own.
      if ((byte & 0xc0) !== 0x80) counts.chars++;
      const blank = byte === 32 || (byte >= 9 && byte <= 13);
      if (blank) {
        inWord = false;
        if (byte === 9) column = (column | 7) + 1;
        else if (byte === 32) column++;
        else {
          counts.longest = Math.max(counts.longest, column);
          column = 0;
          if (byte === 10) counts.lines++;
        }
      } else {
        if ((byte & 0xc0) !== 0x80) column++;
        if (!inWord) counts.words++;
        inWord = true;
      }
    }
    await breathe();
  }
  counts.longest = Math.max(counts.longest, column);
}
