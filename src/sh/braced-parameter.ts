/**
 * `${…}` as it is written: the name, the operator and its words.
 * @see POSIX.1-2024, XCU 2.6.2
 */
import type { ParameterOperator, Part, Word } from './ast.ts';
import { PartList } from './part-list.ts';
import { endsEarly, type Reader, SyntaxProblem } from './reader.ts';
import { joinLines, type Mode, PARAMETER, parameterAt, parseParts } from './words.ts';

export const BRACE: Mode = { ends: (char) => char === '}', double: false, quote: 'toggle', escapes: '' };
const DOUBLE_BRACE: Mode = { ends: (char) => char === '}', double: true, quote: 'toggle', escapes: '$`"\\}' };

/** A part that stands for a parameter. */
export function parameter(
  name: string,
  operator: ParameterOperator,
  quoted: boolean,
  rest: { colon?: boolean; word?: Word; second?: Word } = {},
): Part {
  return {
    kind: 'parameter',
    name,
    operator,
    colon: rest.colon ?? false,
    word: rest.word,
    second: rest.second,
    quoted,
  };
}

/** `${…}`. */
export function braces(reader: Reader, double: boolean, list: PartList): void {
  reader.at += 2;
  joinLines(reader, reader.at);
  if (reader.text[reader.at] === '#') joinLines(reader, reader.at + 1);
  parameterAt(reader, reader.at + (reader.text[reader.at] === '#' ? 1 : 0));
  const { text } = reader;
  let length = false;
  if (text[reader.at] === '#') {
    // ${#} is the count, ${#x} a length, ${#-x} and ${##x} operators on the count.
    const inner = /#(?:[A-Za-z_]\w*|\d+|[@*#?$!-])\}/y;
    inner.lastIndex = reader.at;
    length = inner.test(text);
    if (length) reader.at++;
  }
  PARAMETER.lastIndex = reader.at;
  const name = PARAMETER.exec(text)?.[0];
  if (name === undefined) badSubstitution(reader, double);
  reader.at += name.length;
  if (length) {
    reader.at++;
    list.push(parameter(name, 'length', double));
    return;
  }
  list.push(operation(reader, name, double));
}

/** For bash, which complains when it expands. */
export const BAD_SUBSTITUTION = Symbol('bad substitution');

const UNCLOSED = "syntax error: missing '}'";

/** What stands here makes no sense, which ash says once it has seen the closing brace. */
function badSubstitution(reader: Reader, double: boolean): never {
  if (reader.bash) throw BAD_SUBSTITUTION;
  closed(reader, double ? DOUBLE_BRACE : BRACE);
  throw new SyntaxProblem('syntax error: bad substitution', reader.line);
}

/** What stands between a parameter's name and the closing brace. */
export function operation(reader: Reader, name: string, double: boolean): Part {
  const { text } = reader;
  const match = /:?[-=?+]|##?|%%?|\/\/?|:|\}/y;
  match.lastIndex = reader.at;
  const operator = match.exec(text)?.[0];
  if (operator === undefined) badSubstitution(reader, double);
  reader.at += operator.length;
  if (operator === '}') return parameter(name, '', double);
  if (operator === ':') return substring(reader, name, double);
  if (operator[0] === '/') return replacement(reader, name, operator as '/', double);
  if (operator[0] === '#' || operator[0] === '%') {
    // A pattern's quotes work also inside double quotes.
    return parameter(name, operator as '#', double, { word: closed(reader, BRACE) });
  }
  const word = closed(reader, double ? DOUBLE_BRACE : BRACE);
  return parameter(name, operator.at(-1) as '-', double, { colon: operator.length > 1, word });
}

/** A word up to the closing brace, which is taken. */
export function closed(reader: Reader, mode: Mode): Word {
  const list = new PartList();
  if (!mode.double) parseTildeIn(reader, list);
  parseParts(reader, mode, list);
  if (reader.text[reader.at] !== '}') endsEarly(reader, UNCLOSED, '}');
  reader.at++;
  return list.word();
}

function parseTildeIn(reader: Reader, list: PartList): void {
  const match = /^~([A-Za-z0-9._-]*)(?=[/}])/.exec(reader.text.slice(reader.at, reader.at + 128));
  if (!match) return;
  list.push({ kind: 'tilde', user: match[1]! });
  reader.at += match[0].length;
}

function substring(reader: Reader, name: string, double: boolean): Part {
  if (reader.text[reader.at] === '}') throw new SyntaxProblem(UNCLOSED, reader.line);
  const offset = new PartList();
  let depth = 0;
  const ends = (char: string): boolean => {
    if (char === '(' || char === '?') depth++;
    else if (char === ')') depth--;
    else if (char === ':' && depth > 0) depth--;
    else return char === '}' || char === ':';
    return false;
  };
  parseParts(reader, { ...DOUBLE_BRACE, ends }, offset);
  if (reader.text[reader.at] === '}') {
    reader.at++;
    return parameter(name, ':', double, { word: offset.word() });
  }
  if (reader.at >= reader.text.length) endsEarly(reader, UNCLOSED, '}');
  reader.at++;
  return parameter(name, ':', double, { word: offset.word(), second: closed(reader, DOUBLE_BRACE) });
}

function replacement(reader: Reader, name: string, operator: '/' | '//', double: boolean): Part {
  const pattern = new PartList();
  // A slash directly behind the two is part of the pattern.
  if (operator === '//' && reader.text[reader.at] === '/') pattern.add(reader.text[reader.at++]!, false);
  parseParts(reader, { ...BRACE, ends: (char) => char === '}' || char === '/' }, pattern);
  if (reader.at >= reader.text.length) endsEarly(reader, UNCLOSED, '}');
  const word = pattern.word();
  if (reader.text[reader.at++] === '}') return parameter(name, operator, double, { word });
  return parameter(name, operator, double, { word, second: closed(reader, BRACE) });
}
