/** expr: an expression of arguments, evaluated; lengths and places count bytes, as in busybox. @see POSIX.1-2024, XCU expr */
import { binaryOf, bytesOfBinary, compileRegex, RegexError, textOf } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { isByteLocale } from '../locale.ts';

export const main = applet({
  usage: 'EXPRESSION',
  about: 'Print the value of EXPRESSION',
  run(io) {
    const args = (io.args[0] === '--' ? io.args.slice(1) : io.args).map(binaryOf);
    if (args.length === 0) return io.die('too few arguments', 2);
    const value = evaluate(io, args);
    io.put(`${value}\n`);
    return value === '' || /^-?0+$/.test(value) ? 1 : 0;
  },
});

const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['&'],
  ['<', '<=', '=', '==', '!=', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
];

const isNumber = (text: string) => /^-?\d+$/.test(text);
const isNull = (text: string) => text === '' || /^-?0+$/.test(text);

function evaluate(io: Io, args: readonly string[]): string {
  let at = 0;
  const syntax = (): never => io.die('syntax error', 2);
  const value = level(0);
  if (at < args.length) syntax();
  return value;

  function level(n: number): string {
    const operators = LEVELS[n];
    if (!operators) return primary();
    let left = level(n + 1);
    while (at < args.length && operators.includes(args[at]!)) {
      const operator = args[at++]!;
      left = apply(io, operator, left, level(n + 1));
    }
    return left;
  }

  function next(): string {
    return args[at++] ?? syntax();
  }

  function primary(): string {
    const word = next();
    if (word === '(') {
      const inner = level(0);
      if (args[at++] !== ')') syntax();
      return inner;
    }
    // As the last argument a keyword is only a string.
    if (at >= args.length) return word;
    if (word === 'quote') return next();
    if (word === 'length') return String(primary().length);
    if (word === 'match') return match(io, primary(), primary());
    if (word === 'index') {
      const [text, set] = [primary(), primary()];
      return String([...text].findIndex((byte) => set.includes(byte)) + 1);
    }
    if (word === 'substr') {
      const [text, from, count] = [primary(), Number(primary()), Number(primary())];
      return from > 0 && count > 0 ? text.slice(from - 1, from - 1 + count) : '';
    }
    return word;
  }
}

function apply(io: Io, operator: string, left: string, right: string): string {
  switch (operator) {
    case '|':
      return isNull(left) ? right : left;
    case '&':
      return isNull(left) || isNull(right) ? '0' : left;
    case ':':
      return match(io, left, right);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(io, operator, left, right);
    default: {
      const numbers = isNumber(left) && isNumber(right);
      const [a, b] = numbers ? [BigInt(left), BigInt(right)] : [left, right];
      const holds = {
        '<': a < b,
        '<=': a <= b,
        '=': a === b,
        '==': a === b,
        '!=': a !== b,
        '>=': a >= b,
        '>': a > b,
      }[operator];
      return holds ? '1' : '0';
    }
  }
}

function arithmetic(io: Io, operator: string, left: string, right: string): string {
  if (!isNumber(left) || !isNumber(right)) return io.die('non-numeric argument', 2);
  const [a, b] = [BigInt(left), BigInt(right)];
  if ('/%'.includes(operator) && b === 0n) return io.die('division by zero', 2);
  const value =
    operator === '+'
      ? a + b
      : operator === '-'
        ? a - b
        : operator === '*'
          ? a * b
          : operator === '/'
            ? a / b
            : a % b;
  return String(BigInt.asIntN(64, value));
}

/** `text : regex`, anchored at the start: the first group where there is one, else how much matched. */
function match(io: Io, text: string, pattern: string): string {
  try {
    const regex = compileRegex(pattern, { bytes: isByteLocale(io.sys) });
    const found = regex.exec(text);
    const good = found && found.start === 0 ? found : undefined;
    if (regex.groups > 0) return good?.groups[1] ?? '';
    return String(good?.groups[0]?.length ?? 0);
  } catch (error) {
    if (error instanceof RegexError)
      return io.die(`bad regex '${textOf(bytesOfBinary(pattern))}': ${error.message}`, 2);
    throw error;
  }
}
