/**
 * `!!`, `!$`, `!-2:s/a/b/`, `^a^b`: what was entered before, put into what is entered now.
 * @see bash manual, 9.3 "History Expansion"
 */
import type { Shell } from '../shell.ts';
import { singleQuote } from './quote.ts';
import { hasOption } from './state.ts';

export interface ExpandedHistory {
  readonly text: string;
  /** Whether anything was put in: then the line is shown. */
  readonly changed: boolean;
  /** `:p`: shown, not run. */
  readonly printOnly: boolean;
}

class HistoryError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** The line with its events put in; a text is what is wrong with it. */
export function expandHistory(shell: Shell, line: string): ExpandedHistory | string {
  if (!hasOption(shell, 'histexpand') || !/[!^]/.test(line))
    return { text: line, changed: false, printOnly: false };
  try {
    return expandLine(shell.history.entries, withoutQuick(line));
  } catch (error) {
    if (error instanceof HistoryError) return error.message;
    throw error;
  }
}

/** A word by itself, for `history -p`; undefined where there is no such event. */
export function expandWord(shell: Shell, word: string): string | undefined {
  try {
    return expandLine(shell.history.entries, withoutQuick(word)).text;
  } catch (error) {
    if (error instanceof HistoryError) return undefined;
    throw error;
  }
}

/** `^a^b` in full. */
function withoutQuick(line: string): string {
  const quick = /^\^([^^\n]*)\^([^^\n]*)(?:\^|$)/.exec(line);
  return quick ? `!!:s^${quick[1]}^${quick[2]}^${line.slice(quick[0].length)}` : line;
}

function expandLine(history: readonly string[], source: string): ExpandedHistory {
  const state: Scanner = { source, at: 0, printOnly: false };
  let text = '';
  let changed = false;
  let double = false;
  while (state.at < source.length) {
    const char = source[state.at]!;
    if (char === '\\') {
      text += source.slice(state.at, state.at + 2);
      state.at += 2;
    } else if (char === "'" && !double) {
      const end = source.indexOf("'", state.at + 1);
      const stop = end < 0 ? source.length : end + 1;
      text += source.slice(state.at, stop);
      state.at = stop;
    } else if (char === '#' && !double && /(^|[\s;&()|<>])$/.test(source.slice(0, state.at))) {
      // Comments are left alone; so is the first line of a script in a here-document.
      const end = source.indexOf('\n', state.at);
      const stop = end < 0 ? source.length : end;
      text += source.slice(state.at, stop);
      state.at = stop;
    } else if (char === '!' && begins(source, state.at, double)) {
      text += expandEvent(history, state, text);
      changed = true;
    } else {
      if (char === '"') double = !double;
      text += char;
      state.at++;
    }
  }
  return { text, changed, printOnly: state.printOnly };
}

function begins(source: string, at: number, double: boolean): boolean {
  const next = source[at + 1];
  if (next === undefined || /[\s=(]/.test(next) || (double && next === '"')) return false;
  // `${!name}` and `$!` are parameters.
  return !/[${]$/.test(source.slice(0, at)) && !(source[at - 1] === '[' && next === ']');
}

interface Scanner {
  readonly source: string;
  at: number;
  printOnly: boolean;
}

function take(state: Scanner, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = state.at;
  const match = expression.exec(state.source);
  if (match) state.at += match[0].length;
  return match;
}

function expandEvent(history: readonly string[], state: Scanner, before: string): string {
  const start = state.at;
  const event = findEvent(history, state, before);
  if (event === undefined) {
    // The whole word is named.
    const word = /\S*/y;
    word.lastIndex = start;
    throw new HistoryError(`${word.exec(state.source)![0]}: event not found`);
  }
  return modify(state, selectWords(state, event));
}

function findEvent(history: readonly string[], state: Scanner, before: string): string | undefined {
  if (take(state, /!!/y)) return history.at(-1);
  if (take(state, /!#/y)) return before;
  // A designator alone is about the line before.
  if (take(state, /!(?=[$^*:])/y)) return history.at(-1);
  const number = take(state, /!(-?)(\d+)/y);
  if (number) return number[1] ? history.at(-Number(number[2])) : history[Number(number[2]) - 1];
  const inside = take(state, /!\?([^?\n]*)(?:\?|$)/y);
  if (inside) return history.findLast((entry) => entry.includes(inside[1]!));
  const prefix = take(state, /!([^\s:^$*;&|()<>"']+)/y);
  return prefix ? history.findLast((entry) => entry.startsWith(prefix[1]!)) : undefined;
}

/** Words as the shell would take them apart. */
function wordsOf(text: string): string[] {
  return text.match(/(?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s;&|<>()"'\\])+|&&|\|\||;;|>>|<<|[;&|<>()]/g) ?? [];
}

function selectWords(state: Scanner, event: string): string {
  const short = take(state, /:?([$^*])|:(?:(\d+)(?:-(\d+|\$)|([-*]))?|-(\d+|\$))/y);
  if (!short) return event;
  const words = wordsOf(event);
  const last = words.length - 1;
  const [whole, sign, from, to, open, until] = short;
  const index = (text: string): number => (text === '$' ? last : Number(text));
  let first: number;
  let end: number;
  if (sign === '*') return words.slice(1).join(' ');
  if (sign) first = end = sign === '$' ? last : 1;
  else if (until !== undefined) [first, end] = [0, index(until)];
  else {
    first = Number(from);
    end = to !== undefined ? index(to) : open === '*' ? last : open === '-' ? last - 1 : first;
    if (open === '*' && first > last) return '';
  }
  if (first > last || end > last || first > end + 1) throw new HistoryError(`${whole}: bad word specifier`);
  return words.slice(first, end + 1).join(' ');
}

function modify(state: Scanner, given: string): string {
  let text = given;
  for (;;) {
    const substitution = take(
      state,
      /:([ga]?)s(.)((?:\\[\s\S]|(?!\2)[\s\S])*)\2((?:\\[\s\S]|(?!\2)[^\n])*)(?:\2|$)/y,
    );
    if (substitution) {
      const [, all, delimiter, from, to] = substitution;
      const plain = (part: string): string => part.replaceAll(`\\${delimiter}`, delimiter!);
      if (!text.includes(plain(from!))) throw new HistoryError(`${substitution[0]}: substitution failed`);
      const by = (): string =>
        plain(to!).replace(/(\\?)&/g, (_, escaped: string) => (escaped ? '&' : plain(from!)));
      text = all ? text.replaceAll(plain(from!), by) : text.replace(plain(from!), by);
      continue;
    }
    const letter = take(state, /:([htrepqx])/y)?.[1];
    if (letter === undefined) return text;
    if (letter === 'p') state.printOnly = true;
    else text = MODIFIERS[letter]!(text);
  }
}

const MODIFIERS: Readonly<Record<string, (text: string) => string>> = {
  h: (text) => (text.includes('/') ? text.slice(0, Math.max(text.lastIndexOf('/'), 1)) : text),
  t: (text) => text.slice(text.lastIndexOf('/') + 1),
  r: (text) => text.replace(/\.[^./]*$/, ''),
  e: (text) => /\.[^./]*$/.exec(text)?.[0] ?? '',
  q: singleQuote,
  x: (text) => wordsOf(text).map(singleQuote).join(' '),
};
