/** Lines of a descriptor; what follows them is for the next reader. */
import type { Fd } from '../../kernel/index.ts';
import { errnoOf, textOf } from '../../posix/index.ts';
import { type ByteReader, openBytes } from '../builtins/byte-reader.ts';
import type { Shell } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { runPendingTraps } from '../traps.ts';

const NEWLINE = 10;

/** Bytes up to and with a delimiter; none at the end. Traps run where they interrupt. @throws {PosixError} */
export function* takeDelimited(shell: Shell, reader: ByteReader, delimiter: number): Step<number[]> {
  const bytes: number[] = [];
  for (;;) {
    try {
      const next = reader.next();
      const byte = typeof next === 'number' ? next : yield* wait(next);
      if (byte < 0) return bytes;
      bytes.push(byte);
      if (byte === delimiter) return bytes;
    } catch (error) {
      if (errnoOf(error) !== 'EINTR') throw error;
      yield* runPendingTraps(shell);
    }
  }
}

/** A line of a script on standard input: the commands that it runs read on behind it. */
export function* readScriptLine(shell: Shell, fd: Fd): Step<Uint8Array> {
  const reader = yield* openBytes(shell, fd);
  const line = yield* takeDelimited(shell, reader, NEWLINE);
  yield* wait(reader.giveBack());
  return Uint8Array.from(line);
}

/** Without its end; undefined where there is nothing more. */
export function* readLine(shell: Shell, fd: Fd): Step<string | undefined> {
  let line: Uint8Array;
  try {
    line = yield* readScriptLine(shell, fd);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
  return line.length ? textOf(line).replace(/\n$/, '') : undefined;
}
