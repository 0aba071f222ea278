/**
 * What `${name<operator>word}` stands for, once name and word are known.
 *
 * @see POSIX XCU 2.6.2, Dockerfile reference, "Environment replacement"
 */

export interface Substitution {
  readonly name: string;
  readonly operator: string;
  readonly written: string;
  /** `:` before the operator: an empty value counts as unset. */
  readonly colon: boolean;
  readonly word: string;
  readonly value: string | undefined;
}

export function substitute({ name, operator, written, colon, word, value }: Substitution): string {
  const missing = value === undefined || (colon && value === '');
  switch (operator) {
    case '-':
      return missing ? word : value;
    case '+':
      return missing ? '' : word;
    case '?':
      if (!missing) return value;
      throw new Error(
        `${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`,
      );
    default:
      throw new Error(`unsupported modifier (${written}) in substitution`);
  }
}

/** `#`, `##`, `%`, `%%`, `/` and `//`: patterns with `*` and `?`, without brackets. */
export function trimPattern(operator: string, word: string, value: string, replacement = ''): string {
  if (operator === '/' || operator === '//') {
    const pattern = compile(word, true);
    if (operator === '//') return value.replace(new RegExp(pattern, 'gu'), () => replacement);
    return value.replace(new RegExp(pattern, 'u'), () => replacement);
  }
  const greedy = word.startsWith(operator);
  const body = greedy ? word.slice(1) : word;
  if (operator === '#') return value.replace(new RegExp(`^${compile(body, greedy)}`, 'u'), '');
  // A suffix is a prefix of the reversed text: so the shortest match is found as simply as the longest.
  const reversed = reversePattern(body);
  const left = reverse(value).replace(new RegExp(`^${compile(reversed, greedy)}`, 'u'), '');
  return reverse(left);
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}

/** Reverses a pattern, keeping an escape before the character it escapes. */
function reversePattern(pattern: string): string {
  const units = pattern.match(/\\.|./gsu) ?? [];
  return units.reverse().join('');
}

function compile(pattern: string, greedy: boolean): string {
  let out = '';
  const chars = Array.from(pattern);
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    if (char === '*') out += greedy ? '.*' : '.*?';
    else if (char === '?') out += '.';
    else if (char !== '\\') out += char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    else {
      const escaped = chars[++i];
      // `}` and `/` are escaped from the substitution's own syntax, the others from the pattern's.
      if (escaped !== undefined && '}/'.includes(escaped)) out += `\\${escaped}`;
      else if (escaped !== undefined && '*?\\'.includes(escaped)) out += `\\${escaped}`;
      else {
        throw new Error(`invalid pattern (${pattern}) in substitution: invalid escape '\\${escaped ?? ''}'`);
      }
    }
  }
  return out;
}
