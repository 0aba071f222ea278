/** What expressions are made of: variables, fields and elements as places, subscripts, regular expressions. */
import { all, type Code, map, prompt, type Step } from './code.ts';
import type { Cell } from './heap.ts';
import type { Machine } from './machine.ts';
import { AwkError, type Expression, type Lvalue, type Variable } from './syntax.ts';
import { toNumber, type Value } from './values.ts';

/** What the compiler has at hand. */
export interface Compiler {
  readonly machine: Machine;
  /** Calls a function of the program with its variables. */
  call(name: string, line: number): (frame: Cell[]) => Step<Value>;
  /** How many parameters it has. */
  parameters(name: string): number;
  /** The code of an expression within another. */
  expression(e: Expression): Code<Value>;
}

/** A place for a value. */
export interface Place {
  get(): Value;
  set(value: Value): void;
}

/** An expression that stands for a regular expression: its text. */
export function compileRegexOperand(c: Compiler, e: Expression): Code<string> {
  if (e.kind === 'regex') {
    c.machine.regex(e.source);
    return prompt(() => e.source);
  }
  return map(c.expression(e), (value) => c.machine.textOf(value));
}

export function compileCell({ machine }: Compiler, { name, local }: Variable): () => Cell {
  if (local !== undefined) return () => machine.frame[local]!;
  const cell = machine.global(name);
  return () => cell;
}

/** Subscripts as one key. */
export function compileSubscripts(c: Compiler, subscripts: readonly Expression[]): Code<string> {
  const { machine: m } = c;
  const codes = subscripts.map((each) => c.expression(each));
  if (codes.length === 1) return map(codes[0]!, (value) => m.textOf(value));
  return map(all(codes), (values) => values.map((value) => m.textOf(value)).join(m.text('SUBSEP')));
}

export function compilePlace(c: Compiler, e: Lvalue): Code<Place> {
  const { machine: m } = c;
  if (e.kind === 'variable') {
    const place = e.local === undefined && e.name === 'NF' ? fieldCount(m) : cellPlace(compileCell(c, e));
    return prompt(() => place);
  }
  if (e.kind === 'field') {
    return map(c.expression(e.index), (value) => {
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
      cell().assign(value);
    },
  };
}

function fieldCount({ fields }: Machine): Place {
  return {
    get: () => fields.count(),
    set: (value) => fields.resize(Math.max(0, Math.trunc(toNumber(value)))),
  };
}

export function fieldIndex(value: Value): number {
  const index = Math.trunc(toNumber(value));
  if (index < 0) throw new AwkError('Access to negative field', 1);
  return index;
}
