/** base64: encodes, and decodes with -d. */
import { bytesOfBinary } from '../../posix/index.ts';
import { applet, binaryOfBytes } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-d] [-w COL] [FILE]',
  about: 'Base64 encode or decode FILE to standard output',
  async run(io) {
    const options = parseOptions(io, 'dw:i', { max: 1, long: { decode: 'd', wrap: 'w' } });
    const path = options.operands[0] ?? '-';
    const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
    if (options.has('d')) {
      // Up to the first padding; what is left of an incomplete group is dropped with an error.
      const text = (await reader.rest()).replace(/[^A-Za-z0-9+/=]/g, '');
      const data = text.replace(/=.*$/s, '');
      const usable = data.length % 4 === 1 ? data.slice(0, -1) : data;
      await io.write(bytesOfBinary(atob(usable)));
      return 0;
    }
    const width = parseCount(io, options.value('w') ?? '76');
    let held = '';
    let line = '';
    const emit = (text: string) => {
      if (width === 0) return io.put(text);
      line += text;
      while (line.length >= width) {
        io.put(`${line.slice(0, width)}\n`);
        line = line.slice(width);
      }
    };
    for (let chunk = await reader.chunk(); chunk; chunk = await reader.chunk()) {
      held += binaryOfBytes(chunk);
      const whole = held.length - (held.length % 3);
      emit(btoa(held.slice(0, whole)));
      held = held.slice(whole);
      await io.pump();
    }
    emit(btoa(held));
    if (line !== '') io.put(`${line}\n`);
    return 0;
  },
});
