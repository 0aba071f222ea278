/** dc's machine: a stack of numbers and strings, registers that are stacks, one character a command. */
import type { Io } from '../io.ts';
import {
  add,
  CalculationError,
  compare,
  countOf,
  type Decimal,
  divide,
  fromInteger,
  integerOf,
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
import { folded, formatNumber, parseNumber } from './radix.ts';

type Item = Decimal | string;

const WIDTH = 70;
const LARGEST_BASE = 999;
/** Macros within macros beyond this are taken for endless; one at another's end takes its place. */
const DEEPEST = 10_000;

/** A script that is being done. */
interface Frame {
  readonly text: string;
  at: number;
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '=': (order) => order === 0,
  '!>': (order) => order <= 0,
  '!<': (order) => order >= 0,
  '!=': (order) => order !== 0,
};

const CALCULATIONS: Readonly<Record<string, (a: Decimal, b: Decimal, scale: number) => Decimal>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '^': power,
};

export interface StackRules {
  /** Reads a line for `?`. */
  readonly readLine: () => Promise<string | undefined>;
  /** Registers have names of several letters, behind a blank. */
  readonly longNames: boolean;
}

const BLANKS = /[ \t\v\f\r]*/y;
const LONG_NAME = /[ \t\v\f\r]*([a-z0-9_]*)/y;
const NUMBER = /_?[0-9A-F]*\.?[0-9A-F]*/y;

function match(pattern: RegExp, { text, at }: Frame): RegExpExecArray {
  pattern.lastIndex = at;
  return pattern.exec(text)!;
}

export class StackMachine {
  readonly #io: Io;
  readonly #rules: StackRules;
  readonly #stack: Item[] = [];
  readonly #registers = new Map<string, Item[]>();
  readonly #arrays = new Map<string, Map<number, Item>>();
  #scale = 0;
  #ibase = 10;
  #obase = 10;
  readonly #frames: Frame[] = [];
  /** `q` was met. */
  ended = false;

  constructor(io: Io, rules: StackRules) {
    this.#io = io;
    this.#rules = rules;
  }

  /** Does a script. @throws CalculationError */
  async run(script: string): Promise<void> {
    this.#frames.length = 0;
    this.#enter(script);
    while (this.#frames.length > 0 && !this.ended) {
      const frame = this.#frames[this.#frames.length - 1]!;
      if (frame.at >= frame.text.length) this.#frames.pop();
      else await this.#step(frame);
      const pumped = this.#io.pump();
      if (pumped instanceof Promise) await pumped;
    }
  }

  #enter(text: string): void {
    const last = this.#frames[this.#frames.length - 1];
    if (last && last.at >= last.text.length) this.#frames.pop();
    if (this.#frames.length >= DEEPEST) throw new CalculationError('too deep');
    this.#frames.push({ text, at: 0 });
  }

  async #step(frame: Frame): Promise<void> {
    const { text } = frame;
    const char = text[frame.at]!;
    if (/[0-9A-F._]/.test(char)) return this.#number(frame);
    frame.at++;
    if (/\s/.test(char)) return;
    if (char === '#') {
      const end = text.indexOf('\n', frame.at);
      frame.at = end < 0 ? text.length : end;
    } else if (char === '[') this.#string(frame);
    else if (char === '!' || char === '<' || char === '>' || char === '=') this.#compared(frame, char);
    else if ('slSL:;'.includes(char)) this.#register(char, this.#registerName(frame));
    else if (char === '?') this.#enter((await this.#rules.readLine()) ?? '');
    else this.#command(char);
  }

  #number(frame: Frame): void {
    const [found] = match(NUMBER, frame);
    frame.at += found.length;
    const value = parseNumber(found.replace('_', ''), this.#ibase);
    this.#stack.push(found.startsWith('_') ? negate(value) : value);
  }

  #string(frame: Frame): void {
    let depth = 1;
    const start = frame.at;
    for (; frame.at < frame.text.length; frame.at++) {
      const char = frame.text[frame.at];
      if (char === '\\') frame.at++;
      else if (char === '[') depth++;
      else if (char === ']' && --depth === 0) break;
    }
    if (depth > 0) throw new CalculationError('unterminated string');
    this.#stack.push(frame.text.slice(start, frame.at++));
  }

  #registerName(frame: Frame): string {
    if (!this.#rules.longNames || !/\s/.test(frame.text[frame.at] ?? '')) return frame.text[frame.at++] ?? '';
    const [whole, name = ''] = match(LONG_NAME, frame);
    frame.at += whole.length;
    return name;
  }

  #compared(frame: Frame, char: string): void {
    let operator = char;
    if (char === '!') {
      operator += frame.text[frame.at] ?? '';
      if (!Object.hasOwn(COMPARISONS, operator)) throw new CalculationError(`bad character '!'`);
      frame.at++;
    }
    const name = this.#registerName(frame);
    const blanks = match(BLANKS, frame)[0].length;
    let otherwise: string | undefined;
    if (frame.text[frame.at + blanks] === 'e') {
      frame.at += blanks + 1;
      otherwise = this.#registerName(frame);
    }
    const [left, right] = this.#numbers();
    const chosen = COMPARISONS[operator]!(compare(right, left)) ? name : otherwise;
    if (chosen === undefined) return;
    const macro = this.#top(chosen);
    if (typeof macro !== 'string') throw new CalculationError('variable is wrong type');
    this.#enter(macro);
  }

  /** A register's value; 0 where it has none. */
  #top(name: string): Item {
    return this.#registers.get(name)?.at(-1) ?? zero;
  }

  #register(command: string, name: string): void {
    const values = this.#registers.get(name) ?? [];
    switch (command) {
      case 's':
        values.splice(-1, 1, this.#pop());
        break;
      case 'S':
        values.push(this.#pop());
        break;
      case 'l':
        this.#stack.push(this.#top(name));
        return;
      case 'L': {
        const value = values.pop();
        if (value === undefined) throw new CalculationError('stack has too few elements');
        this.#stack.push(value);
        break;
      }
      default:
        this.#element(command, name);
        return;
    }
    this.#registers.set(name, values);
  }

  #element(command: string, name: string): void {
    const array = this.#arrays.get(name) ?? new Map<number, Item>();
    this.#arrays.set(name, array);
    const index = countOf(this.#popNumber());
    if (command === ':') array.set(index, this.#pop());
    else this.#stack.push(array.get(index) ?? zero);
  }

  #pop(): Item {
    const item = this.#stack.pop();
    if (item === undefined) throw new CalculationError('stack has too few elements');
    return item;
  }

  #popNumber(): Decimal {
    const item = this.#pop();
    if (typeof item === 'string') throw new CalculationError('variable is wrong type');
    return item;
  }

  /** The two on top, the lower one first. */
  #numbers(): [Decimal, Decimal] {
    if (this.#stack.length < 2) throw new CalculationError('stack has too few elements');
    const right = this.#popNumber();
    return [this.#popNumber(), right];
  }

  #text(item: Item): string {
    return typeof item === 'string' ? item : folded(formatNumber(item, this.#obase), WIDTH);
  }

  #command(char: string): void {
    const stack = this.#stack;
    const peek = (): Item => stack.at(-1) ?? this.#pop();
    const calculate = Object.hasOwn(CALCULATIONS, char) ? CALCULATIONS[char] : undefined;
    if (calculate) {
      const [a, b] = this.#numbers();
      stack.push(calculate(a, b, this.#scale));
      return;
    }
    switch (char) {
      case '~': {
        const [a, b] = this.#numbers();
        stack.push(divide(a, b, this.#scale), remainder(a, b, this.#scale));
        return;
      }
      case '|':
        stack.push(this.#modularPower());
        return;
      case 'v':
        stack.push(squareRoot(this.#popNumber(), this.#scale));
        return;
      case 'p':
        this.#io.put(`${this.#text(peek())}\n`);
        return;
      case 'n':
        // busybox ends the line here too.
        this.#io.put(`${this.#text(this.#pop())}\n`);
        return;
      case 'P':
        this.#io.put(streamOf(this.#pop()));
        return;
      case 'f':
        for (const item of [...stack].reverse()) this.#io.put(`${this.#text(item)}\n`);
        return;
      case 'c':
        stack.length = 0;
        return;
      case 'd':
        stack.push(peek());
        return;
      case 'r': {
        const top = this.#pop();
        const below = this.#pop();
        stack.push(top, below);
        return;
      }
      case 'R':
        this.#pop();
        return;
      case 'z':
        stack.push(fromInteger(stack.length));
        return;
      case 'Z': {
        const item = this.#pop();
        stack.push(fromInteger(typeof item === 'string' ? item.length : lengthOf(item)));
        return;
      }
      case 'X': {
        const item = this.#pop();
        stack.push(fromInteger(typeof item === 'string' ? 0 : item.scale));
        return;
      }
      default:
        this.#setting(char);
    }
  }

  #setting(char: string): void {
    const stack = this.#stack;
    switch (char) {
      case 'k':
        this.#scale = countOf(this.#popNumber());
        return;
      case 'i':
        this.#ibase = baseOf(this.#popNumber(), 'ibase', 16);
        return;
      case 'o':
        this.#obase = baseOf(this.#popNumber(), 'obase', LARGEST_BASE);
        return;
      case 'K':
        stack.push(fromInteger(this.#scale));
        return;
      case 'I':
        stack.push(fromInteger(this.#ibase));
        return;
      case 'O':
        stack.push(fromInteger(this.#obase));
        return;
      case 'a': {
        const item = this.#pop();
        stack.push(typeof item === 'string' ? item.slice(0, 1) : streamOf(item).slice(-1));
        return;
      }
      case 'x': {
        const item = this.#pop();
        if (typeof item === 'string') this.#enter(item);
        else stack.push(item);
        return;
      }
      case 'q':
        if (this.#frames.length <= 2) this.ended = true;
        else this.#frames.length -= 2;
        return;
      case 'Q': {
        const count = countOf(this.#popNumber());
        this.#frames.length = Math.max(0, this.#frames.length - count);
        return;
      }
      case 'e':
        throw new CalculationError(`bad token at 'e'`);
      default:
        throw new CalculationError(`bad character '${char}'`);
    }
  }

  #modularPower(): Decimal {
    if (this.#stack.length < 3) throw new CalculationError('stack has too few elements');
    const [modulus, exponent, base] = [this.#popNumber(), this.#popNumber(), this.#popNumber()].map(
      (each) => {
        if (each.scale > 0 && each.digits !== integerOf(each) * 10n ** BigInt(each.scale))
          throw new CalculationError('not an integer');
        return integerOf(each);
      },
    ) as [bigint, bigint, bigint];
    if (modulus === 0n) throw new CalculationError('divide by zero');
    if (exponent < 0n) throw new CalculationError('negative number');
    let result = 1n % modulus;
    let square = base % modulus;
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = (result * square) % modulus;
      square = (square * square) % modulus;
    }
    return fromInteger(result);
  }
}

function baseOf(value: Decimal, name: string, most: number): number {
  const base = value.digits < 0n ? 0 : countOf(value);
  if (base < 2 || base > most) throw new CalculationError(`bad ${name}; must be [2,${most}]`);
  return base;
}

/** A number as bytes, the highest first; a string as it is. */
function streamOf(item: Item): string {
  if (typeof item === 'string') return item;
  if (isZero(item)) return '\0';
  let rest = integerOf(item.digits < 0n ? negate(item) : item);
  let text = '';
  for (; rest > 0n; rest >>= 8n) text = String.fromCharCode(Number(rest & 255n)) + text;
  return text;
}
