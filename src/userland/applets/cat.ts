/** cat: files to stdout, in pieces as they come; with options line by line. */
import { eachInput, quoted } from '../inputs.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-nbvteA] [FILE]...',
  about: 'Print FILEs to stdout',
  run(io) {
    const options = parseOptions(io, 'nbvteAu');
    const format = formatter(options);
    return eachInput(
      io,
      options.operands,
      (reader) => (format ? lines(io, reader, format) : copy(io, reader)),
      quoted,
    );
  },
});

async function copy(io: Io, reader: Reader): Promise<void> {
  for (;;) {
    const chunk = await reader.chunk();
    if (!chunk) return;
    await io.write(chunk);
    await io.sys.breathe();
  }
}

type Format = (line: string, terminated: boolean) => string;

async function lines(io: Io, reader: Reader, format: Format): Promise<void> {
  for (;;) {
    const line = await reader.line();
    if (line === undefined) return;
    io.put(format(line, reader.terminated));
    await io.pump();
  }
}

function formatter(options: Options): Format | undefined {
  const [tabs, ends] = [options.has('t') || options.has('A'), options.has('e') || options.has('A')];
  const visible = tabs || ends || options.has('v');
  const [all, nonempty] = [options.has('n'), options.has('b')];
  if (!visible && !all && !nonempty) return undefined;
  let number = 0;
  return (line, terminated) => {
    const numbered = nonempty ? line !== '' : all;
    const prefix = numbered ? `${String(++number).padStart(6)}\t` : '';
    return prefix + (visible ? show(line, tabs) : line) + (terminated ? (ends ? '$\n' : '\n') : '');
  };
}

function show(line: string, tabs: boolean): string {
  return line.replace(/[^\t -~]|\t/g, (char) => {
    if (char === '\t') return tabs ? '^I' : char;
    const code = char.charCodeAt(0);
    const low = code & 0x7f;
    const shown =
      low < 32 ? `^${String.fromCharCode(low + 64)}` : low === 127 ? '^?' : String.fromCharCode(low);
    return code >= 128 ? `M-${shown}` : shown;
  });
}
