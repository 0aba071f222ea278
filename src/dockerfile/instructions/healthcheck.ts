/** HEALTHCHECK: how to see that a container is well. */

import { parseDuration } from '../duration.ts';
import { quote } from '../go-text.ts';
import { fault } from '../location.ts';
import { atLeastOne, commandLine, type Flags, parseFlags, type Request, type Written } from './request.ts';

export interface Healthcheck extends Written {
  readonly kind: 'healthcheck';
  readonly test: readonly string[];
  /** Nanoseconds, as the others; 0 is the default. */
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

const FLAGS = {
  interval: 'text',
  timeout: 'text',
  'start-period': 'text',
  'start-interval': 'text',
  retries: 'text',
} as const;

const NONE = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };

export function parseHealthcheck(request: Request): Healthcheck {
  atLeastOne(request, 'HEALTHCHECK');
  const type = request.args[0]!.toUpperCase();
  const rest = request.args.slice(1);
  if (type === 'NONE') {
    if (rest.length > 0) throw fault('HEALTHCHECK NONE takes no arguments');
    return { kind: 'healthcheck', ...request.written, ...NONE, test: ['NONE'] };
  }
  const flags = parseFlags(request, FLAGS);
  if (type !== 'CMD') throw fault(`Unknown type ${quote(type)} in HEALTHCHECK (try CMD)`);
  const command = commandLine(request, rest);
  if (command.args.length === 0) throw fault('Missing command after HEALTHCHECK CMD');
  return {
    kind: 'healthcheck',
    ...request.written,
    test: [request.json ? 'CMD' : 'CMD-SHELL', ...command.args],
    interval: interval(flags, 'interval'),
    timeout: interval(flags, 'timeout'),
    startPeriod: interval(flags, 'start-period'),
    startInterval: interval(flags, 'start-interval'),
    retries: retries(flags.text('retries')),
  };
}

function interval(flags: Flags, name: string): number {
  const text = flags.text(name);
  if (!text) return 0;
  const nanoseconds = parseDuration(text);
  if (nanoseconds !== 0 && nanoseconds < 1e6) {
    throw fault(`Interval ${quote(name)} cannot be less than 1ms`);
  }
  return nanoseconds;
}

function retries(text: string): number {
  if (!text) return 0;
  if (!/^[+-]?\d+$/.test(text)) throw fault(`strconv.ParseInt: parsing ${quote(text)}: invalid syntax`);
  const count = Number(text);
  if (Math.abs(count) > 0x7fffffff) {
    throw fault(`strconv.ParseInt: parsing ${quote(text)}: value out of range`);
  }
  if (count < 0) throw fault(`--retries cannot be negative (${count})`);
  return count;
}
