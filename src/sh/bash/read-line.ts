/** A line of a descriptor, a byte at a time: what follows it is for the next reader. */
import type { Fd } from '../../kernel/index.ts';
import { errnoOf, textOf } from '../../posix/index.ts';
import type { Shell } from '../shell.ts';
import { type Step, wait } from '../step.ts';

/** Without its end; undefined where there is nothing more. */
export function* readLine(shell: Shell, fd: Fd, delimiter = 10): Step<string | undefined> {
  const bytes: number[] = [];
  const byte = new Uint8Array(1);
  for (;;) {
    let count: number;
    try {
      count = yield* wait(shell.sys.read(fd, byte));
    } catch (error) {
      if (errnoOf(error) === 'EINTR') continue;
      if (errnoOf(error) === undefined) throw error;
      return undefined;
    }
    if (count === 0) return bytes.length ? textOf(Uint8Array.from(bytes)) : undefined;
    if (byte[0] === delimiter) return textOf(Uint8Array.from(bytes));
    bytes.push(byte[0]!);
  }
}
