/**
 * Go's notions of text, where Docker's output or acceptance depends on them: quoting and white space.
 *
 * @see Go's strconv.Quote, unicode.IsSpace, strings.TrimSpace
 */

/** unicode.IsSpace as a regular expression's class body. JavaScript's `\s` differs in U+0085 and U+FEFF. */
export const SPACE = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const isSpacePattern = new RegExp(`^[${SPACE}]$`);
const leading = new RegExp(`^[${SPACE}]+`);
const trailing = new RegExp(`[${SPACE}]+$`);

export const isSpace = (char: string): boolean => isSpacePattern.test(char);
export const trimStart = (text: string): string => text.replace(leading, '');
export const trim = (text: string): string => trimStart(text).replace(trailing, '');

const SHORT: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** A Go string literal, as `%q` prints it. */
export function quote(text: string): string {
  let out = '"';
  for (const char of text) {
    const short = SHORT[char];
    if (short) out += short;
    else if (/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(char)) out += char;
    else out += escapeRune(char.codePointAt(0)!);
  }
  return `${out}"`;
}

function escapeRune(code: number): string {
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** A list of strings as `%q` prints it: `["a" "b"]`. */
export function quoteList(items: readonly string[]): string {
  return `[${items.map(quote).join(' ')}]`;
}
