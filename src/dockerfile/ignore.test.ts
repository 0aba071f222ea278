import { describe, expect, test } from 'vitest';
import { createIgnoreMatcher, readIgnoreFile } from './ignore.ts';

const excludes = (patterns: string, path: string): boolean =>
  createIgnoreMatcher(patterns.split(' ')).excludes(path);

describe('patterns', () => {
  test.each([
    ['a', 'a', true],
    ['a', 'b/a', false],
    ['a', 'a/b/c', true],
    ['A', 'a', false],
    ['*.go', 'x.go', true],
    ['*.go', 'd/x.go', false],
    ['*/x', 'd/x', true],
    ['**/x', 'x', true],
    ['**/x', 'a/b/x', true],
    ['**/x', 'a/bx', false],
    ['**x', 'a/bx', true],
    ['a/**', 'a', false],
    ['a/**', 'a/b/c', true],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['**', 'a/b', true],
    ['?b', 'ab', true],
    ['?b', '/b', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['a.b+c(d)', 'a.b+c(d)', true],
    ['./a/../b/', 'b', true],
    ['* !keep', 'keep', false],
    ['* !keep', 'other', true],
    ['* !d/keep', 'd/keep', false],
    ['!x *', 'x', true],
    ['d !d/k d/k/s', 'd/k/s', true],
    // Not taken back: when the client came to d, nothing had excluded it yet.
    ['d/s !d', 'd/s', true],
    ['d d/s !d', 'd/s', false],
  ])('%s %s %s', (patterns, path, expected) => {
    expect(excludes(patterns, path)).toBe(expected);
  });

  test('that are none', () => {
    expect(() => createIgnoreMatcher(['[a'])).toThrow('syntax error in pattern');
    expect(() => createIgnoreMatcher(['a\\'])).toThrow('syntax error in pattern');
    expect(() => createIgnoreMatcher(['!'])).toThrow('illegal exclusion pattern: "!"');
  });
});

test('a file of patterns', () => {
  const text = '\ufeff# comment\n\n  a/./b/  \n/rooted\n! /back/\n!\n #no comment\n';
  expect(readIgnoreFile(text)).toEqual(['a/b', 'rooted', '!back', '!', '#no comment']);
});
