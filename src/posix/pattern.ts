/**
 * Shell patterns: `*`, `?`, brackets. For case, ${x#p}, pathname expansion, find -name, .dockerignore-like lists.
 *
 * A pattern is compiled to tokens and simulated as a set of states, so that no pattern, however
 * hostile, takes longer than its length times the text's.
 * @see POSIX.1-2024, XCU 2.14 "Pattern Matching Notation"
 */

export interface PatternOptions {
  /** `*`, `?` and brackets do not match a slash (FNM_PATHNAME). */
  readonly pathname?: boolean;
  /** A leading dot (with `pathname` also one after a slash) is matched by a literal dot only (FNM_PERIOD). */
  readonly period?: boolean;
  /** Letters match both cases (FNM_CASEFOLD). */
  readonly ignoreCase?: boolean;
  /** Backslash is an ordinary character (FNM_NOESCAPE). */
  readonly noEscape?: boolean;
}

export interface Pattern {
  /** Whether the whole text matches. */
  matches(text: string): boolean;
  /** Length of the shortest or longest prefix that matches, or -1. */
  prefix(text: string, longest: boolean, from?: number): number;
  /** Where the shortest or longest suffix that matches begins, or -1. */
  suffix(text: string, longest: boolean): number;
  /** The text that the pattern stands for, where it has no special characters. */
  readonly literal: string | undefined;
}

type Token =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'set'; readonly test: (char: string) => boolean };

const ANY: Token = { kind: 'any' };
const STAR: Token = { kind: 'star' };

export function compilePattern(source: string, options: PatternOptions = {}): Pattern {
  const tokens = tokenize(source, options);
  const literal = tokens.every((token) => token.kind === 'char')
    ? tokens.map((token) => (token as { char: string }).char).join('')
    : undefined;
  if (literal !== undefined && !options.ignoreCase) return literalPattern(literal);
  let reversed: Token[] | undefined;
  return {
    literal,
    matches: (text) => {
      const characters = splitCharacters(text);
      return run(tokens, characters, 0, true, options) === characters.length;
    },
    prefix: (text, longest, from = 0) => {
      const characters = splitCharacters(from ? text.slice(from) : text);
      return lengthOf(characters, run(tokens, characters, 0, longest, options, false));
    },
    suffix: (text, longest) => {
      reversed ??= [...tokens].reverse();
      const characters = splitCharacters(text);
      const backwards = Array.isArray(characters) ? characters.reverse() : [...characters].reverse();
      const count = run(reversed, backwards, 0, longest, options, false);
      return count < 0 ? -1 : text.length - lengthOf(backwards, count);
    },
  };
}

/** Whether the whole text matches. */
export function matchPattern(source: string, text: string, options?: PatternOptions): boolean {
  return compilePattern(source, options).matches(text);
}

function literalPattern(literal: string): Pattern {
  return {
    literal,
    matches: (text) => text === literal,
    prefix: (text, _longest, from = 0) => (text.startsWith(literal, from) ? literal.length : -1),
    suffix: (text) => (text.endsWith(literal) ? text.length - literal.length : -1),
  };
}

type Characters = string | string[];

/** A string indexes as its own characters unless it has surrogate pairs. */
function splitCharacters(text: string): Characters {
  return /[\ud800-\udbff]/.test(text) ? [...text] : text;
}

function lengthOf(characters: Characters, count: number): number {
  if (count <= 0 || typeof characters === 'string') return count;
  let length = 0;
  for (let i = 0; i < count; i++) length += characters[i]!.length;
  return length;
}

/**
 * Runs the tokens over characters from `start`; answers how many were matched, or -1.
 *
 * `whole` stops a match before the end from counting. States are positions in `tokens`; `mark`
 * holds the step at which a state was last added, which makes a set without clearing.
 */
function run(
  tokens: readonly Token[],
  text: Characters,
  start: number,
  longest: boolean,
  options: PatternOptions,
  whole = true,
): number {
  const accept = tokens.length;
  const mark = new Int32Array(accept + 1).fill(-1);
  let states: number[] = [];
  let next: number[] = [];
  let best = -1;
  const add = (list: number[], state: number, step: number): void => {
    for (let s = state; mark[s] !== step; s++) {
      mark[s] = step;
      list.push(s);
      // A star may match nothing: the state behind it is reached at once.
      if (s === accept || tokens[s]!.kind !== 'star') return;
    }
  };
  add(states, 0, 0);
  for (let at = start; ; at++) {
    if (mark[accept] === at - start && (!whole || at === text.length)) {
      best = at - start;
      if (!longest) return best;
    }
    if (at >= text.length || states.length === 0) return best;
    const char = text[at]!;
    const guarded = isGuarded(text, at, char, options);
    next = [];
    for (const state of states) {
      const token = tokens[state];
      if (!token) continue;
      if (
        token.kind === 'char' ? matchesChar(token.char, char, options) : !guarded && matchesWild(token, char)
      ) {
        add(next, token.kind === 'star' ? state : state + 1, at - start + 1);
      }
    }
    states = next;
  }
}

/** Whether only a literal may match this character. */
function isGuarded(text: Characters, at: number, char: string, options: PatternOptions): boolean {
  if (options.pathname && char === '/') return true;
  if (!options.period || char !== '.') return false;
  return at === 0 || (options.pathname === true && text[at - 1] === '/');
}

function matchesChar(pattern: string, char: string, options: PatternOptions): boolean {
  return pattern === char || (options.ignoreCase === true && pattern.toLowerCase() === char.toLowerCase());
}

function matchesWild(token: Token, char: string): boolean {
  return token.kind !== 'set' || token.test(char);
}

function tokenize(source: string, options: PatternOptions): Token[] {
  const tokens: Token[] = [];
  const characters = [...source];
  for (let i = 0; i < characters.length; i++) {
    const char = characters[i]!;
    if (char === '*') {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
    } else if (char === '?') tokens.push(ANY);
    else if (char === '\\' && !options.noEscape) {
      // A trailing backslash stands for itself.
      tokens.push({ kind: 'char', char: characters[++i] ?? '\\' });
    } else if (char === '[') {
      const set = bracket(characters, i + 1, options);
      if (set) {
        tokens.push({ kind: 'set', test: set.test });
        i = set.end;
      } else tokens.push({ kind: 'char', char });
    } else tokens.push({ kind: 'char', char });
  }
  return tokens;
}

const classes = new Map<string, RegExp>([
  ['alnum', /[\p{L}\p{Nd}]/u],
  ['alpha', /\p{L}/u],
  ['blank', /[ \t]/],
  ['cntrl', /\p{Cc}/u],
  ['digit', /[0-9]/],
  ['graph', /[^\p{Z}\p{C}]/u],
  ['lower', /\p{Ll}/u],
  ['print', /[^\p{Cc}\p{Cn}\p{Cs}]/u],
  ['punct', /[\p{P}\p{S}]/u],
  ['space', /\s/],
  ['upper', /\p{Lu}/u],
  ['xdigit', /[0-9A-Fa-f]/],
]);

/** A bracket expression whose first character is at `at`; undefined where it never ends. */
function bracket(
  characters: readonly string[],
  at: number,
  options: PatternOptions,
): { test: (char: string) => boolean; end: number } | undefined {
  const tests: ((char: string) => boolean)[] = [];
  let i = at;
  const negated = characters[i] === '!' || characters[i] === '^';
  if (negated) i++;
  for (let first = true; ; first = false) {
    const char = characters[i];
    if (char === undefined || (options.pathname && char === '/')) return undefined;
    if (char === ']' && !first) break;
    const named = char === '[' ? bracketClass(characters, i) : undefined;
    if (named) {
      tests.push(named.test);
      i = named.end + 1;
      continue;
    }
    const low = bracketChar(characters, i, options);
    const high =
      characters[low.next] === '-' && characters[low.next + 1] !== ']' && low.next + 1 < characters.length
        ? bracketChar(characters, low.next + 1, options)
        : undefined;
    tests.push(high ? inRange(low.char, high.char) : (c) => c === low.char);
    i = high ? high.next : low.next;
  }
  const matches = (char: string): boolean => tests.some((test) => test(char));
  const either = options.ignoreCase
    ? (char: string) => matches(char) || matches(char.toLowerCase()) || matches(char.toUpperCase())
    : matches;
  return { test: negated ? (char) => !either(char) : either, end: i };
}

function inRange(low: string, high: string): (char: string) => boolean {
  const from = low.codePointAt(0)!;
  const to = high.codePointAt(0)!;
  return (char) => {
    const code = char.codePointAt(0)!;
    return code >= from && code <= to;
  };
}

function bracketChar(
  characters: readonly string[],
  at: number,
  options: PatternOptions,
): { char: string; next: number } {
  const char = characters[at]!;
  if (char === '\\' && !options.noEscape && at + 1 < characters.length) {
    return { char: characters[at + 1]!, next: at + 2 };
  }
  const kind = characters[at + 1];
  if (
    char === '[' &&
    (kind === '.' || kind === '=') &&
    characters[at + 3] === kind &&
    characters[at + 4] === ']'
  ) {
    return { char: characters[at + 2]!, next: at + 5 };
  }
  return { char, next: at + 1 };
}

/** `[:name:]` at `at`; `end` is its closing bracket. */
function bracketClass(
  characters: readonly string[],
  at: number,
): { test: (char: string) => boolean; end: number } | undefined {
  const match = /^\[:([a-z]+):\]/.exec(characters.slice(at, at + 12).join(''));
  const expression = match && classes.get(match[1]!);
  if (!match || !expression) return undefined;
  return { test: (char) => expression.test(char), end: at + match[0].length - 1 };
}
