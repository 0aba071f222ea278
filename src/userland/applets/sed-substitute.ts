/** sed's s command: parsed, and applied to the pattern space. */
import type { Regex, RegexMatch } from '../../posix/index.ts';
import type { Io } from '../io.ts';
import { compile, type ScriptCursor, takeRegex } from './sed-cursor.ts';
import { writeTo } from './sed-files.ts';

/** A piece of a replacement: text or a group. */
type Piece = string | number;

export interface Substitution {
  readonly regex: Regex | undefined;
  readonly pieces: readonly Piece[];
  readonly global: boolean;
  /** Which match is the first to be replaced. */
  readonly nth: number;
  readonly print: boolean;
  readonly file: string | undefined;
}

export function parseSubstitution(cursor: ScriptCursor): Substitution {
  const { io, text } = cursor;
  const delimiter = text[cursor.at++];
  if (delimiter === undefined || delimiter === '\n' || delimiter === '\\')
    return io.die('bad option in substitution expression');
  const source = takeRegex(cursor, delimiter);
  const pieces = parseReplacement(cursor, delimiter);
  let [global, print, flags, nth, file] = [false, false, '', 1, undefined as string | undefined];
  for (;;) {
    const flag = text[cursor.at];
    if (flag === 'g') global = true;
    else if (flag === 'p') print = true;
    else if (flag !== undefined && /[iIm M]/.test(flag) && flag !== ' ') flags += flag;
    else if (flag !== undefined && /\d/.test(flag)) {
      const digits = /^\d+/.exec(text.slice(cursor.at))![0];
      nth = Number(digits);
      // Of g and a number the last one counts, in busybox.
      global = false;
      if (nth === 0) io.die('number option to s may not be zero');
      cursor.at += digits.length - 1;
    } else if (flag === 'w') {
      const name = /^[ \t]*([^\n]*)/.exec(text.slice(cursor.at + 1))!;
      file = name[1]!;
      cursor.at += 1 + name[0].length;
      break;
    } else if (flag === undefined || /[\s;}#]/.test(flag)) break;
    else io.die('bad option in substitution expression');
    cursor.at++;
  }
  const regex = source === '' ? undefined : compile(cursor, source, flags);
  return { regex, pieces, global, nth, print, file };
}

function parseReplacement(cursor: ScriptCursor, delimiter: string): Piece[] {
  const { text } = cursor;
  const pieces: Piece[] = [];
  let literal = '';
  const add = (piece: Piece) => {
    if (literal !== '') pieces.push(literal);
    literal = '';
    pieces.push(piece);
  };
  for (; cursor.at < text.length; cursor.at++) {
    const char = text[cursor.at]!;
    if (char === delimiter) {
      cursor.at++;
      if (literal !== '') pieces.push(literal);
      return pieces;
    }
    if (char === '&') add(0);
    else if (char === '\\' && cursor.at + 1 < text.length) {
      const next = text[++cursor.at]!;
      if (next === delimiter) literal += next;
      else if (/\d/.test(next)) add(Number(next));
      else literal += { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' }[next] ?? next;
    } else literal += char;
  }
  return cursor.io.die(`unmatched '${delimiter}'`);
}

interface Target {
  readonly io: Io;
  readonly script: { regexOf(regex: Regex | undefined): Regex };
  readonly files: Map<string, number>;
  readonly put: (text: string) => void;
  readonly print: () => void;
  pattern: string;
}

/** Answers whether anything was replaced. */
export async function substitute(s: Substitution, run: Target): Promise<boolean> {
  const regex = run.script.regexOf(s.regex);
  const replaced = replace(s, regex, run.pattern);
  if (replaced === undefined) return false;
  run.pattern = replaced;
  if (s.print) run.print();
  if (s.file !== undefined) await writeTo(run, s.file, `${run.pattern}\n`);
  return true;
}

function replace(s: Substitution, regex: Regex, text: string): string | undefined {
  let out = '';
  let at = 0;
  let count = 0;
  let done = false;
  let previousEnd = -1;
  while (at <= text.length) {
    const match = regex.exec(text, at);
    if (!match) break;
    const empty = match.end === match.start;
    // An empty match right behind the one before does not count.
    if (!(empty && match.start === previousEnd)) {
      count++;
      if (s.global || count === s.nth) {
        out += text.slice(at, match.start) + expand(s.pieces, match);
        done = true;
      } else {
        out += text.slice(at, match.end);
      }
    } else {
      out += text.slice(at, match.end);
    }
    previousEnd = match.end;
    at = match.end;
    if (empty) out += text.slice(at, ++at);
    if (done && !s.global) break;
  }
  return done ? out + text.slice(at) : undefined;
}

function expand(pieces: readonly Piece[], match: RegexMatch): string {
  let out = '';
  for (const piece of pieces) out += typeof piece === 'number' ? (match.groups[piece] ?? '') : piece;
  return out;
}
