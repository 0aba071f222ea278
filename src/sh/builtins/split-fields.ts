/** Splits a line that was read by IFS. @see POSIX.1-2024, XCU read, 2.6.5 */
import { textOf } from '../../posix/index.ts';

/** What was read: bytes, and which of them a backslash protects. */
export interface Line {
  readonly bytes: readonly number[];
  readonly escaped: ReadonlySet<number>;
}

/** At most `most` fields; the last takes the rest, but a single delimiter at its end with the blanks around it. */
export function splitFields({ bytes, escaped }: Line, ifs: string, most: number): string[] {
  const isDelimiter = (at: number): boolean =>
    !escaped.has(at) && ifs.includes(String.fromCharCode(bytes[at]!));
  const isBlank = (at: number): boolean =>
    isDelimiter(at) && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 10);
  const textAt = (from: number, to: number): string => textOf(Uint8Array.from(bytes.slice(from, to)));
  const fields: string[] = [];
  let at = 0;
  const skipBlanks = (): void => {
    while (at < bytes.length && isBlank(at)) at++;
  };
  skipBlanks();
  while (at < bytes.length) {
    let end = at;
    while (end < bytes.length && !isDelimiter(end)) end++;
    const from = at;
    at = end;
    skipBlanks();
    if (at < bytes.length && isDelimiter(at)) {
      at++;
      skipBlanks();
    }
    if (fields.length === most - 1 && at < bytes.length) {
      let last = bytes.length;
      while (last > from && isBlank(last - 1)) last--;
      fields.push(textAt(from, last));
      break;
    }
    fields.push(textAt(from, end));
  }
  return fields;
}
