/** awk's built-in functions. */
import { all, type Code, map, map2, prompt, run, wait, waiting } from './code.ts';
import { type Compiler, compileCell, compilePlace, compileRegexOperand } from './compile-place.ts';
import { splitByRegex } from './fields.ts';
import { formatAwk } from './format.ts';
import { isLvalue } from './parse-expression.ts';
import { replaceAll } from './replace.ts';
import { AwkError, type Expression } from './syntax.ts';
import { formatTime, parseTime } from './times.ts';
import { fromInput, toNumber, type Value } from './values.ts';

type Call = Extract<Expression, { kind: 'builtin' }>;

const MATH: Readonly<Record<string, (x: number, y: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  atan2: Math.atan2,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  int: Math.trunc,
};

const BITS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  lshift: (a, b) => a << (b & 63n),
  rshift: (a, b) => a >> (b & 63n),
  compl: (a) => ~a,
};

const LEAST: Readonly<Record<string, number>> = {
  substr: 2,
  index: 2,
  split: 2,
  sub: 2,
  gsub: 2,
  gensub: 3,
  match: 2,
  sprintf: 1,
  atan2: 2,
  system: 1,
  close: 1,
  mktime: 1,
  and: 2,
  or: 2,
  xor: 2,
  lshift: 2,
  rshift: 2,
};

export function compileBuiltin(c: Compiler, e: Call): Code<Value> {
  const { machine: m } = c;
  const { name, args, line } = e;
  if (args.length < (LEAST[name] ?? 0)) throw new AwkError('Too few arguments', line);
  if (name === 'length' && args.length > 1) throw new AwkError('Too many arguments', line);
  if (name === 'length') return compileLength(c, args[0]);
  if (name === 'split') return compileSplit(c, args);
  if (name === 'match') return compileMatch(c, args);
  if (name === 'sub' || name === 'gsub') return compileSubstitution(c, e);
  if (name === 'gensub') return compileGensub(c, args);
  if (name === 'system' || name === 'close' || name === 'fflush') return compileStream(c, e);
  const values = all(args.map((arg) => c.expression(arg)));
  if (Object.hasOwn(MATH, name)) {
    const apply = MATH[name]!;
    return map(values, ([x, y]) => apply(toNumber(x), toNumber(y)));
  }
  if (Object.hasOwn(BITS, name)) {
    const apply = BITS[name]!;
    const bits = (value: Value) => BigInt.asUintN(64, BigInt(Math.trunc(toNumber(value)) || 0));
    return map(values, ([a, b]) => Number(BigInt.asUintN(64, apply(bits(a), bits(b)))));
  }
  switch (name) {
    case 'substr':
      return map(values, ([text, from, count]) => substring(m.textOf(text), from, count, args.length > 2));
    case 'index':
      return map(values, ([text, part]) =>
        m.textOf(part) === '' ? 0 : m.textOf(text).indexOf(m.textOf(part)) + 1,
      );
    case 'tolower':
      return map(values, ([text]) => m.textOf(text).replace(/[A-Z]+/g, (part) => part.toLowerCase()));
    case 'toupper':
      return map(values, ([text]) => m.textOf(text).replace(/[a-z]+/g, (part) => part.toUpperCase()));
    case 'sprintf':
      return map(values, ([format, ...rest]) => formatAwk(m.textOf(format), rest, m.text('CONVFMT'), line));
    case 'rand':
      return prompt(() => m.chance.next());
    case 'srand':
      return map(values, ([seed]) =>
        m.chance.reseed(args.length ? toNumber(seed) : Math.floor(m.io.sys.now() / 1000)),
      );
    case 'systime':
      return prompt(() => Math.floor(m.io.sys.now() / 1000));
    case 'strftime':
      return map(values, (given) => formatTime(m, given));
    default:
      return map(values, ([text]) => parseTime(m, m.textOf(text)));
  }
}

/** Places count from 1; what lies before the text is cut off the place, not the length. */
function substring(text: string, from: Value, count: Value, limited: boolean): string {
  const start = Math.max(0, Math.trunc(toNumber(from)) - 1);
  if (!limited) return text.slice(start);
  return text.slice(start, start + Math.max(0, Math.trunc(toNumber(count))));
}

function compileLength(c: Compiler, arg: Expression | undefined): Code<Value> {
  const { machine: m } = c;
  if (!arg) return prompt(() => m.fields.text().length);
  if (arg.kind === 'variable' && arg.name !== 'NF') {
    const cell = compileCell(c, arg);
    return prompt(() => cell().array?.size ?? m.textOf(cell().value).length);
  }
  return map(c.expression(arg), (value) => m.textOf(value).length);
}

function compileSplit(c: Compiler, [text, target, separator]: readonly Expression[]): Code<Value> {
  const { machine: m } = c;
  if (target?.kind !== 'variable') throw new AwkError('Unexpected token', 1);
  const cell = compileCell(c, target);
  const split = (source: string, parts: readonly string[]): number => {
    const array = cell().asArray();
    array.clear();
    for (const [i, part] of parts.entries()) array.set(String(i + 1), fromInput(part));
    return source === '' ? 0 : parts.length;
  };
  const value = c.expression(text!);
  if (separator?.kind === 'regex') {
    const { source } = separator;
    return map(value, (from) => split(m.textOf(from), splitByRegex(m.textOf(from), m.regex(source))));
  }
  const by = separator ? compileRegexOperand(c, separator) : prompt(() => m.text('FS'));
  return map2(value, by, (from, at) => split(m.textOf(from), m.splitter(at)(m.textOf(from))));
}

function compileMatch(c: Compiler, [text, regex]: readonly Expression[]): Code<Value> {
  const { machine: m } = c;
  return map2(c.expression(text!), compileRegexOperand(c, regex!), (value, source) => {
    const found = m.regex(source).find(m.textOf(value));
    m.setGlobal('RSTART', found ? found.start + 1 : 0);
    m.setGlobal('RLENGTH', found ? found.end - found.start : -1);
    return found ? found.start + 1 : 0;
  });
}

function compileSubstitution(c: Compiler, { name, args, line }: Call): Code<Value> {
  const { machine: m } = c;
  const target: Expression = args[2] ?? { kind: 'field', index: { kind: 'number', value: 0 } };
  const plain = target.kind === 'group' && target.items.length === 1 ? target.items[0]! : target;
  if (!isLvalue(plain)) throw new AwkError('Unexpected token', line);
  const operands = map2(compileRegexOperand(c, args[0]!), c.expression(args[1]!), (source, value) => ({
    source,
    replacement: m.textOf(value),
  }));
  return map2(operands, compilePlace(c, plain), ({ source, replacement }, place) => {
    const which = name === 'gsub' ? 0 : 1;
    const result = replaceAll(m.textOf(place.get()), m.regex(source), replacement, which, false);
    // Also where nothing matched: a field that was not there is made.
    place.set(result.text);
    return result.count;
  });
}

function compileGensub(c: Compiler, args: readonly Expression[]): Code<Value> {
  const { machine: m } = c;
  const [regex, replacement, how, target] = args;
  const text = target ? c.expression(target) : prompt((): Value => m.fields.text());
  const values = all([c.expression(replacement!), c.expression(how!), text]);
  return map2(compileRegexOperand(c, regex!), values, (source, [by, which, subject]) => {
    const nth = /^g/i.test(m.textOf(which)) ? 0 : Math.max(1, Math.trunc(toNumber(which)));
    return replaceAll(m.textOf(subject), m.regex(source), m.textOf(by), nth, true).text;
  });
}

function compileStream(c: Compiler, { name, args }: Call): Code<Value> {
  const { machine: m } = c;
  const value = args[0] ? c.expression(args[0]) : prompt((): Value => '');
  return waiting(function* () {
    const text = m.textOf(yield* run(value));
    if (name === 'system') return yield* wait(m.streams.system(text));
    if (name === 'close') return yield* wait(m.streams.close(text));
    yield* wait(m.streams.flush());
    return 0;
  });
}
