import { describe, expect, it } from 'vitest';
import { humanDuration, parseRfc3339, parseTimestamp, rfc3339Nano, rfc3339NanoFixed } from './time.ts';

describe('durations in words', () => {
  // From docker/go-units' own table of examples.
  it.each([
    [450, 'Less than a second'],
    [1_000, '1 second'],
    [47_000, '47 seconds'],
    [60_000, 'About a minute'],
    [3 * 60_000, '3 minutes'],
    [35 * 60_000 + 40_000, '35 minutes'],
    [60 * 60_000, 'About an hour'],
    [3 * 3_600_000, '3 hours'],
    [32 * 3_600_000, '32 hours'],
    [12 * 86_400_000, '12 days'],
    [15 * 86_400_000, '2 weeks'],
    [6 * 7 * 86_400_000, '6 weeks'],
    [3 * 30 * 86_400_000, '3 months'],
    [729 * 86_400_000, '24 months'],
    [3 * 365 * 86_400_000, '3 years'],
  ])('%d ms is %s', (ms, words) => {
    expect(humanDuration(ms)).toBe(words);
  });
});

describe('moments', () => {
  it('are written as Go writes them', () => {
    expect(rfc3339Nano(0)).toBe('0001-01-01T00:00:00Z');
    expect(rfc3339Nano(1_700_000_000_000)).toBe('2023-11-14T22:13:20Z');
    expect(rfc3339Nano(1_700_000_000_120)).toBe('2023-11-14T22:13:20.12Z');
    expect(rfc3339NanoFixed(1_700_000_000_500)).toBe('2023-11-14T22:13:20.500000000Z');
  });

  it('are read back', () => {
    expect(parseRfc3339('2023-11-14T22:13:20.5Z')).toBe(1_700_000_000_500);
    expect(parseTimestamp('1700000000.25')).toBe(1_700_000_000_250);
    expect(parseTimestamp('')).toBeUndefined();
    expect(parseTimestamp('soon')).toBeNaN();
  });
});
