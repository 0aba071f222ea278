/** JSON text: parsed as jq does, printed as jq does. */
import { compareStrings, isArray, isObject, Numeral, type Value } from './values.ts';

/** What is no JSON, in jq's words, and the character at which that shows. */
export class JsonProblem extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Arrays and objects nest no deeper than this. */
const DEEPEST_PARSE = 10_000;

/** Parses one value that is all of the text. @throws JsonProblem */
export function parseJson(text: string): Value {
  const state = { text, at: 0, depth: 0 };
  skipBlanks(state);
  const value = parseValue(state);
  skipBlanks(state);
  if (state.at < text.length) throw new JsonProblem('Unexpected extra JSON values', state.at);
  return value;
}

interface State {
  readonly text: string;
  at: number;
  depth: number;
}

function skipBlanks(state: State): void {
  while (' \t\n\r'.includes(state.text[state.at] ?? 'x')) state.at++;
}

function parseValue(state: State): Value {
  const char = state.text[state.at];
  if (char === '"') return parseString(state);
  if (char === '[') return parseArray(state);
  if (char === '{') return parseObject(state);
  return parseLiteral(state);
}

function parseLiteral(state: State): Value {
  const found = /[^\s[\]{}:,"]*/y;
  found.lastIndex = state.at;
  const word = found.exec(state.text)![0];
  if (word === '') {
    const char = state.text[state.at];
    if (char === undefined) throw new JsonProblem('Unfinished JSON term', state.at);
    if (char === ']' || char === '}') throw new JsonProblem(`Unmatched '${char}'`, state.at);
    if (char === ',') throw new JsonProblem("Expected value before ','", state.at);
    throw new JsonProblem(`'${char}' not as part of an object`, state.at);
  }
  state.at += word.length;
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (word === 'nan' || word === 'NaN') return Number.NaN;
  // How it begins says what it was meant for.
  if (/^(?:[tf]|nu)/.test(word)) throw new JsonProblem('Invalid literal', state.at);
  const number = numberFrom(word);
  if (number === undefined) throw new JsonProblem('Invalid numeric literal', state.at);
  return number;
}

/** A number by its digits; one that a double does not hold as it stands keeps its text. */
export function numberFrom(word: string): number | Numeral | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(word);
  if (!found || (found[2] === '' && !found[3])) return undefined;
  const value = Number(word);
  const text = literalText(found);
  if (numberText(value) === text) return value;
  return new Numeral(text, Math.abs(value) === Infinity ? Math.sign(value) * Number.MAX_VALUE : value);
}

/** A literal's text as decimal arithmetic writes it: all of its digits, an exponent where that is far. */
function literalText([, sign, whole = '', fraction = '', exponent = '0']: RegExpExecArray): string {
  const digits = (whole + fraction).replace(/^0+(?=.)/, '');
  const power = Number(exponent) - fraction.length;
  const minus = sign === '-' ? '-' : '';
  const adjusted = power + digits.length - 1;
  if (power <= 0 && adjusted >= -6) {
    if (power === 0) return minus + digits;
    const padded = digits.padStart(1 - power, '0');
    return `${minus}${padded.slice(0, power)}.${padded.slice(power)}`;
  }
  const shownExponent = `E${adjusted < 0 ? '-' : '+'}${Math.abs(adjusted)}`;
  return `${minus}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}${shownExponent}`;
}

/** Text in which halves of pairs are replaced. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** What stands behind a backslash in a string, but `u`. */
export const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function parseString(state: State): string {
  const { text } = state;
  let end = state.at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length) throw new JsonProblem('Unfinished string', text.length);
  const raw = text.slice(state.at + 1, end);
  state.at = end + 1;
  if (!raw.includes('\\')) return wellFormed(raw);
  const unescaped = raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.)|$)/gs, (_, code?: string, char?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const plain = char === undefined ? undefined : escapes[char];
    if (plain === undefined) throw new JsonProblem('Invalid escape', end);
    return plain;
  });
  // Half a pair is no character.
  return wellFormed(unescaped);
}

function deeper(state: State): void {
  state.at++;
  if (++state.depth > DEEPEST_PARSE) throw new JsonProblem('Exceeds depth limit for parsing', state.at);
}

/** What is wrong where a separator or an end has to stand. */
function misplaced(state: State, other: string): JsonProblem {
  const char = state.text[state.at];
  if (char === undefined) return new JsonProblem('Unfinished JSON term', state.at);
  if (char === other) return new JsonProblem(`Unmatched '${other}'`, state.at);
  if (char === ':') return new JsonProblem("':' not as part of an object", state.at);
  // A value: it shows when it is over.
  const start = state.at;
  if (char === '[' || char === '{') return new JsonProblem('Expected separator between values', start);
  try {
    parseValue(state);
  } catch (error) {
    if (error instanceof JsonProblem) return error;
    throw error;
  }
  return new JsonProblem('Expected separator between values', char === '"' ? state.at - 1 : state.at);
}

function parseArray(state: State): Value {
  deeper(state);
  const items: Value[] = [];
  skipBlanks(state);
  while (state.text[state.at] !== ']' || items.length > 0) {
    skipBlanks(state);
    if (state.text[state.at] === ']') throw new JsonProblem('Expected another array element', state.at);
    items.push(parseValue(state));
    skipBlanks(state);
    if (state.text[state.at] === ']') break;
    if (state.text[state.at] !== ',') throw misplaced(state, '}');
    state.at++;
  }
  state.at++;
  state.depth--;
  return items;
}

function parseObject(state: State): Value {
  deeper(state);
  const object = new Map<string, Value>();
  skipBlanks(state);
  while (state.text[state.at] !== '}' || object.size > 0) {
    skipBlanks(state);
    if (state.text[state.at] === '}')
      throw new JsonProblem('Objects must consist of key:value pairs', state.at);
    const key = parseValue(state);
    skipBlanks(state);
    const char = state.text[state.at];
    if (char === ':' && typeof key !== 'string')
      throw new JsonProblem('Object keys must be strings', state.at);
    if (char === '}' || char === ',')
      throw new JsonProblem('Objects must consist of key:value pairs', state.at);
    if (char !== ':') throw misplaced(state, ']');
    state.at++;
    skipBlanks(state);
    object.set(key as string, parseValue(state));
    skipBlanks(state);
    if (state.text[state.at] === '}') break;
    if (state.text[state.at] !== ',') throw misplaced(state, ']');
    state.at++;
  }
  state.at++;
  state.depth--;
  return object;
}

export interface PrintRules {
  /** What one level is indented by; '' for all in one line. */
  readonly indent: string;
  readonly sortKeys: boolean;
  readonly ascii: boolean;
  /** SGR parameters for null, false, true, numbers, strings, arrays, objects, keys. */
  readonly colours: readonly string[] | undefined;
}

const PLAIN: PrintRules = { indent: '', sortKeys: false, ascii: false, colours: undefined };

/** A value in one line. */
export function dumpJson(value: Value): string {
  return printJson(value, PLAIN);
}

export function printJson(value: Value, rules: PrintRules): string {
  return rules.colours ? coloured(value, rules, rules.colours, 0) : plain(value, rules, 0);
}

function numberText(value: number | Numeral): string {
  if (value instanceof Numeral) return value.text;
  if (Number.isNaN(value)) return 'null';
  const finite = Math.abs(value) === Infinity ? Math.sign(value) * Number.MAX_VALUE : value;
  if (Object.is(finite, -0)) return '-0';
  const text = String(finite);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-])(\d+)$/.exec(text);
  if (exponent)
    return `${exponent[1]}${exponent[2]}${exponent[3] ? `.${exponent[3]}` : ''}e${exponent[4]}${exponent[5]!.padStart(2, '0')}`;
  const size = Math.abs(finite);
  // Seventeen digits at most, and an exponent beyond them.
  if (size >= 1e17) {
    const [head = '', tail = ''] = finite.toExponential().split('e+');
    return `${head}e+${tail.padStart(2, '0')}`;
  }
  if (size !== 0 && size < 1e-5) {
    const [head = '', tail = ''] = finite.toExponential().split('e-');
    return `${head}e-${tail.padStart(2, '0')}`;
  }
  return text;
}

function stringText(text: string, ascii: boolean): string {
  const quoted = JSON.stringify(text).replaceAll('\x7f', '\\u007f');
  if (!ascii) return quoted;
  return quoted.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function entriesOf(object: ReadonlyMap<string, Value>, sorted: boolean): [string, Value][] {
  const entries = [...object];
  return sorted ? entries.sort(([a], [b]) => compareStrings(a, b)) : entries;
}

function scalar(value: Value, ascii: boolean): string {
  if (typeof value === 'string') return stringText(value, ascii);
  return typeof value === 'number' || value instanceof Numeral ? numberText(value) : String(value);
}

function plain(value: Value, rules: PrintRules, depth: number): string {
  if (!isArray(value) && !isObject(value)) return scalar(value, rules.ascii);
  const [open, close] = isArray(value) ? '[]' : '{}';
  const space = rules.indent === '' ? '' : ' ';
  const items = isArray(value)
    ? value.map((item) => plain(item, rules, depth + 1))
    : entriesOf(value, rules.sortKeys).map(
        ([key, item]) => `${stringText(key, rules.ascii)}:${space}${plain(item, rules, depth + 1)}`,
      );
  if (items.length === 0) return `${open}${close}`;
  if (rules.indent === '') return `${open}${items.join(',')}${close}`;
  const margin = `\n${rules.indent.repeat(depth + 1)}`;
  return `${open}${margin}${items.join(`,${margin}`)}\n${rules.indent.repeat(depth)}${close}`;
}

/** As jq 1.7 sets its colours: what belongs to an array or object is in its colour, piece by piece. */
function coloured(value: Value, rules: PrintRules, colours: readonly string[], depth: number): string {
  const kind =
    value === null
      ? 0
      : value === false
        ? 1
        : value === true
          ? 2
          : typeof value === 'string'
            ? 4
            : isArray(value)
              ? 5
              : isObject(value)
                ? 6
                : 3;
  const on = `\x1b[${colours[kind]}m`;
  const off = '\x1b[0m';
  if (!isArray(value) && !isObject(value)) return on + scalar(value, rules.ascii) + off;
  const margin = (level: number) => (rules.indent === '' ? '' : `\n${rules.indent.repeat(level)}`);
  if (isArray(value)) {
    if (value.length === 0) return `${on}[]${off}`;
    const items = value.map(
      (item, i) => `${i ? `${on},` : ''}${margin(depth + 1)}${coloured(item, rules, colours, depth + 1)}`,
    );
    return `${on}[${items.join('')}${on}${margin(depth)}${on}]${off}`;
  }
  if (value.size === 0) return `${on}{}${off}`;
  const key = `\x1b[${colours[7]}m`;
  const space = rules.indent === '' ? '' : ' ';
  const items = entriesOf(value, rules.sortKeys).map(
    ([name, item], i) =>
      `${i ? `${on},` : ''}${margin(depth + 1)}${off}${key}${stringText(name, rules.ascii)}${off}${on}:${space}${off}${coloured(item, rules, colours, depth + 1)}`,
  );
  return `${on}{${items.join('')}${on}${margin(depth)}${on}}${off}`;
}
