/** base64: encodes, and decodes with -d. */
import { applet, binaryOfBytes } from '../io.ts';
import { parseCount, parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-d] [-w COL] [FILE]',
  about: 'Base64 encode or decode FILE to standard output',
  async run(io) {
    const options = parseOptions(io, 'dw:i', { max: 1 });
    const path = options.operands[0] ?? '-';
    const reader = await io.openInput(path).catch((error: unknown) => io.dieErrno(path, error));
    if (options.has('d')) {
      // Groups of four; one that is incomplete is dropped with an error, and what is no digit is passed over.
      const text = (await reader.rest()).replace(/[^A-Za-z0-9+/=]/g, '');
      const groups = text.match(/[^=]{4}|[^=]{2}==|[^=]{3}=/g) ?? [];
      io.put(groups.map((group) => atob(group)).join(''));
      if (groups.join('').length < text.length) io.die('truncated input');
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
