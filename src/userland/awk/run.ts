/** Runs an awk program: BEGIN, the records, END. */
import { isPromise } from '../../base/index.ts';
import type { Io } from '../io.ts';
import { type Code, drive, map, prompt, run, type Step, wait, waiting } from './code.ts';
import { compileExpression } from './compile-expression.ts';
import { compileStatement, type Flow, type StatementCompiler } from './compile-statement.ts';
import type { Cell } from './heap.ts';
import type { Machine } from './machine.ts';
import { AwkError, type Program, type Rule } from './syntax.ts';
import { isTrue, type Value } from './values.ts';

/** Functions within functions; more would not fit the stack. */
const DEEPEST = 2000;

/** Leaves a function's caller as well: `next` and `exit` within functions. */
class Leave {
  readonly flow: Flow;
  constructor(flow: Flow) {
    this.flow = flow;
  }
}

export async function runAwk(io: Io, program: Program, machine: Machine): Promise<number> {
  const compiler = createCompiler(program, machine);
  const compile = (kind: Rule['kind'][]) =>
    program.rules.filter((rule) => kind.includes(rule.kind)).map((rule) => compileRule(compiler, rule));
  const begin = compile(['begin']);
  const rules = compile(['always', 'pattern', 'range']);
  const end = compile(['end']);
  let flow = await section(begin);
  if (flow !== 'exit' && (rules.length > 0 || end.length > 0)) flow = await records();
  if (flow !== 'left') await section(end);
  await machine.streams.closeAll();
  await io.flush();
  return machine.exitCode;

  async function section(codes: readonly Code<Flow>[]): Promise<Flow | 'left'> {
    for (const code of codes) {
      const left = await drive(guarded(code));
      if (left === 'exit') return 'exit';
    }
    return undefined;
  }

  async function records(): Promise<Flow> {
    for (;;) {
      const next = machine.nextRecord();
      const record = isPromise(next) ? await next : next;
      if (record === undefined) return undefined;
      machine.fields.setRecord(record);
      for (const code of rules) {
        const left = code.now ? code.now() : await drive(guarded(code));
        if (left === undefined) continue;
        if (left === 'exit') return 'exit';
        if (left === 'nextfile') await machine.skipFile();
        break;
      }
      const pumped = machine.streams.pump();
      if (isPromise(pumped)) await pumped;
    }
  }
}

function* guarded(code: Code<Flow>): Step<Flow> {
  try {
    return yield* run(code);
  } catch (error) {
    if (error instanceof Leave) return error.flow;
    throw error;
  }
}

function createCompiler(program: Program, machine: Machine): StatementCompiler {
  const bodies = new Map<string, Code<Flow>>();
  const compiler: StatementCompiler = {
    machine,
    result: { value: undefined as Value },
    parameters: (name) => program.functions.get(name)?.parameters.length ?? 0,
    expression: (e) => compileExpression(compiler, e),
    call(name, line) {
      const definition = program.functions.get(name);
      if (!definition) throw new AwkError('Call to undefined function', line);
      return (frame) => callFunction(name, frame);
    },
  };

  function* callFunction(name: string, frame: Cell[]): Step<Value> {
    // Compiled on the first call: functions may call one another.
    let body = bodies.get(name);
    if (!body) {
      body = compileStatement(compiler, program.functions.get(name)!.body);
      bodies.set(name, body);
    }
    if (machine.depth >= DEEPEST) throw new AwkError('Functions are nested too deeply', 1);
    machine.depth++;
    machine.frame = frame;
    compiler.result.value = undefined;
    try {
      const flow = yield* run(body);
      if (flow === 'next' || flow === 'nextfile' || flow === 'exit') throw new Leave(flow);
      yield* wait(machine.streams.pump());
      const { value } = compiler.result;
      compiler.result.value = undefined;
      return flow === 'return' ? value : undefined;
    } finally {
      machine.depth--;
    }
  }
  return compiler;
}

function compileRule(c: StatementCompiler, rule: Rule): Code<Flow> {
  const body = rule.body
    ? compileStatement(c, rule.body)
    : compileStatement(c, { kind: 'print', args: [], to: undefined });
  if (!rule.first) return body;
  const first = map(c.expression(rule.first), isTrue);
  if (!rule.last) return when(first, body);
  const last = map(c.expression(rule.last), isTrue);
  let active = false;
  const inRange = waiting(function* (): Step<boolean> {
    if (!active && !(yield* run(first))) return false;
    active = !(yield* run(last));
    return true;
  });
  const [a, b] = [first.now, last.now];
  if (!a || !b) return when(inRange, body);
  const test = prompt(() => {
    if (!active && !a()) return false;
    active = !b();
    return true;
  });
  return when(test, body);
}

function when(test: Code<boolean>, body: Code<Flow>): Code<Flow> {
  const [a, b] = [test.now, body.now];
  if (a && b) return prompt(() => (a() ? b() : undefined));
  return waiting(function* (): Step<Flow> {
    return (yield* run(test)) ? yield* run(body) : undefined;
  });
}
