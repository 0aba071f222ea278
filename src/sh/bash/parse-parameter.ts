/**
 * `${…}` of bash: subscripts, indirection, case, transformation.
 * @see bash manual, 3.5.3
 */
import type { ParameterPart, Part, Word } from '../ast.ts';
import { BAD_SUBSTITUTION, BRACE, closed, operation, parameter } from '../braced-parameter.ts';
import type { PartList } from '../part-list.ts';
import { endsEarly, type Reader } from '../reader.ts';
import { joinLines, PARAMETER, parameterAt } from '../words.ts';
import { parseSubscript, textWord } from './parse-words.ts';

export function braces(reader: Reader, double: boolean, list: PartList): void {
  const start = reader.at;
  const { line } = reader;
  reader.at += 2;
  try {
    list.push(parse(reader, double));
  } catch (error) {
    if (error !== BAD_SUBSTITUTION) throw error;
    Object.assign(reader, { at: start + 2, line });
    closed(reader, BRACE);
    list.push(parameter(reader.text.slice(start, reader.at), 'bad', double));
  }
}

function parse(reader: Reader, double: boolean): Part {
  joinLines(reader, reader.at);
  parameterAt(reader, reader.at);
  const { text } = reader;
  let length = false;
  let indirect = false;
  if (text[reader.at] === '#' && /#(?:[A-Za-z_]\w*[[}]|\d+\}|[@*#?$!-]\})/y.test(text.slice(reader.at))) {
    length = true;
    reader.at++;
  } else if (text[reader.at] === '!' && /![A-Za-z_0-9@*#?]/.test(text.slice(reader.at, reader.at + 2))) {
    indirect = true;
    reader.at++;
  }
  PARAMETER.lastIndex = reader.at;
  const name = PARAMETER.exec(text)?.[0];
  if (name === undefined) {
    if (reader.at >= text.length) endsEarly(reader, 'syntax error', '}');
    throw BAD_SUBSTITUTION;
  }
  reader.at += name.length;
  let subscript: Word | undefined;
  if (text[reader.at] === '[' && /^[A-Za-z_]/.test(name)) {
    subscript = parseSubscript(reader);
    if (!subscript || subscript.raw === '') throw BAD_SUBSTITUTION;
  }
  const extra = { ...(subscript ? { subscript } : {}), ...(indirect ? { indirect } : {}) };
  if (length) {
    if (text[reader.at] !== '}') throw BAD_SUBSTITUTION;
    reader.at++;
    return { ...(parameter(name, 'length', double) as ParameterPart), ...extra };
  }
  if (indirect) {
    const names = /[*@]\}/y;
    names.lastIndex = reader.at;
    if (!subscript && names.test(text)) {
      const joined = text[reader.at] as string;
      reader.at += 2;
      return parameter(name, 'names', double, { word: textWord(joined) });
    }
    if (subscript && /^[@*]$/.test(subscript.raw!) && text[reader.at] === '}') {
      reader.at++;
      return { ...(parameter(name, 'keys', double) as ParameterPart), subscript };
    }
  }
  const part = { ...(operationOf(reader, name, double) as ParameterPart), ...extra };
  return part.operator === '' && (subscript || indirect) ? { ...part, operator: 'value' } : part;
}

function operationOf(reader: Reader, name: string, double: boolean): Part {
  const match = /\^\^?|,,?|~~?|@([A-Za-z])\}/y;
  match.lastIndex = reader.at;
  const found = match.exec(reader.text);
  if (!found) return operation(reader, name, double);
  reader.at += found[0].length;
  if (found[1]) {
    if (!'QEPAaUuLKk'.includes(found[1])) throw BAD_SUBSTITUTION;
    return parameter(name, '@', double, { word: textWord(found[1]) });
  }
  return parameter(name, found[0] as '^', double, { word: closed(reader, BRACE) });
}
