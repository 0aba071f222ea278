/** Addresses before a `:` command: `%`, `.`, `$`, numbers, marks, searches, with `+` and `-` behind. */
import { complain, type Editor } from './editor.ts';
import { countLines, lineStart } from './lines.ts';
import { locate } from './search.ts';

export interface Addressed {
  /** Lines from 1; undefined where none was given. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** What stands behind them. */
  readonly rest: string;
}

/** Parses the addresses; undefined, with a complaint, where one cannot be found. */
export function parseAddresses(editor: Editor, line: string): Addressed | undefined {
  const total = countLines(editor.text);
  let rest = line.replace(/^[ :]+/, '');
  if (rest.startsWith('%')) return { first: 1, last: total, rest: rest.slice(1).trimStart() };
  const numbers: (number | undefined)[] = [];
  for (;;) {
    const one = parseOne(editor, rest, total);
    if (!one) return undefined;
    numbers.push(one.number);
    rest = one.rest.trimStart();
    if (!rest.startsWith(',')) break;
    rest = rest.slice(1).trimStart();
  }
  const [first, last] = numbers.slice(-2);
  if (numbers.length === 1) return { first, last: undefined, rest };
  const here = currentLine(editor);
  return { first: first ?? here, last: last ?? here, rest };
}

export function currentLine({ text, dot }: Editor): number {
  return countLines(text, 0, lineStart(text, dot)) + 1;
}

function parseOne(
  editor: Editor,
  text: string,
  total: number,
): { number: number | undefined; rest: string } | undefined {
  const found = /^(?:(\.)|(\$)|(\d+)|'([a-z'])|([/?])((?:\\.|(?!\5).)*)(?:\5|$))/.exec(text);
  let number: number | undefined;
  if (found) {
    const [, dot, end, digits, mark, direction, pattern] = found;
    if (dot) number = currentLine(editor);
    else if (end) number = total;
    else if (digits) number = Number(digits);
    else if (mark) {
      const at = editor.marks.get(mark);
      if (at === undefined) {
        complain(editor, 'Mark not set');
        return undefined;
      }
      number = countLines(editor.text, 0, lineStart(editor.text, at)) + 1;
    } else {
      number = searchedLine(editor, direction!, pattern!);
      if (number === undefined) {
        complain(editor, 'Pattern not found');
        return undefined;
      }
    }
  }
  let rest = text.slice(found?.[0].length ?? 0);
  for (;;) {
    const offset = /^\s*([+-])\s*(\d*)/.exec(rest);
    if (!offset) return { number, rest };
    const by = Number(offset[2] || 1);
    number = (number ?? currentLine(editor)) + (offset[1] === '+' ? by : -by);
    rest = rest.slice(offset[0].length);
  }
}

function searchedLine(editor: Editor, direction: string, pattern: string): number | undefined {
  const wanted = pattern || editor.search.slice(1);
  if (wanted === '') return undefined;
  editor.search = direction + wanted;
  const { text, dot } = editor;
  const at =
    direction === '/'
      ? (locate(editor, wanted, text.indexOf('\n', dot) + 1, 'forward') ??
        locate(editor, wanted, 0, 'forward'))
      : (locate(editor, wanted, lineStart(text, dot) - 1, 'back') ??
        locate(editor, wanted, text.length, 'back'));
  return at === undefined ? undefined : countLines(text, 0, lineStart(text, at)) + 1;
}
