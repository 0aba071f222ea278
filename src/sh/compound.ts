/**
 * Compound commands: if, for, case, while, groups, subshells, function bodies; on the laptop also
 * `[[ … ]]` and `(( … ))`.
 * @see POSIX.1-2024, XCU 2.9.4
 */
import type { Case, Command, Conditional, If, ListItem, Word } from './ast.ts';
import { expandBraces } from './braces.ts';
import {
  expectOperator,
  expectWord,
  isName,
  isOperator,
  isWord,
  origin,
  parseCommand,
  parseCompoundList,
  parseRedirects,
  skipNewlines,
  unexpected,
} from './parser.ts';
import { endsEarly, peek, type Reader, SyntaxProblem, type Token, take } from './reader.ts';
import { parseArithmeticText } from './words.ts';

export const compoundStarters = new Set(['if', 'for', 'case', 'while', 'until', '{', 'function']);

/** The compound command that begins with `token`, redirections included. */
export function parseCompound(reader: Reader, token: Token): Command {
  if (token.kind === 'word' && token.raw === 'function') return parseFunctionKeyword(reader);
  const body = parseBody(reader, token);
  const redirects = parseRedirects(reader);
  return { ...body, redirects, ...origin(reader, token.start, token.line) } as unknown as Command;
}

type Body = Record<string, unknown> & { kind: string };

function parseBody(reader: Reader, token: Token): Body {
  if (token.kind === 'operator') return parseParenthesis(reader);
  const raw = (token as { raw: string }).raw;
  if (raw === 'if') return parseIf(reader);
  if (raw === 'for') return parseFor(reader);
  if (raw === 'case') return parseCase(reader);
  if (raw === '[[') return parseConditional(reader);
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
  if (reader.dialect.conditionals && reader.text[open.end] === '(' && reader.token === undefined) {
    reader.at = open.end + 1;
    const expression = parseArithmeticText(reader);
    reader.lastEnd = reader.at;
    return { kind: 'arithmetic', expression };
  }
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
  const name = peek(reader);
  if (name.kind !== 'word' || !isName(name.raw)) {
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
      if (reader.dialect.braces) words.push(...expandBraces(token.word));
      else words.push(token.word);
    }
    if (!isOperator(reader, ';') && peek(reader).kind !== 'newline') unexpected(reader);
  }
  if (isOperator(reader, ';')) take(reader);
  skipNewlines(reader);
  return { kind: 'for', variable: name.raw, words, body: parseDo(reader) };
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
  const opens = (next.kind === 'word' && compoundStarters.has(next.raw)) || isOperator(reader, '(');
  if (!opens) unexpected(reader);
  return parseFunction(reader, name);
}

function parseFunction(reader: Reader, name: Token & { kind: 'word' }): Command {
  skipNewlines(reader);
  const body = parseCommand(reader);
  return { kind: 'function', name: name.raw, body, ...origin(reader, name.start, name.line) };
}

const UNARY = /^-[a-zA-Z]$/;
const BINARY = new Set('= == != =~ -eq -ne -gt -ge -lt -le -nt -ot -ef'.split(' '));

/** `[[ … ]]` with bash's grammar. */
function parseConditional(reader: Reader): Body {
  take(reader);
  const expression = parseConditionalOr(reader);
  expectWord(reader, ']]');
  return { kind: 'conditional', expression };
}

function parseConditionalOr(reader: Reader): Conditional {
  let left = parseConditionalAnd(reader);
  for (skipNewlines(reader); isOperator(reader, '||'); skipNewlines(reader)) {
    take(reader);
    left = { kind: 'or', left, right: parseConditionalAnd(reader) };
  }
  return left;
}

function parseConditionalAnd(reader: Reader): Conditional {
  let left = parseConditionalPrimary(reader);
  for (skipNewlines(reader); isOperator(reader, '&&'); skipNewlines(reader)) {
    take(reader);
    left = { kind: 'and', left, right: parseConditionalPrimary(reader) };
  }
  return left;
}

function parseConditionalPrimary(reader: Reader): Conditional {
  skipNewlines(reader);
  if (isWord(reader, '!')) {
    take(reader);
    return { kind: 'not', operand: parseConditionalPrimary(reader) };
  }
  if (isOperator(reader, '(')) {
    take(reader);
    const inner = parseConditionalOr(reader);
    expectOperator(reader, ')');
    return inner;
  }
  const first = operand(reader);
  if (UNARY.test(first.raw) && peek(reader).kind === 'word' && !isWord(reader, ']]')) {
    return { kind: 'unary', operator: first.raw, word: operand(reader).word };
  }
  const operator = peek(reader);
  if (operator.kind === 'redirect' && (operator.operator === '<' || operator.operator === '>')) {
    take(reader);
    return { kind: 'binary', operator: operator.operator, left: first.word, right: operand(reader).word };
  }
  if (operator.kind === 'word' && BINARY.has(operator.raw)) {
    take(reader);
    const right = operator.raw === '=~' ? parseRegex(reader) : operand(reader).word;
    return { kind: 'binary', operator: operator.raw, left: first.word, right };
  }
  return { kind: 'word', word: first.word };
}

function operand(reader: Reader): Token & { kind: 'word' } {
  const token = peek(reader);
  if (token.kind !== 'word' || token.raw === ']]') unexpected(reader);
  return take(reader) as typeof token;
}

/** The right side of `=~`, in which parentheses and bars are ordinary. */
function parseRegex(reader: Reader): Word {
  reader.regex = true;
  try {
    return operand(reader).word;
  } finally {
    reader.regex = false;
  }
}
