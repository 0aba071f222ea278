/** awk's expressions to code. */
import { compileBuiltin } from './builtins.ts';
import { type Code, map, map2, prompt, run, waiting } from './code.ts';
import { compileCall, compileGetline } from './compile-call.ts';
import {
  type Compiler,
  compileCell,
  compilePlace,
  compileRegexOperand,
  compileSubscripts,
  fieldIndex,
} from './compile-place.ts';
import type { Machine } from './machine.ts';
import { AwkError, type Expression, type Lvalue } from './syntax.ts';
import { compare, isTrue, toNumber, type Value } from './values.ts';

export function compileExpression(c: Compiler, e: Expression): Code<Value> {
  const { machine: m } = c;
  const compile = (inner: Expression) => compileExpression(c, inner);
  switch (e.kind) {
    case 'number':
    case 'string': {
      const { value } = e;
      return prompt(() => value);
    }
    case 'regex': {
      const { source } = e;
      // A bad one is bad from the start.
      m.regex(source);
      return prompt(() => (m.regex(source).test(m.fields.text()) ? 1 : 0));
    }
    case 'variable':
    case 'field':
    case 'element':
      return compileRead(c, e);
    case 'group':
      if (e.items.length > 1) throw new AwkError('Unexpected token', 1);
      return compile(e.items[0]!);
    case 'in': {
      const cell = compileCell(c, e.array);
      return map(compileSubscripts(c, e.subscripts), (key) => (cell().asArray().has(key) ? 1 : 0));
    }
    case 'unary':
      return compileUnary(e.operator, compile(e.operand));
    case 'binary':
      return map2(compile(e.left), compile(e.right), binary(m, e.operator, e.line));
    case 'and':
    case 'or':
      return compileLogical(e.kind, compile(e.left), compile(e.right));
    case 'choice':
      return compileChoice(compile(e.test), compile(e.then), compile(e.otherwise));
    case 'match': {
      const { negated } = e;
      return map2(compile(e.text), compileRegexOperand(c, e.regex), (text, source) =>
        m.regex(source).test(m.textOf(text)) !== negated ? 1 : 0,
      );
    }
    case 'assign':
      return compileAssignment(c, e);
    case 'step': {
      const { by, before } = e;
      return map(compilePlace(c, e.target), (place) => {
        const old = toNumber(place.get());
        place.set(old + by);
        return before ? old + by : old;
      });
    }
    case 'call':
      return compileCall(c, e);
    case 'builtin':
      return compileBuiltin(c, e);
    case 'getline':
      return compileGetline(c, e);
  }
}

/** Reading a place needs no place. */
function compileRead(c: Compiler, e: Lvalue): Code<Value> {
  const { machine: m } = c;
  if (e.kind === 'variable') {
    if (e.local === undefined && e.name === 'NF') return prompt(() => m.fields.count());
    const cell = compileCell(c, e);
    return prompt(() => cell().value);
  }
  if (e.kind === 'field')
    return map(compileExpression(c, e.index), (index) => m.fields.get(fieldIndex(index)));
  const cell = compileCell(c, e.array);
  return map(compileSubscripts(c, e.subscripts), (key) => {
    const array = cell().asArray();
    // Asking for an element makes it.
    if (!array.has(key)) array.set(key, undefined);
    return array.get(key);
  });
}

function compileUnary(operator: string, operand: Code<Value>): Code<Value> {
  if (operator === '!') return map(operand, (value) => (isTrue(value) ? 0 : 1));
  return operator === '-' ? map(operand, (value) => -toNumber(value)) : map(operand, toNumber);
}

type Binary = (a: Value, b: Value) => Value;

function binary(m: Machine, operator: string, line: number): Binary {
  const arithmetic =
    (apply: (a: number, b: number) => number): Binary =>
    (a, b) =>
      apply(toNumber(a), toNumber(b));
  const comparison =
    (holds: (order: number) => boolean): Binary =>
    (a, b) =>
      holds(compare(a, b, m.text('CONVFMT'))) ? 1 : 0;
  const divisor = (value: number): number => {
    if (value === 0) throw new AwkError('Division by zero', line);
    return value;
  };
  switch (operator) {
    case ' ':
      return (a, b) => m.textOf(a) + m.textOf(b);
    case '+':
      return arithmetic((a, b) => a + b);
    case '-':
      return arithmetic((a, b) => a - b);
    case '*':
      return arithmetic((a, b) => a * b);
    case '/':
      return arithmetic((a, b) => a / divisor(b));
    case '%':
      return arithmetic((a, b) => a % divisor(b));
    case '^':
      return arithmetic((a, b) => a ** b);
    case '<':
      return comparison((order) => order < 0);
    case '<=':
      return comparison((order) => order <= 0);
    case '==':
      return comparison((order) => order === 0);
    case '!=':
      return comparison((order) => order !== 0);
    case '>':
      return comparison((order) => order > 0);
    default:
      return comparison((order) => order >= 0);
  }
}

function compileLogical(kind: 'and' | 'or', left: Code<Value>, right: Code<Value>): Code<Value> {
  const decided = kind === 'or';
  const [a, b] = [left.now, right.now];
  if (a && b) return prompt(() => (isTrue(a()) === decided ? Number(decided) : Number(isTrue(b()))));
  return waiting(function* () {
    if (isTrue(yield* run(left)) === decided) return Number(decided);
    return Number(isTrue(yield* run(right)));
  });
}

function compileChoice(test: Code<Value>, then: Code<Value>, otherwise: Code<Value>): Code<Value> {
  const [a, b, c] = [test.now, then.now, otherwise.now];
  if (a && b && c) return prompt(() => (isTrue(a()) ? b() : c()));
  return waiting(function* () {
    return yield* run(isTrue(yield* run(test)) ? then : otherwise);
  });
}

function compileAssignment(c: Compiler, e: Extract<Expression, { kind: 'assign' }>): Code<Value> {
  const value = compileExpression(c, e.value);
  const apply = e.operator === '' ? undefined : binary(c.machine, e.operator, e.line);
  return map2(compilePlace(c, e.target), value, (place, right) => {
    const result = apply ? apply(place.get(), right) : right;
    place.set(result);
    return result;
  });
}
