import { expect, it } from 'vitest';
import { tamePaste } from './paste.ts';

it('lets no pasted text end the paste', () => {
  const paste = (text: string): string => `\x1b[200~${text}\x1b[201~`;
  expect(tamePaste(paste('ls\x1b[201~\rrm -r .\r'))).toBe(paste('ls\u241b[201~\rrm -r .\r'));
  expect(tamePaste(paste(''))).toBe(paste(''));
  for (const key of ['\x1b', '\x1b[A', 'a', '\x1b[200~']) expect(tamePaste(key)).toBe(key);
});
