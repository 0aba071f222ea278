/** What read takes from a descriptor, in both shells. @see POSIX.1-2024, XCU read */
import type { Fd } from '../../kernel/index.ts';
import { errnoOf, POLLIN } from '../../posix/index.ts';
import type { Shell } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { openBytes } from './byte-reader.ts';
import type { Line } from './split-fields.ts';

export interface ReadOptions {
  readonly fd: Fd;
  /** Whether a backslash is nothing special. */
  readonly raw: boolean;
  /** The byte that ends it; -1: none. */
  readonly delimiter: number;
  readonly limit: number;
  /** What the limit counts: all that is read, or the characters that are kept. */
  readonly counts: 'bytes' | 'characters';
  /** On the monotonic clock, ms. */
  readonly deadline: number | undefined;
}

export interface Input extends Line {
  /** `done`: by the delimiter or the limit; an error is that of read(2). */
  readonly ended: 'done' | 'end' | 'timeout' | 'signal' | { readonly error: unknown };
}

export function* readInput(shell: Shell, options: ReadOptions): Step<Input> {
  const { sys } = shell;
  const bytes: number[] = [];
  const escaped = new Set<number>();
  const reader = yield* openBytes(shell, options.fd);
  let backslash = false;
  const end = (ended: Input['ended']): Input => ({ bytes, escaped, ended });
  try {
    for (let count = 0; count < options.limit; ) {
      if (options.deadline !== undefined) {
        const left = Math.max(options.deadline - sys.monotonic(), 0);
        if ((yield* wait(sys.poll([{ fd: options.fd, events: POLLIN }], left))).length === 0)
          return end('timeout');
      }
      let value: number;
      try {
        const next = reader.next();
        value = typeof next === 'number' ? next : yield* wait(next);
      } catch (error) {
        const code = errnoOf(error);
        if (code === undefined) throw error;
        if (code === 'EINTR' && shell.signals.size) return end('signal');
        if (code === 'EINTR') continue;
        return end({ error });
      }
      if (value < 0) return end('end');
      if (options.counts === 'bytes') count++;
      if (backslash) {
        backslash = false;
        if (value === 10) continue;
        escaped.add(bytes.length);
      } else if (!options.raw && value === 92) {
        backslash = true;
        continue;
      } else if (value === options.delimiter) break;
      if (value === 0) continue;
      bytes.push(value);
      // Bytes within a character do not count.
      if (options.counts === 'characters' && (value & 0xc0) !== 0x80) count++;
    }
    return end('done');
  } finally {
    yield* wait(reader.giveBack());
  }
}
