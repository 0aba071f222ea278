/**
 * Words of bash: assignments to elements and of lists, braces, `@(…)`, `$"…"`, `$[…]`.
 * @see bash manual, 3.5.1, 3.5.8.1, 6.7
 */
import type { Assignment, Word } from '../ast.ts';
import { withValueTildes } from '../parser.ts';
import { EMPTY_WORD, PartList, wordOf } from '../part-list.ts';
import { endsEarly, peek, type Reader, SyntaxProblem, take } from '../reader.ts';
import { DOUBLE, type Mode, parseParts, parseWord, WORD, withTildes } from '../words.ts';
import { expandBraces } from './braces.ts';

/** Places at which an element of a list begins, where it may be `[key]=value`. */
const elementAt = new WeakMap<Reader, number>();

/** The word at the reader's position. */
export function lexWord(reader: Reader): Word {
  const start = reader.at;
  reader.extglob = !reader.regex && (reader.conditional === true || reader.bashState.shopt.has('extglob'));
  const assigned = reader.regex ? undefined : parseAssigned(reader);
  let word = assigned ?? parseWord(reader);
  const raw = reader.text.slice(start, reader.at);
  if (!assigned && !reader.assignable && raw.includes('~')) word = withValueTildes(word) ?? word;
  if (
    assigned ||
    !raw.includes('{') ||
    raw === '{' ||
    (reader.assignable && /^\w+\+?=/.test(raw)) ||
    reader.conditional
  )
    return { ...word, raw };
  const all = expandBraces(word);
  const braces = all.length > 1 ? all.filter(({ plain }) => plain !== '') : all;
  return all.length === 1 && all[0] === word ? { ...word, raw } : { ...word, raw, plain: undefined, braces };
}

const SUBSCRIPTED = /[A-Za-z_]\w*(?=\[)/y;
const LISTED = /([A-Za-z_]\w*)(\+?)=\(/y;

function matchAt(expression: RegExp, { text, at }: Reader): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** `name[…]=…`, `name=(…)` and, in a list, `[…]=…`; undefined, with nothing taken, where it is none. */
function parseAssigned(reader: Reader): Word | undefined {
  const inList = elementAt.get(reader) === reader.at && reader.text[reader.at] === '[';
  if (!inList && !reader.assignable) return undefined;
  const listed = inList ? null : matchAt(LISTED, reader);
  if (listed) {
    reader.at += listed[0].length - 1;
    const elements = parseList(reader);
    return assigning({ name: listed[1]!, append: listed[2] === '+', value: EMPTY_WORD, elements });
  }
  const name = inList ? '' : matchAt(SUBSCRIPTED, reader)?.[0];
  if (name === undefined) return undefined;
  const { at, line } = reader;
  reader.at += name.length;
  const subscript = parseSubscript(reader);
  const operator = subscript && /^(\+?)=/.exec(reader.text.slice(reader.at, reader.at + 2));
  if (!operator) {
    Object.assign(reader, { at, line });
    return undefined;
  }
  reader.at += operator[0].length;
  const append = operator[1] === '+';
  if (!inList && reader.text[reader.at] === '(')
    return assigning({ name, subscript, append, value: EMPTY_WORD, elements: parseList(reader) });
  const list = new PartList();
  parseParts(reader, WORD, list);
  const value = list.word();
  return assigning({ name, subscript, append, value: value.parts.length ? withTildes(value) : EMPTY_WORD });
}

function assigning(assigns: Assignment): Word {
  return { parts: [], plain: undefined, assigns };
}

/** `[…]`; undefined where it does not end on this line. */
export function parseSubscript(reader: Reader): Word | undefined {
  const newline = reader.text.indexOf('\n', reader.at);
  if (!reader.text.slice(reader.at, newline < 0 ? undefined : newline).includes(']')) return undefined;
  reader.at++;
  let depth = 0;
  const ends = (char: string): boolean => {
    if (char === '[') depth++;
    return char === ']' && depth-- === 0;
  };
  const list = new PartList();
  const start = reader.at;
  parseParts(reader, { ends, double: false, quote: 'toggle', escapes: '' }, list);
  if (reader.text[reader.at] !== ']') return undefined;
  const raw = reader.text.slice(start, reader.at);
  reader.at++;
  return { ...list.word(), raw };
}

/** `(…)` of an assignment. */
function parseList(reader: Reader): Word[] {
  const { token, lastEnd, assignable, line } = reader;
  const words: Word[] = [];
  reader.token = undefined;
  reader.at++;
  reader.assignable = false;
  for (;;) {
    skipBlanks(reader);
    elementAt.set(reader, reader.at);
    const next = peek(reader);
    elementAt.delete(reader);
    if (next.kind === 'end') throw new SyntaxProblem('list', line, true, { matching: ')', status: 1 });
    if (next.kind !== 'word' && next.kind !== 'newline' && !(next.kind === 'operator' && next.text === ')')) {
      const near = reader.text.slice(next.start, next.end);
      throw new SyntaxProblem('list', next.line, false, { near, status: 1 });
    }
    take(reader);
    if (next.kind === 'word') words.push(next.word);
    else if (next.kind === 'operator') break;
  }
  reader.at = reader.lastEnd;
  Object.assign(reader, { token, lastEnd, assignable });
  return words;
}

function skipBlanks(reader: Reader): void {
  const blanks = /(?:[ \t]|\\\n)*/y;
  const run = matchAt(blanks, reader)![0];
  reader.line += run.split('\n').length - 1;
  reader.at += run.length;
}

/** `@(…)` and its kind: the parentheses belong to the word, which may have blanks and bars in it. */
export function parseExtglob(reader: Reader, list: PartList): void {
  list.add(reader.text.slice(reader.at, reader.at + 2), false);
  reader.at += 2;
  const inside: Mode = { ends: (char) => char === ')', double: false, quote: 'toggle', escapes: '' };
  parseParts(reader, inside, list);
  if (reader.text[reader.at] !== ')') endsEarly(reader, 'syntax error', ')');
  list.add(')', false);
  reader.at++;
}

/** `$"…"`, which is not translated, and `$[…]`; answers whether it was one. */
export function parseDollar(reader: Reader, double: boolean, list: PartList): boolean {
  const next = reader.text[reader.at + 1];
  if (next === '"' && !double) {
    reader.at++;
    return true;
  }
  if (next !== '[') return false;
  reader.at += 2;
  let depth = 0;
  const ends = (char: string): boolean => {
    if (char === '[') depth++;
    return char === ']' && depth-- === 0;
  };
  const inner = new PartList();
  parseParts(reader, { ...DOUBLE, ends }, inner);
  if (reader.at >= reader.text.length) endsEarly(reader, 'syntax error', ']');
  reader.at++;
  list.push({ kind: 'arithmetic', expression: inner.word(), compiled: undefined, quoted: double });
  return true;
}

const DECLARERS = new Set(['declare', 'typeset', 'local', 'export', 'readonly', 'eval', 'let', 'alias']);

/** Whether a command's arguments may be assignments of lists. */
export function declares(command: Word): boolean {
  return command.plain !== undefined && DECLARERS.has(command.plain);
}

export const textWord = (text: string): Word => wordOf([{ kind: 'text', text, quoted: true }]);
