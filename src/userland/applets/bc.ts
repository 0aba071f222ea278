/** bc: a calculator with a language of its own (`../bc/`), from files and then from stdin. */
import { CalculationError } from '../bc/number.ts';
import { type ParsedLine, parseLines } from '../bc/parse.ts';
import { Halt, Machine } from '../bc/run.ts';
import { SyntaxProblem, Unfinished } from '../bc/tokens.ts';
import { applet, type Io, type Reader } from '../io.ts';
import { parseOptions } from '../options.ts';

const LONG = { quiet: 'q', warn: 'w', standard: 's', mathlib: 'l' };

export const main = applet({
  usage: '[-sqlw] [FILE]...',
  about: 'Arbitrary precision calculator',
  async run(io) {
    // `-i` changes nothing, in busybox neither: it is there for scripts that were written for GNU's.
    const options = parseOptions(io, 'qlswi', { long: LONG });
    const stdin = io.reader(0);
    const machine = new Machine(io, {
      math: options.has('l'),
      width: lineWidth(io.sys.env['BC_LINE_LENGTH']),
      readLine: async () => stdin.line(),
    });
    const strictness = options.has('s') ? 'error' : options.has('w') ? 'warning' : 'none';
    try {
      for (const path of options.operands) {
        const reader = await io
          .openInput(path)
          .catch((error: unknown) => io.dieErrno(`can't open '${path}'`, error));
        await work(io, machine, { reader, name: path, strictness, interactive: false });
      }
      const interactive = io.sys.isatty(0);
      await work(io, machine, { reader: stdin, name: undefined, strictness, interactive });
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
    }
    return 0;
  },
});

function lineWidth(setting: string | undefined): number {
  const width = Number(setting);
  // One column stays free for the backslash; one or none is no width at all.
  if (!setting || !Number.isInteger(width) || width < 0) return 69;
  return width <= 1 ? 0 : width - 1;
}

interface Source {
  readonly reader: Reader;
  /** The file's; undefined for stdin. */
  readonly name: string | undefined;
  /** What becomes of what POSIX does not have. */
  readonly strictness: 'none' | 'warning' | 'error';
  /** Errors do not end it. */
  readonly interactive: boolean;
}

/** Reads line by line, more where a line leaves something open, and does each. */
async function work(io: Io, machine: Machine, source: Source): Promise<void> {
  const { reader, name, strictness, interactive } = source;
  let number = 0;
  let text = '';
  const place = () => (name === undefined ? '' : `${name}:${number}: `);
  for (;;) {
    const line = await reader.line();
    number++;
    if (line !== undefined) text += `${line}\n`;
    else if (text === '') return;
    try {
      const warned: string[] = [];
      const extension = (message: string) => {
        if (strictness === 'none') return;
        if (strictness === 'error') throw new SyntaxProblem(message);
        warned.push(message);
      };
      // A backslash joins lines.
      if (text.endsWith('\\\n') && line !== undefined) continue;
      let parsed: ParsedLine;
      try {
        parsed = parseLines(text, extension);
      } catch (error) {
        if (error instanceof Unfinished && line !== undefined) continue;
        for (const message of warned) io.warn(place() + message);
        throw error;
      }
      for (const message of warned) io.warn(place() + message);
      text = '';
      await machine.run(parsed.statements);
      if (parsed.quits) throw new Halt();
    } catch (error) {
      if (!isProblem(error)) throw error;
      text = '';
      io.warn(place() + error.message);
      if (!interactive) io.quit(1);
    }
    if (line === undefined) return;
    await io.pump();
    if (interactive) await io.flush();
  }
}

function isProblem(error: unknown): error is Error {
  return error instanceof CalculationError || error instanceof SyntaxProblem || error instanceof Unfinished;
}
