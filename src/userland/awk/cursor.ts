/** A place in a program's tokens, for the parsers. */
import { AwkError } from './syntax.ts';
import type { Lexer, Token } from './tokens.ts';

export interface Cursor {
  readonly lexer: Lexer;
  token: Token;
  /** Parameters of the function that is being parsed. */
  parameters: readonly string[];
}

export function advance(c: Cursor): Token {
  const { token } = c;
  c.token = c.lexer.next();
  return token;
}

export function sees(c: Cursor, text: string): boolean {
  return (c.token.kind === 'operator' || c.token.kind === 'keyword') && c.token.text === text;
}

export function accept(c: Cursor, text: string): boolean {
  if (!sees(c, text)) return false;
  advance(c);
  return true;
}

export function expect(c: Cursor, text: string): void {
  if (!accept(c, text)) unexpected(c);
}

export function unexpected(c: Cursor): never {
  throw new AwkError('Unexpected token', c.token.line);
}

export function skipNewlines(c: Cursor): void {
  while (c.token.kind === 'newline') advance(c);
}
