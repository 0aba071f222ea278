/**
 * Words of a Dockerfile: quotes, escapes and `$variables`.
 *
 * Reads one word or line and an environment; gives the text with variables replaced, the words that
 * white space outside quotes makes of it, and which variables were found. Knows no instruction.
 *
 * @see Dockerfile reference, "Environment replacement"; POSIX XCU 2.6.2 for the `${}` forms
 */

import { StrataError } from '../base/index.ts';
import { isSpace, quote } from './go-text.ts';
import { substitute, trimPattern } from './substitution.ts';

/** Looks a variable up; undefined where it is not set. */
export type Lookup = (name: string) => string | undefined;

export interface ExpandOptions {
  /** The escape character: `\` or `` ` ``. */
  readonly escape: string;
  /** Leaves quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Leaves escape characters in the result. */
  readonly rawEscapes?: boolean;
  /** Takes quotes as ordinary characters. */
  readonly ignoreQuotes?: boolean;
  /** Leaves `$name` as it is where the variable is not set. */
  readonly skipUnset?: boolean;
}

export interface Expansion {
  readonly text: string;
  readonly words: readonly string[];
  readonly matched: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
}

/** @throws StrataError `EDOCKERFILE`: `failed to process "…": …`, with `data.unmatched`, names met until then */
export function expand(source: string, lookup: Lookup, options: ExpandOptions): Expansion {
  const lexer = new Lexer(source, lookup, options);
  try {
    const { text, words } = lexer.until(undefined, options.rawEscapes ?? false);
    return { text, words, matched: lexer.matched, unmatched: lexer.unmatched };
  } catch (error) {
    const message = `failed to process ${quote(source)}: ${(error as Error).message}`;
    throw new StrataError('EDOCKERFILE', message, { unmatched: [...lexer.unmatched] });
  }
}

/** Collects words as characters come: white space that was not quoted parts them. */
class Words {
  readonly list: string[] = [];
  private word = '';

  add(char: string): void {
    if (!isSpace(char)) this.word += char;
    else this.end();
  }

  addRaw(text: string): void {
    this.word += text;
  }

  /** Forgets what the word has so far. */
  drop(): void {
    this.word = '';
  }

  end(): void {
    if (this.word) this.list.push(this.word);
    this.word = '';
  }
}

class Lexer {
  readonly matched = new Set<string>();
  readonly unmatched = new Set<string>();
  private readonly chars: readonly string[];
  private readonly lookup: Lookup;
  private readonly options: ExpandOptions;
  private rawEscapes = false;
  private at = 0;
  /** How many words of `${V:-word}` and the like have been read. */
  private nested = 0;

  constructor(source: string, lookup: Lookup, options: ExpandOptions) {
    this.chars = Array.from(source);
    this.lookup = lookup;
    this.options = options;
  }

  /** Reads up to `stop` and over it, or to the end. */
  until(stop: string | undefined, rawEscapes: boolean): { text: string; words: readonly string[] } {
    const outer = this.rawEscapes;
    if (stop !== undefined) this.nested++;
    this.rawEscapes = rawEscapes;
    try {
      return this.readUntil(stop);
    } finally {
      this.rawEscapes = outer;
    }
  }

  private readUntil(stop: string | undefined): { text: string; words: readonly string[] } {
    const words = new Words();
    let text = '';
    for (let char = this.peek(); char !== undefined; char = this.peek()) {
      if (char === stop) {
        this.at++;
        words.end();
        return { text, words: words.list };
      }
      const { nested } = this;
      if (char === '$') {
        const value = this.dollar();
        text += value;
        // BuildKit's lexer reads the inner word where it has the outer one, which is lost to `words`.
        if (this.nested !== nested) words.drop();
        for (const part of value) words.add(part);
        continue;
      }
      const special = this.special(char);
      if (special !== undefined) {
        text += special;
        if (this.nested !== nested) words.drop();
        words.addRaw(special);
        continue;
      }
      this.at++;
      if (char !== this.options.escape) {
        text += char;
        words.add(char);
        continue;
      }
      if (this.rawEscapes) {
        text += char;
        words.addRaw(char);
      }
      const escaped = this.next();
      if (escaped === undefined) break;
      text += escaped;
      words.addRaw(escaped);
    }
    if (stop !== undefined) {
      throw new Error(`unexpected end of statement while looking for matching ${stop}`);
    }
    words.end();
    return { text, words: words.list };
  }

  private special(char: string): string | undefined {
    if (char === '<') return this.heredocMark();
    if (this.options.ignoreQuotes) return undefined;
    if (char === "'") return this.singleQuoted();
    return char === '"' ? this.doubleQuoted() : undefined;
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string | undefined {
    return this.chars[this.at++];
  }

  /** `<< EOF` is one word with its white space. */
  private heredocMark(): string {
    this.at++;
    if (this.peek() !== '<') return '<';
    this.at++;
    let text = '<<';
    while (/^[ \t\r\n]$/.test(this.peek() ?? '')) text += this.next();
    return text;
  }

  private singleQuoted(): string {
    let text = this.quoteMark();
    for (;;) {
      const char = this.peek();
      if (char === undefined) {
        throw new Error('unexpected end of statement while looking for matching single-quote');
      }
      if (char === "'") return text + this.quoteMark();
      text += char;
      this.at++;
    }
  }

  private quoteMark(): string {
    const char = this.next()!;
    return this.options.rawQuotes ? char : '';
  }

  private doubleQuoted(): string {
    let text = this.quoteMark();
    for (;;) {
      const char = this.peek();
      if (char === undefined) {
        throw new Error('unexpected end of statement while looking for matching double-quote');
      }
      if (char === '"') return text + this.quoteMark();
      if (char === '$') {
        text += this.dollar();
        continue;
      }
      this.at++;
      if (char !== this.options.escape) {
        text += char;
        continue;
      }
      if (this.rawEscapes) text += char;
      const following = this.peek();
      if (following === undefined) continue;
      // Inside double quotes only these can be escaped; elsewhere the escape character stays.
      if (following === '"' || following === '$' || following === this.options.escape) {
        text += following;
        this.at++;
      } else {
        text += char;
      }
    }
  }

  private dollar(): string {
    this.at++;
    if (this.peek() === '{') {
      this.at++;
      return this.braced();
    }
    const name = this.name();
    if (!name) return '$';
    const value = this.get(name);
    return value === undefined && this.options.skipUnset ? `$${name}` : (value ?? '');
  }

  private braced(): string {
    const first = this.peek();
    if (first === undefined) throw new Error("syntax error: missing '}'");
    if (first === '{' || first === '}' || first === ':') throw new Error('syntax error: bad substitution');
    const name = this.name();
    let operator = this.next() ?? '\ufffd';
    if (operator === '}') {
      const value = this.get(name);
      return value === undefined && this.options.skipUnset ? `\${${name}}` : (value ?? '');
    }
    if (operator === '/') return this.replacement(name);
    const colon = operator === ':';
    if (colon) operator = this.next() ?? '\ufffd';
    const written = (colon ? ':' : '') + operator;
    const isTrim = operator === '#' || operator === '%';
    if (!/^[-+?#%]$/.test(operator) && !colon) throw unsupported(written);
    if (colon && isTrim) throw unsupported(written);
    const word = this.wordUntil('}', isTrim);
    const value = this.get(name);
    if (value === undefined && this.options.skipUnset) return `\${${name}${written}${word}}`;
    if (operator === '#' || operator === '%') return trimPattern(operator, word, value ?? '');
    return substitute({ name, operator, written, colon, word, value });
  }

  private wordUntil(stop: string, rawEscapes: boolean): string {
    try {
      return this.until(stop, rawEscapes).text;
    } catch (error) {
      if (this.peek() !== undefined) throw error;
      throw new Error(stop === '/' ? "syntax error: missing '/' in $" + '{}' : "syntax error: missing '}'");
    }
  }

  private replacement(name: string): string {
    const all = this.peek() === '/';
    if (all) this.at++;
    const pattern = this.wordUntil('/', true);
    const replacement = this.wordUntil('}', true);
    const value = this.get(name);
    if (value === undefined && this.options.skipUnset) return `\${${name}/${pattern}/${replacement}}`;
    return trimPattern(all ? '//' : '/', pattern, value ?? '', replacement);
  }

  private name(): string {
    const first = this.peek() ?? '';
    if (/^\p{Nd}$/u.test(first)) return this.take(/^\p{Nd}$/u);
    if (/^[@*#?\-$!]$/.test(first)) {
      this.at++;
      return first;
    }
    return this.take(/^[\p{L}\p{Nd}_]$/u);
  }

  private take(pattern: RegExp): string {
    let text = '';
    for (let char = this.peek(); char !== undefined && pattern.test(char); char = this.peek()) {
      text += char;
      this.at++;
    }
    return text;
  }

  private get(name: string): string | undefined {
    const value = this.lookup(name);
    (value === undefined ? this.unmatched : this.matched).add(name);
    return value;
  }
}

function unsupported(written: string): Error {
  return new Error(`unsupported modifier (${written}) in substitution`);
}
