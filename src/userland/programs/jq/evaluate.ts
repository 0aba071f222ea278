/**
 * Runs jq's programs: each expression makes of one input any number of outputs, one at a time.
 *
 * Outputs come from generators, so that endless programs run and `limit` stops them. Now and then a
 * generator yields `PAUSE`, which everyone passes on: whoever drives the program lets others in then.
 */
import { calculate } from './arithmetic.ts';
import { bindSource } from './bind.ts';
import { type Env, findFunction, findLabel, findVariable, withVariable } from './environment.ts';
import { fold } from './fold.ts';
import { formatted } from './formats.ts';
import { dumpJson } from './json.ts';
import { brief, made, NOWHERE, type Out, type Outputs, PAUSE, type Path, type Runner } from './output.ts';
import { getIndex, sliceKey } from './paths.ts';
import type { Definition, Node } from './syntax.ts';
import { update } from './update.ts';
import { fail, isArray, isNumber, isObject, isTrue, JqError, numberOf, shown, type Value } from './values.ts';

/** A built-in function over programs; it gets what a call needs. */
export type Native = (call: Call) => Outputs;
export interface Call {
  readonly machine: Runner;
  readonly env: Env | undefined;
  readonly args: readonly Node[];
  readonly input: Value;
  readonly path: Path | undefined;
}

/** Leaves for a label. */
class Break {
  readonly mark: object;
  constructor(mark: object) {
    this.mark = mark;
  }
}

const STEPS_BETWEEN_PAUSES = 2048;

export class Machine implements Runner {
  readonly #natives: ReadonlyMap<string, Native>;
  readonly #library: ReadonlyMap<string, Definition>;
  /** What the library's functions see: the variables of the command line. */
  readonly #globals: Env | undefined;
  #steps = 0;

  constructor(
    natives: ReadonlyMap<string, Native>,
    library: ReadonlyMap<string, Definition>,
    globals: Env | undefined,
  ) {
    this.#natives = natives;
    this.#library = library;
    this.#globals = globals;
  }

  /** True when it is time for a pause. */
  tick(): boolean {
    return ++this.#steps % STEPS_BETWEEN_PAUSES === 0;
  }

  *run(node: Node, env: Env | undefined, input: Value, path: Path | undefined): Outputs {
    switch (node.kind) {
      case 'identity':
        yield { value: input, path };
        return;
      case 'empty':
        return;
      case 'literal':
        yield made(node.value, path);
        return;
      case 'variable':
        yield made(this.#variable(env, node.name), path);
        return;
      case 'pipe':
        for (const out of this.run(node.left, env, input, path)) {
          if (out === PAUSE) yield PAUSE;
          else yield* this.run(node.right, env, out.value, out.path);
        }
        return;
      case 'comma':
        yield* this.run(node.left, env, input, path);
        yield* this.run(node.right, env, input, path);
        return;
      case 'index':
        yield* this.#index(node, env, input, path);
        return;
      case 'slice':
        yield* this.#slice(node, env, input, path);
        return;
      case 'iterate':
        for (const out of this.run(node.target, env, input, path)) {
          if (out === PAUSE) yield PAUSE;
          else yield* this.#iterate(out);
        }
        return;
      case 'recurse':
        yield* this.#recurse({ value: input, path });
        return;
      case 'call':
        yield* this.#call(node, env, input, path);
        return;
      case 'binary':
        yield* this.#binary(node, env, input, path);
        return;
      case 'if':
        for (const out of this.values(node.condition, env, input)) {
          if (out === PAUSE) yield PAUSE;
          else if (isTrue(out.value)) yield* this.run(node.then, env, input, path);
          else if (node.otherwise) yield* this.run(node.otherwise, env, input, path);
          else yield { value: input, path };
        }
        return;
      case 'try':
        yield* this.#try(node, env, input, path);
        return;
      case 'as':
        yield* bindSource(this, node, env, input, path);
        return;
      case 'define':
        yield* this.run(
          node.body,
          { kind: 'function', name: node.definition.name, definition: node.definition, next: env },
          input,
          path,
        );
        return;
      case 'reduce':
      case 'foreach':
        yield* fold(this, node, env, input, path);
        return;
      case 'label': {
        const mark = {};
        try {
          yield* this.run(node.body, { kind: 'label', name: node.name, mark, next: env }, input, path);
        } catch (error) {
          if (!(error instanceof Break) || error.mark !== mark) throw error;
        }
        return;
      }
      case 'break':
        throw new Break(findLabel(env, node.name)!);
      default:
        yield* this.#construct(node, env, input, path);
    }
  }

  /** Outputs whose places do not matter. */
  values(node: Node, env: Env | undefined, input: Value): Outputs {
    return this.run(node, env, input, undefined);
  }

  #variable(env: Env | undefined, name: string): Value {
    const value = findVariable(env, name);
    return value === undefined ? fail(`$${name} is not defined`) : value;
  }

  *#construct(
    node: Extract<Node, { kind: 'array' | 'object' | 'string' | 'format' | 'negate' | 'update' }>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    switch (node.kind) {
      case 'array': {
        const items: Value[] = [];
        if (node.body) {
          for (const out of this.values(node.body, env, input)) {
            if (out === PAUSE) yield PAUSE;
            else items.push(out.value);
          }
        }
        yield made(items, path);
        return;
      }
      case 'object':
        yield* this.#object(node.entries, 0, new Map(), env, input, path);
        return;
      case 'string':
        yield* this.#string(node.parts, node.format, node.parts.length, '', env, input, path);
        return;
      case 'format':
        yield made(formatted(node.name, input), path);
        return;
      case 'negate':
        for (const out of this.values(node.operand, env, input)) {
          if (out === PAUSE) yield PAUSE;
          else if (!isNumber(out.value)) fail(`${shown(out.value, dumpJson)} cannot be negated`);
          else yield made(-numberOf(out.value), path);
        }
        return;
      case 'update':
        yield* update(this, node, env, input, path);
        return;
    }
  }

  /** Objects from entry `at` on; the first entry's outputs vary fastest. */
  *#object(
    entries: readonly { readonly key: Node; readonly value: Node }[],
    at: number,
    object: ReadonlyMap<string, Value>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    const entry = entries[at];
    if (!entry) {
      yield made(object, path);
      return;
    }
    for (const key of this.values(entry.key, env, input)) {
      if (key === PAUSE) {
        yield PAUSE;
        continue;
      }
      const name = key.value;
      if (typeof name !== 'string') return fail(`Cannot use ${shown(name, dumpJson)} as object key`);
      for (const out of this.values(entry.value, env, input)) {
        if (out === PAUSE) yield PAUSE;
        else yield* this.#object(entries, at + 1, new Map(object).set(name, out.value), env, input, path);
      }
    }
  }

  /** A string's parts up to `count`, the last ones varying slowest. */
  *#string(
    parts: readonly (string | Node)[],
    format: string | undefined,
    count: number,
    tail: string,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    if (count === 0) {
      yield made(tail, path);
      return;
    }
    const part = parts[count - 1]!;
    if (typeof part === 'string') {
      yield* this.#string(parts, format, count - 1, part + tail, env, input, path);
      return;
    }
    for (const out of this.values(part, env, input)) {
      if (out === PAUSE) yield PAUSE;
      else {
        const text = formatted(format ?? '@text', out.value);
        yield* this.#string(parts, format, count - 1, text + tail, env, input, path);
      }
    }
  }

  *#index(
    { target, index }: Extract<Node, { kind: 'index' }>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    for (const place of this.run(target, env, input, path)) {
      if (place === PAUSE) {
        yield PAUSE;
        continue;
      }
      for (const key of this.values(index, env, input)) {
        if (key === PAUSE) yield PAUSE;
        else yield this.at(place, key.value);
      }
    }
  }

  *#slice(
    { target, from, to }: Extract<Node, { kind: 'slice' }>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    const none: Node = { kind: 'literal', value: null };
    for (const place of this.run(target, env, input, path)) {
      if (place === PAUSE) {
        yield PAUSE;
        continue;
      }
      for (const end of this.values(to ?? none, env, input)) {
        if (end === PAUSE) {
          yield PAUSE;
          continue;
        }
        for (const start of this.values(from ?? none, env, input)) {
          if (start === PAUSE) yield PAUSE;
          else yield this.at(place, sliceKey(start.value, end.value));
        }
      }
    }
  }

  /** What lies at a key of a place. */
  at({ value, path }: Out, key: Value): Out {
    if (path === NOWHERE)
      return fail(
        `Invalid path expression near attempt to access element ${dumpJson(key)} of ${brief(value)}`,
      );
    return { value: getIndex(value, key), path: path && [...path, key] };
  }

  *#iterate({ value, path }: Out): Outputs {
    if (path === NOWHERE) fail(`Invalid path expression near attempt to iterate through ${brief(value)}`);
    if (isArray(value)) {
      for (let i = 0; i < value.length; i++)
        yield { value: value[i]!, path: path && [...(path as Value[]), i] };
    } else if (isObject(value)) {
      for (const [key, item] of value) yield { value: item, path: path && [...(path as Value[]), key] };
    } else fail(`Cannot iterate over ${value === null ? 'null' : shown(value, dumpJson)}`);
  }

  *#recurse(out: Out): Outputs {
    // A stack of its own: values may nest deeper than calls.
    const stack: Out[] = [out];
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (this.tick()) yield PAUSE;
      yield top;
      if (!isArray(top.value) && !isObject(top.value)) continue;
      const inner = [...this.#iterate(top)] as Out[];
      for (const each of inner.reverse()) stack.push(each);
    }
  }

  *#binary(
    { operator, left, right }: Extract<Node, { kind: 'binary' }>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    if (operator === '//') {
      yield* this.#alternative(left, right, env, input, path);
      return;
    }
    if (operator === 'and' || operator === 'or') {
      for (const a of this.values(left, env, input)) {
        if (a === PAUSE) yield PAUSE;
        else if (isTrue(a.value) === (operator === 'or')) yield made(operator === 'or', path);
        else {
          for (const b of this.values(right, env, input)) {
            if (b === PAUSE) yield PAUSE;
            else yield made(isTrue(b.value), path);
          }
        }
      }
      return;
    }
    // The right side is the outer loop.
    for (const b of this.values(right, env, input)) {
      if (b === PAUSE) {
        yield PAUSE;
        continue;
      }
      for (const a of this.values(left, env, input)) {
        if (a === PAUSE) yield PAUSE;
        else yield made(calculate(operator, a.value, b.value), path);
      }
    }
  }

  /** All true outputs of the left side; where there are none, those of the right one. */
  *#alternative(
    left: Node,
    right: Node,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    let found = false;
    try {
      for (const out of this.run(left, env, input, path)) {
        if (out === PAUSE) yield PAUSE;
        else if (isTrue(out.value)) {
          found = true;
          yield out;
        }
      }
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
      if (found) return;
    }
    if (!found) yield* this.run(right, env, input, path);
  }

  *#try(
    { body, handler }: Extract<Node, { kind: 'try' }>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    const outputs = this.run(body, env, input, path);
    for (;;) {
      let next: IteratorResult<Out | typeof PAUSE, void>;
      try {
        // Only what goes wrong in the body is caught, not what others do with its outputs.
        next = outputs.next();
      } catch (error) {
        const value = caught(error);
        if (value === undefined) throw error;
        // `error(break)` ends what it is tried in without a word.
        if (isObject(value) && value.has('__jq')) return;
        if (handler) yield* this.run(handler, env, value, path === undefined ? undefined : NOWHERE);
        return;
      }
      if (next.done) return;
      yield next.value;
    }
  }

  *#call(
    { name, args }: Extract<Node, { kind: 'call' }>,
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    if (this.tick()) yield PAUSE;
    const found = findFunction(env, name, args.length);
    if (found?.kind === 'argument') {
      yield* this.run(found.node, found.env, input, path);
      return;
    }
    const key = `${name}/${args.length}`;
    const native = found ? undefined : this.#natives.get(key);
    if (native) {
      yield* native({ machine: this, env, args, input, path });
      return;
    }
    const definition = found?.definition ?? this.#library.get(key);
    if (!definition) return fail(`${key} is not defined`);
    // A function sees what stands before it, and itself.
    yield* this.#enter(definition, 0, found ?? this.#globals, args, env, input, path);
  }

  *#enter(
    definition: Definition,
    at: number,
    inner: Env | undefined,
    args: readonly Node[],
    env: Env | undefined,
    input: Value,
    path: Path | undefined,
  ): Outputs {
    const parameter = definition.parameters[at];
    if (parameter === undefined) {
      yield* this.run(definition.body, inner, input, path);
      return;
    }
    const node = args[at]!;
    if (!parameter.startsWith('$')) {
      const bound: Env = { kind: 'argument', name: parameter, node, env, next: inner };
      yield* this.#enter(definition, at + 1, bound, args, env, input, path);
      return;
    }
    const name = parameter.slice(1);
    for (const out of this.values(node, env, input)) {
      if (out === PAUSE) yield PAUSE;
      else {
        // `$name` is also a function of that name.
        const literal: Node = { kind: 'literal', value: out.value };
        const named: Env = { kind: 'argument', name, node: literal, env: undefined, next: inner };
        yield* this.#enter(definition, at + 1, withVariable(named, name, out.value), args, env, input, path);
      }
    }
  }
}

/** What a failure is to `catch`; undefined for what is none of the program's. */
function caught(error: unknown): Value | undefined {
  if (error instanceof JqError) return error.value;
  // The machine's own stack is as deep as calls nest.
  if (error instanceof RangeError) return 'Out of memory: calls nest too deep';
  return undefined;
}
