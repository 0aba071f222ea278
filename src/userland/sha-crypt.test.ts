/** SHA-512-crypt against the specification's own examples. */
import { expect, it } from 'vitest';
import { shaCrypt } from './sha-crypt.ts';

it.each([
  [
    'Hello world!',
    '$6$saltstring',
    '$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1',
  ],
  [
    'Hello world!',
    '$6$rounds=10000$saltstringsaltstring',
    '$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.',
  ],
  [
    'the minimum number is still observed',
    '$6$rounds=10$roundstoolow',
    '$6$rounds=1000$roundstoolow$kUMsbe306n21p9R.FRkW3IGn.S9NPN0x50YhH1xhLsPuWGsUSklZt58jaTfF4ZEQpyUNGc0dqbpBYYBaHHrsX.',
  ],
])('%s', (password, setting, hash) => {
  expect(shaCrypt(password, setting)).toBe(hash);
  expect(shaCrypt(password, hash)).toBe(hash);
});

it('refuses other kinds', () => {
  expect(shaCrypt('x', '$1$salt$')).toBeUndefined();
  expect(shaCrypt('x', '!')).toBeUndefined();
});
