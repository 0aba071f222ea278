/** uniq: drops repeated neighbours. */

import { bytesOfBinary } from '../../posix/index.ts';
import { writeFile } from '../files.ts';
import { applet, type Reader } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-cduiz] [-f,s,w N] [FILE [OUTFILE]]',
  about: 'Discard duplicate lines',
  async run(io) {
    const options = parseOptions(io, 'cduif:s:w:z', {
      max: 2,
      long: { count: 'c', repeated: 'd', unique: 'u', 'ignore-case': 'i' },
    });
    const fields = parseCount(io, options.value('f') ?? '0');
    const skipped = parseCount(io, options.value('s') ?? '0');
    const width = options.has('w') ? parseCount(io, options.value('w')!) : Infinity;
    const key = (line: string) => {
      let at = 0;
      for (let i = 0; i < fields; i++) at += /^[ \t]*[^ \t]*/.exec(line.slice(at))![0].length;
      const text = line.slice(at + skipped).slice(0, width);
      return options.has('i') ? text.toLowerCase() : text;
    };
    const [input = '-', output] = options.operands;
    const reader = await io
      .openInput(input)
      .catch((error: unknown) => io.dieErrno(`can't open '${input}'`, error));
    const delimiter = options.has('z') ? '\0' : '\n';
    const next = options.has('z') ? createNulReader(reader) : () => reader.line();
    let kept = '';
    const emit = (line: string, count: number) => {
      if ((options.has('d') && count < 2) || (options.has('u') && count > 1)) return;
      const text = `${options.has('c') ? `${String(count).padStart(7)} ` : ''}${line}${delimiter}`;
      if (output !== undefined && output !== '-') kept += text;
      else io.put(text);
    };
    let current: string | undefined;
    let count = 0;
    for (let line = await next(); line !== undefined; line = await next()) {
      if (current !== undefined && key(line) === key(current)) count++;
      else {
        if (current !== undefined) emit(current, count);
        current = line;
        count = 1;
      }
      await io.pump();
    }
    if (current !== undefined) emit(current, count);
    if (output !== undefined && output !== '-') await writeFile(io.sys, output, bytesOfBinary(kept));
    return 0;
  },
});

/** With -z both newlines and NULs end a line. */
function createNulReader(reader: Reader): () => Promise<string | undefined> {
  let pending: string[] = [];
  return async () => {
    if (pending.length === 0) {
      const line = await reader.line();
      if (line === undefined) return undefined;
      pending = line.split('\0');
      // A NUL right before the end ends its line; none begins behind it.
      if (pending.length > 1 && pending.at(-1) === '') pending.pop();
    }
    return pending.shift();
  };
}
