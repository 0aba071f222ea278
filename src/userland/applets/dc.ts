/** dc: a calculator with a stack (`../bc/stack.ts`), over the numbers of bc. */
import { bytesOf } from '../../posix/index.ts';
import { CalculationError } from '../bc/number.ts';
import { StackMachine } from '../bc/stack.ts';
import { applet, binaryOfBytes } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-x] [-eSCRIPT]... [-fFILE]... [FILE]...',
  about: 'Tiny RPN calculator',
  async run(io) {
    const options = parseOptions(io, 'xe:f:', { long: { expression: 'e', file: 'f' } });
    const stdin = io.reader(0);
    const machine = new StackMachine(io, { readLine: async () => stdin.line(), longNames: options.has('x') });
    const scripts = options.values('e').map((script) => binaryOfBytes(bytesOf(script)));
    const files = [...options.values('f'), ...options.operands];
    try {
      for (const script of scripts) await machine.run(`${script}\n`);
      for (const path of files) {
        const reader = await io
          .openInput(path)
          .catch((error: unknown) => io.dieErrno(`can't open '${path}'`, error));
        await machine.run(await reader.rest());
        await reader.close();
      }
      if (scripts.length === 0 && files.length === 0) {
        let text = '';
        for (let line = await stdin.line(); line !== undefined && !machine.ended; line = await stdin.line()) {
          text += `${line}\n`;
          // A string may go over several lines.
          if (isOpen(text)) continue;
          await machine.run(text);
          text = '';
          await io.flush();
        }
        if (!machine.ended) await machine.run(text);
      }
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      io.die(error.message);
    }
    return 0;
  },
});

function isOpen(text: string): boolean {
  let depth = 0;
  for (const char of text) depth += char === '[' ? 1 : char === ']' ? -1 : 0;
  return depth > 0;
}
