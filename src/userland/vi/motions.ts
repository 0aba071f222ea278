/** Where vi's movements lead: functions of the text and a count, for moving and for operators alike. */
import { beep, complain, type Editor } from './editor.ts';
import {
  atColumn,
  columnOf,
  firstNonBlank,
  lastLine,
  lineAt,
  lineEnd,
  lineStart,
  nextLine,
  previousLine,
} from './lines.ts';
import { lastShown, textRows } from './screen.ts';
import { searchAgain, searchFor } from './search.ts';

export interface Target {
  readonly at: number;
  /** What an operator takes: up to the target, with it, or whole lines. */
  readonly takes: 'before' | 'through' | 'lines';
  /** Column that further j and k keep. */
  readonly column?: number;
}

/** Answers where to go; undefined where that is nowhere. */
type Motion = (editor: Editor, count: number | undefined) => Target | undefined | Promise<Target | undefined>;

const before = (at: number): Target => ({ at, takes: 'before' });
const through = (at: number): Target => ({ at, takes: 'through' });

const isSpace = (char: string | undefined): boolean => char !== undefined && ' \t\n\r\v\f'.includes(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /\w/.test(char);

/** Classes of characters: a small word is a run of one class, a big one of all that is no blank. */
function classOf(char: string | undefined, big: boolean): 'blank' | 'word' | 'mark' {
  if (char === undefined || isSpace(char)) return 'blank';
  return big || isWord(char) ? 'word' : 'mark';
}

const word =
  (big: boolean): Motion =>
  ({ text, dot }, count = 1) => {
    let at = dot;
    for (let i = 0; i < count; i++) {
      const kind = classOf(text[at], big);
      if (kind === 'blank') at++;
      else while (at < text.length && classOf(text[at], big) === kind) at++;
      // An empty line counts as a word: the second newline ends it.
      for (let newlines = 0; at < text.length && isSpace(text[at]); at++) {
        if (text[at] === '\n' && ++newlines === 2) break;
      }
    }
    return before(Math.min(at, text.length - 1));
  };

const wordEnd: Motion = ({ text, dot }, count = 1) => {
  let at = dot;
  for (let i = 0; i < count; i++) {
    at++;
    while (at < text.length - 1 && isSpace(text[at])) at++;
    const kind = classOf(text[at], false);
    while (at < text.length - 1 && classOf(text[at + 1], false) === kind && kind !== 'blank') at++;
  }
  return through(Math.min(at, text.length - 1));
};

/** E, which stops at empty lines too. */
const bigWordEnd: Motion = ({ text, dot }, count = 1) => {
  let at = dot;
  for (let i = 0; i < count; i++) {
    if (isSpace(text[at + 1])) {
      while (!isSpace(text[at])) at++;
      for (let newlines = 0; at < text.length - 1 && isSpace(text[at]); at++) {
        if (text[at] === '\n' && ++newlines === 2) break;
      }
    }
    while (at < text.length - 1 && !isSpace(text[at + 1])) at++;
  }
  return through(Math.min(at, text.length - 1));
};

const wordBack =
  (big: boolean): Motion =>
  ({ text, dot }, count = 1) => {
    let at = dot;
    for (let i = 0; i < count && at > 0; i++) {
      at--;
      while (at > 0 && isSpace(text[at]) && (big || text[at] !== '\n')) at--;
      const kind = classOf(text[at], big);
      while (at > 0 && kind !== 'blank' && classOf(text[at - 1], big) === kind) at--;
    }
    return before(at);
  };

const down: Motion = (editor, count = 1) => vertical(editor, count, nextLine);
const up: Motion = (editor, count = 1) => vertical(editor, count, previousLine);

function vertical(editor: Editor, count: number, step: typeof nextLine): Target | undefined {
  const { text, settings } = editor;
  let line: number | undefined = lineStart(text, editor.dot);
  for (let i = 0; i < count && line !== undefined; i++) line = step(text, line);
  if (line === undefined) return undefined;
  const column = editor.column ?? columnOf(text, editor.dot, settings.tabstop);
  return { at: atColumn(text, line, column, settings.tabstop), takes: 'lines', column };
}

/** To the first character of a line some lines away. */
const lineAway =
  (step: typeof nextLine): Motion =>
  ({ text, dot }, count = 1) => {
    let line: number | undefined = lineStart(text, dot);
    for (let i = 0; i < count && line !== undefined; i++) line = step(text, line);
    return line === undefined ? undefined : { at: firstNonBlank(text, line), takes: 'lines' };
  };

const left: Motion = ({ text, dot }, count = 1) => before(Math.max(lineStart(text, dot), dot - count));
const right: Motion = ({ text, dot }, count = 1) => before(Math.min(lineEnd(text, dot), dot + count));

const toLineStart: Motion = ({ text, dot }) => before(lineStart(text, dot));

const toLineEnd: Motion = ({ text, dot }, count = 1) => {
  let line = dot;
  for (let i = 1; i < count; i++) line = nextLine(text, line) ?? line;
  return { at: lineEnd(text, line), takes: 'before', column: Infinity };
};

const lines = (text: string, line: number): Target => ({ at: firstNonBlank(text, line), takes: 'lines' });

const toLine: Motion = (editor, count) => {
  mark(editor);
  const { text } = editor;
  return lines(text, count === undefined ? lastLine(text) : (lineAt(text, count) ?? lastLine(text)));
};

const first: Motion = async (editor, count = 1) => {
  const key = (await editor.keys.next()) ?? '';
  if (key === 'g') return toLine(editor, count);
  complain(editor, `'g${key}' is not implemented`);
  return { at: editor.dot, takes: 'before' };
};

const paragraph =
  (step: typeof nextLine, edge: (text: string) => number): Motion =>
  ({ text, dot }, count = 1) => {
    const isEmpty = (line: number) => text[line] === '\n';
    let line: number | undefined = lineStart(text, dot);
    for (let i = 0; i < count && line !== undefined; i++) {
      while (line !== undefined && isEmpty(line)) line = step(text, line);
      while (line !== undefined && !isEmpty(line)) line = step(text, line);
    }
    return before(line ?? edge(text));
  };

/** The bracket that belongs to one under the cursor. */
const bracket: Motion = ({ text, dot }) => {
  for (let at = dot; text[at] !== '\n'; at++) {
    const kind = '()[]{}'.indexOf(text[at]!);
    if (kind < 0) continue;
    const other = '()[]{}'[kind ^ 1]!;
    const by = kind % 2 === 0 ? 1 : -1;
    let depth = 0;
    for (let to = at; to >= 0 && to < text.length; to += by) {
      if (text[to] === text[at]) depth++;
      else if (text[to] === other && --depth === 0) return through(to);
    }
    return undefined;
  }
  return undefined;
};

function findOnLine(editor: Editor, command: string, char: string, count: number): Target | undefined {
  const { text, dot } = editor;
  const forward = command === 'f' || command === 't';
  const by = forward ? 1 : -1;
  let at = dot;
  for (let i = 0; i < count; i++) {
    do at += by;
    while (text[at] !== char && text[at] !== '\n' && text[at] !== undefined);
    if (text[at] !== char) return undefined;
  }
  if (command === 't' || command === 'T') at -= by;
  return forward ? through(at) : before(at);
}

const find =
  (command: string): Motion =>
  async (editor, count = 1) => {
    const char = await editor.keys.next();
    if (char === undefined) return undefined;
    editor.find = { command, char };
    return findOnLine(editor, command, char, count);
  };

const findAgain =
  (turned: boolean): Motion =>
  (editor, count = 1) => {
    if (!editor.find) return undefined;
    const { command, char } = editor.find;
    const upper = command === command.toUpperCase();
    const other = upper ? command.toLowerCase() : command.toUpperCase();
    return findOnLine(editor, turned ? other : command, char, count);
  };

const search =
  (direction: '/' | '?'): Motion =>
  async (editor, count = 1) => {
    const at = await searchFor(editor, direction, count);
    return at === undefined ? undefined : before(at);
  };

const again =
  (turned: boolean): Motion =>
  (editor, count = 1) => {
    const at = searchAgain(editor, turned, count);
    return at === undefined ? undefined : before(at);
  };

const toMark: Motion = async (editor) => {
  const name = await editor.keys.next();
  const at = name === undefined ? undefined : editor.marks.get(name);
  if (at === undefined) return undefined;
  mark(editor);
  return lines(editor.text, Math.min(at, editor.text.length - 1));
};

/** Remembers where one was, for `''`. */
function mark(editor: Editor): void {
  editor.marks.set("'", editor.dot);
}

const screenTop: Motion = ({ text, top }, count = 1) => {
  let line = top;
  for (let i = 1; i < count; i++) line = nextLine(text, line) ?? line;
  return lines(text, line);
};
const screenBottom: Motion = (editor, count = 1) => {
  let line = lastShown(editor);
  for (let i = 1; i < count; i++) line = previousLine(editor.text, line) ?? line;
  return lines(editor.text, line);
};
const screenMiddle: Motion = (editor) => {
  let line = editor.top;
  for (let i = 0; i < Math.floor((textRows(editor) - 1) / 2); i++) line = nextLine(editor.text, line) ?? line;
  return lines(editor.text, line);
};

export const motions: Readonly<Record<string, Motion>> = {
  h: left,
  left,
  '\x08': left,
  '\x7f': left,
  l: right,
  ' ': right,
  right,
  j: down,
  '\n': down,
  down,
  k: up,
  up,
  '+': lineAway(nextLine),
  '\r': lineAway(nextLine),
  '-': lineAway(previousLine),
  '0': toLineStart,
  home: toLineStart,
  '^': ({ text, dot }) => before(firstNonBlank(text, dot)),
  $: toLineEnd,
  end: toLineEnd,
  '|': ({ text, dot, settings }, count = 1) =>
    before(atColumn(text, lineStart(text, dot), count - 1, settings.tabstop)),
  w: word(false),
  W: word(true),
  e: wordEnd,
  E: bigWordEnd,
  b: wordBack(false),
  B: wordBack(true),
  g: first,
  G: toLine,
  H: screenTop,
  L: screenBottom,
  M: screenMiddle,
  '{': paragraph(previousLine, () => 0),
  '}': paragraph(nextLine, (text) => text.length - 1),
  '%': bracket,
  f: find('f'),
  F: find('F'),
  t: find('t'),
  T: find('T'),
  ';': findAgain(false),
  ',': findAgain(true),
  '/': search('/'),
  '?': search('?'),
  n: again(false),
  N: again(true),
  "'": toMark,
};

/** Moves, or says that it cannot. */
export async function move(editor: Editor, key: string, count: number | undefined): Promise<void> {
  const target = await motions[key]!(editor, count);
  if (!target) {
    if (!editor.message) beep(editor);
    editor.column = undefined;
    return;
  }
  editor.dot = target.at;
  editor.column = target.column;
}
