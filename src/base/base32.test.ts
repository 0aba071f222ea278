import { expect, it } from 'vitest';
import { fromBase32, toBase32 } from './base32.ts';
import { decode, encode } from './bytes.ts';

// RFC 4648, section 10.
it.each([
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
])('%j is %j', (text, coded) => {
  expect(toBase32(encode(text))).toBe(coded);
  expect(decode(fromBase32(coded)!)).toBe(text);
});

it('takes every byte, and no other digits', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(fromBase32(toBase32(bytes))).toEqual(bytes);
  expect(fromBase32('MZ1=')).toBeUndefined();
});
