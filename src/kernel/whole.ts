/** Loops that every program needs around read(2) and write(2), as a C library's streams have them. */
import { concat, type Maybe } from '../base/index.ts';
import { errnoOf } from '../posix/index.ts';
import type { Sys } from './sys.ts';
import type { Fd } from './types.ts';

/** Bytes that are asked for at once. */
const PIECE = 65_536;

/** All bytes up to the end, at once where the descriptor answers at once. A signal is seen to afterwards. */
export function readAll(sys: Sys, fd: Fd): Maybe<Uint8Array> {
  const parts: Uint8Array[] = [];
  const next = (): Maybe<Uint8Array> => {
    for (;;) {
      const buffer = new Uint8Array(PIECE);
      const count = sys.read(fd, buffer);
      if (count instanceof Promise) {
        return count.then(
          (read) => {
            if (read === 0) return concat(parts);
            parts.push(buffer.subarray(0, read));
            return next();
          },
          (error: unknown) => {
            if (errnoOf(error) !== 'EINTR') throw error;
            return next();
          },
        );
      }
      if (count === 0) return concat(parts);
      parts.push(buffer.subarray(0, count));
    }
  };
  return next();
}

/** Writes all bytes; what a signal cut short goes on. */
export function writeAll(sys: Sys, fd: Fd, bytes: Uint8Array): Maybe<void> {
  if (bytes.length === 0) return;
  const count = sys.write(fd, bytes);
  if (count instanceof Promise) return count.then((done) => writeAll(sys, fd, bytes.subarray(done)));
  if (count < bytes.length) return writeAll(sys, fd, bytes.subarray(count));
}
