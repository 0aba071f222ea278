/** A place in a sed script, and the regular expressions taken from there. */
import { compileRegex, type Regex, RegexError } from '../../posix/index.ts';
import type { Io } from '../io.ts';
import { isByteLocale } from '../locale.ts';

export interface ScriptCursor {
  readonly io: Io;
  readonly text: string;
  readonly extended: boolean;
  at: number;
}

export function compile(cursor: ScriptCursor, source: string, flags: string): Regex {
  try {
    return compileRegex(source, {
      extended: cursor.extended,
      ignoreCase: /i/i.test(flags),
      multiline: /m/i.test(flags),
      bytes: isByteLocale(cursor.io.sys),
    });
  } catch (error) {
    if (error instanceof RegexError) return cursor.io.die(`bad regex '${source}': ${error.message}`);
    throw error;
  }
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' };

/** Takes a regular expression up to its delimiter, which counts neither in brackets nor escaped. */
export function takeRegex(cursor: ScriptCursor, delimiter: string): string {
  const { text } = cursor;
  let out = '';
  let bracket = -1;
  for (; cursor.at < text.length; cursor.at++) {
    const char = text[cursor.at]!;
    if (bracket >= 0) {
      // musl takes a backslash in brackets literally: what it is to mean has to be put in its stead.
      const control = char === '\\' ? CONTROLS[text[cursor.at + 1] ?? ''] : undefined;
      if (control !== undefined) cursor.at++;
      out += control ?? char;
      const first =
        out.length - 1 === bracket + 1 || (out.length - 1 === bracket + 2 && out[bracket + 1] === '^');
      if (char === ']' && !first && !/\[[:.=][^\]]*$/.test(out.slice(bracket + 1, -1))) bracket = -1;
    } else if (char === '\\' && cursor.at + 1 < text.length) {
      const next = text[++cursor.at]!;
      if (next === delimiter && delimiter !== '\\') out += /[.*[\]^$+?(){}|]/.test(next) ? `\\${next}` : next;
      else out += next === '\n' ? '\n' : `\\${next}`;
    } else if (char === delimiter) {
      cursor.at++;
      return out;
    } else {
      if (char === '[') bracket = out.length;
      out += char;
    }
  }
  return cursor.io.die(`unmatched '${delimiter}'`);
}
