/**
 * What `${…}` stands for in bash.
 * @see bash manual, 3.5.3 "Shell Parameter Expansion"
 */
import { assign } from '../assign.ts';
import type { ParameterPart, Word } from '../ast.ts';
import { expandText } from '../expand.ts';
import type { Sink } from '../fields.ts';
import { characters, expandAlternative, fatal, getParameter, joiner, notSet, put } from '../parameter.ts';
import { type Shell, type ShellError, writeText } from '../shell.ts';
import { type Step, wait } from '../step.ts';
import { changeText, isChange, sliceList, sliceText } from './change-text.ts';
import { describeName, transformText } from './transform.ts';
import { assignTo, discard, isBadSubscript, listOf, type Place, parsePlace, readElement } from './values.ts';

/** What a name and its subscript stand for: one value, or several. */
interface Target {
  readonly name: string;
  readonly subscript: string | undefined;
  /** How several are joined in quotes. */
  readonly list: '@' | '*' | undefined;
  readonly values: readonly string[];
  /** Undefined where it is not set. */
  readonly value: string | undefined;
}

export function* expandParameter(shell: Shell, part: ParameterPart, sink: Sink): Step<void> {
  const { operator, quoted } = part;
  if (operator === 'bad') throw badSubstitution(shell, part.name);
  if (operator === 'names') return putNames(shell, part, sink);
  if (operator === 'keys') {
    const { keys } = listOf(shell, part.name);
    return putAll(shell, keys, part.subscript!.raw as '@', quoted, sink);
  }
  const target = yield* targetOf(shell, part);
  const { list, values, value } = target;
  if (operator === 'length') return put(sink, String(lengthOf(shell, part, target)), quoted);
  if (operator === '-' || operator === '+' || operator === '=' || operator === '?')
    return yield* choose(shell, part, target, sink);
  if (value === undefined && shell.options.nounset && !list && operator !== '@')
    throw notSet(shell, nameOf(part));
  if (operator === 'value') {
    if (list) putAll(shell, values, list, quoted, sink);
    else put(sink, value ?? '', quoted);
  } else if (operator === ':') {
    if (list) putAll(shell, yield* sliceList(shell, part, values), list, quoted, sink);
    else put(sink, yield* sliceText(shell, part, value ?? ''), quoted);
  } else if (operator === '@') {
    const letter = part.word!.plain!;
    if (list) putAll(shell, yield* transformAll(shell, target, letter), list, quoted, sink);
    else if (value !== undefined || letter === 'A' || letter === 'a')
      put(sink, yield* transformText(shell, target, value, letter), quoted);
    else put(sink, '', quoted);
  } else if (isChange(operator)) {
    const change = yield* changeText(shell, part);
    if (list) putAll(shell, values.map(change), list, quoted, sink);
    else put(sink, change(value ?? ''), quoted);
  }
}

/** An unknown transformation ends a script, all else the line. */
function badSubstitution(shell: Shell, text: string): ShellError {
  const message = `${text}: bad substitution`;
  return /^\$\{\w+@/.test(text) ? fatal(shell, message) : discard(shell, message);
}

const nameOf = ({ name, subscript }: ParameterPart): string =>
  subscript
    ? `${name}[${subscript.raw}]`
    : /^\d|^[!$@*#?-]/.test(name)
      ? `$${name}`.replace(/^\$(?=\D)/, '')
      : name;

function* transformAll(shell: Shell, target: Target, letter: string): Step<string[]> {
  if (letter === 'A') return [describeName(shell, target, target.values)];
  if (letter === 'K' || letter === 'k') {
    const { keys, values } = listOf(shell, target.name);
    const pairs = keys.flatMap((key, index) => [key, values[index]!]);
    if (letter === 'k') return pairs;
    const texts: string[] = [];
    for (const [index, each] of pairs.entries())
      texts.push(index % 2 ? yield* transformText(shell, target, each, 'K') : each);
    const joined = texts.join(' ');
    return [shell.variables.map.get(target.name)?.traits?.elements?.associative ? `${joined} ` : joined];
  }
  const texts: string[] = [];
  for (const value of target.values) texts.push(yield* transformText(shell, target, value, letter));
  return texts;
}

/** Follows `!`, evaluates the subscript. */
function* targetOf(shell: Shell, part: ParameterPart): Step<Target> {
  const subscript = part.subscript ? yield* subscriptText(shell, part.subscript) : undefined;
  if (!part.indirect) return yield* targetAt(shell, { name: part.name, subscript }, part.subscript?.raw);
  const variable = shell.variables.map.get(part.name);
  if (variable?.traits?.nameref && part.operator === 'value' && !subscript)
    return { name: part.name, subscript, list: undefined, values: [], value: variable.value };
  const { value } = yield* targetAt(shell, { name: part.name, subscript }, part.subscript?.raw);
  if (value === undefined) throw discard(shell, `${part.name}: invalid indirect expansion`);
  if (/^(?:\d+|[@*#?$!-])$/.test(value)) return yield* targetAt(shell, { name: value, subscript: undefined });
  const place = parsePlace(value);
  if (!place) throw discard(shell, `${value}: invalid variable name`);
  return yield* targetAt(shell, place, place.subscript);
}

/** A key's quotes are gone; `raw` tells `@` from a quoted one. */
function* subscriptText(shell: Shell, subscript: Word): Step<string> {
  return yield* expandText(shell, subscript);
}

function* targetAt(shell: Shell, { name, subscript }: Place, raw = subscript): Step<Target> {
  if (name === '@' || name === '*') {
    const values = shell.parameters;
    return {
      name,
      subscript,
      list: name,
      values,
      value: values.length ? values.join(joiner(shell)) : undefined,
    };
  }
  if (raw === '@' || raw === '*') {
    const { values } = listOf(shell, name);
    return { name, subscript, list: raw, values, value: values.length ? values.join(' ') : undefined };
  }
  let value: string | undefined;
  try {
    value = subscript === undefined ? getParameter(shell, name) : readElement(shell, name, subscript);
  } catch (error) {
    if (!isBadSubscript(error)) throw error;
    yield* wait(writeText(shell.sys, 2, `${error.message}\n`));
  }
  return { name, subscript, list: undefined, values: value === undefined ? [] : [value], value };
}

function lengthOf(shell: Shell, part: ParameterPart, { list, values, value, name }: Target): number {
  if (list) return values.length;
  if (value === undefined && shell.options.nounset && name !== '#') throw notSet(shell, nameOf(part));
  return characters(value ?? '').length;
}

/** `-`, `+`, `=`, `?`. */
function* choose(shell: Shell, part: ParameterPart, target: Target, sink: Sink): Step<void> {
  const { operator, quoted, colon } = part;
  const { list, values, value } = target;
  const empty = list
    ? values.length === 0 || (values.every((each) => each === '') && values.length === 1)
    : value === '';
  const absent = value === undefined || (colon && empty);
  if (operator === '+') {
    if (absent) put(sink, '', quoted && !(list && values.length === 0));
    else yield* expandAlternative(shell, part, sink);
    return;
  }
  if (!absent) {
    if (list) putAll(shell, values, list, quoted, sink);
    else put(sink, value, quoted);
    return;
  }
  if (operator === '-') return yield* expandAlternative(shell, part, sink);
  const word = yield* expandText(shell, part.word!);
  if (operator === '?') {
    const text = word || (colon ? 'parameter null or not set' : 'parameter not set');
    throw fatal(shell, `${nameOf(part)}: ${text}`);
  }
  if (!/^[A-Za-z_]/.test(target.name)) throw discard(shell, `$${target.name}: cannot assign in this way`);
  if (target.subscript === undefined) assign(shell, target.name, word);
  else assignTo(shell, target.name, target.subscript, word, false);
  put(sink, word, quoted);
}

function putNames(shell: Shell, part: ParameterPart, sink: Sink): void {
  const names = [...shell.variables.map]
    .filter(([name, { value, traits }]) => name.startsWith(part.name) && (value !== undefined || traits))
    .map(([name]) => name)
    .sort();
  putAll(shell, names, part.word!.plain as '@', part.quoted, sink);
}

function putAll(shell: Shell, values: readonly string[], list: '@' | '*', quoted: boolean, sink: Sink): void {
  if (list === '*' && quoted) sink.text(values.join(joiner(shell)), true);
  else sink.list(values, quoted, list === '@' ? ' ' : joiner(shell));
}
