/** JSON as Go reads it: its words for what is wrong, and members as they are written. */
import { describe, expect, it } from 'vitest';
import { messageOf, rawMembers, readFirstJson, readJson } from './index.ts';

const refusal = (read: (text: string) => unknown, text: string): string => {
  try {
    return `read ${JSON.stringify(read(text))}`;
  } catch (error) {
    return messageOf(error);
  }
};

describe('a whole text', () => {
  it.each([
    ['', 'unexpected end of JSON input'],
    ['{"a":', 'unexpected end of JSON input'],
    ['{"a":1}}', "invalid character '}' after top-level value"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ['[1 2]', "invalid character '2' after array element"],
    ['nul', 'unexpected end of JSON input'],
    ['nuL', "invalid character 'L' in literal null (expecting 'l')"],
    ['01', "invalid character '1' after top-level value"],
    ['1.x', "invalid character 'x' in numeric literal"],
    ['"a\nb"', "invalid character '\\n' in string"],
    ['[1,]', "invalid character ']' looking for beginning of value"],
    [`${'['.repeat(10_001)}`, 'exceeded max depth'],
  ])('%j', (text, words) => expect(refusal(readJson, text)).toBe(words));
  it('is what JSON.parse makes of it', () => {
    const text = ' {"a":[1,-2.5e3,"x\\u0041",true,null,{}],"b":{"c":[]}} ';
    expect(readJson(text)).toEqual(JSON.parse(text));
  });
});

it('the first of several values', () => {
  expect(readFirstJson('{"a":1}{"b"')).toEqual({ a: 1 });
  expect(refusal(readFirstJson, ' \n')).toBe('EOF');
  expect(refusal(readFirstJson, '{"a"')).toBe('unexpected EOF');
});

describe('members as they are written', () => {
  it('keep digits, order and escapes, and lose blanks', () => {
    const members = rawMembers(
      ' {"n" : 1.50, "big":1e21,\n"o": {"10": 1, "9" : [ 1 , 2 ] }, "s": "a  \\"b\\" <c>", "e": {} , "z": null} ',
    );
    expect([...members]).toEqual([
      ['n', '1.50'],
      ['big', '1e21'],
      ['o', '{"10":1,"9":[1,2]}'],
      ['s', '"a  \\"b\\" \\u003cc\\u003e"'],
      ['e', '{}'],
      ['z', 'null'],
    ]);
  });
  it('of the same name: the last', () => expect([...rawMembers('{"a":1,"a":2}')]).toEqual([['a', '2']]));
  it('are none of what is no object', () => expect(rawMembers('[1]').size).toBe(0));
  it('are read only of JSON', () => expect(refusal(rawMembers, '{"a":}')).toMatch(/^invalid character '}'/));
});
