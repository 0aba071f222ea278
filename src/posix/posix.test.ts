/** Patterns, printf, echo, test and strftime against what busybox 1.37 printed. */
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  calendarTime,
  compilePattern,
  defaultTermios,
  evaluateTest,
  formatEcho,
  formatPrintf,
  matchPattern,
  parseTimeZone,
  strftime,
  termiosBytes,
  termiosOf,
  textOf,
} from './index.ts';

const printf = (format: string, ...args: string[]): string => {
  const { output, errors } = formatPrintf(format, args);
  return [textOf(output), ...errors].join('!');
};
const echo = (...args: string[]): string => textOf(formatEcho(args));
const files = { is: () => false, compare: () => false, isatty: () => true };
const test = (...args: string[]) => {
  const { status, error } = evaluateTest(args, files) as { status: number; error?: string };
  return error ?? status;
};

describe('text', () => {
  it('keeps any bytes', () => {
    const bytes = Uint8Array.from([0x61, 0xff, 0xc3, 0xa9, 0xed, 0xa0, 0x80, 0xf0, 0x9f, 0x98, 0x80, 0xc3]);
    expect(bytesOf(textOf(bytes))).toEqual(bytes);
  });
});

describe('patterns', () => {
  it.each([
    ['*', 'abc', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'ab', false],
    ['?', '😀', true],
    ['[!a-c]x', 'dx', true],
    ['[]a]', ']', true],
    ['[a', '[a', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['[[:upper:]]*', 'Abc', true],
    ['[\\]]', ']', true],
    ['[a-]', '-', true],
    ['', '', true],
    ['*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(3000), false],
  ])('%s on %s', (pattern, text, expected) => expect(matchPattern(pattern, text)).toBe(expected));
  it('finds shortest and longest ends', () => {
    const slash = compilePattern('*/');
    expect([slash.prefix('a/b/c', false), slash.prefix('a/b/c', true), slash.prefix('abc', true)]).toEqual([
      2, 4, -1,
    ]);
    const dot = compilePattern('.*');
    expect([dot.suffix('a.b.c', false), dot.suffix('a.b.c', true)]).toEqual([3, 1]);
    expect(compilePattern('.c').suffix('a.c', true)).toBe(1);
  });
  it('guards slashes and leading dots', () => {
    expect(matchPattern('*', 'a/b', { pathname: true })).toBe(false);
    expect(matchPattern('*', '.a', { period: true })).toBe(false);
    expect(matchPattern('.*', '.a', { period: true })).toBe(true);
    expect(matchPattern('ABC*', 'abcd', { ignoreCase: true })).toBe(true);
  });
});

describe('printf', () => {
  it.each([
    [['%d|\n', 'abc'], "0|\n!invalid number 'abc'"],
    [['%d %s\n', '1', 'a', '2', 'b'], '1 a\n2 b\n'],
    [['%x %o %X %#x %#o', '255', '8', '255', '255', '8'], 'ff 10 FF 0xff 010'],
    [['%5s|%-5s|%05d|%+d|% d|%.2s|', 'a', 'b', '3', '4', '5', 'abcdef'], '    a|b    |00003|+4| 5|ab|'],
    [['%b', 'a\\tb\\0101\\x41'], 'a\tbAA'],
    [['%e %f %g %.3f', '1.5', '2', '0.0001', '3.14159'], '1.500000e+00 2.000000 0.0001 3.142'],
    [['%*d|%-*d|', '5', '1', '5', '2'], '    1|2    |'],
    [['a\\cb'], 'a'],
    [['%q', 'a b'], '!%q: invalid format'],
    [['%d %d', '"a', '0x1f'], '97 31'],
    [['%u', '-1'], '18446744073709551615'],
    [['%.3d|%8.3d', '5', '5'], '005|     005'],
    [['no args', 'a'], 'no args'],
    [['100%%'], '100%'],
    [['\\0101 \\1012 \\u0041'], '\b1 A2 \\u0041'],
    [['%g %g %g', '100000', '1000000', '1.5e-7'], '100000 1e+06 1.5e-07'],
    [['\\303\\251'], 'é'],
  ])('%j', (args, expected) => expect(printf(...(args as [string]))).toBe(expected));
});

describe('termios', () => {
  /** What TCGETS gives of a fresh pseudo-terminal, Linux 6.18. */
  const fresh = '0005000005000000bf0000003b8a000000031c7f150400010011131a00120f1716000000';

  it('is the kernel’s structure to the byte', () => {
    expect(Buffer.from(termiosBytes(defaultTermios)).toString('hex')).toBe(fresh);
    expect(termiosOf(new Uint8Array(Buffer.from(fresh, 'hex')))).toEqual(defaultTermios);
  });
});

describe('echo', () => {
  it.each([
    [['a\\tb'], 'a\\tb\n'],
    [['-e', 'a\\tb\\0101\\x41\\101|\\c no'], 'a\tbAAA|'],
    [['-n', 'x'], 'x'],
    [['-x', 'a'], '-x a\n'],
    [['-', 'a'], '- a\n'],
    [['-e', '\\x4g \\xg \\08'], '\x04g \\xg \x008\n'],
  ])('%j', (args, expected) => expect(echo(...args)).toBe(expected));
});

describe('test', () => {
  it.each([
    [[], 1],
    [['a', 'b'], 'b: unknown operand'],
    [['a', '-eq', 'b'], 'a: out of range'],
    [['!'], 0],
    [['a', '='], '=: argument expected'],
    [['a', '=', 'b', 'c'], 'c: unknown operand'],
    [['!', 'a', '=', 'a'], 1],
    [['(', 'a', '=', 'a', ')'], 0],
    [['(', 'a', '=', 'a'], 'closing paren expected'],
    [['-z', '', '-o', 'x'], 0],
    [['99999999999999999999', '-gt', '1'], '99999999999999999999: out of range'],
    [[' 1 ', '-eq', '1'], 0],
    [['', '-eq', '0'], 'out of range'],
    [['!', '=', '!'], 0],
    [['-t', 'x'], 'x: out of range'],
    [['x', '-a', '', '-o', 'y'], 0],
    [['a', '-a'], 'argument expected'],
  ])('%j', (args, expected) => expect(test(...args)).toBe(expected));
});

describe('strftime', () => {
  const format =
    '%a %A %b %B %c %C %d %D %e %F %g %G %h %H %I %j %k %l %m %M %p %P %r %R %s %S %T %u %U %V %w %W %x %X %y %Y %z %Z %% %Ey %-d %_d %05d';
  it('knows every conversion', () => {
    expect(strftime(format, calendarTime(0))).toBe(
      'Thu Thursday Jan January Thu Jan  1 00:00:00 1970 19 01 01/01/70  1 1970-01-01 70 1970 Jan 00 12 001  0 12 01 00 AM am 12:00:00 AM 00:00 0 00 00:00:00 4 00 01 4 00 01/01/70 00:00:00 70 1970 +0000 UTC % 70 1  1 00001',
    );
  });
  it('ends at a conversion that it does not know, as musl does', () => {
    expect(strftime('%Y %f %d', calendarTime(0))).toBe('1970 ');
  });
  it.each([
    ['EST5EDT', 0, 'Wed Dec 31 19:00:00 EST 1969'],
    ['CET-1CEST,M3.5.0,M10.5.0/3', 1720000000, 'Wed Jul  3 11:46:40 CEST 2024'],
    ['', 1234567890, 'Fri Feb 13 23:31:30 UTC 2009'],
    ['Europe/Paris', 0, 'Thu Jan  1 00:00:00 UTC 1970'],
  ])('TZ=%s', (tz, time, expected) => {
    expect(strftime('%a %b %e %H:%M:%S %Z %Y', calendarTime(time, parseTimeZone(tz)))).toBe(expected);
  });
});
