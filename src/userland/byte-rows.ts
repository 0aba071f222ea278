/** Bytes in rows and as characters, for od, hexdump and xxd. */
import type { Io, Reader } from './io.ts';

export const printable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');

export const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

export interface RowRules {
  readonly skip?: number;
  readonly limit?: number;
  /** Called for each input that cannot be opened; it has been reported. */
  readonly failed: () => void;
  /** Called where the inputs end before what is to be skipped. */
  readonly skippedPast?: () => void;
}

/**
 * Rows of up to `width` bytes of all inputs as one, after `skip` and up to `limit`; the last row is empty
 * and tells where the end is; there is none where no input could be opened.
 */
export async function* rows(
  io: Io,
  paths: readonly string[],
  width: number,
  { skip = 0, limit = Infinity, failed, skippedPast }: RowRules,
): AsyncGenerator<{ at: number; bytes: Uint8Array }> {
  let row = new Uint8Array(width);
  let length = 0;
  let at = 0;
  let toSkip = skip;
  let left = limit;
  let opened = false;
  for (const path of paths.length ? paths : ['-']) {
    let reader: Reader;
    try {
      reader = await io.openInput(path);
    } catch (error) {
      io.warnErrno(path, error);
      failed();
      continue;
    }
    opened = true;
    const next = async () => {
      try {
        return await reader.chunk();
      } catch (error) {
        io.warnErrno(path, error);
        failed();
        return undefined;
      }
    };
    for (let chunk = await next(); chunk && left > 0; chunk = await next()) {
      let from = Math.min(toSkip, chunk.length);
      toSkip -= from;
      at += from;
      const end = Math.min(chunk.length, from + left);
      left -= end - from;
      while (from < end) {
        const count = Math.min(width - length, end - from);
        row.set(chunk.subarray(from, from + count), length);
        length += count;
        from += count;
        if (length === width) {
          yield { at, bytes: row };
          at += width;
          row = new Uint8Array(width);
          length = 0;
        }
      }
      await io.pump();
    }
    await reader.close();
  }
  if (!opened) return;
  if (toSkip > 0 && skippedPast) skippedPast();
  if (length > 0) yield { at, bytes: row.subarray(0, length) };
  yield { at: at + length, bytes: row.subarray(0, 0) };
}

/** Whether a row repeats the one before. */
export const sameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && a.length === b.length && b.length > 0 && a.every((byte, i) => byte === b[i]);

const CONTROL: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
};
export const NAMES: readonly string[] =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  );

/** A byte as `od -c` shows it. */
export const character = (byte: number): string =>
  CONTROL[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));
