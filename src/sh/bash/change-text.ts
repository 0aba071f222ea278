/** `${x#p}`, `${x/p/r}`, `${x^p}`, `${x:1:2}`: texts and lists that become others. */
import type { ParameterOperator, ParameterPart, Word } from '../ast.ts';
import { evaluate, expandText, expandToPattern } from '../expand.ts';
import { characters } from '../parameter.ts';
import type { Shell } from '../shell.ts';
import type { Step } from '../step.ts';
import { compilePattern } from './pattern.ts';
import { discard } from './values.ts';

type Change = (text: string) => string;

const CHANGES = new Set(['#', '##', '%', '%%', '/', '//', '^', '^^', ',', ',,', '~', '~~']);

export function isChange(operator: ParameterOperator): boolean {
  return CHANGES.has(operator);
}

/** The change that the part's operator makes, its words expanded once. */
export function* changeText(shell: Shell, part: ParameterPart): Step<Change> {
  const operator = part.operator as string;
  const source = yield* expandToPattern(shell, part.word!);
  if (operator[0] === '#' || operator[0] === '%') return removal(shell, operator, source);
  if (operator[0] === '/') return yield* replacement(shell, part, source);
  return caseChange(shell, operator, source);
}

function removal(shell: Shell, operator: string, source: string): Change {
  const pattern = compilePattern(shell, source);
  const longest = operator.length > 1;
  if (operator[0] === '#') return (text) => text.slice(Math.max(pattern.prefix(text, longest), 0));
  return (text) => {
    const from = pattern.suffix(text, longest);
    return from < 0 ? text : text.slice(0, from);
  };
}

function* replacement(shell: Shell, part: ParameterPart, whole: string): Step<Change> {
  const first = part.word!.parts[0];
  const literal = first?.kind === 'text' && first.quoted;
  const anchor = part.operator === '/' && !literal && (whole[0] === '#' || whole[0] === '%') ? whole[0] : '';
  const source = whole.slice(anchor.length);
  const substitute = yield* substitution(shell, part.second);
  if (source === '') {
    if (anchor === '#') return (text) => substitute('') + text;
    if (anchor === '%') return (text) => text + substitute('');
    return (text) => text;
  }
  const pattern = compilePattern(shell, source);
  if (anchor === '#') {
    return (text) => {
      const length = pattern.prefix(text, true);
      return length < 0 ? text : substitute(text.slice(0, length)) + text.slice(length);
    };
  }
  if (anchor === '%') {
    return (text) => {
      const from = pattern.suffix(text, true);
      return from < 0 ? text : text.slice(0, from) + substitute(text.slice(from));
    };
  }
  return (text) => {
    let result = '';
    let at = 0;
    // An empty text may match as well.
    if (text === '' && pattern.matches('')) return substitute('');
    while (at < text.length) {
      const length = pattern.prefix(text, true, at);
      if (length > 0) {
        result += substitute(text.slice(at, at + length));
        at += length;
        if (part.operator === '/') break;
      } else result += text[at++];
    }
    return result + text.slice(at);
  };
}

/** What stands for a match: `&` means it, unless quoted or `shopt -u patsub_replacement`. */
function* substitution(shell: Shell, word: Word | undefined): Step<(match: string) => string> {
  if (!word) return () => '';
  if (!shell.bashState.shopt.has('patsub_replacement')) {
    const text = yield* expandText(shell, word);
    return () => text;
  }
  const pieces: { readonly text: string; readonly quoted: boolean }[] = [];
  for (const part of word.parts) {
    const quoted = part.kind === 'text' ? part.quoted : 'quoted' in part && part.quoted;
    if (part.kind === 'text') pieces.push({ text: part.text, quoted });
    else pieces.push({ text: yield* expandText(shell, { parts: [part], plain: undefined }), quoted });
  }
  return (match) =>
    pieces
      .map(({ text, quoted }) =>
        quoted ? text : text.replace(/\\([\\&])|&/g, (_, escaped: string | undefined) => escaped ?? match),
      )
      .join('');
}

function caseChange(shell: Shell, operator: string, source: string): Change {
  const pattern = compilePattern(shell, source === '' ? '?' : source);
  const change = (char: string): string => {
    if (!pattern.matches(char)) return char;
    if (operator[0] === '^') return upper(char);
    if (operator[0] === ',') return char.toLowerCase();
    return upper(char) === char ? char.toLowerCase() : upper(char);
  };
  return (text) => {
    const list = [...text];
    if (operator.length > 1) return list.map(change).join('');
    return list.length ? change(list[0]!) + list.slice(1).join('') : '';
  };
}

/** One character stays one. */
function upper(char: string): string {
  const big = char.toUpperCase();
  return [...big].length === 1 ? big : char;
}

function* number(shell: Shell, word: Word): Step<number> {
  return Number(evaluate(shell, yield* expandText(shell, word)));
}

export function* sliceText(shell: Shell, part: ParameterPart, value: string): Step<string> {
  const units = characters(value);
  let from = yield* number(shell, part.word!);
  if (from < 0) from += units.length;
  if (from < 0 || from > units.length) return '';
  if (!part.second) return units.slice(from);
  const length = yield* number(shell, part.second);
  const to = length < 0 ? units.length + length : from + length;
  if (to < from) throw discard(shell, `${part.second.raw ?? length}: substring expression < 0`);
  return units.slice(from, to);
}

/** Of positional parameters 0 is the shell's name; of a list the offset counts indices, the length elements. */
export function* sliceList(
  shell: Shell,
  part: ParameterPart,
  values: readonly string[],
): Step<readonly string[]> {
  let from = yield* number(shell, part.word!);
  const length = part.second ? yield* number(shell, part.second) : Number.POSITIVE_INFINITY;
  if (length < 0) throw discard(shell, `${length}: substring expression < 0`);
  if (part.name === '@' || part.name === '*') {
    const all = from === 0 ? [shell.arg0, ...values] : values;
    if (from < 0) from += values.length + 1;
    if (from < 0) return [];
    const start = Math.max(from - 1, 0);
    return all.slice(start, start + length);
  }
  const { elements } = shell.variables.map.get(part.name)?.traits ?? {};
  if (!elements || elements.associative) {
    const start = from < 0 ? values.length + from : elements ? Math.max(from - 1, 0) : from;
    return values.slice(start, start + length);
  }
  const keys = [...elements.map.keys()] as number[];
  if (from < 0) from += (keys.at(-1) ?? -1) + 1;
  if (from < 0) return [];
  const start = keys.findIndex((key) => key >= from);
  return start < 0 ? [] : values.slice(start, start + length);
}
