/**
 * Brace expansion: `{a,b}` and `{1..9}`.
 *
 * Works on parsed words before any other expansion; quoted braces are text.
 */
import type { Part, Word } from '../ast.ts';
import { wordOf } from '../part-list.ts';

/** More words than this from one are a mistake, or an attack on memory. */
const MOST = 200_000;

/** A unit of a word: an unquoted character or what a sequence counts, or a part that braces do not look into. */
type Unit = string | Part;

/** The words that a word with braces stands for; the word itself where it has none. */
export function expandBraces(word: Word): Word[] {
  if (!word.parts.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{')))
    return [word];
  const units = word.parts.flatMap((part): Unit[] =>
    part.kind === 'text' && !part.quoted ? [...part.text] : [part],
  );
  const words = expandUnits(units);
  return words.length > MOST ? [word] : words.map((list) => wordOf(joinUnits(list)));
}

function expandUnits(units: readonly Unit[]): Unit[][] {
  for (let open = units.indexOf('{'); open >= 0; open = units.indexOf('{', open + 1)) {
    const group = findGroup(units, open);
    if (!group) continue;
    if (!group.choices) {
      // Braces without a comma anywhere are text, whatever is in them.
      if (!units.slice(open, group.end).includes(',')) open = group.end;
      continue;
    }
    const before = units.slice(0, open);
    const tails = expandUnits(units.slice(group.end + 1));
    const middles = group.choices.flatMap((choice) => expandUnits(choice));
    if (middles.length * tails.length > MOST) return [units.slice()];
    return middles.flatMap((middle) => tails.map((tail) => [...before, ...middle, ...tail]));
  }
  return [units.slice()];
}

function findGroup(
  units: readonly Unit[],
  open: number,
): { choices: Unit[][] | undefined; end: number } | undefined {
  const choices: Unit[][] = [[]];
  let depth = 0;
  for (let i = open + 1; i < units.length; i++) {
    const unit = units[i]!;
    if (unit === '{') depth++;
    if (unit === '}' && depth-- === 0) {
      if (choices.length > 1) return { choices, end: i };
      const sequence = expandSequence(choices[0]!);
      return { choices: sequence, end: i };
    }
    if (unit === ',' && depth === 0) choices.push([]);
    else choices.at(-1)!.push(unit);
  }
  return undefined;
}

/** `1..9`, `01..10`, `a..e`, each with an optional step. */
function expandSequence(units: readonly Unit[]): Unit[][] | undefined {
  if (!units.every((unit) => typeof unit === 'string')) return undefined;
  const match = /^(?:(-?\d+)\.\.(-?\d+)|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d+))?$/.exec(units.join(''));
  if (!match) return undefined;
  const letters = match[3] !== undefined;
  const from = letters ? match[3]!.charCodeAt(0) : Number(match[1]);
  const to = letters ? match[4]!.charCodeAt(0) : Number(match[2]);
  const step = Math.abs(Number(match[5] ?? 1)) || 1;
  if (Math.abs(to - from) / step > MOST) return undefined;
  const width = [match[1], match[2]].some((n) => n && /^-?0\d/.test(n))
    ? Math.max(match[1]!.length, match[2]!.length)
    : 0;
  const list: Unit[][] = [];
  for (let n = from; from <= to ? n <= to : n >= to; n += from <= to ? step : -step) {
    const digits = letters
      ? String.fromCharCode(n)
      : (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(n < 0 ? width - 1 : width, '0');
    list.push([digits]);
  }
  return list;
}

function joinUnits(units: readonly Unit[]): Part[] {
  const parts: Part[] = [];
  let text = '';
  for (const unit of units) {
    if (typeof unit === 'string') {
      text += unit;
      continue;
    }
    if (text) parts.push({ kind: 'text', text, quoted: false });
    text = '';
    parts.push(unit);
  }
  if (text || parts.length === 0) parts.push({ kind: 'text', text, quoted: false });
  return parts;
}
