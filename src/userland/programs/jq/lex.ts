/** jq's tokens; a string is a token with programs in it. */

import { escapes, wellFormed } from './json.ts';

export interface Token {
  readonly kind:
    | 'name'
    | 'field'
    | 'variable'
    | 'number'
    | 'string'
    | 'format'
    | 'keyword'
    | 'operator'
    | 'end';
  readonly text: string;
  /** A string's pieces: text, and the tokens of what is interpolated. */
  readonly parts?: readonly (string | readonly Token[])[];
  /** Where it begins. */
  readonly at: number;
}

/** What is wrong with a program's text, and where; perhaps in several places. */
export class SyntaxProblem extends Error {
  readonly all: readonly { readonly message: string; readonly at: number }[];
  constructor(message: string, at: number, all = [{ message, at }]) {
    super(message);
    this.all = all;
  }
}

const KEYWORDS = new Set([
  ...['def', 'if', 'then', 'elif', 'else', 'end', 'and', 'or', 'reduce', 'foreach', 'try', 'catch'],
  ...['label', 'import', 'include', 'as', '__loc__'],
]);

const OPERATORS = /\?\/\/=?|\|=|\+=|-=|\*=|\/\/=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[.[\](){}|,:;=<>+\-*/%$?]/y;
const NAME = /(?:[a-zA-Z_]\w*::)*[a-zA-Z_]\w*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

export function tokensOf(text: string): Token[] {
  const { tokens } = lex(text, 0, false);
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function lex(text: string, start: number, nested: boolean): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text[at]!;
    if (' \t\r\n'.includes(char)) {
      at++;
      continue;
    }
    if (char === '#') {
      while (at < text.length && text[at] !== '\n') at++;
      continue;
    }
    if (nested && char === ')' && depth === 0) return { tokens, end: at };
    const token = next(text, at);
    if (token.token.text === '(' && token.token.kind === 'operator') depth++;
    if (token.token.text === ')' && token.token.kind === 'operator') depth--;
    tokens.push(token.token);
    at = token.end;
  }
  if (nested) throw new SyntaxProblem('syntax error, unexpected end of file', text.length - 1);
  return { tokens, end: at };
}

function next(text: string, at: number): { token: Token; end: number } {
  const take = (kind: Token['kind'], source: string, value = source) => ({
    token: { kind, text: value, at },
    end: at + source.length,
  });
  if (text[at] === '"') return lexString(text, at);
  const number = match(NUMBER, text, at);
  if (number !== undefined) return take('number', number);
  if (text[at] === '.') {
    const field = match(NAME, text, at + 1);
    if (field !== undefined) return take('field', `.${field}`, field);
  }
  if (text[at] === '$') {
    const variable = match(NAME, text, at + 1);
    if (variable !== undefined) return take('variable', `$${variable}`, variable);
  }
  if (text[at] === '@') {
    const format = match(NAME, text, at + 1);
    if (format !== undefined) return take('format', `@${format}`);
  }
  const name = match(NAME, text, at);
  if (name !== undefined) return take(KEYWORDS.has(name) ? 'keyword' : 'name', name);
  const operator = match(OPERATORS, text, at);
  if (operator !== undefined) return take('operator', operator);
  throw new SyntaxProblem('syntax error, unexpected INVALID_CHARACTER', at);
}

function lexString(text: string, start: number): { token: Token; end: number } {
  const parts: (string | readonly Token[])[] = [];
  let piece = '';
  for (let at = start + 1; at < text.length; ) {
    const char = text[at]!;
    if (char === '"') {
      parts.push(wellFormed(piece));
      return { token: { kind: 'string', text: text.slice(start, at + 1), parts, at: start }, end: at + 1 };
    }
    if (char !== '\\') {
      piece += char;
      at++;
      continue;
    }
    const escaped = text[at + 1];
    if (escaped === '(') {
      parts.push(wellFormed(piece));
      piece = '';
      const inner = lex(text, at + 2, true);
      parts.push([...inner.tokens, { kind: 'end', text: '', at: inner.end }]);
      at = inner.end + 1;
    } else if (escaped === 'u') {
      const code = /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6))?.[0];
      if (code === undefined) throw new SyntaxProblem('invalid \\uXXXX escape', at);
      piece += String.fromCharCode(Number.parseInt(code, 16));
      at += 6;
    } else {
      const plain = escaped === undefined ? undefined : escapes[escaped];
      if (plain === undefined) throw new SyntaxProblem('syntax error, unexpected INVALID_CHARACTER', at);
      piece += plain;
      at += 2;
    }
  }
  throw new SyntaxProblem(
    'syntax error, unexpected end of file, expecting QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END',
    start + 1,
  );
}
