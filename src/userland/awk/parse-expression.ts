/**
 * awk's expressions by precedence.
 * @see POSIX.1-2024, XCU awk, "Expressions"; `^` groups to the left, as in busybox
 */
import { accept, advance, type Cursor, expect, sees, skipNewlines, unexpected } from './cursor.ts';
import type { Expression, Lvalue, Variable } from './syntax.ts';
import { AwkError } from './syntax.ts';
import type { Token } from './tokens.ts';

/** What stands around an expression and changes what it may hold. */
export interface Context {
  /** `>` redirects: in print without parentheses. */
  readonly noGreater?: boolean;
  /** `in` belongs to `for`. */
  readonly noIn?: boolean;
}

export function parseExpression(c: Cursor, context: Context = {}): Expression {
  const test = parseOr(c, context);
  if (sees(c, '?')) {
    advance(c);
    skipNewlines(c);
    const then = parseExpression(c, context);
    skipNewlines(c);
    expect(c, ':');
    skipNewlines(c);
    return { kind: 'choice', test, then, otherwise: parseExpression(c, context) };
  }
  const assignment = c.token.kind === 'operator' ? /^([-+*/%^]?)=$/.exec(c.token.text) : null;
  if (assignment && isLvalue(test)) {
    const { line } = advance(c);
    skipNewlines(c);
    return {
      kind: 'assign',
      operator: assignment[1]!,
      target: test,
      value: parseExpression(c, context),
      line,
    };
  }
  return test;
}

export function isLvalue(expression: Expression): expression is Lvalue {
  return ['variable', 'field', 'element'].includes(expression.kind);
}

function parseOr(c: Cursor, context: Context): Expression {
  let left = parseAnd(c, context);
  while (accept(c, '||')) {
    skipNewlines(c);
    left = { kind: 'or', left, right: parseAnd(c, context) };
  }
  return left;
}

function parseAnd(c: Cursor, context: Context): Expression {
  let left = parseIn(c, context);
  while (accept(c, '&&')) {
    skipNewlines(c);
    left = { kind: 'and', left, right: parseIn(c, context) };
  }
  return left;
}

function parseIn(c: Cursor, context: Context): Expression {
  let left = parseMatch(c, context);
  while (!context.noIn && accept(c, 'in')) {
    const subscripts = left.kind === 'group' ? left.items : [left];
    left = { kind: 'in', subscripts, array: variable(c, advance(c)) };
  }
  return left;
}

function parseMatch(c: Cursor, context: Context): Expression {
  let text = parseComparison(c, context);
  while (sees(c, '~') || sees(c, '!~')) {
    const negated = advance(c).text === '!~';
    text = { kind: 'match', text, regex: parseComparison(c, context), negated };
  }
  return text;
}

const COMPARISONS = ['<', '<=', '==', '!=', '>', '>='];

function parseComparison(c: Cursor, context: Context): Expression {
  let left = parseConcatenation(c, context);
  for (;;) {
    if (sees(c, '|') && isGetlineNext(c)) {
      advance(c);
      advance(c);
      left = { kind: 'getline', from: 'command', source: left, target: optionalLvalue(c) };
      continue;
    }
    const { text, line } = c.token;
    if (c.token.kind !== 'operator' || !COMPARISONS.includes(text) || (text === '>' && context.noGreater))
      return left;
    advance(c);
    skipNewlines(c);
    left = { kind: 'binary', operator: text, left, right: parseConcatenation(c, context), line };
  }
}

/** Looks behind a `|`. */
function isGetlineNext(c: Cursor): boolean {
  return c.lexer.peeks('getline');
}

export function parseConcatenation(c: Cursor, context: Context): Expression {
  let left = parseAdditive(c);
  while (beginsOperand(c, context)) {
    const { line } = c.token;
    left = { kind: 'binary', operator: ' ', left, right: parseAdditive(c), line };
  }
  return left;
}

function beginsOperand(c: Cursor, context: Context): boolean {
  const { kind, text } = c.token;
  if (kind === 'newline' || kind === 'end') return false;
  // `getline` is an operand of its own, `in` is none.
  if (kind === 'keyword') return text === 'getline' && !context.noIn;
  // What begins with a sign goes on with a sum.
  return kind !== 'operator' || ['(', '$', '++', '--'].includes(text);
}

function parseAdditive(c: Cursor): Expression {
  let left = parseMultiplicative(c);
  while (sees(c, '+') || sees(c, '-')) {
    const { text, line } = advance(c);
    skipNewlines(c);
    left = { kind: 'binary', operator: text, left, right: parseMultiplicative(c), line };
  }
  return left;
}

function parseMultiplicative(c: Cursor): Expression {
  let left = parseUnary(c);
  while (sees(c, '*') || sees(c, '/') || sees(c, '%')) {
    const { text, line } = advance(c);
    skipNewlines(c);
    left = { kind: 'binary', operator: text, left, right: parseUnary(c), line };
  }
  return left;
}

function parseUnary(c: Cursor): Expression {
  if (sees(c, '!') || sees(c, '-') || sees(c, '+')) {
    const operator = advance(c).text as '!' | '-' | '+';
    return { kind: 'unary', operator, operand: parseUnary(c) };
  }
  return parsePower(c);
}

function parsePower(c: Cursor): Expression {
  let left = parsePostfix(c);
  while (sees(c, '^')) {
    const { line } = advance(c);
    const right = sees(c, '-') || sees(c, '+') || sees(c, '!') ? parseUnary(c) : parsePostfix(c);
    left = { kind: 'binary', operator: '^', left, right, line };
  }
  return left;
}

function parsePostfix(c: Cursor): Expression {
  const operand = parsePrimary(c);
  if (isLvalue(operand) && (sees(c, '++') || sees(c, '--'))) {
    return { kind: 'step', by: advance(c).text === '++' ? 1 : -1, before: false, target: operand };
  }
  return operand;
}

function parsePrimary(c: Cursor): Expression {
  const { token } = c;
  switch (token.kind) {
    case 'number':
      advance(c);
      return { kind: 'number', value: numberOf(token.text) };
    case 'string':
      advance(c);
      return { kind: 'string', value: token.text };
    case 'name':
      return parseVariable(c);
    case 'function': {
      advance(c);
      return { kind: 'call', name: token.text, args: parseArguments(c), line: token.line };
    }
    case 'builtin':
      return parseBuiltin(c);
    case 'keyword':
      if (token.text === 'getline') return parseGetline(c);
      return unexpected(c);
    case 'operator':
      return parseOperatorPrimary(c);
    default:
      return unexpected(c);
  }
}

/** A leading zero makes a number octal. */
function numberOf(text: string): number {
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

function parseOperatorPrimary(c: Cursor): Expression {
  if (accept(c, '$')) {
    const index =
      sees(c, '++') || sees(c, '--') || sees(c, '-') || sees(c, '+') || sees(c, '!')
        ? parseUnary(c)
        : parsePrimary(c);
    return { kind: 'field', index };
  }
  if (sees(c, '++') || sees(c, '--')) {
    const by = advance(c).text === '++' ? 1 : -1;
    const target = parsePrimary(c);
    return isLvalue(target) ? { kind: 'step', by, before: true, target } : unexpected(c);
  }
  if (sees(c, '-') || sees(c, '+') || sees(c, '!')) return parseUnary(c);
  if (sees(c, '/') || sees(c, '/=')) {
    const source = c.lexer.regex(c.token.at);
    c.token = c.lexer.next();
    return { kind: 'regex', source };
  }
  if (!accept(c, '(')) return unexpected(c);
  const items = parseList(c, ')');
  if (items.length === 0) return unexpected(c);
  return { kind: 'group', items };
}

/** Expressions up to a closing bracket, which is taken. */
function parseList(c: Cursor, close: string): Expression[] {
  const items: Expression[] = [];
  skipNewlines(c);
  while (!sees(c, close)) {
    items.push(parseExpression(c));
    skipNewlines(c);
    if (!accept(c, ',')) break;
    skipNewlines(c);
  }
  expect(c, close);
  return items;
}

function parseArguments(c: Cursor): Expression[] {
  expect(c, '(');
  return parseList(c, ')');
}

function parseVariable(c: Cursor): Lvalue {
  const array = variable(c, advance(c));
  if (!accept(c, '[')) return array;
  return { kind: 'element', array, subscripts: parseList(c, ']') };
}

export function variable(c: Cursor, { kind, text, line }: Token): Variable {
  if (kind !== 'name') throw new AwkError('Unexpected token', line);
  const local = c.parameters.indexOf(text);
  return { kind: 'variable', name: text, local: local < 0 ? undefined : local };
}

function parseBuiltin(c: Cursor): Expression {
  const { text: name, line } = advance(c);
  const args = sees(c, '(') ? parseArguments(c) : name === 'length' ? [] : unexpected(c);
  return { kind: 'builtin', name, args, line };
}

function parseGetline(c: Cursor): Expression {
  advance(c);
  const target = optionalLvalue(c);
  if (!accept(c, '<')) return { kind: 'getline', from: 'main', source: undefined, target };
  return { kind: 'getline', from: 'file', source: parsePostfix(c), target };
}

function optionalLvalue(c: Cursor): Lvalue | undefined {
  if (c.token.kind === 'name') return parseVariable(c);
  if (!sees(c, '$')) return undefined;
  const field = parsePrimary(c);
  return isLvalue(field) ? field : undefined;
}
