/** Questions on the terminal, the answer in a line of stdin. */

import { decode } from '../../base/index.ts';
import { withoutEcho } from '../../posix/index.ts';
import type { Cli } from '../command.ts';

/** The line, without what ends it. `hidden` does not echo what is typed. */
export async function ask(cli: Cli, question: string, hidden = false): Promise<string> {
  const { sys } = cli;
  await cli.out(question);
  const before = hidden && sys.isatty(0) ? sys.tcgetattr(0) : undefined;
  if (before) sys.tcsetattr(0, withoutEcho(before));
  try {
    return await readLine(cli);
  } finally {
    if (before) {
      sys.tcsetattr(0, before);
      await cli.out('\n');
    }
  }
}

async function readLine({ sys }: Cli): Promise<string> {
  const buffer = new Uint8Array(1);
  const bytes: number[] = [];
  for (;;) {
    const got = sys.read(0, buffer);
    const count = got instanceof Promise ? await got : got;
    if (count === 0 || buffer[0] === 0x0a) return decode(Uint8Array.from(bytes)).replace(/\r$/, '');
    bytes.push(buffer[0]!);
  }
}
