/**
 * `test` and `[`: an expression of arguments in, true, false or a complaint out.
 *
 * What files are is asked of the caller. Precedence as busybox 1.37: `!` binds tighter than -a,
 * -a tighter than -o; a known binary operator in second place wins over an operator in first.
 * @see POSIX.1-2024, XCU test
 */
import type { Maybe } from '../base/index.ts';
import { compilePattern } from './pattern.ts';
import { binaryOf } from './text.ts';

/** How an expression asks about the world; paths are relative to the process's directory. */
export interface FileQuestions {
  /** `operator` is one of bcdefghkLprsSuwxOGN with its dash. */
  is(operator: string, path: string): Maybe<boolean>;
  /** `-nt`, `-ot` or `-ef`. */
  compare(operator: string, left: string, right: string): Maybe<boolean>;
  isatty(fd: number): boolean;
}

export interface TestResult {
  /** 0 true, 1 false, 2 malformed. */
  readonly status: number;
  /** Without the program's name. */
  readonly error?: string;
}

const UNARY = new Set([...'bcdefghkLprsSuwxOGNtzn'].map((letter) => `-${letter}`));
const BINARY = new Set('= == != < > -eq -ne -gt -ge -lt -le -nt -ot -ef'.split(' '));
/** Those that ask no files. */
const COMPARISONS = new Set('= == != -eq -ne -gt -ge -lt -le'.split(' '));
const TEXT_OPERATORS = new Set('= == != =~'.split(' '));
const TRUE: TestResult = { status: 0 };
const FALSE: TestResult = { status: 1 };

class Malformed {
  /** Undefined: wrong without a word. */
  readonly text: string | undefined;
  constructor(text: string | undefined) {
    this.text = text;
  }
}

/**
 * Evaluates `test`'s operands. For `[` the caller takes off the closing bracket.
 * `patterns`: `[[`, where = and != match a pattern and =~ a regular expression.
 */
export function evaluateTest(
  args: readonly string[],
  files: FileQuestions,
  patterns = false,
): Maybe<TestResult> {
  try {
    if (args.length === 0) return FALSE;
    if (args.length === 1) return args[0] === '' ? FALSE : TRUE;
    // Nearly all there are: no need to walk.
    if (!patterns && args.length === 3 && COMPARISONS.has(args[1]!))
      return binary(args[0]!, args[1]!, args[2]!, files) ? TRUE : FALSE;
    if (args.length === 2 && (args[0] === '-n' || args[0] === '-z'))
      return (args[1] === '') === (args[0] === '-z') ? TRUE : FALSE;
    const walk = walkExpression(args, files, patterns);
    let step = walk.next();
    while (!step.done) {
      if (step.value instanceof Promise) return resume(walk, step.value);
      step = walk.next(step.value);
    }
    return step.value ? TRUE : FALSE;
  } catch (error) {
    return complaint(error);
  }
}

type Walk = Generator<Maybe<boolean>, boolean, boolean>;

async function resume(walk: Walk, first: Promise<boolean>): Promise<TestResult> {
  try {
    let step = walk.next(await first);
    while (!step.done) step = walk.next(step.value instanceof Promise ? await step.value : step.value);
    return step.value ? TRUE : FALSE;
  } catch (error) {
    return complaint(error);
  }
}

function complaint(error: unknown): TestResult {
  if (error instanceof Malformed)
    return error.text === undefined ? { status: 2 } : { status: 2, error: error.text };
  throw error;
}

function* walkExpression(args: readonly string[], files: FileQuestions, patterns: boolean): Walk {
  let at = 0;
  const result = yield* or();
  if (at < args.length) throw new Malformed(`${args[at]}: unknown operand`);
  return result;

  function* or(): Walk {
    let value = yield* and();
    // Both sides are always evaluated: a malformed right side is an error whatever the left says.
    while (args[at] === '-o') {
      at++;
      const right = yield* and();
      value = value || right;
    }
    return value;
  }
  function* and(): Walk {
    let value = yield* not();
    while (args[at] === '-a') {
      at++;
      const right = yield* not();
      value = value && right;
    }
    return value;
  }
  function* not(): Walk {
    if (args[at] === '!' && !isBinaryNext()) {
      at++;
      // `! ` at the very end is a string, as in `test a -a !`.
      if (at >= args.length) throw new Malformed('argument expected');
      return !(yield* not());
    }
    return yield* primary();
  }
  function isBinaryNext(): boolean {
    return at + 2 < args.length && isBinary(args[at + 1]!);
  }
  function isBinary(word: string): boolean {
    return BINARY.has(word) || (patterns && word === '=~');
  }
  function* primary(): Walk {
    const word = args[at];
    if (word === undefined) throw new Malformed('argument expected');
    if (isBinaryNext()) {
      const operator = args[at + 1]!;
      const right = args[at + 2]!;
      at += 3;
      if (patterns && TEXT_OPERATORS.has(operator)) return yield matches(word, operator, right);
      return yield binary(word, operator, right, files);
    }
    if (word === '(') {
      at++;
      const value = yield* or();
      if (args[at] !== ')') throw new Malformed('closing paren expected');
      at++;
      return value;
    }
    if (UNARY.has(word)) {
      const operand = args[at + 1];
      if (operand === undefined) throw new Malformed(`${word}: argument expected`);
      at += 2;
      return yield unary(word, operand, files);
    }
    const operator = args[at + 1];
    if (operator !== undefined && isBinary(operator)) throw new Malformed(`${operator}: argument expected`);
    at++;
    return word !== '';
  }
}

function matches(left: string, operator: string, right: string): Maybe<boolean> {
  if (operator === '=~') return matchesRegex(left, right);
  return compilePattern(right).matches(left) === (operator !== '!=');
}

/** Seldom met, and large: the matcher comes when it is. @throws {Malformed} where it is no regular expression. */
async function matchesRegex(left: string, right: string): Promise<boolean> {
  const { compileRegex, RegexError } = await import('./regex.ts');
  try {
    return compileRegex(binaryOf(right), { extended: true }).test(binaryOf(left));
  } catch (error) {
    if (error instanceof RegexError) throw new Malformed(undefined);
    throw error;
  }
}

function unary(operator: string, operand: string, files: FileQuestions): Maybe<boolean> {
  if (operator === '-z') return operand === '';
  if (operator === '-n') return operand !== '';
  if (operator === '-t') return files.isatty(Number(parseNumber(operand)));
  return operand === '' ? false : files.is(operator, operand);
}

function binary(left: string, operator: string, right: string, files: FileQuestions): Maybe<boolean> {
  if (operator === '=' || operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  if (operator === '-nt' || operator === '-ot' || operator === '-ef') {
    return files.compare(operator, left, right);
  }
  const a = parseNumber(left);
  const b = parseNumber(right);
  if (operator === '-eq') return a === b;
  if (operator === '-ne') return a !== b;
  if (operator === '-gt') return a > b;
  if (operator === '-ge') return a >= b;
  return operator === '-lt' ? a < b : a <= b;
}

/** A number where doubles are exact, else a BigInt: `<` compares the two kinds as numbers. */
function parseNumber(text: string): number | bigint {
  const match = /^[ \t\n\v\f\r]*([-+]?\d+)[ \t\n\v\f\r]*$/.exec(text);
  if (!match) {
    // musl's strtoll calls it a failure, as an overflow is, where there are no digits at all.
    const what = /^[ \t\n\v\f\r]*[-+]?\d/.test(text) ? 'bad number' : 'out of range';
    throw new Malformed(text === '' ? what : `${text}: ${what}`);
  }
  if (match[1]!.length < 16) return Number(match[1]);
  const value = BigInt(match[1]!.replace('+', ''));
  if (BigInt.asIntN(64, value) !== value) throw new Malformed(`${text}: out of range`);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
