/**
 * Patterns with `?(…)`, `*(…)`, `+(…)`, `@(…)`, `!(…)`.
 *
 * Each node maps the places at which it may begin to those at which it may end, so that no pattern takes
 * longer than a power of the text's length.
 * @see bash manual, 3.5.8.1
 */
import { compilePattern as compilePlain, type Pattern, type PatternOptions } from '../../posix/index.ts';

type Node =
  | { readonly kind: 'plain'; readonly pattern: Pattern }
  | { readonly kind: 'star' }
  | { readonly kind: 'group'; readonly operator: string; readonly choices: readonly (readonly Node[])[] };

export const EXTGLOB = /(?:^|[^\\])(?:\\\\)*[?*+@!]\(/;

/** A pattern that may have groups in it. */
export function compileExtglob(source: string, options: PatternOptions): Pattern {
  const parser = { source, at: 0 };
  const nodes = parseSequence(parser, options, false);
  const endsFrom = (text: string, from: number): Set<number> => endsOf(nodes, text, new Set([from]));
  return {
    literal: undefined,
    matches: (text) => {
      if (options.period && text.startsWith('.') && source[0] !== '.') return false;
      return endsFrom(text, 0).has(text.length);
    },
    prefix: (text, longest, from = 0) => {
      const ends = [...endsFrom(text, from)];
      if (ends.length === 0) return -1;
      return (longest ? Math.max(...ends) : Math.min(...ends)) - from;
    },
    suffix: (text, longest) => {
      const matches = (from: number): boolean => endsFrom(text, from).has(text.length);
      if (longest) {
        for (let from = 0; from <= text.length; from++) if (matches(from)) return from;
      } else for (let from = text.length; from >= 0; from--) if (matches(from)) return from;
      return -1;
    },
  };
}

function parseSequence(
  parser: { readonly source: string; at: number },
  options: PatternOptions,
  inner: boolean,
): Node[] {
  const { source } = parser;
  const nodes: Node[] = [];
  while (parser.at < source.length) {
    const char = source[parser.at]!;
    if (inner && (char === '|' || char === ')')) break;
    if ('?*+@!'.includes(char) && source[parser.at + 1] === '(' && closes(source, parser.at + 1)) {
      parser.at += 2;
      const choices = [parseSequence(parser, options, true)];
      while (source[parser.at] === '|') {
        parser.at++;
        choices.push(parseSequence(parser, options, true));
      }
      parser.at++;
      nodes.push({ kind: 'group', operator: char, choices });
    } else if (char === '*') {
      parser.at++;
      nodes.push({ kind: 'star' });
    } else {
      // One character: escaped, in brackets, or as it is.
      const unit = /^(?:\\[\s\S]|\[[!^]?\]?(?:\[:\w+:\]|\\.|[^\]])*\]|[\s\S])/u.exec(
        source.slice(parser.at),
      )![0];
      parser.at += unit.length;
      nodes.push({ kind: 'plain', pattern: compilePlain(unit, { ...options, period: false }) });
    }
  }
  return nodes;
}

function closes(source: string, open: number): boolean {
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '(') depth++;
    else if (source[i] === ')' && --depth === 0) return true;
  }
  return false;
}

function endsOf(nodes: readonly Node[], text: string, starts: ReadonlySet<number>): Set<number> {
  let places = new Set(starts);
  for (const node of nodes) {
    if (places.size === 0) break;
    places = endsOfNode(node, text, places);
  }
  return places;
}

function endsOfNode(node: Node, text: string, starts: ReadonlySet<number>): Set<number> {
  const ends = new Set<number>();
  if (node.kind === 'star') {
    for (let at = Math.min(...starts); at <= text.length; at++) ends.add(at);
  } else if (node.kind === 'plain') {
    for (const start of starts) {
      const length = start < text.length ? node.pattern.prefix(text, true, start) : -1;
      if (length >= 0) ends.add(start + length);
    }
  } else if (node.operator === '!') {
    for (const start of starts) {
      const refused = once(node.choices, text, new Set([start]));
      for (let at = start; at <= text.length; at++) if (!refused.has(at)) ends.add(at);
    }
  } else {
    const { operator, choices } = node;
    if (operator === '?' || operator === '*') for (const start of starts) ends.add(start);
    let fresh = once(choices, text, starts);
    while (fresh.size) {
      const before = ends.size;
      for (const end of fresh) ends.add(end);
      if (operator === '?' || operator === '@' || ends.size === before) break;
      fresh = once(choices, text, fresh);
    }
  }
  return ends;
}

function once(choices: readonly (readonly Node[])[], text: string, starts: ReadonlySet<number>): Set<number> {
  const ends = new Set<number>();
  for (const choice of choices) for (const end of endsOf(choice, text, starts)) ends.add(end);
  return ends;
}
