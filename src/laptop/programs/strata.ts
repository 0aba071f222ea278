/**
 * `strata`: what Strata adds to Docker, outside of `docker`. A subcommand each; one that is not built
 * yet says so.
 */
import { messageOf } from '../../base/index.ts';
import type { Main, Sys } from '../../kernel/index.ts';
import { complain, print } from './io.ts';
import { fsck } from './strata/fsck.ts';
import { ignored } from './strata/ignored.ts';
import { parse } from './strata/parse.ts';

type Subcommand = (sys: Sys, args: readonly string[]) => Promise<number>;

const subcommands: Readonly<Record<string, Subcommand>> = { fsck, ignored, parse };
/** Named by the design, and not there yet. */
const planned = ['redo', 'share', 'trace', 'undo', 'why'];

const USAGE = `Usage: strata COMMAND

What Strata adds to Docker

  fsck                          checks that all that the engine stores is whole
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

function refuse(sys: Sys, line: string): Promise<number> {
  return complain(sys, `${line}\n`, 1);
}
