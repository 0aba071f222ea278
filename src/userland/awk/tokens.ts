/** awk's text to tokens. A slash is taken for division; the parser asks again where it expects a regular expression. */
import { AwkError } from './syntax.ts';

export interface Token {
  readonly kind:
    | 'number'
    | 'string'
    | 'name'
    | 'function'
    | 'keyword'
    | 'builtin'
    | 'operator'
    | 'newline'
    | 'end';
  readonly text: string;
  readonly line: number;
  /** Where it begins. */
  readonly at: number;
}

const KEYWORDS = new Set(
  'BEGIN END function func if else while for do break continue next nextfile exit return delete in getline print printf'.split(
    ' ',
  ),
);

const BUILTINS: ReadonlySet<string> = new Set(
  'length substr index split sub gsub gensub match sprintf sin cos atan2 exp log sqrt int rand srand tolower toupper system close fflush systime strftime mktime and or xor lshift rshift compl'.split(
    ' ',
  ),
);

const OPERATOR = /^(\*\*=|\*\*|\+\+|--|&&|\|\||[-+*/%^]=|==|<=|>=|!=|!~|>>|[-+*/%^!<>=~?:,;(){}[\]|$])/;

export class Lexer {
  private at = 0;
  private line = 1;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  next(): Token {
    this.skipBlanks();
    const { text, at, line } = this;
    const token = (kind: Token['kind'], value: string, length = value.length): Token => {
      this.at = at + length;
      return { kind, text: value, line, at };
    };
    const char = text[at];
    if (char === undefined) return token('end', '');
    if (char === '\n') {
      this.line++;
      return token('newline', '\n');
    }
    const rest = text.slice(at, at + 256);
    const number = /^(0[xX][0-9a-fA-F]+|(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?)/.exec(rest);
    if (number) return token('number', number[0]);
    const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
    if (name !== undefined) {
      if (KEYWORDS.has(name)) return token('keyword', name);
      if (BUILTINS.has(name)) return token('builtin', name);
      return token(text[at + name.length] === '(' ? 'function' : 'name', name);
    }
    if (char === '"') return this.string(at, line);
    const operator = OPERATOR.exec(rest)?.[0] ?? this.fail();
    return token('operator', operator.replace('**', '^'), operator.length);
  }

  /** The regular expression whose opening slash stood at `at`, up to its closing one. */
  regex(at: number): string {
    let source = '';
    for (let i = at + 1; i < this.text.length && this.text[i] !== '\n'; i++) {
      const char = this.text[i]!;
      if (char === '\\' && i + 1 < this.text.length) {
        const next = this.text[++i]!;
        source += next === '/' ? '/' : `\\${next}`;
        continue;
      }
      if (char === '/') {
        this.at = i + 1;
        return source;
      }
      source += char;
    }
    return this.fail();
  }

  /** Whether this word comes next. */
  peeks(word: string): boolean {
    const { at, line } = this;
    const { text } = this.next();
    this.at = at;
    this.line = line;
    return text === word;
  }

  private skipBlanks(): void {
    for (;;) {
      const found = /^(?:[ \t\r]|\\\r?\n|#[^\n]*)+/.exec(this.text.slice(this.at, this.at + 512));
      if (!found) return;
      this.line += found[0].split('\n').length - 1;
      this.at += found[0].length;
    }
  }

  private string(start: number, line: number): Token {
    let value = '';
    for (let at = start + 1; at < this.text.length; at++) {
      const char = this.text[at]!;
      if (char === '"') {
        this.at = at + 1;
        return { kind: 'string', text: value, line, at: start };
      }
      if (char === '\n') break;
      if (char !== '\\') {
        value += char;
        continue;
      }
      const found = readEscape(this.text, at);
      value += found.text;
      at = found.end - 1;
      if (this.text[at] === '\n') this.line++;
    }
    throw new AwkError('Unexpected end of string', this.line);
  }

  private fail(): never {
    throw new AwkError('Unexpected token', this.line);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
  '\\': '\\',
  '\n': '',
};

/** The escape at `at` of a string, also of `-v`'s values. What is none loses its backslash. */
function readEscape(text: string, at: number): { text: string; end: number } {
  const code = /^\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/.exec(text.slice(at, at + 4));
  if (code) {
    const value = code[1] === undefined ? Number.parseInt(code[2]!, 16) : Number.parseInt(code[1], 8);
    return { text: String.fromCharCode(value & 0xff), end: at + code[0].length };
  }
  const next = text[at + 1] ?? '\\';
  return { text: ESCAPES[next] ?? next, end: at + 2 };
}

/** A value of `-v` or an operand, whose escapes count as in a string. */
export function unescapeText(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '\\') out += text[at++];
    else {
      const found = readEscape(text, at);
      out += found.text;
      at = found.end;
    }
  }
  return out;
}
