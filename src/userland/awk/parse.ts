/** awk's programs: rules, functions, statements. @see POSIX.1-2024, XCU awk, "Grammar" */
import { accept, advance, type Cursor, expect, sees, skipNewlines, unexpected } from './cursor.ts';
import { isLvalue, parseConcatenation, parseExpression, variable } from './parse-expression.ts';
import type { Expression, FunctionDefinition, Program, Redirection, Rule, Statement } from './syntax.ts';
import { Lexer } from './tokens.ts';

/** @throws {AwkError} */
export function parseAwk(text: string): Program {
  const lexer = new Lexer(text);
  const c: Cursor = { lexer, token: lexer.next(), parameters: [] };
  const rules: Rule[] = [];
  const functions = new Map<string, FunctionDefinition>();
  for (;;) {
    skipTerminators(c);
    if (c.token.kind === 'end') return { rules, functions };
    if (sees(c, 'function') || sees(c, 'func')) {
      const definition = parseFunction(c);
      functions.set(definition.name, definition);
    } else rules.push(parseRule(c));
  }
}

function skipTerminators(c: Cursor): void {
  while (c.token.kind === 'newline' || sees(c, ';')) advance(c);
}

function parseFunction(c: Cursor): FunctionDefinition {
  advance(c);
  const { kind, text: name } = c.token;
  if (kind !== 'name' && kind !== 'function') unexpected(c);
  advance(c);
  expect(c, '(');
  const parameters: string[] = [];
  while (!sees(c, ')')) {
    skipNewlines(c);
    if (c.token.kind !== 'name') unexpected(c);
    parameters.push(advance(c).text);
    if (!accept(c, ',')) break;
  }
  expect(c, ')');
  skipNewlines(c);
  c.parameters = parameters;
  const body = parseBlock(c);
  c.parameters = [];
  return { name, parameters, body };
}

function parseRule(c: Cursor): Rule {
  if (sees(c, 'BEGIN') || sees(c, 'END')) {
    const kind = advance(c).text === 'BEGIN' ? 'begin' : 'end';
    if (!sees(c, '{')) unexpected(c);
    return { kind, first: undefined, last: undefined, body: parseBlock(c) };
  }
  if (sees(c, '{')) return { kind: 'always', first: undefined, last: undefined, body: parseBlock(c) };
  const first = parseExpression(c);
  let last: Expression | undefined;
  if (accept(c, ',')) {
    skipNewlines(c);
    last = parseExpression(c);
  }
  const body = sees(c, '{') ? parseBlock(c) : undefined;
  return { kind: last ? 'range' : 'pattern', first, last, body };
}

function parseBlock(c: Cursor): Statement {
  expect(c, '{');
  const body: Statement[] = [];
  for (;;) {
    skipTerminators(c);
    if (accept(c, '}')) return { kind: 'block', body };
    body.push(parseStatement(c));
  }
}

/** The statement of if, while, for: an empty one is a semicolon. */
function parseBody(c: Cursor): Statement {
  skipNewlines(c);
  if (accept(c, ';')) return { kind: 'block', body: [] };
  return parseStatement(c);
}

function parseStatement(c: Cursor): Statement {
  if (sees(c, '{')) return parseBlock(c);
  if (c.token.kind === 'keyword') {
    switch (c.token.text) {
      case 'if':
        return parseIf(c);
      case 'while': {
        advance(c);
        const test = parseCondition(c);
        return { kind: 'while', test, body: parseBody(c) };
      }
      case 'do':
        return parseDo(c);
      case 'for':
        return parseFor(c);
      default:
    }
  }
  const statement = parseSimple(c);
  endStatement(c);
  return statement;
}

function endStatement(c: Cursor): void {
  if (c.token.kind === 'newline' || sees(c, ';')) advance(c);
  else if (!sees(c, '}') && c.token.kind !== 'end') unexpected(c);
}

function endsStatement(c: Cursor): boolean {
  return c.token.kind === 'newline' || c.token.kind === 'end' || sees(c, ';') || sees(c, '}');
}

function parseCondition(c: Cursor): Expression {
  expect(c, '(');
  const test = parseExpression(c);
  expect(c, ')');
  return test;
}

function parseIf(c: Cursor): Statement {
  advance(c);
  const test = parseCondition(c);
  const then = parseBody(c);
  skipTerminatorsBeforeElse(c);
  const otherwise = accept(c, 'else') ? parseBody(c) : undefined;
  return { kind: 'if', test, then, otherwise };
}

/** Newlines and a semicolon may part `else` from what is before; where there is no else they end the statement. */
function skipTerminatorsBeforeElse(c: Cursor): void {
  while (c.token.kind === 'newline' || sees(c, ';')) advance(c);
}

function parseDo(c: Cursor): Statement {
  advance(c);
  const body = parseBody(c);
  skipTerminators(c);
  expect(c, 'while');
  const test = parseCondition(c);
  endStatement(c);
  return { kind: 'do', test, body };
}

function parseFor(c: Cursor): Statement {
  advance(c);
  expect(c, '(');
  const start = sees(c, ';') ? undefined : parseForStart(c);
  if (start && 'array' in start) {
    expect(c, ')');
    return { ...start, body: parseBody(c) };
  }
  expect(c, ';');
  skipNewlines(c);
  const test = sees(c, ';') ? undefined : parseExpression(c);
  expect(c, ';');
  skipNewlines(c);
  const step = sees(c, ')') ? undefined : parseSimple(c);
  expect(c, ')');
  return { kind: 'for', start, test, step, body: parseBody(c) };
}

type Each = Omit<Extract<Statement, { kind: 'each' }>, 'body'>;

/** `NAME in ARRAY`, or the first part of the other form. */
function parseForStart(c: Cursor): Each | Exclude<Statement, { kind: 'each' | 'delete' }> {
  const value = parseExpression(c, { noIn: true });
  if (isLvalue(value) && accept(c, 'in'))
    return { kind: 'each', variable: value, array: variable(c, advance(c)) };
  return { kind: 'expression', value };
}

function parseSimple(c: Cursor): Statement {
  if (c.token.kind !== 'keyword' || c.token.text === 'getline')
    return { kind: 'expression', value: parseExpression(c) };
  const { text } = advance(c);
  switch (text) {
    case 'print':
    case 'printf':
      return parsePrint(c, text);
    case 'delete': {
      const target = parseExpression(c);
      if (target.kind === 'variable') return { kind: 'delete', array: target, subscripts: undefined };
      if (target.kind !== 'element') return unexpected(c);
      return { kind: 'delete', array: target.array, subscripts: target.subscripts };
    }
    case 'return':
    case 'exit': {
      return { kind: text, value: endsStatement(c) ? undefined : parseExpression(c) };
    }
    case 'break':
    case 'continue':
    case 'next':
    case 'nextfile':
      return { kind: text };
    default:
      return unexpected(c);
  }
}

function parsePrint(c: Cursor, kind: 'print' | 'printf'): Statement {
  const args: Expression[] = [];
  while (!endsStatement(c) && !redirects(c)) {
    args.push(parseExpression(c, { noGreater: true }));
    if (!accept(c, ',')) break;
    skipNewlines(c);
  }
  // `print (a, b)` has its list in parentheses.
  const only = args.length === 1 ? args[0] : undefined;
  const list = only?.kind === 'group' && only.items.length > 1 ? only.items : args;
  let to: Redirection | undefined;
  if (redirects(c)) {
    const redirection = advance(c).text as Redirection['kind'];
    to = { kind: redirection, target: parseConcatenation(c, { noGreater: true }) };
  }
  return { kind, args: list, to };
}

function redirects(c: Cursor): boolean {
  return sees(c, '>') || sees(c, '>>') || sees(c, '|');
}
