/**
 * Text of a Go template to tokens: text outside `{{ }}`, and the words inside.
 *
 * @see pkg.go.dev/text/template, "Text and spaces", "Arguments"
 */
import { StrataError } from '../../base/index.ts';

export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'field'
  | 'variable'
  | 'dot'
  | 'word'
  | 'string'
  | 'raw'
  | 'rune'
  | 'char'
  | 'number'
  | 'space'
  | 'pipe'
  | 'declare'
  | 'assign'
  | 'comma'
  | 'leftParen'
  | 'rightParen'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset in the source. */
  readonly at: number;
}

/** A template that does not parse: Go's words, `template: NAME:LINE: …`. */
export function syntaxError(source: string, at: number, message: string): StrataError {
  const line = source.slice(0, at).split('\n').length;
  return new StrataError('ETEMPLATE', `template: :${line}: ${message}`);
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['field', /\.[\p{L}_][\p{L}\p{Nd}_]*/uy],
  [
    'number',
    /[+-]?(?:0[xX][\da-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y,
  ],
  ['dot', /\./y],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['word', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['string', /"(?:[^"\\\n]|\\.)*"/y],
  ['raw', /`[^`]*`/y],
  ['rune', /'(?:[^'\\\n]|\\.)+'/y],
  ['declare', /:=/y],
  ['assign', /=/y],
  ['pipe', /\|/y],
  ['comma', /,/y],
  ['leftParen', /\(/y],
  ['rightParen', /\)/y],
];

/**
 * Tokens as they are asked for: as in Go, a fault of the parser before a fault of the lexer behind it.
 *
 * @throws ETEMPLATE
 */
export function* lex(source: string): Generator<Token, void, void> {
  let at = 0;
  let trimNext = false;
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    let text = source.slice(at, open < 0 ? source.length : open);
    const start = at;
    if (trimNext) text = text.replace(/^[ \t\r\n]+/, '');
    if (open < 0) {
      if (text !== '') yield { kind: 'text', text, at: start };
      break;
    }
    const trims = /^\{\{-[ \t\r\n]/.test(source.slice(open, open + 4));
    if (trims) text = text.replace(/[ \t\r\n]+$/, '');
    if (text !== '') yield { kind: 'text', text, at: start };
    const inside = yield* lexAction(source, open, open + (trims ? 4 : 2));
    at = inside.at;
    trimNext = inside.trim;
  }
  yield { kind: 'end', text: '', at: source.length };
}

function* lexAction(
  source: string,
  open: number,
  from: number,
): Generator<Token, { at: number; trim: boolean }, void> {
  if (source.startsWith('/*', from)) return lexComment(source, from);
  yield { kind: 'open', text: '{{', at: open };
  let depth = 0;
  let at = from;
  for (;;) {
    const close = /(?:[ \t\r\n]-)?\}\}/y;
    close.lastIndex = at;
    const closed = close.exec(source);
    if (closed) {
      if (depth > 0) throw syntaxError(source, at, 'unclosed left paren');
      yield { kind: 'close', text: '}}', at };
      return { at: close.lastIndex, trim: closed[0].length > 2 };
    }
    if (at >= source.length) throw syntaxError(source, at, 'unclosed action');
    const token = lexWord(source, at);
    if (token.kind === 'leftParen') depth++;
    if (token.kind === 'rightParen' && --depth < 0) throw syntaxError(source, at, 'unexpected right paren');
    yield token;
    at += token.text.length;
  }
}

function lexComment(source: string, from: number): { at: number; trim: boolean } {
  const end = source.indexOf('*/', from + 2);
  if (end < 0) throw syntaxError(source, from, 'unclosed comment');
  const close = /^(?:[ \t\r\n]-)?\}\}/.exec(source.slice(end + 2, end + 6));
  if (!close) throw syntaxError(source, end, 'comment ends before closing delimiter');
  return { at: end + 2 + close[0].length, trim: close[0].length > 2 };
}

function lexWord(source: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) {
      checkEnd(source, kind, at, pattern.lastIndex);
      return { kind, text: match[0], at };
    }
  }
  const char = String.fromCodePoint(source.codePointAt(at)!);
  if (char === '"') throw syntaxError(source, at, 'unterminated quoted string');
  if (char === '`') throw syntaxError(source, at, 'unterminated raw quoted string');
  if (char === "'") throw syntaxError(source, at, 'unterminated character constant');
  if (char > ' ' && char <= '~') return { kind: 'char', text: char, at };
  throw syntaxError(source, at, `unrecognized character in action: ${unicode(char)}`);
}

/** Names must end where an operand may end. */
function checkEnd(source: string, kind: TokenKind, from: number, to: number): void {
  if (kind === 'number') {
    const next = /^[\p{L}\p{Nd}_]/u.exec(source.slice(to, to + 2));
    if (next)
      throw syntaxError(
        source,
        from,
        `bad number syntax: ${JSON.stringify(source.slice(from, to) + next[0])}`,
      );
  }
  if (kind !== 'word' && kind !== 'field' && kind !== 'variable') return;
  const next = source[to];
  if (next !== undefined && !/[ \t\r\n.,|:()]/.test(next) && !source.startsWith('}}', to)) {
    const char = String.fromCodePoint(source.codePointAt(to)!);
    throw syntaxError(source, from, `bad character ${unicode(char)}`);
  }
}

function unicode(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} '${char}'`;
}
