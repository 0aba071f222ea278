/** jq's functions that are more than values in, value out: streams, paths, inputs, ends. */
import type { Call, Native } from './evaluate.ts';
import { dumpJson } from './json.ts';
import type { ValueFunction } from './natives.ts';
import { made, NOWHERE, type Out, type Outputs, PAUSE } from './output.ts';
import { getPath } from './paths.ts';
import type { Node } from './syntax.ts';
import { pathsOf } from './update.ts';
import { fail, isArray, isNumber, JqError, numberOf, type Value } from './values.ts';

/** What the program's surroundings do for it. */
export interface Surroundings {
  /** The next input; undefined where there is none, `LATER` where it has to be read first: a pause does that. */
  nextInput(): Value | undefined | typeof LATER;
  /** Prints a line to stderr. */
  complain(text: string): void;
  readonly fileName: () => string | null;
  /** How many lines of the file were read. */
  readonly lines: () => number;
}

export const LATER = Symbol('later');

/** Ends jq from inside. */
export class HaltProgram {
  readonly status: number;
  readonly value: Value | undefined;
  constructor(status: number, value: Value | undefined) {
    this.status = status;
    this.value = value;
  }
}

/** A function over values as one over programs: the last argument is the outer loop. */
function lifted(name: string, run: ValueFunction): Native {
  return function* (call) {
    if (name === 'getpath/1') yield* getpath(call);
    else yield* combine(call, run, call.args.length, []);
  };
}

function* combine(call: Call, run: ValueFunction, count: number, values: readonly Value[]): Outputs {
  if (count === 0) {
    yield made(run(call.input, ...values), call.path);
    return;
  }
  for (const out of call.machine.values(call.args[count - 1]!, call.env, call.input)) {
    if (out === PAUSE) yield PAUSE;
    else yield* combine(call, run, count - 1, [out.value, ...values]);
  }
}

/** `getpath` is a path itself. */
function* getpath(call: Call): Outputs {
  const { machine, env, args, input, path } = call;
  for (const out of machine.values(args[0]!, env, input)) {
    if (out === PAUSE) {
      yield PAUSE;
      continue;
    }
    const keys = isArray(out.value) ? out.value : fail('Path must be specified as an array');
    let value: Value;
    try {
      value = getPath(input, keys);
    } catch (error) {
      if (!(error instanceof JqError) || path === undefined) throw error;
      value = null;
    }
    if (path === NOWHERE) fail(`Invalid path expression with result ${dumpJson(input)}`);
    yield { value, path: path && [...path, ...keys] };
  }
}

function* range(call: Call): Outputs {
  const { machine, env, args, input } = call;
  const number = (value: Value) => (isNumber(value) ? numberOf(value) : fail('Range bounds must be numeric'));
  const zero: Node = { kind: 'literal', value: 0 };
  const one: Node = { kind: 'literal', value: 1 };
  const [from, to, by] = args.length === 1 ? [zero, args[0]!, one] : [args[0]!, args[1]!, args[2] ?? one];
  for (const start of machine.values(from, env, input)) {
    if (start === PAUSE) {
      yield PAUSE;
      continue;
    }
    for (const end of machine.values(to, env, input)) {
      if (end === PAUSE) {
        yield PAUSE;
        continue;
      }
      for (const step of machine.values(by, env, input)) {
        if (step === PAUSE) {
          yield PAUSE;
          continue;
        }
        const last = number(end.value);
        const width = number(step.value);
        for (
          let at = number(start.value);
          width > 0 ? at < last : width < 0 ? at > last : at < last;
          at += width
        ) {
          if (machine.tick()) yield PAUSE;
          yield made(at, call.path);
        }
      }
    }
  }
}

function* limit(call: Call): Outputs {
  const { machine, env, args, input, path } = call;
  for (const most of machine.values(args[0]!, env, input)) {
    if (most === PAUSE) {
      yield PAUSE;
      continue;
    }
    let left = isNumber(most.value) ? numberOf(most.value) : fail('Invalid arguments to limit');
    // A negative limit is none, as in 1.7.
    if (left === 0) continue;
    for (const out of machine.run(args[1]!, env, input, path)) {
      yield out;
      if (out !== PAUSE && --left === 0) break;
    }
  }
}

function* first({ machine, env, args, input, path }: Call): Outputs {
  for (const out of machine.run(args[0]!, env, input, path)) {
    yield out;
    if (out !== PAUSE) return;
  }
}

function* last({ machine, env, args, input, path }: Call): Outputs {
  let found: Out | undefined;
  for (const out of machine.run(args[0]!, env, input, path)) {
    if (out === PAUSE) yield PAUSE;
    else found = out;
  }
  if (found) yield found;
}

function* isempty(call: Call): Outputs {
  for (const out of call.machine.values(call.args[0]!, call.env, call.input)) {
    if (out === PAUSE) yield PAUSE;
    else {
      yield made(false, call.path);
      return;
    }
  }
  yield made(true, call.path);
}

function* paths(call: Call): Outputs {
  for (const found of pathsOf(call.machine, call.args[0]!, call.env, call.input)) {
    if (found === PAUSE) yield PAUSE;
    else yield made(found, call.path);
  }
}

function* until({ machine, env, args, input, path }: Call): Outputs {
  let at: Out = { value: input, path };
  for (;;) {
    if (machine.tick()) yield PAUSE;
    let done = false;
    for (const out of machine.values(args[0]!, env, at.value)) {
      if (out === PAUSE) yield PAUSE;
      else {
        done = out.value !== null && out.value !== false;
        break;
      }
    }
    if (done) break;
    let next: Out | undefined;
    for (const out of machine.run(args[1]!, env, at.value, at.path)) {
      if (out === PAUSE) yield PAUSE;
      else {
        next = out;
        break;
      }
    }
    if (!next) return;
    at = next;
  }
  yield at;
}

/** The functions of a session, by name and number of arguments. */
export function nativesFor(
  values: ReadonlyMap<string, ValueFunction>,
  surroundings: Surroundings,
  names: () => readonly string[],
): Map<string, Native> {
  const natives = new Map<string, Native>();
  for (const [name, run] of values) natives.set(name, lifted(name, run));
  const value = (name: string, run: (call: Call) => Value) =>
    natives.set(name, function* (call) {
      yield made(run(call), call.path);
    });
  natives.set('range/1', range);
  natives.set('range/2', range);
  natives.set('range/3', range);
  natives.set('limit/2', limit);
  natives.set('first/1', first);
  natives.set('last/1', last);
  natives.set('until/2', until);
  natives.set('isempty/1', isempty);
  natives.set('path/1', paths);
  natives.set('input/0', function* (call) {
    let next = surroundings.nextInput();
    for (; next === LATER; next = surroundings.nextInput()) yield PAUSE;
    // jq's word for it: programs catch it.
    yield made(next === undefined ? fail('break') : next, call.path);
  });
  natives.set('inputs/0', function* (call) {
    for (;;) {
      const next = surroundings.nextInput();
      if (next === undefined) return;
      if (next === LATER || call.machine.tick()) yield PAUSE;
      if (next !== LATER) yield made(next, call.path);
    }
  });
  natives.set('debug/0', function* ({ input, path }) {
    surroundings.complain(`["DEBUG:",${dumpJson(input)}]\n`);
    yield { value: input, path };
  });
  natives.set('stderr/0', function* ({ input, path }) {
    surroundings.complain(typeof input === 'string' ? input : dumpJson(input));
    yield { value: input, path };
  });
  value('input_filename/0', () => surroundings.fileName());
  value('input_line_number/0', () => surroundings.lines());
  value('builtins/0', () => [...names()]);
  value('halt/0', () => {
    throw new HaltProgram(0, undefined);
  });
  natives.set('halt_error/1', function* ({ machine, env, args, input }) {
    for (const out of machine.values(args[0]!, env, input)) {
      if (out === PAUSE) yield PAUSE;
      else if (!isNumber(out.value)) fail('halt_error/1: number required');
      else throw new HaltProgram(numberOf(out.value), input);
    }
  });
  return natives;
}
