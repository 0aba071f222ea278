/**
 * Compound commands: if, for, case, while, groups, subshells, function bodies.
 * @see POSIX.1-2024, XCU 2.9.4
 */
import type { Case, Command, If, ListItem, Word } from './ast.ts';
import {
  expectOperator,
  expectWord,
  isName,
  isOperator,
  isStarter,
  isWord,
  origin,
  parseCommand,
  parseCompoundList,
  parseRedirects,
  skipNewlines,
  unexpected,
} from './parser.ts';
import { endsEarly, peek, type Reader, SyntaxProblem, type Token, take } from './reader.ts';

export const compoundStarters = new Set(['if', 'for', 'case', 'while', 'until', '{', 'function']);

/** The compound command that begins with `token`, redirections included. */
export function parseCompound(reader: Reader, token: Token): Command {
  if (token.kind === 'word' && token.raw === 'function') return parseFunctionKeyword(reader);
  const body = parseBody(reader, token);
  const redirects = parseRedirects(reader);
  return { ...body, redirects, ...origin(reader, token.start, token.line) } as unknown as Command;
}

export type Body = Record<string, unknown> & { kind: string };

function parseBody(reader: Reader, token: Token): Body {
  if (token.kind === 'operator') return parseParenthesis(reader);
  const raw = (token as { raw: string }).raw;
  if (raw === 'if') return parseIf(reader);
  if (raw === 'for') return parseFor(reader);
  if (raw === 'case') return parseCase(reader);
  if (reader.bash?.starters.has(raw)) return reader.bash.parseCompound(reader, raw);
  take(reader);
  if (raw === '{') {
    const body = parseCompoundList(reader);
    expectWord(reader, '}');
    return { kind: 'group', body };
  }
  const condition = parseCompoundList(reader);
  return { kind: 'while', until: raw === 'until', condition, body: parseDo(reader) };
}

function parseDo(reader: Reader): ListItem[] {
  expectWord(reader, 'do');
  const body = parseCompoundList(reader);
  expectWord(reader, 'done');
  return body;
}

function parseParenthesis(reader: Reader): Body {
  const open = take(reader);
  const arithmetic = reader.bash?.parseArithmeticCommand(reader, open);
  if (arithmetic) return arithmetic;
  const body = parseCompoundList(reader);
  expectOperator(reader, ')');
  return { kind: 'subshell', body };
}

function parseIf(reader: Reader): Body {
  const clauses: { condition: ListItem[]; body: ListItem[] }[] = [];
  let otherwise: ListItem[] | undefined;
  do {
    take(reader);
    const condition = parseCompoundList(reader);
    expectWord(reader, 'then');
    clauses.push({ condition, body: parseCompoundList(reader) });
  } while (isWord(reader, 'elif'));
  if (isWord(reader, 'else')) {
    take(reader);
    otherwise = parseCompoundList(reader);
  }
  expectWord(reader, 'fi');
  return { kind: 'if', clauses, otherwise } satisfies Pick<If, 'kind' | 'clauses' | 'otherwise'>;
}

function parseFor(reader: Reader): Body {
  take(reader);
  const arithmetic = reader.bash?.parseArithmeticFor(reader);
  if (arithmetic) return arithmetic;
  return { kind: 'for', ...parseForHead(reader), body: parseForBody(reader) };
}

/** `{ … }` in place of do and done is bash's. */
export function parseForBody(reader: Reader): ListItem[] {
  if (!reader.bash || !isWord(reader, '{')) return parseDo(reader);
  take(reader);
  const body = parseCompoundList(reader);
  expectWord(reader, '}');
  return body;
}

/** The variable and, behind `in`, the words. */
export function parseForHead(reader: Reader): { variable: string; words: Word[] | undefined } {
  const name = peek(reader);
  if (name.kind !== 'word' || (!isName(name.raw) && !reader.bash)) {
    if (reader.bash) unexpected(reader, 'newline');
    if (name.kind === 'end') endsEarly(reader, 'syntax error: bad for loop variable');
    throw new SyntaxProblem('syntax error: bad for loop variable', reader.line);
  }
  take(reader);
  skipNewlines(reader);
  let words: Word[] | undefined;
  if (isWord(reader, 'in')) {
    take(reader);
    words = [];
    for (let token = peek(reader); token.kind === 'word'; token = peek(reader)) {
      take(reader);
      words.push(token.word);
    }
    if (!isOperator(reader, ';') && peek(reader).kind !== 'newline') unexpected(reader);
  }
  if (isOperator(reader, ';')) take(reader);
  skipNewlines(reader);
  return { variable: name.raw, words };
}

function parseCase(reader: Reader): Body {
  take(reader);
  const subject = peek(reader);
  if (subject.kind !== 'word') unexpected(reader, 'word');
  take(reader);
  skipNewlines(reader);
  expectWord(reader, 'in');
  const clauses: Case['clauses'][number][] = [];
  for (skipNewlines(reader); !isWord(reader, 'esac'); skipNewlines(reader)) {
    const clause = parseClause(reader);
    clauses.push(clause);
    if (!clause.ended) break;
  }
  expectWord(reader, 'esac');
  return { kind: 'case', subject: subject.word, clauses };
}

function parseClause(reader: Reader): Case['clauses'][number] & { ended: boolean } {
  if (isOperator(reader, '(')) take(reader);
  const patterns: Word[] = [];
  for (;;) {
    const token = peek(reader);
    if (token.kind !== 'word' && token.kind !== 'operator') unexpected(reader, ')');
    take(reader);
    // An operator in a pattern's place is noticed at what follows it, as in ash.
    if (token.kind === 'word') patterns.push(token.word);
    if (!isOperator(reader, '|')) break;
    take(reader);
  }
  expectOperator(reader, ')');
  skipNewlines(reader);
  const empty = isCaseEnd(reader) || isWord(reader, 'esac');
  const body = empty ? [] : parseCompoundList(reader);
  const token = peek(reader);
  if (isCaseEnd(reader)) {
    take(reader);
    return { patterns, body, end: (token as { text: ';;' }).text, ended: true };
  }
  if (!isWord(reader, 'esac')) unexpected(reader, ';;');
  return { patterns, body, end: ';;', ended: false };
}

function isCaseEnd(reader: Reader): boolean {
  return isOperator(reader, ';;') || isOperator(reader, ';&') || isOperator(reader, ';;&');
}

/** `name()` and what follows; the name was taken, the parenthesis is next. */
export function parseFunctionBody(reader: Reader, name: Token & { kind: 'word' }): Command {
  take(reader);
  if (reader.bash && peek(reader).kind === 'end') unexpected(reader, 'newline');
  expectOperator(reader, ')');
  return parseFunction(reader, name);
}

function parseFunctionKeyword(reader: Reader): Command {
  take(reader);
  const name = peek(reader);
  if (name.kind !== 'word') unexpected(reader, 'word');
  take(reader);
  if (isOperator(reader, '(')) return parseFunctionBody(reader, name);
  skipNewlines(reader);
  const next = peek(reader);
  const opens = (next.kind === 'word' && isStarter(reader, next.raw)) || isOperator(reader, '(');
  if (!opens) unexpected(reader);
  return parseFunction(reader, name);
}

function parseFunction(reader: Reader, name: Token & { kind: 'word' }): Command {
  skipNewlines(reader);
  const next = peek(reader);
  // bash takes compound commands only.
  if (reader.bash && !(next.kind === 'word' ? isStarter(reader, next.raw) : isOperator(reader, '(')))
    unexpected(reader);
  const body = parseCommand(reader);
  return { kind: 'function', name: name.raw, body, ...origin(reader, name.start, name.line) };
}
