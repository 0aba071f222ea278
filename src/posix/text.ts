/** Byte strings: text with one character a byte, in which C's byte arithmetic is done. */
import { bytesOf } from '../base/index.ts';

/** One character a byte, U+0000 to U+00FF: the form in which C's byte arithmetic is done. */
export function binaryOf(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  let binary = '';
  for (const byte of bytesOf(text)) binary += String.fromCharCode(byte);
  return binary;
}

/** Bytes of a string of one character a byte. */
export function bytesOfBinary(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
