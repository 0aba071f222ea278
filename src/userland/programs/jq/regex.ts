/** jq's regular expressions (Oniguruma's) on the platform's: matches with their places in code points. */
import { dumpJson } from './json.ts';
import { fail, shown, type Value } from './values.ts';

interface Flags {
  readonly all: boolean;
  readonly skipEmpty: boolean;
  readonly letters: string;
  readonly extended: boolean;
}

function flagsOf(modes: Value): Flags {
  if (modes === null) return { all: false, skipEmpty: false, letters: 'u', extended: false };
  if (typeof modes !== 'string') return fail(`${shown(modes, dumpJson)} is not a string`);
  let letters = 'u';
  for (const mode of modes) {
    if (!'gimxslnp'.includes(mode)) return fail(`${modes} is not a valid modifier string`);
    // What Oniguruma takes for the longest depends on how it searches.
    if (mode === 'l') return fail('Regex failure: the longest match (l) is not supported');
    if (mode === 'i' && !letters.includes('i')) letters += 'i';
    // `s` is what always holds: `^` and `$` know the ends of the text only.
    if ((mode === 'm' || mode === 'p') && !letters.includes('s')) letters += 's';
  }
  return { all: modes.includes('g'), skipEmpty: modes.includes('n'), letters, extended: modes.includes('x') };
}

/** Blanks and comments mean nothing in an extended pattern, outside of classes. */
function withoutBlanks(pattern: string): string {
  return pattern.replace(/(\\.|\[(?:\\.|[^\]\\])*\])|\s+|#.*$/gm, (_, kept?: string) => kept ?? '');
}

function compile(pattern: string, flags: Flags): RegExp {
  const source = (flags.extended ? withoutBlanks(pattern) : pattern).replace(PIECES, (piece) =>
    piece.startsWith('[') ? piece.replace(INNER, (each) => inClass(each) ?? each) : (outside(piece) ?? piece),
  );
  try {
    return new RegExp(source, `${flags.letters}dg`);
  } catch {
    try {
      // Escapes of what needs none are no mistake there.
      return new RegExp(source, `${flags.letters.replace('u', '')}dg`);
    } catch {
      return fail('Regex failure: invalid pattern');
    }
  }
}

/** Escapes and classes; and escapes and names in a class. */
const PIECES = /\\.|\$|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]/g;
const INNER = /\[:\w+:\]|\\./g;

/** What Oniguruma has and the platform writes otherwise, in a class. */
function inClass(piece: string): string | undefined {
  return CLASSES[piece.replace(/^\[:|:\]$/g, '')];
}

function outside(piece: string): string | undefined {
  if (piece === '\\A') return '^';
  if (piece === '\\z') return '$';
  // An end of a line may stand behind it, the last one.
  if (piece === '\\Z' || piece === '$') return '(?=\\n?$)';
  if (piece === '\\W') return '[^\\p{L}\\p{N}_]';
  const inner = CLASSES[piece];
  return inner && `[${inner}]`;
}

const CLASSES: Readonly<Record<string, string>> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  blank: ' \\t',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  lower: '\\p{Ll}',
  punct: '\\p{P}\\p{S}',
  space: '\\s',
  upper: '\\p{Lu}',
  word: '\\p{L}\\p{N}_',
  xdigit: '0-9a-fA-F',
  '\\d': '\\p{Nd}',
  '\\w': '\\p{L}\\p{N}_',
};

/** All matches as jq describes them, or only whether there is one. */
export function matchRegex(input: Value, pattern: Value, modes: Value, testing: boolean): Value {
  if (typeof input !== 'string')
    return fail(`${shown(input, dumpJson)} cannot be matched, as it is not a string`);
  if (typeof pattern !== 'string')
    return fail(`${shown(pattern, dumpJson)} cannot be matched, as it is not a string`);
  const flags = flagsOf(modes);
  const regex = compile(pattern, flags);
  if (testing) return regex.test(input);
  const names = namesOf(pattern);
  const found: Value[] = [];
  for (const match of input.matchAll(regex)) {
    if (match[0] === '' && flags.skipEmpty) continue;
    found.push(describe(input, match, names));
    if (!flags.all) break;
  }
  return found;
}

/** Names of groups by their number; null for those that have none. */
function namesOf(pattern: string): (string | null)[] {
  const names: (string | null)[] = [];
  // Escapes and classes are passed over, since what they hold opens no group.
  for (const [text, name] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<(?![=!])([^>]+)>|\((?!\?)/g)) {
    if (text.startsWith('(')) names.push(name ?? null);
  }
  return names;
}

const pointsIn = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

function describe(input: string, match: RegExpMatchArray, names: readonly (string | null)[]): Value {
  const offset = pointsIn(input.slice(0, match.index));
  const captures = match.slice(1).map((text, i): Value => {
    const place = match.indices?.[i + 1];
    const name: [string, Value] = ['name', names[i] ?? null];
    // Of an empty match jq tells no groups, only where they would be; and these have an order of their own.
    if (match[0] === '')
      return new Map<string, Value>([['offset', offset], ['string', ''], ['length', 0], name]);
    if (text === undefined || !place)
      return new Map<string, Value>([['offset', -1], ['string', null], ['length', 0], name]);
    const start = pointsIn(input.slice(0, place[0]));
    return new Map<string, Value>([['offset', start], ['length', pointsIn(text)], ['string', text], name]);
  });
  return new Map<string, Value>([
    ['offset', offset],
    ['length', pointsIn(match[0])],
    ['string', match[0]],
    ['captures', captures],
  ]);
}
