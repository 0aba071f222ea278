/**
 * Flags that limit what a container may use, as `run`, `create` and `update` send them.
 *
 * @see docker/cli cli/command/container/opts.go; docker/go-units ulimit.go
 */
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { parseBytes } from '../format/units.ts';

const BYTES = [
  ['memory', 'Memory'],
  ['memory-reservation', 'MemoryReservation'],
  ['memory-swap', 'MemorySwap'],
] as const;

const NUMBERS = [
  ['cpu-period', 'CpuPeriod'],
  ['cpu-quota', 'CpuQuota'],
  ['pids-limit', 'PidsLimit'],
] as const;

/** Of these flags, those that were given, as members of a HostConfig. @throws ECLI */
export function resourceFlags(flags: FlagValues): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, member] of BYTES) {
    const text = flags.text(name);
    if (text !== undefined) given[member] = text === '-1' ? -1 : parseBytes(text);
  }
  for (const [name, member] of NUMBERS) if (flags.has(name)) given[member] = flags.number(name);
  if (flags.has('cpus')) given['NanoCpus'] = nanoCpus(flags.text('cpus')!);
  return given;
}

/** What only a new container has. @throws ECLI */
export function creationFlags(flags: FlagValues): Record<string, unknown> {
  const swappiness = flags.has('memory-swappiness') ? flags.number('memory-swappiness')! : -1;
  if (swappiness !== -1 && (swappiness < 0 || swappiness > 100)) {
    throw failure(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`);
  }
  return {
    ...(swappiness === -1 ? {} : { MemorySwappiness: swappiness }),
    ...(flags.bool('oom-kill-disable') ? { OomKillDisable: true } : {}),
    ...(flags.has('ulimit') ? { Ulimits: ulimits(flags.list('ulimit')) } : {}),
  };
}

/** What is wrong with a number of processors. */
export function decimalComplaint(text: string): string | undefined {
  const rational = parseRational(text);
  if (!rational) return `failed to parse ${text} as a rational number`;
  return (rational.numerator * NANO) % rational.denominator === 0n ? undefined : 'value is too precise';
}

const NANO = 1_000_000_000n;

function nanoCpus(text: string): number {
  const { numerator, denominator } = parseRational(text)!;
  return Number((numerator * NANO) / denominator);
}

/** As Go's big.Rat reads one: a fraction, or a decimal number with an exponent. */
function parseRational(text: string): { numerator: bigint; denominator: bigint } | undefined {
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const denominator = BigInt(fraction[2]!);
    return denominator === 0n ? undefined : { numerator: BigInt(fraction[1]!), denominator };
  }
  const decimal = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!decimal) return undefined;
  const [, sign, whole = '', rest = '', exponent = '0'] = decimal;
  if (whole + rest === '') return undefined;
  const digits = BigInt(whole + rest) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - rest.length;
  if (shift >= 0) return { numerator: digits * 10n ** BigInt(shift), denominator: 1n };
  return { numerator: digits, denominator: 10n ** BigInt(-shift) };
}

const ULIMITS = [
  ...['core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice'],
  ...['nofile', 'nproc', 'rss', 'rtprio', 'rttime', 'sigpending', 'stack'],
];

/** What is wrong with `TYPE=SOFT[:HARD]`, in go-units' words. */
export function ulimitComplaint(text: string): string | undefined {
  const at = text.indexOf('=');
  if (at < 0) return `invalid ulimit argument: ${text}`;
  if (!ULIMITS.includes(text.slice(0, at))) return `invalid ulimit type: ${text.slice(0, at)}`;
  const values = text.slice(at + 1).split(':');
  if (values.length > 2) {
    return `too many limit value arguments - ${text.slice(at + 1)}, can only have up to two, \`soft[:hard]\``;
  }
  const bad = values.find((value) => !/^[+-]?\d+$/.test(value));
  if (bad !== undefined) return `strconv.ParseInt: parsing ${JSON.stringify(bad)}: invalid syntax`;
  const [soft, hard = soft] = values.map(Number) as [number, number?];
  if (hard === -1 || soft <= hard) {
    if (soft !== -1 || hard === -1) return undefined;
    return `ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: ${hard}`;
  }
  return `ulimit soft limit must be less than or equal to hard limit: ${soft} > ${hard}`;
}

interface Ulimit {
  readonly Name: string;
  readonly Hard: number;
  readonly Soft: number;
}

/** By name; the last of a name counts. */
function ulimits(given: readonly string[]): Ulimit[] {
  const byName = new Map<string, Ulimit>();
  for (const text of given) {
    const at = text.indexOf('=');
    const name = text.slice(0, at);
    const [soft, hard = soft] = text
      .slice(at + 1)
      .split(':')
      .map(Number) as [number, number?];
    byName.set(name, { Name: name, Hard: hard, Soft: soft });
  }
  return [...byName.values()].sort((a, b) => (a.Name < b.Name ? -1 : 1));
}
