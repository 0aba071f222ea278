/**
 * Backslash escapes as `printf`, `printf %b` and `echo -e` know them.
 *
 * Works on strings of one character a byte (see text.ts), since `\303\251` are two bytes that make
 * one character.
 */

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/**
 * One escape whose backslash is at `at`: the character it stands for and where it ends.
 * What is no escape stands for itself, backslash included.
 */
export function readEscape(text: string, at: number): { char: string; next: number } {
  const kind = text[at + 1];
  if (kind === undefined) return { char: '\\', next: at + 1 };
  const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4));
  if (octal)
    return { char: String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff), next: at + 1 + octal[0].length };
  if (kind === 'x') {
    const hex = /^[0-9A-Fa-f]{1,2}/.exec(text.slice(at + 2, at + 4));
    if (hex) return { char: String.fromCharCode(Number.parseInt(hex[0], 16)), next: at + 2 + hex[0].length };
  }
  const char = Object.hasOwn(simple, kind) ? simple[kind] : undefined;
  return char === undefined ? { char: '\\', next: at + 1 } : { char, next: at + 2 };
}

/** Expands a whole argument of `echo -e` or `%b`: also `\0ddd`, and `\c`, which ends all output. */
export function expandEscapes(text: string): { text: string; stop: boolean } {
  let out = '';
  let at = 0;
  for (;;) {
    const slash = text.indexOf('\\', at);
    if (slash < 0) return { text: out + text.slice(at), stop: false };
    out += text.slice(at, slash);
    if (text[slash + 1] === 'c') return { text: out, stop: true };
    // A leading zero is not one of the three octal digits here.
    const zero = text[slash + 1] === '0' && /[0-7]/.test(text[slash + 2] ?? '');
    const sequence = readEscape(zero ? `${text.slice(0, slash + 1)}${text.slice(slash + 2)}` : text, slash);
    out += sequence.char;
    at = sequence.next + (zero ? 1 : 0);
  }
}
