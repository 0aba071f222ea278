/** Fields of a header block. */
import { StrataError } from './errors.ts';
import { textOf } from './text.ts';

/** Go's int64. Sizes this large are more than there is, and are told so. */
const LARGEST = 2n ** 63n - 1n;

/**
 * An octal number, or GNU's base-256 where the first bit is set.
 *
 * @throws StrataError `ETAR` where it is none, too large, or below zero and must not be
 */
export function numberAt(block: Uint8Array, at: number, length: number, negative = false): number {
  if (block[at]! & 0x80) return base256(block.subarray(at, at + length), negative);
  const text = textAt(block, at, length).trim();
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw malformed();
  return Number.parseInt(text, 8);
}

function base256(field: Uint8Array, negative: boolean): number {
  const isNegative = (field[0]! & 0x40) !== 0;
  let value = isNegative ? -1n : 0n;
  for (let i = 0; i < field.length; i++) {
    const byte = i === 0 ? field[0]! & 0x7f : field[i]!;
    value = i === 0 ? (isNegative ? BigInt(byte | ~0x7f) : BigInt(byte)) : value * 256n + BigInt(byte);
  }
  if (value > LARGEST || value < -LARGEST || (value < 0n && !negative)) throw malformed();
  return Number(value);
}

/** Text up to the first zero. */
export function textAt(block: Uint8Array, at: number, length: number): string {
  let end = at;
  while (end < at + length && block[end] !== 0) end++;
  return textOf(block.subarray(at, end));
}

export function malformed(): StrataError {
  return tarError('invalid tar header');
}

/** In the words of Go's archive/tar; of an archive that ends early, those of its io. */
export function tarError(message: string): StrataError {
  return new StrataError('ETAR', message === 'unexpected EOF' ? message : `archive/tar: ${message}`);
}
