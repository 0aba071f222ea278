/** Keys that change the text or move in it, and need no more than that. */
import {
  type EditBuffer,
  insert,
  lineEnd,
  lineStart,
  nextCharacter,
  previousCharacter,
  remove,
} from './buffer.ts';

export const edits: Readonly<Record<string, (buffer: EditBuffer) => void>> = {
  left: (b) => void (b.cursor = previousCharacter(b.text, b.cursor)),
  right: (b) => void (b.cursor = nextCharacter(b.text, b.cursor)),
  'ctrl-b': (b) => void (b.cursor = previousCharacter(b.text, b.cursor)),
  'ctrl-f': (b) => void (b.cursor = nextCharacter(b.text, b.cursor)),
  'word-left': (b) => void (b.cursor = previousWord(b.text, b.cursor)),
  'word-right': (b) => void (b.cursor = nextWord(b.text, b.cursor)),
  'alt-b': (b) => void (b.cursor = previousWord(b.text, b.cursor)),
  'alt-f': (b) => void (b.cursor = nextWord(b.text, b.cursor)),
  home: (b) => void (b.cursor = lineStart(b)),
  end: (b) => void (b.cursor = lineEnd(b)),
  'ctrl-a': (b) => void (b.cursor = lineStart(b)),
  'ctrl-e': (b) => void (b.cursor = lineEnd(b)),
  backspace: (b) => remove(b, previousCharacter(b.text, b.cursor), b.cursor),
  'ctrl-h': (b) => remove(b, previousCharacter(b.text, b.cursor), b.cursor),
  delete: (b) => remove(b, b.cursor, nextCharacter(b.text, b.cursor)),
  'ctrl-d': (b) => remove(b, b.cursor, nextCharacter(b.text, b.cursor)),
  'ctrl-k': (b) => remove(b, b.cursor, lineEnd(b), true),
  'ctrl-u': (b) => remove(b, lineStart(b), b.cursor, true),
  'ctrl-w': (b) => remove(b, wordStartByBlanks(b.text, b.cursor), b.cursor, true),
  'alt-backspace': (b) => remove(b, previousWord(b.text, b.cursor), b.cursor, true),
  'alt-d': (b) => remove(b, b.cursor, nextWord(b.text, b.cursor), true),
  'ctrl-y': (b) => insert(b, b.killed),
  'ctrl-t': transpose,
  'alt-u': (b) => changeCase(b, (word) => word.toUpperCase()),
  'alt-l': (b) => changeCase(b, (word) => word.toLowerCase()),
  'alt-c': (b) => changeCase(b, (word) => word.replace(/\p{L}/u, (char) => char.toUpperCase())),
};

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);

function previousWord(text: string, at: number): number {
  let i = at;
  while (i > 0 && !isWord(text[i - 1])) i--;
  while (i > 0 && isWord(text[i - 1])) i--;
  return i;
}

function nextWord(text: string, at: number): number {
  let i = at;
  while (i < text.length && !isWord(text[i])) i++;
  while (i < text.length && isWord(text[i])) i++;
  return i;
}

/** ^W: back over blanks, then to the blank before. */
function wordStartByBlanks(text: string, at: number): number {
  let i = at;
  while (i > 0 && /\s/.test(text[i - 1]!)) i--;
  while (i > 0 && !/\s/.test(text[i - 1]!)) i--;
  return i;
}

/** ^T: swaps the characters before and at the cursor. */
function transpose(buffer: EditBuffer): void {
  const { text } = buffer;
  const at = buffer.cursor === text.length ? previousCharacter(text, buffer.cursor) : buffer.cursor;
  const before = previousCharacter(text, at);
  const after = nextCharacter(text, at);
  if (before === at) return;
  buffer.text = text.slice(0, before) + text.slice(at, after) + text.slice(before, at) + text.slice(after);
  buffer.cursor = after;
}

/** Alt-u, Alt-l, Alt-c on the word ahead. */
function changeCase(buffer: EditBuffer, change: (word: string) => string): void {
  const end = nextWord(buffer.text, buffer.cursor);
  buffer.text =
    buffer.text.slice(0, buffer.cursor) +
    change(buffer.text.slice(buffer.cursor, end)) +
    buffer.text.slice(end);
  buffer.cursor = end;
}
