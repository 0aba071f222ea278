/** awk's expressions to code. */
import { compileBuiltin } from './builtins.ts';
import { all, type Code, map, map2, prompt, run, type Step, waiting } from './code.ts';
import { compileCall, compileGetline } from './compile-call.ts';
import type { Machine } from './machine.ts';
import { AwkError, type Expression, type Lvalue, type Variable } from './syntax.ts';
import { type Cell, compare, isTrue, toNumber, type Value } from './values.ts';

/** What the compiler has at hand. */
export interface Compiler {
  readonly machine: Machine;
  /** Calls a function of the program with its variables. */
  call(name: string, line: number): (frame: Cell[]) => Step<Value>;
  /** How many parameters it has. */
  parameters(name: string): number;
}

/** A place for a value. */
export interface Place {
  get(): Value;
  set(value: Value): void;
}

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

/** An expression that stands for a regular expression: its text. */
export function compileRegexOperand(c: Compiler, e: Expression): Code<string> {
  if (e.kind === 'regex') {
    c.machine.regex(e.source);
    return prompt(() => e.source);
  }
  return map(compileExpression(c, e), (value) => c.machine.textOf(value));
}

export function compileCell({ machine }: Compiler, { name, local }: Variable): () => Cell {
  if (local !== undefined) return () => machine.frame[local]!;
  const cell = machine.global(name);
  return () => cell;
}

/** Subscripts as one key. */
export function compileSubscripts(c: Compiler, subscripts: readonly Expression[]): Code<string> {
  const { machine: m } = c;
  const codes = subscripts.map((each) => compileExpression(c, each));
  if (codes.length === 1) return map(codes[0]!, (value) => m.textOf(value));
  return map(all(codes), (values) => values.map((value) => m.textOf(value)).join(m.text('SUBSEP')));
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

export function compilePlace(c: Compiler, e: Lvalue): Code<Place> {
  const { machine: m } = c;
  if (e.kind === 'variable') {
    const place = e.local === undefined && e.name === 'NF' ? fieldCount(m) : cellPlace(compileCell(c, e));
    return prompt(() => place);
  }
  if (e.kind === 'field') {
    return map(compileExpression(c, e.index), (value) => {
      const index = fieldIndex(value);
      return {
        get: () => m.fields.get(index),
        set: (text) => (index === 0 ? m.fields.setRecord(m.textOf(text)) : m.fields.set(index, text)),
      };
    });
  }
  const cell = compileCell(c, e.array);
  return map(compileSubscripts(c, e.subscripts), (key) => {
    const array = cell().asArray();
    return { get: () => array.get(key), set: (value) => void array.set(key, value) };
  });
}

function cellPlace(cell: () => Cell): Place {
  return {
    get: () => cell().value,
    set(value) {
      cell().value = value;
    },
  };
}

function fieldCount({ fields }: Machine): Place {
  return {
    get: () => fields.count(),
    set: (value) => fields.resize(Math.max(0, Math.trunc(toNumber(value)))),
  };
}

function fieldIndex(value: Value): number {
  const index = Math.trunc(toNumber(value));
  if (index < 0) throw new AwkError('Access to negative field', 1);
  return index;
}

function compileUnary(operator: string, operand: Code<Value>): Code<Value> {
  if (operator === '!') return map(operand, (value) => (isTrue(value) ? 0 : 1));
  return operator === '-' ? map(operand, (value) => -toNumber(value)) : map(operand, toNumber);
}

type Binary = (a: Value, b: Value) => Value;

export function binary(m: Machine, operator: string, line: number): Binary {
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
