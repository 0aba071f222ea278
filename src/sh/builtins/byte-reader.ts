/** A descriptor byte by byte, since what follows is for its next reader: what was read ahead is given back. */
import type { Maybe } from '../../base/index.ts';
import type { Fd } from '../../kernel/index.ts';
import { errnoOf } from '../../posix/index.ts';
import type { Shell } from '../shell.ts';
import { type Step, wait } from '../step.ts';

/** Of what can be given back. */
const BLOCK = 512;

export interface ByteReader {
  /** The next byte; -1 at the end. @throws {PosixError} */
  next(): Maybe<number>;
  /** Leaves the descriptor behind the last byte that was taken. */
  giveBack(): Maybe<unknown>;
}

export function* openBytes({ sys }: Shell, fd: Fd): Step<ByteReader> {
  let size = BLOCK;
  try {
    yield* wait(sys.lseek(fd, 0, 'cur'));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    size = 1;
  }
  const block = new Uint8Array(size);
  let at = 0;
  let end = 0;
  const begin = (count: number): number => {
    at = 0;
    end = count;
    return count ? block[at++]! : -1;
  };
  return {
    next() {
      if (at < end) return block[at++]!;
      const count = sys.read(fd, block);
      return count instanceof Promise ? count.then(begin) : begin(count);
    },
    giveBack() {
      const left = end - at;
      end = at;
      return left ? sys.lseek(fd, -left, 'cur') : undefined;
    },
  };
}
