/** awk's statements to code. What a statement answers is where to go on, undefined meaning the next one. */
import { all, type Code, map, map2, prompt, run, type Step, wait, waiting } from './code.ts';
import { type Compiler, compileCell, compilePlace, compileSubscripts } from './compile-place.ts';
import { formatAwk } from './format.ts';
import type { Machine } from './machine.ts';
import { walkOrder } from './order.ts';
import type { Redirection, Statement } from './syntax.ts';
import { isTrue, toNumber, toText, type Value } from './values.ts';

export type Flow = undefined | 'break' | 'continue' | 'next' | 'nextfile' | 'exit' | 'return';

/** Where a function's result is left. */
export interface StatementCompiler extends Compiler {
  readonly result: { value: Value };
}

export function compileStatement(c: StatementCompiler, s: Statement): Code<Flow> {
  const { machine: m } = c;
  switch (s.kind) {
    case 'expression':
      return map(c.expression(s.value), () => undefined);
    case 'print':
    case 'printf':
      return compilePrint(c, s);
    case 'block':
      return compileBlock(s.body.map((each) => compileStatement(c, each)));
    case 'if':
      return compileIf(c, s);
    case 'while':
    case 'do':
      return compileLoop(c, {
        test: c.expression(s.test),
        body: compileStatement(c, s.body),
        step: undefined,
        testsFirst: s.kind === 'while',
      });
    case 'for': {
      const start = s.start && compileStatement(c, s.start);
      const loop = compileLoop(c, {
        test: s.test && c.expression(s.test),
        body: compileStatement(c, s.body),
        step: s.step && compileStatement(c, s.step),
        testsFirst: true,
      });
      return start ? compileBlock([start, loop]) : loop;
    }
    case 'each':
      return compileEach(c, s);
    case 'delete':
      return compileDelete(c, s);
    case 'return':
    case 'exit':
      return compileLeave(c, s);
    default: {
      const { kind } = s;
      return prompt(() => kind);
    }
  }

  function compileLeave(
    { result }: StatementCompiler,
    { kind, value }: Extract<Statement, { kind: 'return' | 'exit' }>,
  ): Code<Flow> {
    const keep = (given: Value): Flow => {
      if (kind === 'return') result.value = given;
      else if (value) m.exitCode = Math.trunc(toNumber(given)) & 0xff;
      return kind;
    };
    return value ? map(c.expression(value), keep) : prompt(() => keep(undefined));
  }
}

function compileBlock(codes: readonly Code<Flow>[]): Code<Flow> {
  const prompts = codes.map(({ now }) => now);
  if (prompts.every((now) => now !== undefined)) {
    return prompt(() => {
      for (const now of prompts) {
        const flow = now!();
        if (flow) return flow;
      }
      return undefined;
    });
  }
  return waiting(function* () {
    for (const code of codes) {
      const flow = yield* run(code);
      if (flow) return flow;
    }
    return undefined;
  });
}

function compileIf(c: StatementCompiler, s: Extract<Statement, { kind: 'if' }>): Code<Flow> {
  const test = c.expression(s.test);
  const then = compileStatement(c, s.then);
  const otherwise = s.otherwise ? compileStatement(c, s.otherwise) : prompt((): Flow => undefined);
  const [a, b, d] = [test.now, then.now, otherwise.now];
  if (a && b && d) return prompt(() => (isTrue(a()) ? b() : d()));
  return waiting(function* () {
    return yield* run(isTrue(yield* run(test)) ? then : otherwise);
  });
}

interface Loop {
  readonly test: Code<Value> | undefined;
  readonly body: Code<Flow>;
  readonly step: Code<Flow> | undefined;
  readonly testsFirst: boolean;
}

/** Loops are steps: a long one lets others run and what it prints out. */
function compileLoop({ machine }: StatementCompiler, { test, body, step, testsFirst }: Loop): Code<Flow> {
  return waiting(function* (): Step<Flow> {
    for (let first = true; ; first = false) {
      if (test && (testsFirst || !first) && !isTrue(yield* run(test))) return undefined;
      const flow = yield* run(body);
      if (flow === 'break') return undefined;
      if (flow && flow !== 'continue') return flow;
      if (step) yield* run(step);
      yield* wait(machine.streams.pump());
    }
  });
}

function compileEach(c: StatementCompiler, s: Extract<Statement, { kind: 'each' }>): Code<Flow> {
  const place = compilePlace(c, s.variable);
  const cell = compileCell(c, s.array);
  const body = compileStatement(c, s.body);
  return waiting(function* (): Step<Flow> {
    // The keys that there are at the beginning.
    for (const key of walkOrder(cell().asArray().keys())) {
      (yield* run(place)).set(key);
      const flow = yield* run(body);
      if (flow === 'break') return undefined;
      if (flow && flow !== 'continue') return flow;
      yield* wait(c.machine.streams.pump());
    }
    return undefined;
  });
}

function compileDelete(c: StatementCompiler, s: Extract<Statement, { kind: 'delete' }>): Code<Flow> {
  const cell = compileCell(c, s.array);
  if (!s.subscripts) {
    return prompt(() => {
      cell().asArray().clear();
      return undefined;
    });
  }
  return map(compileSubscripts(c, s.subscripts), (key) => {
    cell().asArray().delete(key);
    return undefined;
  });
}

function compilePrint(c: StatementCompiler, s: Extract<Statement, { kind: 'print' | 'printf' }>): Code<Flow> {
  const { machine: m } = c;
  const text = map(all(s.args.map((arg) => c.expression(arg))), (values) =>
    s.kind === 'printf' ? formatted(m, values) : printed(m, values),
  );
  if (!s.to) {
    return map(text, (out) => {
      m.io.put(out);
      return undefined;
    });
  }
  const to: Redirection = s.to;
  return map2(text, c.expression(to.target), (out, target) => {
    m.streams.write(to.kind, m.textOf(target), out);
    return undefined;
  });
}

function formatted(m: Machine, [format, ...values]: readonly Value[]): string {
  return formatAwk(m.textOf(format), values, m.text('CONVFMT'), 1);
}

function printed(m: Machine, values: readonly Value[]): string {
  const end = m.text('ORS');
  if (values.length === 0) return m.fields.text() + end;
  const format = m.text('OFMT');
  if (values.length === 1) return toText(values[0], format) + end;
  return values.map((value) => toText(value, format)).join(m.text('OFS')) + end;
}
