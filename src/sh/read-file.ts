/** A whole file as text. */
import { concat, type Maybe } from '../base/index.ts';
import type { Fd, Sys } from '../kernel/index.ts';
import { errnoOf, O_CLOEXEC, O_RDONLY, textOf } from '../posix/index.ts';

/** @throws {PosixError} */
export async function readFile(sys: Sys, path: string): Promise<string> {
  const fd = await sys.open(path, O_RDONLY | O_CLOEXEC);
  try {
    return textOf(await readAll(sys, fd));
  } finally {
    await sys.close(fd);
  }
}

/** All bytes up to the end, at once where the descriptor answers at once. A signal is seen to afterwards. */
export function readAll(sys: Sys, fd: Fd): Maybe<Uint8Array> {
  const parts: Uint8Array[] = [];
  const next = (): Maybe<Uint8Array> => {
    for (;;) {
      const buffer = new Uint8Array(16_384);
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
