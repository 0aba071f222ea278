import { describe, expect, it } from 'vitest';
import { laterEnglish, say } from './later-strings.ts';
import { bytes, english, setLanguage } from './strings.ts';

describe('strings', () => {
  it('fill in values and plural forms', () => {
    expect(say('picture.standing', { images: 1, containers: 4 })).toBe(
      'stored once · 1 image and 4 containers stand on it',
    );
    expect(say('picture.onlyFor', { name: '{n|a|b}' })).toBe('{n|a|b} only');
  });

  it('are said once: no part has a key of another', () => {
    expect(Object.keys(laterEnglish).filter((key) => key in english)).toEqual([]);
  });

  it('follow another language and its plural forms', () => {
    const strip = { 'strip.layers': '{n} {n|warstwa|warstwy|warstw|warstwy}' };
    setLanguage('pl', { ...english, ...laterEnglish, ...strip });
    expect([1, 3, 5].map((n) => say('strip.layers', { n }))).toEqual(['1 warstwa', '3 warstwy', '5 warstw']);
    setLanguage('en', {});
    expect(say('strip.layers', { n: 3 })).toBe('3 layers');
  });

  it('bytes as Docker counts them', () => {
    expect([0, 176, 999, 1000, 34_100, 2_150_000, 999_999, 144_786_000].map((count) => bytes(count))).toEqual(
      ['0 B', '176 B', '999 B', '1 kB', '34.1 kB', '2.15 MB', '1 MB', '145 MB'],
    );
    expect(bytes(144_786_000, 4)).toBe('144.8 MB');
  });
});
