/** awk: programs over records and fields (`src/userland/awk`). @see POSIX.1-2024, XCU awk */
import { binaryOf } from '../../posix/index.ts';
import { Machine } from '../awk/machine.ts';
import { parseAwk } from '../awk/parse.ts';
import { runAwk } from '../awk/run.ts';
import { AwkError } from '../awk/syntax.ts';
import { unescapeText } from '../awk/tokens.ts';
import { fromInput } from '../awk/values.ts';
import { applet, type Io } from '../io.ts';
import { parseOptions } from '../options.ts';

export const main = applet({
  usage: '[-F SEP] [-v VAR=VAL] [-f FILE]... [AWK_PROGRAM] [FILE]...',
  async run(io) {
    const options = parseOptions(io, 'F:v:f:e:', { stop: true });
    const operands = [...options.operands];
    const machine = new Machine(io);
    const separator = options.value('F');
    if (separator !== undefined) machine.global('FS').value = unescapeText(binaryOf(separator));
    for (const text of options.values('v')) if (!machine.assign(binaryOf(text))) io.usage();
    const { source, place } = await readProgram(io, options.values('f'), options.values('e'), operands);
    const args = machine.global('ARGV').asArray();
    for (const [i, text] of [io.name, ...operands].entries()) args.set(String(i), fromInput(binaryOf(text)));
    machine.global('ARGC').value = operands.length + 1;
    try {
      return await runAwk(io, parseAwk(source), machine);
    } catch (error) {
      if (!(error instanceof AwkError)) throw error;
      await machine.streams.flush();
      return io.die(`${place}:${error.line}: ${error.message}`);
    }
  },
});

/** The program's text, and how messages call where it comes from. */
async function readProgram(
  io: Io,
  files: readonly string[],
  texts: readonly string[],
  operands: string[],
): Promise<{ source: string; place: string }> {
  if (files.length === 0 && texts.length === 0)
    return { source: binaryOf(operands.shift() ?? io.usage()), place: 'cmd. line' };
  const parts: string[] = [];
  for (const path of files) {
    const reader = await io
      .openInput(path)
      .catch((error: unknown) => io.dieErrno(`can't open '${path}'`, error));
    parts.push(await reader.rest());
    await reader.close();
  }
  parts.push(...texts.map(binaryOf));
  return { source: parts.join('\n'), place: files.at(-1) ?? 'cmd. line' };
}
