/**
 * Compound commands of bash alone: `[[ … ]]`, `(( … ))`, `for ((…))`, select, time.
 * @see bash manual, 3.2.3, 3.2.5
 */
import type { Command, Conditional, Word } from '../ast.ts';
import { type Body, parseForBody, parseForHead } from '../compound.ts';
import {
  expectOperator,
  expectWord,
  isOperator,
  isWord,
  origin,
  parseCommand,
  skipNewlines,
  unexpected,
} from '../parser.ts';
import { PartList } from '../part-list.ts';
import { endsEarly, peek, type Reader, SyntaxProblem, type Token, take } from '../reader.ts';
import { DOUBLE, parseArithmeticText, parseParts } from '../words.ts';
import { textWord } from './parse-words.ts';

export const starters: ReadonlySet<string> = new Set(['[[', 'select', 'coproc']);

/** The inside of a command that begins with one of `starters`. */
export function parseCompound(reader: Reader, raw: string): Body {
  take(reader);
  if (raw === 'select') return { kind: 'select', ...parseForHead(reader), body: parseForBody(reader) };
  if (raw === 'coproc') return parseCoproc(reader);
  return parseConditional(reader);
}

/** A coprocess is parsed, and refused when it is to run. */
function parseCoproc(reader: Reader): Body {
  const command = parseCommand(reader);
  const words = [textWord('coproc')];
  const { line, text } = command;
  const refusal: Command = { kind: 'simple', assignments: [], words, redirects: [], line, text };
  return { kind: 'group', body: [{ command: refusal, background: false }] };
}

/** `((` where it is one, though it might begin two subshells. */
export function parseArithmeticCommand(reader: Reader, open: Token): Body | undefined {
  if (reader.text[open.end] !== '(' || reader.token !== undefined) return undefined;
  const { at, line } = reader;
  reader.at = open.end + 1;
  try {
    const start = reader.at;
    const expression = parseArithmeticText(reader);
    const raw = reader.text.slice(start, reader.at - 2);
    reader.lastEnd = reader.at;
    return { kind: 'arithmetic', expression: { ...expression, raw } };
  } catch (error) {
    if (!(error instanceof SyntaxProblem) || error.incomplete) throw error;
    Object.assign(reader, { at, line });
    return undefined;
  }
}

/** `((start; condition; step))` and the body of a for; undefined where no parentheses follow. */
export function parseArithmeticFor(reader: Reader): Body | undefined {
  const open = peek(reader);
  if (open.kind !== 'operator' || open.text !== '(' || reader.text[open.end] !== '(') return undefined;
  take(reader);
  const begin = open.start;
  reader.at = open.end + 1;
  const expressions: Word[] = [];
  for (let i = 0; i < 3; i++) {
    const list = new PartList();
    let depth = 0;
    const ends = (char: string): boolean => {
      if (char === '(') depth++;
      else if (char === ')' && depth-- === 0) return true;
      return char === ';' && depth === 0;
    };
    const start = reader.at;
    parseParts(reader, { ...DOUBLE, ends }, list);
    const last = i === 2;
    if (reader.at >= reader.text.length) endsEarly(reader, 'syntax error', ')');
    if (reader.text[reader.at] !== (last ? ')' : ';')) {
      const near = reader.text.slice(begin, reader.text.indexOf('))', begin) + 2);
      throw new SyntaxProblem('arithmetic-for', reader.line, false, { near });
    }
    expressions.push({ ...list.word(), raw: reader.text.slice(start, reader.at).trimStart() });
    reader.at++;
  }
  if (reader.text[reader.at] !== ')') unexpected(reader);
  reader.at++;
  reader.lastEnd = reader.at;
  if (isOperator(reader, ';')) take(reader);
  skipNewlines(reader);
  const [start, condition, step] = expressions;
  return { kind: 'arithmetic-for', start, condition, step, body: parseForBody(reader) };
}

export function isTime(token: Token): boolean {
  return token.kind === 'word' && token.raw === 'time';
}

/** `time [-p] pipeline`. */
export function parseTime(
  reader: Reader,
  first: Token,
  parsePipeline: (reader: Reader) => Command,
): Command | undefined {
  if (!isTime(first)) return undefined;
  take(reader);
  let posix = false;
  if (isWord(reader, '-p')) {
    posix = true;
    take(reader);
  }
  if (isWord(reader, '--')) take(reader);
  const next = peek(reader);
  const none =
    next.kind === 'newline' || next.kind === 'end' || (next.kind === 'operator' && next.text !== '(');
  const command = none ? undefined : parsePipeline(reader);
  return { kind: 'time', posix, command, redirects: [], ...origin(reader, first.start, first.line) };
}

const UNARY = /^-[a-zA-Z]$/;
const BINARY = new Set('= == != =~ -eq -ne -gt -ge -lt -le -nt -ot -ef'.split(' '));

function failConditional(reader: Reader, lead: string): never {
  const token = peek(reader);
  const text = token.kind === 'end' ? "unexpected EOF while looking for `]]'" : lead;
  throw new SyntaxProblem(lead, reader.line, token.kind === 'end', { lead: text });
}

/** `[[ … ]]` with bash's grammar. */
function parseConditional(reader: Reader): Body {
  const outer = reader.conditional ?? false;
  reader.conditional = true;
  try {
    const expression = parseConditionalOr(reader);
    if (!isWord(reader, ']]')) failConditional(reader, 'conditional binary operator expected');
    reader.conditional = outer;
    expectWord(reader, ']]');
    return { kind: 'conditional', expression };
  } finally {
    reader.conditional = outer;
  }
}

function parseConditionalOr(reader: Reader): Conditional {
  let left = parseConditionalAnd(reader);
  for (skipNewlines(reader); isOperator(reader, '||'); skipNewlines(reader)) {
    take(reader);
    left = { kind: 'or', left, right: parseConditionalAnd(reader) };
  }
  return left;
}

function parseConditionalAnd(reader: Reader): Conditional {
  let left = parseConditionalPrimary(reader);
  for (skipNewlines(reader); isOperator(reader, '&&'); skipNewlines(reader)) {
    take(reader);
    left = { kind: 'and', left, right: parseConditionalPrimary(reader) };
  }
  return left;
}

function parseConditionalPrimary(reader: Reader): Conditional {
  skipNewlines(reader);
  if (isWord(reader, '!')) {
    take(reader);
    return { kind: 'not', operand: parseConditionalPrimary(reader) };
  }
  if (isOperator(reader, '(')) {
    take(reader);
    const inner = parseConditionalOr(reader);
    if (!isOperator(reader, ')'))
      failConditional(reader, `unexpected token \`${nameOf(reader)}', expected \`)'`);
    expectOperator(reader, ')');
    return { kind: 'group', operand: inner };
  }
  const first = operand(reader);
  if (UNARY.test(first.raw) && peek(reader).kind === 'word' && !BINARY.has(nameOf(reader))) {
    return { kind: 'unary', operator: first.raw, word: operand(reader, 'unary').word };
  }
  const operator = peek(reader);
  if (operator.kind === 'redirect' && (operator.operator === '<' || operator.operator === '>')) {
    take(reader);
    return {
      kind: 'binary',
      operator: operator.operator,
      left: first.word,
      right: operand(reader, 'binary').word,
    };
  }
  if (operator.kind === 'word' && BINARY.has(operator.raw)) {
    take(reader);
    const right = operator.raw === '=~' ? parseRegex(reader) : operand(reader, 'binary').word;
    return { kind: 'binary', operator: operator.raw, left: first.word, right };
  }
  if (operator.kind === 'word' && operator.raw !== ']]')
    failConditional(reader, 'conditional binary operator expected');
  return { kind: 'word', word: first.word };
}

function nameOf(reader: Reader): string {
  const token = peek(reader);
  return reader.text.slice(token.start, token.end);
}

function operand(reader: Reader, of?: 'unary' | 'binary'): Token & { kind: 'word' } {
  const token = peek(reader);
  if (of && (token.kind !== 'word' || token.raw === ']]'))
    failConditional(reader, `unexpected argument \`${nameOf(reader)}' to conditional ${of} operator`);
  if (token.kind !== 'word' || token.raw === ']]') unexpected(reader);
  return take(reader) as typeof token;
}

/** The right side of `=~`, in which parentheses and bars are ordinary. */
function parseRegex(reader: Reader): Word {
  reader.regex = true;
  try {
    return operand(reader, 'binary').word;
  } finally {
    reader.regex = false;
  }
}
