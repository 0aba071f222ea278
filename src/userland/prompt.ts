/** Questions on stderr, answers from stdin: `rm -i` and its kin. */
import type { Io, Reader } from './io.ts';

const readers = new WeakMap<Io, Reader>();

/** Asks; true where the answer begins with y. */
export async function confirm(io: Io, question: string): Promise<boolean> {
  io.printError(question);
  let reader = readers.get(io);
  if (!reader) {
    reader = io.reader(0);
    readers.set(io, reader);
  }
  return /^y/i.test((await reader.line()) ?? '');
}
