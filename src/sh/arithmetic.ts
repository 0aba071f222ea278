/**
 * `$((…))`: an expression's text in, a 64-bit number out, variables by callbacks.
 *
 * @see POSIX.1-2024, XCU 2.6.4; `**`, `,`, `++`, `--`, `base#digits` as busybox ash
 */

/** How an expression reads and writes variables. */
export interface ArithmeticVariables {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  /** A name with its subscript evaluated, for what is both read and written. */
  place?(name: string): string;
}

/** A parsed expression; evaluates each time anew. */
export type Arithmetic = (variables: ArithmeticVariables) => bigint;

/** Its text is what ash prints behind the shell's name. */
export class ArithmeticError {
  readonly message: string;
  /** In bash's words, which name the text from the offending token on. */
  readonly inBash: string;
  at: number | undefined;
  /** The expression, where it is not the one that was asked for but a variable's value. */
  source: string | undefined;
  constructor(message: string, inBash = message, at?: number) {
    this.message = message;
    this.inBash = inBash;
    this.at = at;
  }
}

const SYNTAX = 'arithmetic syntax error';
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

const TOKEN =
  /\s*(?:(\d+#[0-9A-Za-z@_]+|0[xX][0-9a-fA-F]*|\d+[0-9A-Za-z]*)|([A-Za-z_]\w*)|(<<=|>>=|\*\*|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&^|]=|[-+*/%<>&^|=!~?:(),]))/y;

type Binary = (a: bigint, b: bigint) => bigint;

/** Binary operators but && and ||, by how tightly they bind. */
const levels: readonly Readonly<Record<string, Binary>>[] = [
  { '|': (a, b) => a | b },
  { '^': (a, b) => a ^ b },
  { '&': (a, b) => a & b },
  { '==': (a, b) => truth(a === b), '!=': (a, b) => truth(a !== b) },
  {
    '<': (a, b) => truth(a < b),
    '<=': (a, b) => truth(a <= b),
    '>': (a, b) => truth(a > b),
    '>=': (a, b) => truth(a >= b),
  },
  { '<<': (a, b) => wrap(a << (b & 63n)), '>>': (a, b) => a >> (b & 63n) },
  { '+': (a, b) => wrap(a + b), '-': (a, b) => wrap(a - b) },
  { '*': (a, b) => wrap(a * b), '/': divide, '%': remainder },
];

const assignments: Readonly<Record<string, Binary>> = {
  '=': (_, b) => b,
  '+=': (a, b) => wrap(a + b),
  '-=': (a, b) => wrap(a - b),
  '*=': (a, b) => wrap(a * b),
  '/=': divide,
  '%=': remainder,
  '<<=': (a, b) => wrap(a << (b & 63n)),
  '>>=': (a, b) => a >> (b & 63n),
  '&=': (a, b) => a & b,
  '^=': (a, b) => a ^ b,
  '|=': (a, b) => a | b,
};

function divide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new ArithmeticError('divide by zero', 'division by 0');
  return wrap(a / b);
}

function remainder(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new ArithmeticError('divide by zero', 'division by 0');
  return a % b;
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw new ArithmeticError('exponent less than 0');
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = wrap(result * square);
    square = wrap(square * square);
  }
  return result;
}

/** A literal number. @throws {ArithmeticError} */
function literal(text: string): bigint {
  const based = /^(\d+)#(.+)$/.exec(text);
  if (based) return inBase(based[2]!, Number(based[1]));
  if (/^0[xX][0-9a-fA-F]+$/.test(text) || /^(0|[1-9]\d*)$/.test(text)) return wrap(BigInt(text));
  if (/^0[0-7]+$/.test(text)) return wrap(BigInt(`0o${text.slice(1)}`));
  throw new ArithmeticError(SYNTAX, 'value too great for base');
}

function literalAt({ text, at }: Token): bigint {
  try {
    return literal(text);
  } catch (error) {
    if (error instanceof ArithmeticError) error.at = at;
    throw error;
  }
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

function inBase(text: string, base: number): bigint {
  if (base < 2 || base > 64) throw new ArithmeticError(SYNTAX, 'invalid arithmetic base');
  let value = 0n;
  for (const digit of base <= 36 ? text.toLowerCase() : text) {
    const at = DIGITS.indexOf(digit);
    if (at < 0 || at >= base) throw new ArithmeticError(SYNTAX, 'value too great for base');
    value = wrap(value * BigInt(base) + BigInt(at));
  }
  return value;
}

/** How deep a variable's value may name another, as in a=b b=a. */
const DEPTH = 64;

let nesting = 0;

function variableValue(name: string, variables: ArithmeticVariables): bigint {
  const text = variables.get(name);
  if (text === undefined || text === '') return 0n;
  if (/^-?[1-9]\d{0,17}$/.test(text)) return BigInt(text);
  if (nesting >= DEPTH)
    throw new ArithmeticError('expression recursion loop detected', 'expression recursion level exceeded');
  nesting++;
  try {
    return parseArithmetic(text, variables.place !== undefined)(variables);
  } catch (error) {
    if (error instanceof ArithmeticError) error.source ??= text;
    throw error;
  } finally {
    nesting--;
  }
}

/** Parses an expression; an empty one is 0. `subscripts`: names may have them. @throws {ArithmeticError} */
export function parseArithmetic(source: string, subscripts = false): Arithmetic {
  const tokens = tokenize(source, subscripts);
  if (tokens.length === 0) return () => 0n;
  const parser = new ExpressionParser(tokens);
  const expression = parser.comma();
  if (parser.peek() !== undefined) parser.fail('syntax error in expression');
  return expression;
}

interface Token {
  readonly kind: 'number' | 'name' | 'operator';
  readonly text: string;
  readonly at: number;
}

function tokenize(source: string, subscripts: boolean): Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const begin = at + text.slice(at).search(/\S/);
      throw new ArithmeticError(SYNTAX, 'syntax error: invalid arithmetic operator', begin);
    }
    const [, number, name, operator] = match;
    const start = TOKEN.lastIndex - (number ?? name ?? operator!).length;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at: start });
    else if (name !== undefined) {
      if (subscripts && text[TOKEN.lastIndex] === '[') TOKEN.lastIndex = subscriptEnd(text, TOKEN.lastIndex);
      tokens.push({ kind: 'name', text: text.slice(start, TOKEN.lastIndex), at: start });
    } else tokens.push({ kind: 'operator', text: operator!, at: start });
  }
  return tokens;
}

/** Where the bracket that opens at `at` has closed. @throws {ArithmeticError} */
function subscriptEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i + 1;
  }
  throw new ArithmeticError(SYNTAX, 'bad array subscript', at);
}

/** Precedence climbing; each rule gives a closure. */
class ExpressionParser {
  private at = 0;
  private readonly tokens: Token[];
  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  /** The next operator's text, or the name or number's; undefined at the end. */
  peek(): string | undefined {
    return this.tokens[this.at]?.text;
  }

  /** @throws {ArithmeticError} at the next token, or at the last one where there is none */
  fail(inBash: string): never {
    throw new ArithmeticError(SYNTAX, inBash, (this.tokens[this.at] ?? this.tokens.at(-1))?.at);
  }

  private take(operator: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || token.text !== operator) return false;
    this.at++;
    return true;
  }

  comma(): Arithmetic {
    let left = this.assignment();
    while (this.take(',')) {
      const first = left;
      const second = this.assignment();
      left = (v) => {
        first(v);
        return second(v);
      };
    }
    return left;
  }

  private assignment(): Arithmetic {
    const name = this.tokens[this.at];
    const next = this.tokens[this.at + 1];
    if (name?.kind === 'name' && next?.kind === 'operator' && Object.hasOwn(assignments, next.text)) {
      this.at += 2;
      const combine = assignments[next.text]!;
      const right = this.assignment();
      const plain = next.text === '=';
      return (v) => {
        const place = plain ? name.text : (v.place?.(name.text) ?? name.text);
        const old = v.place && !plain ? variableValue(place, v) : 0n;
        const operand = right(v);
        const value = combine(plain ? 0n : v.place ? old : variableValue(place, v), operand);
        v.set(place, value.toString());
        return value;
      };
    }
    const value = this.conditional();
    const after = this.tokens[this.at];
    if (after?.kind === 'operator' && Object.hasOwn(assignments, after.text))
      this.fail('attempted assignment to non-variable');
    return value;
  }

  private conditional(): Arithmetic {
    const condition = this.or();
    if (!this.take('?')) return condition;
    const yes = this.comma();
    if (!this.take(':')) this.fail("`:' expected for conditional expression");
    const no = this.conditional();
    return (v) => (condition(v) !== 0n ? yes(v) : no(v));
  }

  private or(): Arithmetic {
    let left = this.and();
    while (this.take('||')) {
      const first = left;
      const second = this.and();
      left = (v) => truth(first(v) !== 0n || second(v) !== 0n);
    }
    return left;
  }

  private and(): Arithmetic {
    let left = this.binary(0);
    while (this.take('&&')) {
      const first = left;
      const second = this.binary(0);
      left = (v) => truth(first(v) !== 0n && second(v) !== 0n);
    }
    return left;
  }

  private binary(level: number): Arithmetic {
    const operators = levels[level];
    if (!operators) return this.exponent();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.tokens[this.at];
      if (token?.kind !== 'operator' || !Object.hasOwn(operators, token.text)) return left;
      this.at++;
      const combine = operators[token.text]!;
      const first = left;
      const place = this.tokens[this.at]?.at;
      const second = this.binary(level + 1);
      left =
        combine === divide || combine === remainder
          ? (v) => divideAt(combine, first(v), second(v), place)
          : (v) => combine(first(v), second(v));
    }
  }

  private exponent(): Arithmetic {
    const base = this.unary();
    if (!this.take('**')) return base;
    const exponent = this.exponent();
    return (v) => power(base(v), exponent(v));
  }

  private unary(): Arithmetic {
    if (this.take('++')) return this.step(1n, true);
    if (this.take('--')) return this.step(-1n, true);
    if (this.take('+')) return this.unary();
    const operator = ['-', '!', '~'].find((each) => this.take(each));
    if (!operator) return this.postfix();
    const operand = this.unary();
    if (operator === '-') return (v) => wrap(-operand(v));
    if (operator === '!') return (v) => truth(operand(v) === 0n);
    return (v) => ~operand(v);
  }

  /** `++name`; before anything but a name the signs are just signs. */
  private step(by: bigint, before: boolean): Arithmetic {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name') return this.unary();
    this.at++;
    return stepper(token.text, by, before);
  }

  /** Behind what is no variable `++` is two signs. */
  private splitSigns(): void {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || (token.text !== '++' && token.text !== '--')) return;
    const sign = { ...token, text: token.text[0]! };
    const second = { ...sign, at: token.at + 1 };
    const third = this.tokens[this.at + 1];
    // Of three the last two step what follows.
    if (third?.kind === 'operator' && third.text === sign.text && third.at === token.at + 2)
      this.tokens.splice(this.at, 2, sign, { ...token, at: second.at });
    else this.tokens.splice(this.at, 1, sign, second);
  }

  private postfix(): Arithmetic {
    const token = this.tokens[this.at];
    if (token === undefined) this.fail('syntax error: operand expected');
    if (token.kind === 'number') {
      this.at++;
      const value = literalAt(token);
      this.splitSigns();
      return () => value;
    }
    if (token.kind === 'name') {
      this.at++;
      if (this.take('++')) return stepper(token.text, 1n, false);
      if (this.take('--')) return stepper(token.text, -1n, false);
      return (v) => variableValue(token.text, v);
    }
    if (!this.take('(')) this.fail('syntax error: operand expected');
    const inner = this.comma();
    if (!this.take(')')) this.fail("missing `)'");
    this.splitSigns();
    return inner;
  }
}

function divideAt(combine: Binary, a: bigint, b: bigint, at: number | undefined): bigint {
  try {
    return combine(a, b);
  } catch (error) {
    if (error instanceof ArithmeticError) error.at = at;
    throw error;
  }
}

function stepper(name: string, by: bigint, before: boolean): Arithmetic {
  return (v) => {
    const place = v.place?.(name) ?? name;
    const old = variableValue(place, v);
    const value = wrap(old + by);
    v.set(place, value.toString());
    return before ? value : old;
  };
}
