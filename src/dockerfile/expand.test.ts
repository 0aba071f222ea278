// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the words are those of Dockerfiles
import { describe, expect, test } from 'vitest';
import { expand } from './expand.ts';

const values = new Map([
  ['A', 'abc'],
  ['EMPTY', ''],
  ['FILE', 'dir/name.tar.gz'],
]);
const lookup = (name: string): string | undefined => values.get(name);
const text = (word: string, options = {}): string => expand(word, lookup, { escape: '\\', ...options }).text;

describe('words', () => {
  test.each([
    ['$A-${A}', 'abc-abc'],
    ['"$A" \'$A\' \\$A', 'abc $A $A'],
    ['a\\b "a\\b" "a\\"b"', 'ab a\\b a"b'],
    ['$NOPE|$|$1x|$.', '|$|x|$.'],
    ['${NOPE:-d} ${NOPE-d} ${EMPTY-d} ${EMPTY:-d}', 'd d  d'],
    ['${A:+s} ${A+s} ${EMPTY+s} ${EMPTY:+s}', 's s s '],
    ['${NOPE:-${A:+x$A}}', 'xabc'],
    ['${FILE#*/} ${FILE##*.} ${FILE%.*} ${FILE%%.*}', 'name.tar.gz gz dir/name.tar dir/name'],
    ['${FILE/./-} ${FILE//./-} ${FILE/d?r/x}', 'dir/name-tar.gz dir/name-tar-gz x/name.tar.gz'],
    ['${A?gone} ${A:?gone}', 'abc abc'],
  ])('%s', (word, expected) => {
    expect(text(word)).toBe(expected);
  });

  test.each([
    ['${A', 'failed to process "${A": unsupported modifier (\ufffd) in substitution'],
    ['${}', 'failed to process "${}": syntax error: bad substitution'],
    ['${NOPE:?gone}', 'failed to process "${NOPE:?gone}": NOPE: gone'],
    ['${EMPTY:?}', 'failed to process "${EMPTY:?}": EMPTY: is not allowed to be empty'],
    ['${A:#x}', 'failed to process "${A:#x}": unsupported modifier (:#) in substitution'],
    ['"a', 'failed to process "\\"a": unexpected end of statement while looking for matching double-quote'],
  ])('%s fails', (word, message) => {
    expect(() => text(word)).toThrow(message);
  });
});

test('says which variables were found', () => {
  const { matched, unmatched } = expand('$A $B ${C:-x}', lookup, { escape: '\\' });
  expect([[...matched], [...unmatched]]).toEqual([['A'], ['B', 'C']]);
});

test('options', () => {
  expect(text('`$A \\$A', { escape: '`' })).toBe('$A \\abc');
  expect(text('$A "$B" ${C:-d}', { rawQuotes: true, skipUnset: true })).toBe('abc "$B" ${C:-d}');
  expect(text('a "$A" \'$A', { ignoreQuotes: true })).toBe('a "abc" \'abc');
});

test('white space parts words after expansion, unless quoted', () => {
  values.set('TWO', 'a b');
  expect(expand('x $TWO "$TWO"', lookup, { escape: '\\' }).words).toEqual(['x', 'a', 'b', 'a b']);
});

test('hostile patterns do not hang', () => {
  values.set('LONG', 'a'.repeat(30));
  expect(text('${LONG##a*a*a*b}')).toBe('a'.repeat(30));
});
