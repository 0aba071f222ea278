/**
 * `strata`: what Strata adds to Docker, outside of `docker`. A subcommand each; one that is not built
 * yet says so.
 */
import { encode, messageOf } from '../../base/index.ts';
import type { Main, Sys } from '../../kernel/index.ts';
import { ignored } from './strata/ignored.ts';
import { parse } from './strata/parse.ts';

export type Subcommand = (sys: Sys, args: readonly string[]) => Promise<number>;

const subcommands: Readonly<Record<string, Subcommand>> = { ignored, parse };
/** Named by the design, and not there yet. */
const planned = ['fsck', 'redo', 'share', 'trace', 'undo', 'why'];

const USAGE = `Usage: strata COMMAND

  parse FILE                    prints a Dockerfile's parse tree as S-expressions
  ignored -f IGNOREFILE PATH    exits 0 where the patterns keep PATH out of a build's context
`;

export const main: Main = async (sys) => {
  const [name, ...args] = sys.argv.slice(1);
  if (name === undefined || name === 'help' || name === '--help') {
    await print(sys, name === undefined ? 2 : 1, USAGE);
    return name === undefined ? 2 : 0;
  }
  if (planned.includes(name)) return refuse(sys, `strata: ${name} is not built yet`);
  const run = Object.hasOwn(subcommands, name) ? subcommands[name]! : undefined;
  if (!run) return refuse(sys, `strata: no such command: ${name}; strata help lists them`);
  try {
    return await run(sys, args);
  } catch (error) {
    return refuse(sys, `strata ${name}: ${messageOf(error)}`);
  }
};

async function refuse(sys: Sys, line: string): Promise<number> {
  await print(sys, 2, `${line}\n`);
  return 1;
}

export async function print(sys: Sys, fd: 1 | 2, text: string): Promise<void> {
  let bytes: Uint8Array = encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await sys.write(fd, bytes));
}
