/** Splits bc's text into tokens, a line at a time; strings and comments may go over several lines. */

export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'keyword' | 'operator' | 'newline' | 'end';
  readonly text: string;
  /** The rest of its line from the token on, which errors show. */
  readonly rest: string;
}

/** What is wrong with a program. */
export class SyntaxProblem extends Error {}

/** The text ends where more has to come. */
export class Unfinished extends Error {}

const KEYWORDS = new Set([
  ...['auto', 'break', 'continue', 'define', 'for', 'if', 'limits', 'return', 'while', 'halt', 'last'],
  ...['length', 'scale', 'sqrt', 'ibase', 'obase', 'quit', 'print', 'else', 'read', 'void'],
]);

const OPERATORS = /^(?:\^=|\*=|\/=|%=|\+=|-=|==|<=|>=|!=|\+\+|--|&&|\|\||[-+*/%^<>=!(){}[\],;])/;

/** Told of what POSIX does not have. */
export type Extension = (message: string) => void;

export function* tokensOf(text: string, extension: Extension): Generator<Token, void> {
  let at = 0;
  const restOf = (from: number) => text.slice(from, lineEnd(text, from));
  const token = (kind: Token['kind'], length: number, value = text.slice(at, at + length)): Token => {
    const found = { kind, text: value, rest: restOf(at) };
    at += length;
    return found;
  };
  while (at < text.length) {
    const char = text[at]!;
    if (char === ' ' || char === '\t' || char === '\r' || char === '\f') at++;
    else if (char === '\\' && text[at + 1] === '\n') at += 2;
    else if (char === '\n') yield token('newline', 1);
    else if (char === '#') {
      extension("POSIX does not allow '#' script comments");
      at = lineEnd(text, at);
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) throw new Unfinished('unterminated comment');
      at = end + 2;
    } else if (char === '"') {
      const end = text.indexOf('"', at + 1);
      if (end < 0) throw new Unfinished('unterminated string');
      yield token('string', end + 1 - at, text.slice(at + 1, end));
    } else {
      const rest = text.slice(at, at + 1024);
      const number = /^(?:[0-9A-Z]|\\\n)*\.?(?:[0-9A-Z]|\\\n)*/.exec(text.slice(at))![0];
      if (number !== '' && number !== '.') {
        yield token('number', number.length, number.replaceAll('\\\n', ''));
        continue;
      }
      if (number === '.') {
        extension("POSIX does not allow '.' as 'last'");
        yield token('keyword', 1, 'last');
        continue;
      }
      const name = /^[a-z][a-z0-9_]*/.exec(rest)?.[0];
      if (name) yield nameToken(token, name, extension, restOf(at));
      else {
        const operator = OPERATORS.exec(rest)?.[0];
        if (!operator) throw new SyntaxProblem(`bad character '${char}'`);
        if (operator === '&&' || operator === '||' || operator === '!')
          extension(`POSIX does not allow boolean operators; this is bad: ${operator}`);
        yield token('operator', operator.length);
      }
    }
  }
}

const ADDED_KEYWORDS = new Set(['continue', 'limits', 'halt', 'last', 'print', 'else', 'read']);

function nameToken(
  token: (kind: Token['kind'], length: number) => Token,
  name: string,
  extension: Extension,
  rest: string,
): Token {
  if (KEYWORDS.has(name)) {
    if (ADDED_KEYWORDS.has(name)) extension(`POSIX does not allow the '${name}' keyword`);
    return token('keyword', name.length);
  }
  if (name.length > 1) extension(`POSIX only allows one character names; this is bad: '${rest}'`);
  return token('name', name.length);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
