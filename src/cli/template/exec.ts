/**
 * Runs a parsed Go template over a value and yields its text.
 *
 * @see pkg.go.dev/text/template
 */
import { messageOf, StrataError } from '../../base/index.ts';
import { functions, type Parameter } from './functions.ts';
import {
  type CommandNode,
  type Expression,
  type Node,
  type Pipeline,
  parseTemplate,
  type Template,
} from './parse.ts';
import { byBytes, isMap, type MapValue, RecordValue, show, truthy, typeOf, type Value } from './value.ts';

/** Go's limit is 100000 nested templates; ours is what a stack surely holds. */
const DEEPEST = 1000;
/** A template may loop over what it is given, but not for ever over itself. */
const LONGEST_OUTPUT = 64 * 1024 * 1024;

export interface Options {
  /** What a missing key of a map does: Docker's `inspect` says `error`. */
  readonly missing?: 'error' | 'novalue';
}

/**
 * A template that can be run many times. Errors call it by `name`; one while it runs has what was
 * printed up to there as `data.printed`.
 *
 * @throws ETEMPLATE where it does not parse
 */
export function compile(source: string, name = ''): (data: Value, options?: Options) => string {
  const template = parse(source, name);
  return (data, options = {}) => {
    const run = new Run(template, options, name);
    try {
      run.list(template.body, data, [['$', { value: data }]]);
    } catch (error) {
      if (!(error instanceof StrataError)) throw error;
      throw new StrataError(error.code, error.message, { ...error.data, printed: run.output.join('') });
    }
    return run.output.join('');
  };
}

function parse(source: string, name: string): Template {
  try {
    return parseTemplate(source, new Set(functions.keys()));
  } catch (error) {
    throw new StrataError(
      'ETEMPLATE',
      messageOf(error).replace(/^template: :/, () => `template: ${name}:`),
    );
  }
}

type Scope = [string, { value: Value }][];

class Leave {
  readonly how: 'break' | 'continue';
  constructor(how: 'break' | 'continue') {
    this.how = how;
  }
}

class Run {
  readonly output: string[] = [];
  private readonly template: Template;
  private readonly options: Options;
  private readonly name: string;
  private depth = 0;
  private length = 0;

  constructor(template: Template, options: Options, name: string) {
    this.template = template;
    this.options = options;
    this.name = name;
  }

  list(nodes: readonly Node[], dot: Value, scope: Scope): void {
    const height = scope.length;
    for (const node of nodes) this.node(node, dot, scope);
    scope.length = height;
  }

  private node(node: Node, dot: Value, scope: Scope): void {
    switch (node.kind) {
      case 'text':
        this.emit(node.text);
        break;
      case 'action': {
        const value = this.pipeline(node.pipeline, dot, scope);
        if (node.pipeline.variables.length === 0) this.emit(show(value));
        return;
      }
      case 'break':
      case 'continue':
        throw new Leave(node.kind);
      case 'template':
        this.call(node, dot, scope);
        break;
      case 'range':
        this.range(node, dot, scope);
        break;
      default: {
        const height = scope.length;
        const value = this.pipeline(node.pipeline, dot, scope);
        const inner = node.kind === 'with' ? value : dot;
        if (truthy(value)) this.list(node.body, inner, scope);
        else this.list(node.otherwise, dot, scope);
        scope.length = height;
      }
    }
  }

  private emit(text: string): void {
    this.length += text.length;
    if (this.length > LONGEST_OUTPUT) throw new StrataError('ETEMPLATE', 'template output is too long');
    this.output.push(text);
  }

  private call(node: Extract<Node, { kind: 'template' }>, dot: Value, scope: Scope): void {
    const body = this.template.defined.get(node.name);
    if (!body) throw this.error(node.at, node.text, `template ${JSON.stringify(node.name)} not defined`);
    if (++this.depth > DEEPEST) throw this.error(node.at, node.text, 'exceeded maximum template depth');
    const value = node.pipeline ? this.pipeline(node.pipeline, dot, scope) : null;
    this.list(body, value, [['$', { value }]]);
    this.depth--;
  }

  private range(node: Extract<Node, { kind: 'range' | 'if' | 'with' }>, dot: Value, scope: Scope): void {
    const value = this.evaluate(node.pipeline, dot, scope);
    const entries = this.entriesOf(value, node.pipeline);
    if (entries.length === 0) this.list(node.otherwise, dot, scope);
    const { variables, assigns } = node.pipeline;
    for (const [key, item] of entries) {
      const height = scope.length;
      const values = variables.length === 2 ? [key, item] : [item];
      for (const [index, name] of variables.entries()) {
        if (assigns) this.assign(scope, name, values[index], node.pipeline);
        else scope.push([name, { value: values[index] }]);
      }
      try {
        this.list(node.body, item, scope);
      } catch (left) {
        if (!(left instanceof Leave)) throw left;
        if (left.how === 'break') {
          scope.length = height;
          return;
        }
      }
      scope.length = height;
    }
  }

  private entriesOf(value: Value, pipeline: Pipeline): [Value, Value][] {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.map((item, index) => [index, item]);
    if (typeof value === 'number' && Number.isInteger(value) && value <= 1e6) {
      return Array.from({ length: Math.max(0, value) }, (_, index) => [index, index]);
    }
    if (isMap(value)) {
      return Object.keys(value)
        .sort(byBytes)
        .map((key) => [key, value[key]]);
    }
    throw this.error(pipeline.at, pipeline.text, `range can't iterate over ${show(value)}`);
  }

  /** Evaluates and binds the pipeline's variables. */
  private pipeline(pipeline: Pipeline, dot: Value, scope: Scope): Value {
    const value = this.evaluate(pipeline, dot, scope);
    for (const name of pipeline.variables) {
      if (pipeline.assigns) this.assign(scope, name, value, pipeline);
      else scope.push([name, { value }]);
    }
    return value;
  }

  private assign(scope: Scope, name: string, value: Value, pipeline: Pipeline): void {
    const slot = scope.findLast(([known]) => known === name)?.[1];
    if (!slot) {
      const { at, text } = pipeline.commands.at(-1)!;
      throw this.error(at, text, `undefined variable: ${name}`);
    }
    slot.value = value;
  }

  private evaluate(pipeline: Pipeline, dot: Value, scope: Scope): Value {
    let value: Value;
    for (const [index, command] of pipeline.commands.entries()) {
      value = this.command(command, dot, scope, index > 0 ? [value] : []);
    }
    return value;
  }

  private command(command: CommandNode, dot: Value, scope: Scope, piped: readonly Value[]): Value {
    const [first, ...others] = command.words as [Expression, ...Expression[]];
    if (first.kind === 'function') return this.invoke(first, others, dot, scope, piped, command.text);
    if (first.kind === 'field' || first.kind === 'variable' || first.kind === 'chain') {
      const args = (): Value[] => [...others.map((word) => this.operand(word, dot, scope)), ...piped];
      return this.access(first, dot, scope, others.length + piped.length > 0 ? args : undefined);
    }
    if (others.length + piped.length > 0) {
      throw this.error(first.at, first.text, `can't give argument to non-function ${first.text}`);
    }
    if (first.kind === 'nil') throw this.error(first.at, first.text, 'nil is not a command');
    return this.operand(first, dot, scope);
  }

  private operand(word: Expression, dot: Value, scope: Scope): Value {
    switch (word.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return null;
      case 'constant':
        return word.value;
      case 'pipeline':
        return this.evaluate(word.pipeline, dot, scope);
      case 'function':
        return this.invoke(word, [], dot, scope, [], word.text);
      default:
        return this.access(word, dot, scope, undefined);
    }
  }

  private access(
    word: Extract<Expression, { kind: 'field' | 'variable' | 'chain' }>,
    dot: Value,
    scope: Scope,
    args: (() => Value[]) | undefined,
  ): Value {
    let value: Value = dot;
    if (word.kind === 'variable') value = scope.findLast(([name]) => name === word.name)?.[1].value;
    else if (word.kind === 'chain') value = this.operand(word.of, dot, scope);
    if (word.names.length === 0 && args) {
      throw this.error(word.at, word.text, `can't give argument to non-function ${word.text}`);
    }
    for (const [index, name] of word.names.entries()) {
      value = this.field(value, name, word, index === word.names.length - 1 ? args : undefined);
    }
    return value;
  }

  private field(value: Value, name: string, word: Expression, args: (() => Value[]) | undefined): Value {
    if (value instanceof RecordValue) {
      const method = value.methods.get(name) ?? value.fields.get(name);
      if (method) {
        const given = args?.() ?? [];
        if (given.length === method.length) return method(...given);
        const counts = `want ${method.length} got ${given.length}`;
        throw this.error(word.at, word.text, `wrong number of args for ${name}: ${counts}`);
      }
      throw this.error(word.at, word.text, `can't evaluate field ${name} in type ${value.type}`);
    }
    if (args) throw this.error(word.at, word.text, `${name} is not a method but has arguments`);
    if (value === null || value === undefined) {
      throw this.error(word.at, word.text, `nil data; no entry for key ${JSON.stringify(name)}`);
    }
    if (!isMap(value))
      throw this.error(word.at, word.text, `can't evaluate field ${name} in type ${typeOf(value)}`);
    return this.entry(value, name, word);
  }

  private entry(map: MapValue, name: string, word: Expression): Value {
    if (Object.hasOwn(map, name)) return map[name] ?? null;
    if (this.options.missing === 'error') {
      throw this.error(word.at, word.text, `map has no entry for key ${JSON.stringify(name)}`);
    }
    return undefined;
  }

  private invoke(
    word: Extract<Expression, { kind: 'function' }>,
    others: readonly Expression[],
    dot: Value,
    scope: Scope,
    piped: readonly Value[],
    called: string,
  ): Value {
    if (word.name === 'and' || word.name === 'or') return this.choose(word.name, others, dot, scope, piped);
    const { least, most, parameters, apply } = functions.get(word.name)!;
    const given = others.length + piped.length;
    if (given < least || given > most) {
      const wants = most === Number.POSITIVE_INFINITY ? `at least ${least}` : String(least);
      throw this.error(
        word.at,
        word.text,
        `wrong number of args for ${word.name}: want ${wants} got ${given}`,
      );
    }
    const args = [...others.map((other) => this.operand(other, dot, scope)), ...piped];
    if (word.name === 'call') {
      const message = `non-function ${others[0]?.text} of type ${typeOf(args[0])}`;
      throw this.error(word.at, called, `error calling call: ${message}`);
    }
    for (const [at, parameter] of parameters.entries()) {
      if (at < given) this.checkArgument(args[at], parameter, others[at] ?? word);
    }
    try {
      return apply(args);
    } catch (error) {
      throw this.error(word.at, called, `error calling ${word.name}: ${messageOf(error)}`);
    }
  }

  private checkArgument(value: Value, parameter: Parameter, word: Expression): void {
    const type = typeOf(value);
    if (type === parameter || (type === 'nil' && parameter === '[]string')) return;
    if (Array.isArray(value) && value.length === 0 && parameter === '[]string') return;
    const noun = { string: 'string', int: 'integer', '[]string': '[]string' }[parameter];
    // A constant is refused as it is written, a value by its type.
    const message =
      word.kind === 'constant'
        ? `expected ${noun}; found ${word.text}`
        : `wrong type for value; expected ${parameter}; got ${type}`;
    throw this.error(word.at, word.text, message);
  }

  /** `and` and `or` stop at the first argument that decides. */
  private choose(
    name: 'and' | 'or',
    others: readonly Expression[],
    dot: Value,
    scope: Scope,
    piped: readonly Value[],
  ): Value {
    const thunks = [
      ...others.map((other) => () => this.operand(other, dot, scope)),
      ...piped.map((value) => () => value),
    ];
    let value: Value;
    for (const thunk of thunks) {
      value = thunk();
      if (truthy(value) === (name === 'or')) return value;
    }
    return value;
  }

  /** Go's words for an error at an offset: `template: :LINE:COLUMN: executing "" at <…>: …`. */
  private error(at: number, text: string, message: string): StrataError {
    const before = this.template.source.slice(0, at);
    const newline = before.lastIndexOf('\n');
    const line = before.split('\n').length;
    const column = new TextEncoder().encode(before.slice(newline + 1)).length;
    return new StrataError(
      'ETEMPLATE',
      `template: ${this.name}:${line}:${column}: executing ${JSON.stringify(this.name)} at <${text}>: ${message}`,
    );
  }
}
