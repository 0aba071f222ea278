/** Runs bc's statements. */
import type { Io } from '../io.ts';
import { arctangent, bessel, cosine, exponential, logarithm, type Pause, sine } from './math.ts';
import {
  add,
  CalculationError,
  compare,
  countOf,
  type Decimal,
  divide,
  fromInteger,
  isZero,
  lengthOf,
  multiply,
  negate,
  power,
  remainder,
  squareRoot,
  subtract,
  zero,
} from './number.ts';
import { parseLines } from './parse.ts';
import { folded, formatNumber, parseNumber } from './radix.ts';
import type { Argument, Definition, Expression, Place, Statement } from './syntax.ts';

type Numbers = Map<number, Decimal>;

/** How a statement ended: at its end, or by a jump. */
type Flow = 'next' | 'break' | 'continue' | 'return';

/** Ends the program: `halt`. */
export class Halt {}

/** Recursion beyond this is taken for endless. */
const DEEPEST = 50_000;
const LARGEST_INDEX = 2_147_483_647;
const LARGEST_BASE = 999;
/** Letters serve as digits; the message names what POSIX has. */
const LARGEST_INPUT_BASE = 36;

export interface MachineRules {
  /** With the functions of `-l`. */
  readonly math: boolean;
  /** Columns of a line of output; 0 for no end. */
  readonly width: number;
  /** Reads a line for `read()`. */
  readonly readLine: () => Promise<string | undefined>;
}

export class Machine {
  readonly #io: Io;
  readonly #rules: MachineRules;
  readonly #variables = new Map<string, Decimal>();
  readonly #arrays = new Map<string, Numbers>();
  readonly #functions = new Map<string, Definition>();
  #scale: number;
  #ibase = 10;
  #obase = 10;
  #last: Decimal = zero;
  #returned: Decimal = zero;
  #depth = 0;

  constructor(io: Io, rules: MachineRules) {
    this.#io = io;
    this.#rules = rules;
    this.#scale = rules.math ? 20 : 0;
  }

  /** Does what was parsed; throws `Halt` at its `halt`. @throws CalculationError */
  async run(statements: readonly (Statement | Definition)[]): Promise<void> {
    for (const statement of statements) {
      if ('kind' in statement) await this.#do(statement);
      else this.#functions.set(statement.name, statement);
    }
  }

  async #do(statement: Statement): Promise<Flow> {
    switch (statement.kind) {
      case 'expression':
        await this.#print(statement.expression, statement.quiet);
        return 'next';
      case 'string':
        this.#io.put(statement.text);
        return 'next';
      case 'print':
        for (const part of statement.parts) {
          if (typeof part === 'string') this.#io.put(unescaped(part));
          else this.#show(await this.#value(part), '');
        }
        return 'next';
      case 'block':
        return this.#all(statement.body);
      case 'if':
        if (!isZero(await this.#value(statement.condition))) return this.#do(statement.then);
        return statement.otherwise ? this.#do(statement.otherwise) : 'next';
      case 'loop':
        return this.#loop(statement);
      case 'return':
        this.#returned = statement.value ? await this.#value(statement.value) : zero;
        return 'return';
      case 'halt':
        throw new Halt();
      case 'limits':
        this.#io.print(LIMITS);
        return 'next';
      case 'nothing':
        return 'next';
      default:
        return statement.kind;
    }
  }

  async #all(body: readonly Statement[]): Promise<Flow> {
    for (const statement of body) {
      const flow = await this.#do(statement);
      if (flow !== 'next') return flow;
    }
    return 'next';
  }

  async #loop(loop: Extract<Statement, { kind: 'loop' }>): Promise<Flow> {
    if (loop.first) await this.#value(loop.first);
    for (;;) {
      if (loop.condition && isZero(await this.#value(loop.condition))) return 'next';
      const flow = await this.#do(loop.body);
      if (flow === 'return') return flow;
      if (flow === 'break') return 'next';
      if (loop.next) await this.#value(loop.next);
      const pumped = this.#io.pump();
      if (pumped instanceof Promise) await pumped;
    }
  }

  async #print(expression: Expression, quiet: boolean): Promise<void> {
    const value = await this.#value(expression);
    if (quiet || (expression.kind === 'call' && this.#functions.get(expression.name)?.isVoid)) return;
    this.#show(value, '\n');
    this.#last = value;
  }

  #show(value: Decimal, end: string): void {
    this.#io.put(folded(formatNumber(value, this.#obase), this.#rules.width) + end);
  }

  async #value(expression: Expression): Promise<Decimal> {
    switch (expression.kind) {
      case 'number':
        return parseNumber(expression.text, this.#ibase);
      case 'variable':
        return this.#variables.get(expression.name) ?? zero;
      case 'special':
        return this.#special(expression.name);
      case 'element':
        return this.#array(expression.name).get(await this.#index(expression.index)) ?? zero;
      case 'binary':
        return this.#binary(expression.operator, expression.left, expression.right);
      case 'negate':
        return negate(await this.#value(expression.operand));
      case 'not':
        return fromInteger(isZero(await this.#value(expression.operand)) ? 1 : 0);
      case 'assign':
        return this.#assign(expression.operator, expression.place, expression.value);
      case 'step': {
        const before = await this.#value(expression.place);
        const after = add(before, fromInteger(expression.by));
        await this.#store(expression.place, after);
        return expression.before ? after : before;
      }
      case 'builtin': {
        const value = await this.#value(expression.arg);
        if (expression.name === 'sqrt') return squareRoot(value, this.#scale);
        return fromInteger(expression.name === 'length' ? lengthOf(value) : value.scale);
      }
      case 'read':
        return this.#read();
      case 'call':
        return this.#call(expression.name, expression.args);
    }
  }

  #special(name: 'scale' | 'ibase' | 'obase' | 'last'): Decimal {
    if (name === 'last') return this.#last;
    return fromInteger({ scale: this.#scale, ibase: this.#ibase, obase: this.#obase }[name]);
  }

  async #binary(operator: string, left: Expression, right: Expression): Promise<Decimal> {
    const a = await this.#value(left);
    const b = await this.#value(right);
    return this.#apply(operator, a, b);
  }

  #apply(operator: string, a: Decimal, b: Decimal): Decimal {
    const truth = (is: boolean) => fromInteger(is ? 1 : 0);
    switch (operator) {
      case '+':
        return add(a, b);
      case '-':
        return subtract(a, b);
      case '*':
        return multiply(a, b, this.#scale);
      case '/':
        return divide(a, b, this.#scale);
      case '%':
        return remainder(a, b, this.#scale);
      case '^':
        return power(a, b, this.#scale);
      case '&&':
        return truth(!isZero(a) && !isZero(b));
      case '||':
        return truth(!isZero(a) || !isZero(b));
      case '==':
        return truth(compare(a, b) === 0);
      case '!=':
        return truth(compare(a, b) !== 0);
      case '<':
        return truth(compare(a, b) < 0);
      case '<=':
        return truth(compare(a, b) <= 0);
      case '>':
        return truth(compare(a, b) > 0);
      default:
        return truth(compare(a, b) >= 0);
    }
  }

  async #assign(operator: string, place: Place, expression: Expression): Promise<Decimal> {
    const right = await this.#value(expression);
    const value = operator === '' ? right : this.#apply(operator, await this.#value(place), right);
    await this.#store(place, value);
    return value;
  }

  async #store(place: Place, value: Decimal): Promise<void> {
    if (place.kind === 'variable') this.#variables.set(place.name, value);
    else if (place.kind === 'element') this.#array(place.name).set(await this.#index(place.index), value);
    else if (place.name === 'last') this.#last = value;
    else if (place.name === 'scale') this.#scale = countOf(value);
    else {
      const most = place.name === 'ibase' ? LARGEST_INPUT_BASE : LARGEST_BASE;
      const base = value.digits < 0n ? 0 : countOf(value);
      if (base < 2 || base > most)
        throw new CalculationError(`bad ${place.name}; must be [2,${place.name === 'ibase' ? 16 : most}]`);
      if (place.name === 'ibase') this.#ibase = base;
      else this.#obase = base;
    }
  }

  #array(name: string): Numbers {
    let array = this.#arrays.get(name);
    if (!array) this.#arrays.set(name, (array = new Map()));
    return array;
  }

  async #index(expression: Expression): Promise<number> {
    const index = countOf(await this.#value(expression));
    if (index > LARGEST_INDEX) throw new CalculationError('array too long');
    return index;
  }

  async #read(): Promise<Decimal> {
    await this.#io.flush();
    const line = await this.#rules.readLine();
    const { statements } = parseLines(line ?? '', () => {});
    const [only] = statements;
    if (!only || !('kind' in only) || only.kind !== 'expression' || statements.length > 1)
      throw new CalculationError('bad expression');
    return this.#value(only.expression);
  }

  async #call(name: string, args: readonly Argument[]): Promise<Decimal> {
    const definition = this.#functions.get(name);
    if (!definition) return this.#library(name, args);
    if (args.length !== definition.parameters.length)
      throw new CalculationError(
        `function has ${definition.parameters.length} parameters, but called with ${args.length}`,
      );
    if (++this.#depth > DEEPEST) throw new CalculationError('too deep');
    // Awaiting now and then keeps the machine's own stack flat.
    if (this.#depth % 64 === 0) await null;
    const values: (Decimal | Numbers)[] = [];
    for (const [i, arg] of args.entries()) {
      const { array } = definition.parameters[i]!;
      if (array !== (arg.kind === 'array')) throw new CalculationError('variable is wrong type');
      values.push(arg.kind === 'array' ? new Map(this.#array(arg.name)) : await this.#value(arg));
    }
    const restore = this.#enter(definition, values);
    try {
      this.#returned = zero;
      const pumped = this.#io.pump();
      if (pumped instanceof Promise) await pumped;
      const flow = await this.#all(definition.body);
      return flow === 'return' ? this.#returned : zero;
    } finally {
      restore();
      this.#depth--;
    }
  }

  /** Gives parameters and locals their values, and answers what puts the former ones back. */
  #enter(definition: Definition, values: readonly (Decimal | Numbers)[]): () => void {
    const undo: (() => void)[] = [];
    for (const [i, { name, array }] of [...definition.parameters, ...definition.locals].entries()) {
      const value = values[i];
      if (array) {
        const before = this.#arrays.get(name);
        undo.push(() => (before ? this.#arrays.set(name, before) : this.#arrays.delete(name)));
        this.#arrays.set(name, value instanceof Map ? value : new Map());
      } else {
        const before = this.#variables.get(name);
        undo.push(() => (before ? this.#variables.set(name, before) : this.#variables.delete(name)));
        this.#variables.set(name, value instanceof Map || value === undefined ? zero : value);
      }
    }
    return () => {
      for (const step of undo.reverse()) step();
    };
  }

  async #library(name: string, args: readonly Argument[]): Promise<Decimal> {
    const one = Object.hasOwn(LIBRARY, name) ? LIBRARY[name] : undefined;
    const count = name === 'j' ? 2 : 1;
    if (!this.#rules.math || (!one && name !== 'j')) throw new CalculationError('undefined function');
    if (args.length !== count)
      throw new CalculationError(`function has ${count} parameters, but called with ${args.length}`);
    const values: Decimal[] = [];
    for (const arg of args) {
      if (arg.kind === 'array') throw new CalculationError('variable is wrong type');
      values.push(await this.#value(arg));
    }
    const pause = () => this.#io.pump();
    return one ? one(values[0]!, this.#scale, pause) : bessel(values[0]!, values[1]!, this.#scale, pause);
  }
}

const LIBRARY: Readonly<Record<string, (value: Decimal, scale: number, pause: Pause) => Promise<Decimal>>> = {
  a: arctangent,
  c: cosine,
  e: exponential,
  l: logarithm,
  s: sine,
};

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  q: '"',
  r: '\r',
  t: '\t',
  '\\': '\\',
};

/** What `print` makes of a string; an escape that it does not know stays. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (whole, char: string) => ESCAPES[char] ?? whole);
}

const LIMITS = `BC_BASE_MAX     = ${LARGEST_BASE}
BC_DIM_MAX      = ${LARGEST_INDEX}
BC_SCALE_MAX    = 4294967295
BC_STRING_MAX   = 4294967294
MAX Exponent    = 999999999
Number of vars  = 999999999
`;
