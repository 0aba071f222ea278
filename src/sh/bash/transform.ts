/** `${x@Q}` and its kin, and variables as `declare` writes them. */
import { unescapeAnsiC } from '../ansi-c.ts';
import { expandText } from '../expand.ts';
import { createReader } from '../parser.ts';
import { promptEscapes } from '../prompt-escapes.ts';
import type { Shell } from '../shell.ts';
import type { Step } from '../step.ts';
import type { Variable } from '../variables.ts';
import { parsePrompt } from '../words.ts';
import { ansiQuote, quoteAlways, quoteDouble } from './quote.ts';
import { keysOf } from './traits.ts';

interface Named {
  readonly name: string;
  readonly subscript?: string | undefined;
}

export function* transformText(
  shell: Shell,
  named: Named,
  value: string | undefined,
  letter: string,
): Step<string> {
  const text = value ?? '';
  switch (letter) {
    case 'Q':
      return quoteAlways(text);
    case 'K':
    case 'k':
      return letter === 'K' && value !== undefined && !named.subscript && !isList(shell, named.name)
        ? quoteAlways(text)
        : quoteDouble(text);
    case 'E':
      return unescapeAnsiC(`${text.replaceAll("'", "\\'")}'`, 0, true)?.text ?? text;
    case 'P':
      return (yield* promptText(shell, yield* promptEscapes(shell, text))).replace(/[\x01\x02]/g, '');
    case 'A':
      return describeName(shell, named, value === undefined ? [] : [value]);
    case 'a':
      return flagsOf(shell.variables.map.get(named.name));
    case 'U':
      return text.toUpperCase();
    case 'u':
      return text.slice(0, 1).toUpperCase() + text.slice(1);
    default:
      return text.toLowerCase();
  }
}

function* promptText(shell: Shell, text: string): Step<string> {
  if (!/[$`]/.test(text)) return text;
  return yield* expandText(shell, parsePrompt(text, createReader(text, shell, shell.line)));
}

function isList(shell: Shell, name: string): boolean {
  return shell.variables.map.get(name)?.traits?.elements !== undefined;
}

/** `${x@A}`: a command that makes it again. */
export function describeName(shell: Shell, { name, subscript }: Named, values: readonly string[]): string {
  if (name === '@' || name === '*') return `set -- ${values.map(quoteAlways).join(' ')}`;
  const variable = shell.variables.map.get(name);
  const flags = flagsOf(variable);
  if (subscript !== undefined && variable?.traits?.elements) return declaration(name, variable);
  if (values.length === 0) return flags ? `declare -${flags} ${name}` : '';
  return flags
    ? `declare -${flags} ${name}=${quoteAlways(values[0]!)}`
    : `${name}=${quoteAlways(values[0]!)}`;
}

/** The letters of its attributes. */
function flagsOf(variable: Variable | undefined): string {
  if (!variable) return '';
  const { traits, exported, readonly } = variable;
  const list = traits?.elements
    ? traits.elements.associative
      ? 'A'
      : 'a'
    : traits?.dynamic?.list
      ? 'a'
      : '';
  return `${list}${traits?.integer ? 'i' : ''}${traits?.nameref ? 'n' : ''}${readonly ? 'r' : ''}${exported ? 'x' : ''}${traits?.casing ?? ''}`;
}

/** A line of `declare -p`. */
export function declaration(name: string, variable: Variable, shell?: Shell): string {
  const flags = flagsOf(variable) || '-';
  const value = valueText(variable, shell);
  return `declare -${flags} ${name}${value === undefined ? '' : `=${value}`}`;
}

/** The value as a word; undefined where there is none. */
function valueText({ value, traits }: Variable, shell?: Shell): string | undefined {
  if (traits?.dynamic && shell) {
    const list = traits.dynamic.list?.(shell);
    if (list)
      return list.length === 0
        ? undefined
        : `(${list.map((each, index) => `[${index}]=${quoteDouble(each)}`).join(' ')})`;
    const computed = traits.dynamic.get!(shell);
    return computed === undefined ? undefined : quoteDouble(computed);
  }
  const elements = traits?.elements;
  if (!elements) return value === undefined ? undefined : quoteDouble(value);
  return elements.assigned ? listText(elements) : undefined;
}

export function listText(elements: NonNullable<NonNullable<Variable['traits']>['elements']>): string {
  const pairs = keysOf(elements).map(
    (key) => `[${keyText(String(key))}]=${quoteDouble(elements.map.get(key)!)}`,
  );
  return elements.associative ? `(${pairs.map((pair) => `${pair} `).join('')})` : `(${pairs.join(' ')})`;
}

function keyText(key: string): string {
  if (/[\x00-\x1f]/.test(key)) return ansiQuote(key);
  return /^[\w./:,+-]+$/.test(key) ? key : quoteDouble(key);
}
