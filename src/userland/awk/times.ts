/** awk's strftime and mktime, and its random numbers. */
import { binaryOf, bytesOfBinary, calendarTime, parseTimeZone, strftime, textOf } from '../../posix/index.ts';
import { fromLocal } from '../dates.ts';
import type { Machine } from './machine.ts';
import { isTrue, toNumber, type Value } from './values.ts';

/** strftime(FORMAT, SECONDS, UTC), all optional. */
export function formatTime(m: Machine, [format, seconds, utc]: readonly Value[]): string {
  const zone = parseTimeZone(isTrue(utc) ? 'UTC' : m.io.sys.env['TZ']);
  const time = seconds === undefined ? Math.floor(m.io.sys.now() / 1000) : Math.trunc(toNumber(seconds));
  const text = format === undefined ? '%c' : textOf(bytesOfBinary(m.textOf(format)));
  return binaryOf(strftime(text, calendarTime(time, zone)));
}

/** `YYYY MM DD HH MM SS` as seconds; -1 where it is none. */
export function parseTime(m: Machine, text: string): number {
  const numbers = text.trim().split(/\s+/).map(Number);
  if (numbers.length < 6 || numbers.some(Number.isNaN)) return -1;
  return fromLocal(parseTimeZone(m.io.sys.env['TZ']), numbers) ?? -1;
}

/** A sequence that its seed decides (mulberry32). */
export class Chance {
  private seed = 0;
  private state = 0;

  /** Numbers from 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Answers the seed before. */
  reseed(seed: number): number {
    const before = this.seed;
    this.seed = Math.trunc(seed);
    this.state = this.seed | 0;
    return before;
  }
}
