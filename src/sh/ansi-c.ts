/**
 * `$'…'`: backslash escapes in single quotes.
 * @see POSIX.1-2024, XCU 2.2.4 "Dollar-Single-Quotes"
 */
import { bytesOfBinary, textOf } from '../posix/index.ts';

const simple: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE =
  /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c(.)|([\s\S]))/y;

/** The text from `at` up to the closing quote, and where that ends; undefined where there is none. `unicodes`: \u, \U, \e, \E and \? too, as bash has them. */
export function unescapeAnsiC(
  source: string,
  at: number,
  unicodes: boolean,
): { text: string; end: number } | undefined {
  let text = '';
  let bytes = '';
  const flush = (): void => {
    if (bytes) text += textOf(bytesOfBinary(bytes));
    bytes = '';
  };
  for (let i = at; i < source.length; ) {
    const char = source[i]!;
    if (char === "'") {
      flush();
      return { text, end: i + 1 };
    }
    ESCAPE.lastIndex = i;
    const match = char === '\\' ? ESCAPE.exec(source) : null;
    if (!match) {
      flush();
      text += char;
      i++;
      continue;
    }
    i += match[0].length;
    const [, octal, hex, unicode, long, control, other] = match;
    if (Number.parseInt(octal ?? hex ?? '1', octal ? 8 : 16) % 256 === 0) {
      // C's texts end there: the rest is lost up to the quote.
      const rest = /(?:\\[\s\S]|[^'\\])*/y;
      rest.lastIndex = i;
      i += rest.exec(source)![0].length;
      continue;
    }
    if (octal || hex) {
      // Neighbouring bytes may make one character.
      bytes += String.fromCharCode((octal ? Number.parseInt(octal, 8) : Number.parseInt(hex!, 16)) & 0xff);
      continue;
    }
    flush();
    if ((unicode || long) && !unicodes) text += match[0];
    else if (unicode || long) text += codePoint(Number.parseInt((unicode ?? long)!, 16));
    else if (control) text += String.fromCharCode(control.charCodeAt(0) & 0x1f);
    else if (unicodes && /[eE]/.test(other!)) text += '\x1b';
    else if (unicodes && other === '?') text += other;
    else text += Object.hasOwn(simple, other!) ? simple[other!] : `\\${other}`;
  }
  return undefined;
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
