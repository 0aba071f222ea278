/**
 * Text that may hold any bytes: file names, arguments and output are bytes to POSIX and strings to us.
 *
 * A byte that is not part of valid UTF-8 travels in a string as the lone surrogate U+DC80..U+DCFF
 * (as PEP 383 does), so that `printf '\377'` or a Latin-1 file name come back as they were.
 */
import { decodeStrict, encode } from './bytes.ts';

const ESCAPED = /[\udc80-\udcff]/u;

/** UTF-8 of a string, escaped bytes as themselves. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (!ESCAPED.test(text)) return encode(text);
  const parts: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) parts.push(code);
    else if (code >= 0xdc80 && code <= 0xdcff) parts.push(code & 0xff);
    else for (const byte of encode(character)) parts.push(byte);
  }
  return Uint8Array.from(parts);
}

/** Bytes as a string; what is not UTF-8 is escaped. */
export function textOf(bytes: Uint8Array): string {
  const plain = decodeStrict(bytes);
  if (plain !== undefined) return plain;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) text += String.fromCharCode(0xdc00 | bytes[at++]!);
    else {
      text += decodeStrict(bytes.subarray(at, at + length))!;
      at += length;
    }
  }
  return text;
}

/** Length of the longest run of valid UTF-8 at `at`: whole ASCII runs, else one character; 0 where invalid. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) {
    let end = at + 1;
    while (end < bytes.length && bytes[end]! < 0x80) end++;
    return end - at;
  }
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0;
  return decodeStrict(bytes.subarray(at, at + length)) === undefined ? 0 : length;
}
