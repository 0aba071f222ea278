/**
 * `$((…))`: an expression's text in, a 64-bit number out, variables by callbacks.
 *
 * @see POSIX.1-2024, XCU 2.6.4; `**`, `,`, `++`, `--`, `base#digits` as busybox ash
 */

/** How an expression reads and writes variables. */
export interface ArithmeticVariables {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** A parsed expression; evaluates each time anew. */
export type Arithmetic = (variables: ArithmeticVariables) => bigint;

/** Its text is what ash prints behind the shell's name. */
export class ArithmeticError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
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
  if (b === 0n) throw new ArithmeticError('divide by zero');
  return wrap(a / b);
}

function remainder(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new ArithmeticError('divide by zero');
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
  throw new ArithmeticError(SYNTAX);
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

function inBase(text: string, base: number): bigint {
  if (base < 2 || base > 64) throw new ArithmeticError(SYNTAX);
  let value = 0n;
  for (const digit of base <= 36 ? text.toLowerCase() : text) {
    const at = DIGITS.indexOf(digit);
    if (at < 0 || at >= base) throw new ArithmeticError(SYNTAX);
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
  if (nesting >= DEPTH) throw new ArithmeticError('expression recursion loop detected');
  nesting++;
  try {
    return parseArithmetic(text)(variables);
  } finally {
    nesting--;
  }
}

/** Parses an expression; an empty one is 0. @throws {ArithmeticError} */
export function parseArithmetic(source: string): Arithmetic {
  const tokens = tokenize(source);
  if (tokens.length === 0) return () => 0n;
  const parser = new ExpressionParser(tokens);
  const expression = parser.comma();
  if (parser.peek() !== undefined) throw new ArithmeticError(SYNTAX);
  return expression;
}

interface Token {
  readonly kind: 'number' | 'name' | 'operator';
  readonly text: string;
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw new ArithmeticError(SYNTAX);
    if (match[1] !== undefined) tokens.push({ kind: 'number', text: match[1] });
    else if (match[2] !== undefined) tokens.push({ kind: 'name', text: match[2] });
    else tokens.push({ kind: 'operator', text: match[3]! });
  }
  return tokens;
}

/** Precedence climbing; each rule gives a closure. */
class ExpressionParser {
  private at = 0;
  private readonly tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The next operator's text, or the name or number's; undefined at the end. */
  peek(): string | undefined {
    return this.tokens[this.at]?.text;
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
        const operand = right(v);
        const value = combine(plain ? 0n : variableValue(name.text, v), operand);
        v.set(name.text, value.toString());
        return value;
      };
    }
    return this.conditional();
  }

  private conditional(): Arithmetic {
    const condition = this.or();
    if (!this.take('?')) return condition;
    const yes = this.assignment();
    if (!this.take(':')) throw new ArithmeticError(SYNTAX);
    const no = this.assignment();
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
      const second = this.binary(level + 1);
      left = (v) => combine(first(v), second(v));
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

  private postfix(): Arithmetic {
    const token = this.tokens[this.at];
    if (token === undefined) throw new ArithmeticError(SYNTAX);
    if (token.kind === 'number') {
      this.at++;
      const value = literal(token.text);
      return () => value;
    }
    if (token.kind === 'name') {
      this.at++;
      if (this.take('++')) return stepper(token.text, 1n, false);
      if (this.take('--')) return stepper(token.text, -1n, false);
      return (v) => variableValue(token.text, v);
    }
    if (!this.take('(')) throw new ArithmeticError(SYNTAX);
    const inner = this.comma();
    if (!this.take(')')) throw new ArithmeticError(SYNTAX);
    return inner;
  }
}

function stepper(name: string, by: bigint, before: boolean): Arithmetic {
  return (v) => {
    const old = variableValue(name, v);
    const value = wrap(old + by);
    v.set(name, value.toString());
    return before ? value : old;
  };
}
