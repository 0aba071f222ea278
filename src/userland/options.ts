/**
 * Option parsing as getopt_long(3) with musl's messages, operands and options mixed freely.
 */
import type { Io } from './io.ts';

export interface Options {
  has(flag: string): boolean;
  /** How often a flag was given. */
  count(flag: string): number;
  /** The last value of an option. */
  value(flag: string): string | undefined;
  values(flag: string): readonly string[];
  /** Of these flags the one given last. */
  last(flags: string): string | undefined;
  readonly operands: readonly string[];
}

export interface OptionRules {
  /** Long names by what they mean: a short letter, or any longer word of the program's own. */
  readonly long?: Readonly<Record<string, string>>;
  /** Stops at the first operand (env, xargs, nohup). */
  readonly stop?: boolean;
  /** Fewest and most operands; otherwise the usage is shown. */
  readonly min?: number;
  readonly max?: number;
}

/**
 * Parses a program's arguments. `spec` lists letters as for getopt: `:` behind one that takes a value,
 * `::` behind one whose value is optional. A long name's meaning may have `:` or `::` behind as well.
 */
export function parseOptions(io: Io, spec: string, rules: OptionRules = {}): Options {
  const kinds = new Map<string, string>();
  for (const [, letter, kind] of spec.matchAll(/(.)(:{0,2})/g)) kinds.set(letter!, kind!);
  const given: [string, string | undefined][] = [];
  const operands: string[] = [];
  const { args } = io;
  let at = 0;

  function bad(text: string): never {
    io.warn(text);
    return io.usage();
  }

  function takeLong(argument: string): void {
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals < 0 ? undefined : equals);
    const meaning = findLong(rules.long ?? {}, name) ?? bad(`unrecognized option: ${argument.slice(2)}`);
    const flag = meaning.replace(/:+$/, '');
    const kind = meaning.slice(flag.length) || kinds.get(flag) || '';
    if (equals >= 0 && !kind) bad(`option does not take an argument: ${name}`);
    let value = equals >= 0 ? argument.slice(equals + 1) : undefined;
    if (kind === ':' && value === undefined)
      value = args[at++] ?? bad(`option requires an argument: ${name}`);
    given.push([flag, value]);
  }

  function takeShort(argument: string): void {
    for (let i = 1; i < argument.length; i++) {
      const flag = argument[i]!;
      const kind = kinds.get(flag) ?? bad(`unrecognized option: ${flag}`);
      if (!kind) {
        given.push([flag, undefined]);
        continue;
      }
      let value: string | undefined = argument.slice(i + 1);
      if (value === '') {
        value = kind === ':' ? (args[at++] ?? bad(`option requires an argument: ${flag}`)) : undefined;
      }
      given.push([flag, value]);
      return;
    }
  }

  while (at < args.length) {
    const argument = args[at++]!;
    if (argument === '--') {
      operands.push(...args.slice(at));
      break;
    }
    if (argument.startsWith('--')) takeLong(argument);
    else if (argument.startsWith('-') && argument !== '-') takeShort(argument);
    else if (rules.stop) {
      operands.push(argument, ...args.slice(at));
      break;
    } else operands.push(argument);
  }
  if (operands.length < (rules.min ?? 0) || operands.length > (rules.max ?? Infinity)) io.usage();
  return {
    has: (flag) => given.some(([name]) => name === flag),
    count: (flag) => given.filter(([name]) => name === flag).length,
    value: (flag) => given.findLast(([name]) => name === flag)?.[1],
    values: (flag) => given.flatMap(([name, value]) => (name === flag && value !== undefined ? [value] : [])),
    last: (flags) => given.findLast(([name]) => flags.includes(name))?.[0],
    operands,
  };
}

/** A long option's meaning; unique beginnings count. */
function findLong(long: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(long, name)) return long[name];
  const found = Object.keys(long).filter((key) => key.startsWith(name));
  return found.length === 1 ? long[found[0]!] : undefined;
}

const SUFFIXES: Readonly<Record<string, number>> = {
  b: 512,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  w: 2,
  c: 1,
};

/** A number with an optional size suffix (`b k m g`); dies with busybox's message otherwise. */
export function parseSize(io: Io, text: string): number {
  const found = /^(\d+)([bkmgwc]?)$/i.exec(text);
  if (!found) return io.die(`invalid number '${text}'`);
  return Number(found[1]) * (SUFFIXES[found[2]!.toLowerCase()] ?? 1);
}

/** A number of lines or bytes as head and tail take it: suffixes `b k m` only. */
export function parseAmount(io: Io, text: string): number {
  return /[cgw]$/i.test(text) ? io.die(`invalid number '${text}'`) : parseSize(io, text);
}

/** A decimal number without sign. */
export function parseCount(io: Io, text: string): number {
  return /^\d+$/.test(text) ? Number(text) : io.die(`invalid number '${text}'`);
}
