/**
 * Flags on a command line, as Docker's parser (pflag) reads them: long and short, clusters, `=`.
 *
 * Argument words in, typed values and the remaining words out. Errors have pflag's texts.
 */
import type { Flag } from './command.ts';
import { flagError } from './failure.ts';
import { checkValue, parseBool } from './flag-values.ts';

/** What was given, by flag name; defaults are the reader's. */
export interface FlagValues {
  has(name: string): boolean;
  bool(name: string, otherwise?: boolean): boolean;
  /** The last one given. */
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  /** All that were given, in order. */
  list(name: string): readonly string[];
}

interface Parsed {
  readonly values: FlagValues;
  readonly rest: readonly string[];
  /** `--help` was among the flags. */
  readonly help: boolean;
}

/**
 * Reads flags up to `--`, or up to the first argument where `stopAtFirst`.
 *
 * @throws ECLI with `data.usage`, status 125
 */
export function parseFlags(words: readonly string[], flags: readonly Flag[], stopAtFirst: boolean): Parsed {
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  let help = false;
  const set = (flag: Flag, value: string, shown: string): void => {
    checkValue(flag, value, shown);
    const values = given.get(flag.name);
    if (values) values.push(value);
    else given.set(flag.name, [value]);
    if (flag.name === 'help' && value === 'true') help = true;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') {
      rest.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      if (stopAtFirst) {
        rest.push(...words.slice(at));
        break;
      }
      rest.push(word);
    } else if (word.startsWith('--')) at += parseLong(word, words[at + 1], flags, set);
    else at += parseCluster(word, words[at + 1], flags, set);
    // pflag stops at --help: later mistakes no longer matter.
    if (help) break;
  }
  return { values: valuesOf(given), rest, help };
}

type Set = (flag: Flag, value: string, shown: string) => void;

/** Answers how many of the following words it took. */
function parseLong(word: string, next: string | undefined, flags: readonly Flag[], set: Set): number {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  if (name === '' || name.startsWith('-') || name.startsWith('='))
    throw flagError(`bad flag syntax: ${word}`);
  const flag = findFlag(flags, name);
  if (!flag) throw flagError(`unknown flag: --${name}`);
  if (equals >= 0) {
    set(flag, word.slice(equals + 1), shownName(flag));
    return 0;
  }
  if (flag.kind === 'bool') {
    set(flag, 'true', shownName(flag));
    return 0;
  }
  if (next === undefined) throw flagError(`flag needs an argument: --${name}`);
  set(flag, next, shownName(flag));
  return 1;
}

function parseCluster(word: string, next: string | undefined, flags: readonly Flag[], set: Set): number {
  for (let at = 1; at < word.length; at++) {
    const letter = word[at]!;
    const flag = flags.find((candidate) => candidate.short === letter);
    if (!flag) {
      if (letter === 'h') {
        set(HELP, 'true', '');
        return 0;
      }
      throw flagError(`unknown shorthand flag: '${letter}' in -${word.slice(at)}`);
    }
    const tail = word.slice(at + 1);
    if (tail.startsWith('=')) {
      set(flag, tail.slice(1), shownName(flag));
      return 0;
    }
    if (flag.kind === 'bool') {
      set(flag, 'true', shownName(flag));
      continue;
    }
    if (tail !== '') {
      set(flag, tail, shownName(flag));
      return 0;
    }
    if (next === undefined) throw flagError(`flag needs an argument: '${letter}' in -${word.slice(at)}`);
    set(flag, next, shownName(flag));
    return 1;
  }
  return 0;
}

const HELP: Flag = {
  name: 'help',
  kind: 'bool',
  text: 'Show this text',
  refused: false,
  hidden: true,
};

function findFlag(flags: readonly Flag[], name: string): Flag | undefined {
  return name === 'help' ? HELP : flags.find((flag) => flag.name === name);
}

function shownName(flag: Flag): string {
  return flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
}

function valuesOf(given: ReadonlyMap<string, readonly string[]>): FlagValues {
  const last = (name: string): string | undefined => given.get(name)?.at(-1);
  return {
    has: (name) => given.has(name),
    bool(name, otherwise = false) {
      const value = last(name);
      return value === undefined ? otherwise : parseBool(value) === true;
    },
    text: last,
    number(name) {
      const value = last(name);
      return value === undefined ? undefined : Number(value);
    },
    list: (name) => given.get(name) ?? [],
  };
}
