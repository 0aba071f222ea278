/** Bytes that were not edited come back as they were, line ends included. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../base/index.ts';
import { bytesOf, textFileOf, withText } from './text-file.ts';

/** What the file holds after its text went from one to the next of `texts`. */
function edited(content: string, ...texts: string[]): string {
  return decode(bytesOf(texts.reduce(withText, textFileOf(encode(content))!)));
}

describe('a file that is edited as text', () => {
  it('keeps its line ends', () => {
    expect(edited('a\r\nb\r\n', 'Xa\nb\n')).toBe('Xa\r\nb\r\n');
    expect(edited('a\r\nb\r\n', 'a\nnew\nb\n')).toBe('a\r\nnew\r\nb\r\n');
    expect(edited('a\rb\r', 'a\rb\r'.replaceAll('\r', '\n'))).toBe('a\rb\r');
  });

  it('keeps those of lines that were not touched, where they are mixed', () => {
    expect(edited('a\nb\r\nc\nd\r\n', 'a\nb\nC\nd\n', 'A\nb\nC\nd\n')).toBe('A\nb\r\nC\nd\r\n');
    expect(edited('a\r\nb\nc\r\n', 'a\nc\n')).toBe('a\r\nc\r\n');
    expect(edited('a\r\nb\n', '')).toBe('');
  });

  it('gets no final line end, loses none, and keeps a byte order mark', () => {
    expect(edited('a\nb', 'a\nbc')).toBe('a\nbc');
    expect(edited('\ufeffa\r\n', '\ufeffab\n')).toBe('\ufeffab\r\n');
    expect(edited('', 'first\n')).toBe('first\n');
  });

  it('is none where its bytes are no text', () => {
    expect(textFileOf(Uint8Array.of(0x61, 0xff, 0x62))).toBeUndefined();
    expect(textFileOf(encode('ELF\0'))).toBeUndefined();
  });

  it('comes back from any edits that were undone', () => {
    const content = fc.array(fc.constantFrom('a', 'b', '\r\n', '\n', '\r')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(content, fc.nat(), fc.constantFrom('x', '\n', 'y\nz'), (before, place, insert) => {
        const { text } = textFileOf(encode(before))!;
        const at = place % (text.length + 1);
        const through = `${text.slice(0, at)}${insert}${text.slice(at)}`;
        expect(textFileOf(encode(edited(before, through)))!.text).toBe(through);
        expect(decode(bytesOf(textFileOf(encode(before))!))).toBe(before);
      }),
    );
  });
});
